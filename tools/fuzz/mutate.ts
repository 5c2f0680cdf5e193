/** A package of files, changed in some places by chance. */
import Papa from 'papaparse';
import type { Chance } from './chance';
import { cellFor, INHERITED, TEXTS } from './hostile';

/** Text by file name. */
export type Files = Readonly<Record<string, string>>;

/** Cells by table: header first. */
type Tables = Map<string, string[][]>;

/** Columns that point at the id of another table, and the table where the id stands. */
const IDS: readonly { readonly id: string; readonly table: string; readonly columns: readonly string[] }[] = [
  { id: 'place', table: 'places.csv', columns: ['place', 'parent'] },
  { id: 'indicator', table: 'indicators.csv', columns: ['indicator'] },
  { id: 'programme', table: 'programmes.csv', columns: ['programme'] },
  { id: 'source', table: 'sources.csv', columns: ['source'] }
];

/** The files with one to ten changes; the package itself stays. */
export function mutate(files: Files, chance: Chance): Files {
  const tables: Tables = new Map(
    Object.entries(files)
      .filter(([name]) => name.endsWith('.csv'))
      .map(([name, text]) => [name, Papa.parse<string[]>(text.trimEnd()).data])
  );
  const changes = 1 + chance.below(10);
  for (let i = 0; i < changes; i++) chance.pick(CHANGES)(tables, chance);
  const changed = Object.fromEntries([...tables].map(([name, rows]) => [name, textOf(name, rows, chance)]));
  const lists = ['lights.json', 'decks.json'].flatMap((name) => {
    const text = files[name];
    return text === undefined ? [] : [[name, mutateJson(text, chance)] as const];
  });
  return { ...files, ...changed, ...Object.fromEntries(lists) };
}

type Change = (tables: Tables, chance: Chance) => void;

const setCells: Change = (tables, chance) => {
  const rows = someTable(tables, chance);
  const head = rows[0] ?? [];
  const at = chance.below(head.length);
  const likelihood = chance.pick([0.02, 0.3, 1]);
  for (const row of rows.slice(1)) if (chance.happens(likelihood)) row[at] = cellFor(head[at] ?? '', chance);
};

/** The commonest change, so that most cases still load. */
const setCell: Change = (tables, chance) => {
  const rows = someTable(tables, chance);
  const row = rows[1 + chance.below(rows.length - 1)];
  const at = chance.below(rows[0]?.length ?? 0);
  if (row) row[at] = cellFor(rows[0]![at] ?? '', chance);
};

/** Gives an id another text in every table. */
const renameId: Change = (tables, chance) => {
  const { id, table, columns } = chance.pick(IDS);
  const own = tables.get(table) ?? [];
  const at = (own[0] ?? []).indexOf(id);
  const row = own[1 + chance.below(own.length - 1)];
  const old = row?.[at];
  if (old === undefined) return;
  const fresh = chance.pick([...INHERITED, '<b>', 'a/b', '%', '＋', '🏥']);
  for (const rows of tables.values()) {
    const places = columns.map((column) => (rows[0] ?? []).indexOf(column)).filter((index) => index >= 0);
    for (const other of rows.slice(1)) for (const index of places) if (other[index] === old) other[index] = fresh;
  }
};

/** A second row like another but for one or two cells: other periods, other places, two values of one fact. */
const addRow: Change = (tables, chance) => {
  const rows = someTable(tables, chance);
  const row = rows[1 + chance.below(rows.length - 1)];
  if (!row) return;
  for (let n = chance.pick([1, 1, 5, 40]); n > 0; n--) {
    const copy = [...row];
    for (let i = 0; i < 2; i++) {
      const at = chance.below(copy.length);
      copy[at] = cellFor(rows[0]![at] ?? '', chance);
    }
    rows.push(copy);
  }
};

const dropRows: Change = (tables, chance) => {
  const rows = someTable(tables, chance);
  rows.splice(1 + chance.below(rows.length), chance.pick([1, 1, 3, rows.length]));
};

const dropColumn: Change = (tables, chance) => {
  if (!chance.happens(0.2)) return;
  const rows = someTable(tables, chance);
  const at = chance.below(rows[0]?.length ?? 0);
  rows.forEach((row) => row.splice(at, 1));
};

const swapCells: Change = (tables, chance) => {
  const rows = someTable(tables, chance);
  const [a, b] = [1 + chance.below(rows.length - 1), 1 + chance.below(rows.length - 1)];
  const at = chance.below(rows[0]?.length ?? 0);
  const [first, second] = [rows[a], rows[b]];
  if (first && second) [first[at], second[at]] = [second[at] ?? '', first[at] ?? ''];
};

const CHANGES: readonly Change[] = [setCell, setCell, setCell, setCells, renameId, addRow, addRow, dropRows, dropColumn, swapCells]; // prettier-ignore

function someTable(tables: Tables, chance: Chance): string[][] {
  return tables.get(chance.pick([...tables.keys(), 'observations.csv', 'progress.csv'])) ?? [];
}

/** The table as text; now and then cut short or with a character changed. */
function textOf(name: string, rows: readonly (readonly string[])[], chance: Chance): string {
  const text = `${Papa.unparse(rows as string[][], { newline: '\n' })}\n`;
  if (chance.happens(0.03)) return text.slice(0, chance.below(text.length));
  if (chance.happens(0.03) && name !== 'observations.csv') {
    const at = chance.below(text.length);
    return text.slice(0, at) + chance.pick(TEXTS) + text.slice(at + 1);
  }
  return text;
}

/** JSON with some of its values otherwise, or cut short. */
export function mutateJson(text: string, chance: Chance): string {
  if (chance.happens(0.05)) return text.slice(0, chance.below(text.length));
  if (chance.happens(0.05)) return chance.pick(['[]', '{}', 'null', '"x"', '[null]', '[[]]', '[{}]', '0']);
  const likelihood = chance.pick([0, 0.02, 0.2]);
  const value: unknown = JSON.parse(text, (_key, part: unknown) =>
    typeof part !== 'object' && chance.happens(likelihood)
      ? chance.pick<unknown>([...TEXTS, 0, -1, 1e300, 0.5, true, null, [], {}])
      : part
  );
  // A literal, so that the key is an own member and not the prototype.
  return JSON.stringify(value).replace(/"(name|note|title)":/g, (key) =>
    chance.happens(likelihood / 4) ? `"${chance.pick(INHERITED)}":` : key
  );
}
