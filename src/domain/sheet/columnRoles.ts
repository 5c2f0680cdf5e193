/** Which column of a table holds what, guessed from its head and from what stands in it. */
import type { Dataset } from '../model/dataset';
import { isUnit } from '../read/tableColumns';
import { isFigureLike, saysNothing } from './figure';
import { plainOf, type Grid } from './grid';
import { headParts, readHeadWords, isMeasureText } from './heads';
import type { ColumnRole } from './layout';
import { isKnownPlace } from './placeText';
import { isPeriodText } from './sheetPeriod';
import type { FoundTable } from './tablesIn';

/** What is known already, to tell names of places from names of indicators. */
export type Known = Pick<Dataset, 'places' | 'indicators' | 'programmes'>;

interface ColumnFacts {
  readonly column: number;
  readonly head: string;
  readonly filled: number;
  readonly figures: number;
  readonly nothings: number;
  readonly words: number;
  readonly places: number;
  readonly periods: number;
  readonly units: number;
  readonly measures: number;
  readonly dates: number;
}

/** Rows that are looked at; more don't tell more. */
const SAMPLE = 300;

/** The role of every column of a table, from its left to its right. */
export function columnRoles(grid: Grid, table: FoundTable, known: Known): ColumnRole[] {
  const columns = Array.from({ length: table.right - table.left + 1 }, (_, i) =>
    factsOf(grid, table, table.left + i, known)
  );
  const roles = columns.map((facts) => roleOf(facts));
  const firstFigure = roles.indexOf('数字');
  const heads = columns.map(({ head }) => head);
  settleNames(roles, columns, firstFigure);
  // 片区 left of the units of an area is no indicator.
  const place = roles.indexOf('地区');
  roles.forEach((role, i) => {
    if (role === '项目' && i < place && !ITEM.test(heads[i]!)) roles[i] = '分组';
  });
  settleGroups(roles, heads, '地区');
  settleGroups(roles, heads, '项目');
  if (roles.filter((role) => role === '单位').length > 1) keepLast(roles, '单位', '不读');
  return roles;
}

function factsOf(grid: Grid, table: FoundTable, column: number, known: Known): ColumnFacts {
  const facts = {
    filled: 0,
    figures: 0,
    nothings: 0,
    words: 0,
    places: 0,
    periods: 0,
    units: 0,
    measures: 0,
    dates: 0
  };
  const start = table.first + table.heads;
  for (let r = start; r <= table.last && r < start + SAMPLE; r++) {
    const cell = grid.cell(r, column);
    const plain = plainOf(cell);
    if (!cell || plain === '') continue;
    facts.filled++;
    if (cell.kind === 'date') facts.dates++;
    if (isPeriodText(plain) || cell.kind === 'date') facts.periods++;
    if (isFigureLike(cell)) facts.figures++;
    else if (saysNothing(plain)) facts.nothings++;
    else facts.words++;
    if (isKnownPlace(plain, known)) facts.places++;
    if (isUnit(plain) && !isFigureLike(cell)) facts.units++;
    if (isMeasureText(plain)) facts.measures++;
  }
  return { column, head: headParts(grid, table.first, table.heads, column, table.left).join(' '), ...facts };
}

const SERIAL = /^(?:序号|编号|序|顺序号?|排序|行次|代码|行政区划代码|区划代码|邮编|no\.?|#)$/i;
const NOTE = /备注|说明|^注$|联系人|电话|负责人|填报人|原因|措施|存在问题/;
const TIME = /^(?:时期|时间|统计时间|统计期|报告期|年份|年度|年|月份|月|日期|年月|期间|截止日期|截至日期|季度)$/;
const PLACE = /地区|县区|区县|县\(?市|机构|医院|乡镇|街道|辖区|填报单位|单位名称|责任单位|承担单位|院区/;
const ITEM = /指标|项目|任务|内容|事项|工作|病种|疾病|类别|名称/;

function roleOf(facts: ColumnFacts): ColumnRole {
  const { head, filled, figures, nothings, words } = facts;
  const bare = head.replace(/\s/g, '');
  const most = (n: number) => n * 2 > filled && filled > 0;
  if (SERIAL.test(bare)) return '不读';
  if (TIME.test(bare) && (facts.periods > 0 || most(figures) || filled === 0)) return '时期';
  if (/^(?:计量|数据)?单位$/.test(bare)) return most(facts.units) ? '单位' : '地区';
  if (most(facts.measures)) return '度量';
  if (/^(?:备注|说明|注)$/.test(bare) || (NOTE.test(bare) && !most(figures))) return '备注';
  if (filled === 0) return bare === '' ? '不读' : '数字';
  if (most(facts.periods) && (most(facts.dates) || !most(figures))) return '时期';
  if (figures + nothings >= words && figures + nothings > 0)
    return bare === '' && figures === filled && facts.column === 0 ? '不读' : '数字';
  if (most(facts.units)) return '单位';
  if (most(facts.places)) return '地区';
  if (ITEM.test(bare) && !PLACE.test(bare)) return '项目';
  if (PLACE.test(bare) || /单位/.test(bare)) return '地区';
  return words > 0 ? '项目' : '不读';
}

/** Words right of the figures say nothing of what is counted. */
function settleNames(roles: ColumnRole[], columns: readonly ColumnFacts[], firstFigure: number): void {
  roles.forEach((role, i) => {
    if (firstFigure < 0 || i < firstFigure || (role !== '项目' && role !== '地区')) return;
    const { head, words, filled } = columns[i]!;
    const named = role === '项目' ? ITEM.test(head) : PLACE.test(head) || /单位/.test(head);
    if (!named)
      roles[i] =
        words * 2 > filled && readHeadWords([head], undefined).measure === 'value' && NOTE.test(head) ? '备注' : '不读';
  });
}

/** Of several columns of names the last before the figures names the row; those left of it group the rows. */
function settleGroups(roles: ColumnRole[], heads: readonly string[], role: '地区' | '项目'): void {
  const all = roles.flatMap((each, i) => (each === role ? [i] : []));
  if (all.length < 2) return;
  const named = all.filter(
    (i) =>
      (role === '地区' ? PLACE : /指标|项目|任务/).test(heads[i]!) && !/类别|类型|分类|科室|主题|大类/.test(heads[i]!)
  );
  const kept = named[named.length - 1] ?? all[all.length - 1]!;
  for (const i of all) if (i !== kept) roles[i] = '分组';
}

function keepLast(roles: ColumnRole[], role: ColumnRole, otherwise: ColumnRole): void {
  const last = roles.lastIndexOf(role);
  roles.forEach((each, i) => {
    if (each === role && i !== last) roles[i] = otherwise;
  });
}
