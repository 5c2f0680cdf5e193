/** A figure with some of its rows, as a slide asks for; it says which are left out. */
import { chooseRows, type RowChoice } from '../domain/deck/rowChoice';
import type { TableCell } from '../domain/table/table';
import type { Figure, FigureBody } from './figure';
import { withParts } from './withParts';

/** Names of the rows of a figure among which a slide may choose; empty where it shows all or nothing. */
export function rowNames({ body, table }: Figure): readonly string[] {
  switch (body.kind) {
    case 'chart':
      return unique(body.names ?? []);
    case 'heat':
      return unique(body.answer.rows.map(({ indicator }) => indicator.name));
    case 'cards':
      return unique(body.items.map(({ name }) => name));
    case 'table':
      // The last row of a sparse one sums up and always stays.
      return unique(
        (body.isSparse ? table.rows.slice(0, -1) : table.rows).map((row) => tableRowName(row, body.columns))
      );
    case 'list':
      return unique(body.items);
    case 'words':
    case 'pair':
      return [];
  }
}

/** What stands in its first two columns on the wall. */
function tableRowName(row: readonly TableCell[], columns: readonly number[]): string {
  return columns
    .slice(0, 2)
    .map((at) => row[at]?.text ?? '')
    .filter(Boolean)
    .join('·');
}

/** The second of one name is `…（2）`, so that each can be chosen. */
function unique(names: readonly string[]): string[] {
  const times = new Map<string, number>();
  return names.map((name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}（${time}）`;
  });
}

/** The figure with the rows that are chosen; itself where all are there as they came, or it has none to choose among. */
export function withRows(figure: Figure, choice: RowChoice | undefined): Figure {
  const names = rowNames(figure);
  if (!choice || names.length === 0) return figure;
  const { rows, text } = chooseRows(names, choice, nounOf(figure));
  return text === '' ? figure : onlyRows(figure, names, rows, text);
}

/** What a row of it is called after a number. */
export function nounOf({ body }: Figure): string {
  return body.kind === 'list' ? '条' : '项';
}

/**
 * The figure with some of its rows.
 * @param names of all its rows
 * @param rows positions among them, in the order in which they are shown
 * @param text says on the slide which are left out
 */
export function onlyRows(figure: Figure, names: readonly string[], rows: readonly number[], text: string): Figure {
  const pick = <T>(list: readonly T[]) => rows.map((at) => list[at]!);
  const table = tableOf(figure, names, rows);
  return withParts(figure, {
    subtitle: [figure.subtitle, text].filter(Boolean).join(' · '),
    notes: [...figure.notes, { level: '说明', text: `这张幻灯片${text}。` }],
    body: bodyOf(figure.body, rows, pick),
    ...(figure.spotlight && figure.body.kind === 'chart' && !isLit(figure, rows) ? { spotlight: '' } : {}),
    table
  });
}

function isLit({ body, spotlight }: Figure, rows: readonly number[]): boolean {
  return body.kind === 'chart' && (body.owners === null || rows.some((at) => body.owners![at] === spotlight));
}

function bodyOf(body: FigureBody, rows: readonly number[], pick: <T>(list: readonly T[]) => T[]): FigureBody {
  switch (body.kind) {
    case 'chart':
      return {
        ...body,
        ...body.pick!(rows),
        rows: body.rows === 0 ? 0 : rows.length,
        names: pick(body.names!),
        pick: (chosen) => body.pick!(chosen.map((at) => rows[at]!)),
        owners: body.owners && pick(body.owners)
      };
    case 'heat':
      return { ...body, answer: { ...body.answer, rows: pick(body.answer.rows) } };
    case 'cards':
      return { ...body, items: pick(body.items) };
    case 'list':
      return { ...body, items: pick(body.items), itemSources: pick(body.itemSources) };
    default:
      return body;
  }
}

/** The table goes along where its rows are those of the figure; of a chart it may hold others, and then it stays whole. */
function tableOf(figure: Figure, names: readonly string[], rows: readonly number[]): Figure['table'] {
  const { table, body } = figure;
  const isAligned =
    body.kind === 'table' ||
    body.kind === 'list' ||
    body.kind === 'heat' ||
    (body.kind === 'chart' &&
      body.rows > 0 &&
      table.rows.length >= names.length &&
      names.every((name, at) => holds(table.rows[at]!, name)));
  if (!isAligned) return table;
  return { ...table, rows: [...rows.map((at) => table.rows[at]!), ...table.rows.slice(names.length)] };
}

/** Whether the texts of a row say its name. */
function holds(row: readonly TableCell[], name: string): boolean {
  return row.some(({ text }) => text !== '' && name.includes(text));
}
