/** What a batch did, in counts and in lines to read. */
import type { TableName } from '../model/tableName';
import type { Batch, RowChange, TableRow } from './batch';
import { columnName } from './columnNames';
import type { Tables } from './keys';

export interface ChangeCounts {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
}

/** How many rows are added, replaced, and removed. */
export function countChanges(changes: readonly RowChange[]): ChangeCounts {
  const added = changes.filter(({ before }) => before === null).length;
  const removed = changes.filter(({ after }) => after === null).length;
  return { added, replaced: changes.length - added - removed, removed };
}

/** `新增12行，改3行`; `没有变动` for none. */
export function countText({ added, replaced, removed }: ChangeCounts): string {
  const parts = [
    added > 0 ? `新增${added}行` : '',
    replaced > 0 ? `改${replaced}行` : '',
    removed > 0 ? `删${removed}行` : ''
  ].filter(Boolean);
  return parts.join('，') || '没有变动';
}

const TITLES: Readonly<Record<TableName, string>> = {
  sources: '来源',
  places: '地区和单位',
  indicators: '指标',
  observations: '指标数',
  programmes: '任务',
  progress: '任务记录',
  relations: '指标关系',
  annotations: '图上说明'
};

/** Cells that say what a row is about, by table, in the order of reading; ids are given by their name. */
const ABOUT: Readonly<Record<TableName, readonly string[]>> = {
  sources: ['title'],
  places: ['name'],
  indicators: ['name'],
  observations: ['place', 'indicator', 'part', 'period', 'measure'],
  programmes: ['name'],
  progress: ['place', 'programme', 'period', 'as_of'],
  relations: ['relation', 'role', 'indicator', 'programme', 'place', 'period'],
  annotations: ['kind', 'date', 'place', 'indicator', 'programme', 'text', 'author']
};

/** Cells that a reader compares; where none of them changed, the names of the columns that did are given. */
const FIGURES: readonly string[] = ['value', 'target', 'done', 'rate'];

/** Names of what ids stand for. */
export type NameOf = (column: string, id: string) => string;

/** Looks names up in tables: those of `places`, `indicators` and `programmes`. */
export function namesOf(tables: Tables): NameOf {
  const lists: readonly (readonly [string, TableName])[] = [
    ['place', 'places'],
    ['indicator', 'indicators'],
    ['programme', 'programmes']
  ];
  const names = new Map<string, string>();
  for (const [column, table] of lists)
    for (const row of tables.get(table) ?? []) names.set(`${column} ${row[column] ?? ''}`, row.name ?? '');
  return (column, id) => names.get(`${column} ${id}`) || id;
}

/** `指标数 甲县 高血压患者规范管理率 2020 数值：95.39 → 96`. */
export function changeLine({ table, before, after }: RowChange, nameOf: NameOf): string {
  const row = (after ?? before)!;
  const about = ABOUT[table].map((column) => nameOf(column, row[column] ?? '')).filter(Boolean);
  return `${TITLES[table]} ${about.join(' ')}：${differenceText(before, after)}`.replace(/\s+/g, ' ');
}

/**
 * `95.39 → 95.4`; `新增 96`; `完成 2707 → 2710，完成率 67.68 → 67.75`. Columns are named where more than one figure, or
 * none, has changed.
 */
export function differenceText(before: TableRow | null, after: TableRow | null): string {
  if (!before) return `新增 ${figuresText(after!)}`.trim();
  if (!after) return `删去 ${figuresText(before)}`.trim();
  const changed = [...new Set([...FIGURES, ...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => (before[column] ?? '') !== (after[column] ?? '')
  );
  const figures = changed.filter((column) => FIGURES.includes(column));
  const shown = figures.length > 0 ? figures : changed;
  const isNamed = figures.length !== 1 || figures[0] !== 'value';
  return shown
    .map((column) => `${isNamed ? `${columnName(column)} ` : ''}${before[column] || '空'} → ${after[column] || '空'}`)
    .join('，');
}

/** The figures of a row: `95.4`; `目标 4000，完成 2710` for those of a task. Empty for a row without any. */
export function figuresText(row: TableRow): string {
  return FIGURES.filter((column) => row[column])
    .map((column) => (column === 'value' ? row[column] : `${columnName(column)} ${row[column]}`))
    .join('，');
}

/** Changes of a batch that are listed one by one: nobody reads more, and all of them are in the tables. */
const MOST_LISTED = 10_000;

/** A heading and a line a change, for a list of what changed; of a very large batch the first ones. */
export function batchLines({ made, kind, title, files, changes }: Batch, nameOf: NameOf): string[] {
  const from = files.map(({ name }) => name).join('、');
  return [
    `### ${made.slice(0, 10)} ${kind} ${title}`.replace(/\s+/g, ' '),
    '',
    `${countText(countChanges(changes))}${from ? `；文件：${from}` : ''}。`.replace(/\s+/g, ' '),
    '',
    ...changes.slice(0, MOST_LISTED).map((change) => `- ${changeLine(change, nameOf)}`),
    ...(changes.length > MOST_LISTED ? [`- 另有${changes.length - MOST_LISTED}行没有逐行列出，都在表里。`] : [])
  ];
}
