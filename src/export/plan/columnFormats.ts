/** What a column has in common: days as dates, and one number of decimals for numbers of one unit. */
import type { WorkbookCell } from './sheetPlan';

type Row = readonly (WorkbookCell | null)[];

const SPOKEN_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Before this day Excel counts one that never was. */
const FIRST_SERIAL = 61;

/** Which numbers of a table are about the same thing, so that they have the same decimals. */
export interface SameThing {
  /** What a row is about, where each is about something else; absent: all are about one. */
  readonly subjectOf?: (row: number) => string;
  /** Whether that holds for all columns together: in a heat table each is a place. */
  readonly isAcross?: boolean;
}

/** The rows of a table, column by column of one kind. */
export function columnFormats(
  rows: readonly Row[],
  { subjectOf, isAcross = false }: SameThing = {}
): (WorkbookCell | null)[][] {
  const days = new Set(columnsOf(rows).filter((at) => isDayColumn(rows, at)));
  const most = new Map<string, number>();
  const keyOf = (row: number, at: number, format: string) => {
    const kind = kindOf(format);
    // A change says how much by a word: changes are read down their column, whatever they are of.
    const subject = kind === CHANGE || !subjectOf ? '' : subjectOf(row);
    return JSON.stringify([isAcross ? '' : at, subject, kind]);
  };
  rows.forEach((row, r) =>
    row.forEach((cell, at) => {
      if (!cell?.format || isNearZero(cell)) return;
      const key = keyOf(r, at, cell.format);
      most.set(key, Math.max(most.get(key) ?? 0, decimalsOf(cell.format)));
    })
  );
  return rows.map((row, r) =>
    row.map((cell, at) => {
      if (!cell) return null;
      if (days.has(at)) return { ...cell, ...dayOf(cell)! };
      if (!cell.format) return cell;
      const own = decimalsOf(cell.format);
      return { ...cell, format: withDecimals(cell.format, Math.max(own, most.get(keyOf(r, at, cell.format)) ?? own)) };
    })
  );
}

function columnsOf(rows: readonly Row[]): number[] {
  return Array.from({ length: rows.reduce((most, row) => Math.max(most, row.length), 0) }, (_, at) => at);
}

function isDayColumn(rows: readonly Row[], at: number): boolean {
  const filled = rows.flatMap((row) => row[at] ?? []);
  return filled.length > 0 && filled.every((cell) => dayOf(cell) !== undefined);
}

/** `增长0.04%`: a change that has more decimals only so as not to read 0. It keeps them, and the others don't get them. */
function isNearZero({ value, format = '' }: WorkbookCell): boolean {
  return typeof value === 'number' && kindOf(format) === CHANGE && Math.abs(value) < 0.0005;
}

/** A day as the number that a spreadsheet keeps, in the writing that the text had; undefined where it is none. */
export function dayOf({ value }: WorkbookCell): Pick<WorkbookCell, 'value' | 'format'> | undefined {
  if (typeof value !== 'string') return undefined;
  const spoken = SPOKEN_DAY.exec(value);
  const [, year, month, day] = spoken ?? ISO_DAY.exec(value) ?? [];
  if (!year) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (serial < FIRST_SERIAL) return undefined;
  return { value: serial, format: spoken ? 'yyyy"年"m"月"d"日"' : 'yyyy-mm-dd' };
}

const NUMBER = /(#,##0|0)(?:\.(0+))?/;

const CHANGE = '变化';
const CHANGE_WORD = /^"(?:增长|下降|上升|减少|增加)"$/;

/** Percentages are of one kind whatever the words around them, but for changes; other numbers only with their own unit. */
function kindOf(format: string): string {
  const parts = partsOf(sections(format)[0] ?? '');
  const at = parts.findIndex(isNumber);
  if (at < 0) return 'words';
  if (!parts[at]!.includes('%')) return parts.slice(at + 1).join('');
  return CHANGE_WORD.test(parts[at - 1] ?? '') ? CHANGE : '%';
}

function decimalsOf(format: string): number {
  return NUMBER.exec(partsOf(sections(format)[0] ?? '').find(isNumber) ?? '')?.[2]?.length ?? 0;
}

function withDecimals(format: string, decimals: number): string {
  const part = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  return sections(format)
    .map((section) =>
      partsOf(section)
        .map((text) => (isNumber(text) ? text.replace(NUMBER, (_, whole: string) => whole + part) : text))
        .join('')
    )
    .join(';');
}

/** Positive numbers, negative ones, zero. */
function sections(format: string): string[] {
  return format.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
}

/** Words in quotation marks, and what stands between them. */
function partsOf(section: string): string[] {
  return section.split(/("[^"]*")/).filter((part) => part !== '');
}

function isNumber(part: string): boolean {
  return !part.startsWith('"') && NUMBER.test(part);
}
