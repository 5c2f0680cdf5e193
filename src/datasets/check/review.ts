/**
 * What the page can use but nobody should publish: asked by `npm run data:check` only, so that a dataset of
 * others isn't met with a thousand remarks on the screen.
 */
import { shortValue } from '../../domain/model/issue';
import { isPlaceholder } from '../../domain/model/placeholder';
import { parseSchedule } from '../../domain/progress/milestones';
import { scheduleFault } from '../../domain/progress/schedule';
import type { Period } from '../../domain/time/period';
import type { Cell, CheckedRow } from './cell';
import type { KeyedTable } from './keys';
import type { TableName } from '../../domain/model/tableName';

type Tables = ReadonlyMap<TableName, KeyedTable>;

/** Adds a 提醒 for every text that is missing or a placeholder, and for every schedule that its tasks can't use. */
export function reviewTables(tables: Tables): void {
  for (const [name, columns] of Object.entries(WORDED)) {
    const table = tables.get(name as TableName);
    for (const row of table?.rows ?? []) for (const column of columns) reviewText(table!, row, column);
  }
  reviewSchedules(tables);
}

/** Columns that a reader reads; a placeholder in them says nothing. */
const WORDED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  sources: ['title', 'publisher'],
  places: ['name'],
  indicators: ['name', 'theme', 'group', 'definition', 'numerator', 'denominator'],
  programmes: ['name', 'theme']
};

function reviewText(table: KeyedTable, row: CheckedRow, column: string): void {
  const text = textOf(row.cells[column]);
  const title = table.schema.fields.find((field) => field.name === column)?.title ?? column;
  const remind = (why: string): void =>
    table.issues.add({
      level: '提醒',
      row: row.line,
      column,
      ...(text === '' ? {} : { value: shortValue(text) }),
      rule: title,
      why,
      todo: column === 'definition' ? DEFINE : `请写明${title}，确实没有的留空。`
    });
  if (isPlaceholder(text)) remind(`${title}只是占位，没有说明什么`);
  else if (column !== 'definition') return;
  else if (text === '') remind(`“${textOf(row.cells.name)}”没有写定义`);
  else if (bare(text) === bare(textOf(row.cells.name))) remind('定义只是重复指标名称');
}

const DEFINE = '请用一句话说明统计的是什么，例如“在册患者中规范管理者所占的比例”。';

/** Without punctuation and the words that a definition is padded with. */
function bare(text: string): string {
  return text.replace(/[\s，。、；：（）()“”"的数]/g, '');
}

function reviewSchedules(tables: Tables): void {
  const programmes = tables.get('programmes');
  const progress = tables.get('progress');
  if (!programmes) return;
  const tasks = new Map<string, CheckedRow[]>();
  for (const row of progress?.rows ?? []) {
    const id = textOf(row.cells.programme);
    tasks.set(id, (tasks.get(id) ?? []).concat(row));
  }
  for (const row of programmes.rows) {
    const schedule = textOf(row.cells.schedule);
    const why = isReadable(schedule)
      ? faultIn(schedule, tasks.get(textOf(row.cells.programme)) ?? [], progress?.schema.file ?? '')
      : '进度安排读不出：日子不存在、百分数前后变小，或每年一样的没有到100%';
    if (why === '') continue;
    programmes.issues.add({
      level: '提醒',
      row: row.line,
      column: 'schedule',
      value: shortValue(schedule),
      rule: '进度安排',
      why,
      todo: '这些行没有序时、不按序时亮灯。每年都一样的，请写成不带年份的，例如“03-31:25%;12-31:100%”；只有这一年的，请补上其他年份。'
    });
  }
}

function isReadable(schedule: string): boolean {
  return parseSchedule(schedule).kind !== '读不出';
}

/** Why the rows of a programme can't use its schedule, with how many they are; empty where all can. */
function faultIn(schedule: string, rows: readonly CheckedRow[], file: string): string {
  const lost = rows
    .map((row) => ({ row, why: scheduleFault(schedule, row.cells.period as Period) }))
    .filter(({ why }) => why !== '');
  const first = lost[0];
  if (!first) return '';
  const others = lost.length > 1 ? `，另有${lost.length - 1}行也是` : '';
  return `${first.why.replace('，算不出序时', '')}（${file}第${first.row.line}行${others}）`;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}
