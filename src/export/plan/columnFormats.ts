/** What a column has in common: days as dates, and one number of decimals for numbers of one unit. */
import type { SheetCell } from './sheetPlan';

type Row = readonly (SheetCell | null)[];

const SPOKEN_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Before this day Excel counts one that never was. */
const FIRST_SERIAL = 61;

/** The rows of a table, column by column of one kind. */
export function columnFormats(rows: readonly Row[]): (SheetCell | null)[][] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rules = Array.from({ length: columns }, (_, at) => ruleOf(rows.map((row) => row[at] ?? null)));
  return rows.map((row) => row.map((cell, at) => (cell ? rules[at]!(cell) : null)));
}

function ruleOf(cells: readonly (SheetCell | null)[]): (cell: SheetCell) => SheetCell {
  const filled = cells.filter((cell) => cell !== null);
  if (filled.length > 0 && filled.every((cell) => dayOf(cell) !== undefined))
    return (cell) => ({ ...cell, ...dayOf(cell)! });
  const most = new Map<string, number>();
  for (const { format } of filled)
    if (format) most.set(kindOf(format), Math.max(most.get(kindOf(format)) ?? 0, decimalsOf(format)));
  return (cell) =>
    cell.format ? { ...cell, format: withDecimals(cell.format, most.get(kindOf(cell.format)) ?? 0) } : cell;
}

/** A day as the number that a spreadsheet keeps, in the writing that the text had; undefined where it is none. */
export function dayOf({ value }: SheetCell): Pick<SheetCell, 'value' | 'format'> | undefined {
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

/** Percentages are of one kind whatever the words around them; other numbers only with their own unit. */
function kindOf(format: string): string {
  const parts = partsOf(sections(format)[0] ?? '');
  const at = parts.findIndex(isNumber);
  if (at < 0) return 'words';
  return parts[at]!.includes('%') ? '%' : parts.slice(at + 1).join('');
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
