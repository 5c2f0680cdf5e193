/** What the tables of a worksheet mean, guessed; every guess is a decision that a person can look through and change. */
import type { Decision } from '../batch/batch';
import { finish, type Steps } from '../steps/steps';
import { periodLabel } from '../time/periodLabel';
import { columnRoles, type Known } from './columnRoles';
import { cellName, gridOf, type Grid } from './grid';
import { headAt, headParts, readHeadWords, signatureOf, timeless } from './heads';
import type { ColumnRole, HeadNames, SheetLayout, LayoutColumn } from './layout';
import { isKnownPlace } from './placeText';
import { periodSaid } from './sheetPeriod';
import { sideBySide, type Columns } from './sideBySide';
import { tableAround, tablesIn, type FoundTable } from './tablesIn';
import { titleOf, type Title } from './title';
import type { Worksheet } from './worksheet';

export interface TableGuess {
  readonly layout: SheetLayout;
  readonly decisions: readonly Decision[];
}

/** The tables of a sheet from the top down, each with what it seems to mean; none where nothing looks like a table. */
export function guessTables(sheet: Worksheet, known: Known): TableGuess[] {
  return finish(guessTablesSteps(sheet, known));
}

/** The same in parts. */
export function* guessTablesSteps(sheet: Worksheet, known: Known): Steps<TableGuess[]> {
  const grid = gridOf(sheet);
  const tables = yield* tablesIn(grid);
  return tables.map((table) => guessTable(grid, table, known));
}

/** The table whose `heads` rows of heads begin at row `first`, as a person says, and what it seems to mean. */
export function guessAt(sheet: Worksheet, first: number, heads: number, known: Known): TableGuess {
  return finish(guessAtSteps(sheet, { first, heads, column: 0 }, known));
}

/** The same in parts; of tables side by side the one that holds column `column`. */
export function* guessAtSteps(
  sheet: Worksheet,
  { first, heads, column }: { readonly first: number; readonly heads: number; readonly column: number },
  known: Known
): Steps<TableGuess> {
  const grid = gridOf(sheet);
  return guessTable(grid, yield* tableAround(grid, first, heads, column), known);
}

function guessTable(grid: Grid, table: FoundTable, known: Known): TableGuess {
  const title = titleOf(table.above);
  const roles = columnRoles(grid, table, known);
  const places = headNames(grid, table, roles, title, known);
  const columns = roles.map((role, i): LayoutColumn => {
    const parts = headParts(grid, table.first, table.heads, table.left + i, table.left);
    return { head: parts.join(' / '), role, measure: '', item: '', place: '', period: '', unit: '' };
  });
  const layout: SheetLayout = {
    form: 1,
    signature: signatureAt(grid, table.first, table.heads, headEdges(grid, table, [table.left, table.right])),
    first: table.first,
    heads: places,
    last: null,
    left: table.left,
    columns,
    sheetName: sheetNameSays(grid, table, roles, places, title, known),
    fixed: { place: '', item: '', period: '', unit: '' }
  };
  return { layout, decisions: decisionsOf(grid.sheet, table, layout, title) };
}

/** What each row of heads names: places where most of its words do and no column names places, else indicators or tasks. */
function headNames(
  grid: Grid,
  table: FoundTable,
  roles: readonly ColumnRole[],
  title: Title,
  known: Known
): HeadNames[] {
  const levels = Array.from({ length: table.heads }, (_, level) => level);
  if (roles.includes('地区')) return levels.map(() => '项目');
  const named = levels.map((level) => namesAt(grid, table, roles, level));
  const places = named.map((names) => names.filter((name) => isKnownPlace(name, known)).length * 2 > names.length);
  if (places.includes(true)) return places.map((is) => (is ? '地区' : '项目'));
  // Indicators down the side and unknown names across: those are places, unless the sheet is of one place.
  const ofOne = isKnownPlace(grid.sheet.name.replace(/\s/g, ''), known) || title.place !== '';
  const across = roles.includes('项目') && !ofOne;
  return named.map((names) => (across && names.length > 1 ? '地区' : '项目'));
}

/** The different names in a row of heads over the figures. */
function namesAt(grid: Grid, table: FoundTable, roles: readonly ColumnRole[], level: number): string[] {
  const names = roles.flatMap((role, i) => {
    if (role !== '数字') return [];
    const text = headAt(grid, table.first, table.heads, level, table.left + i, table.left);
    const words = readHeadWords(text === '' ? [] : [text], undefined);
    return words.measure === 'value' ? [words.name] : [];
  });
  return names.filter((name, i) => name !== '' && names.indexOf(name) === i);
}

function sheetNameSays(
  grid: Grid,
  table: FoundTable,
  roles: readonly ColumnRole[],
  heads: readonly HeadNames[],
  title: Title,
  known: Known
): SheetLayout['sheetName'] {
  const name = grid.sheet.name.replace(/\s/g, '');
  const placed = roles.includes('地区') || heads.includes('地区');
  if (!placed && isKnownPlace(name, known)) return '地区';
  const timed =
    roles.includes('时期') || roles.every((role, i) => role !== '数字' || periodOver(grid, table, i, title));
  if (!timed && periodSaid(name, title.period) && !/^\d{1,4}$/.test(name)) return '时期';
  const named = roles.includes('项目') || roles.some((role, i) => role === '数字' && nameOver(grid, table, i) !== '');
  return !named && title.item === '' && !/^(?:sheet|工作表|表)?\d*$/i.test(name) && !periodSaid(name, title.period)
    ? '项目'
    : '';
}

function periodOver(grid: Grid, table: FoundTable, i: number, title: Title): boolean {
  return (
    readHeadWords(headParts(grid, table.first, table.heads, table.left + i, table.left), title.period).period !==
    undefined
  );
}

function nameOver(grid: Grid, table: FoundTable, i: number): string {
  return readHeadWords(headParts(grid, table.first, table.heads, table.left + i, table.left), undefined).name;
}

function decisionsOf(sheet: Worksheet, table: FoundTable, layout: SheetLayout, title: Title): Decision[] {
  const aside = table.aside ? `${cellName(0, table.left).slice(0, -1)}列` : '';
  const where = `${sheet.name}第${table.first + 1}行${aside}起的表`;
  const decisions: Decision[] = [];
  const decide = (question: string, answer: string) =>
    decisions.push({ question: `${where}：${question}`, answer, automatic: true });
  const end = table.first + table.heads;
  decide('表头是哪几行', table.heads === 1 ? `第${end}行` : `第${table.first + 1}—${end}行`);
  decide('到哪一行为止', `第${table.last + 1}行`);
  const heads = layout.columns.map(({ head }, i) => head || `第${table.left + i + 1}列`);
  for (const role of ['地区', '项目', '分组', '度量', '时期', '单位', '备注', '数字', '不读'] as const) {
    const of = heads.filter((_, i) => layout.columns[i]!.role === role);
    if (of.length > 0) decide(role === '不读' ? '哪些列不读' : `哪些列是${role}`, of.join('、'));
  }
  if (layout.heads.includes('地区')) decide('表头里写的是什么', '地区');
  if (layout.sheetName !== '') decide(`工作表名“${sheet.name}”说的是什么`, layout.sheetName);
  const period = layout.sheetName === '时期' ? periodSaid(sheet.name, title.period) : title.period;
  if (period) decide('没有另写时期的数是什么时期', periodLabel(period));
  if (title.units.length > 0) decide('没有另写单位的数用什么单位', title.units.join('、'));
  if (title.place !== '') decide('填报单位', title.place);
  if (table.below.length > 0) decide('表下的注', table.below.join(' '));
  return decisions;
}

function signatureAt(grid: Grid, first: number, count: number, [left, right]: Columns): string {
  return signatureOf(Array.from({ length: right - left + 1 }, (_, i) => headParts(grid, first, count, left + i, left)));
}

const ALL_COLUMNS: Columns = [0, 999];

/** The first and last column with a head, among `within`. */
function headEdges(
  grid: Grid,
  { first, heads }: { readonly first: number; readonly heads: number },
  within: Columns
): Columns {
  let [left, right] = [Infinity, -1];
  for (let r = first; r < first + heads; r++) {
    for (let c = within[0]; c <= within[1]; c++) {
      if (grid.text(r, c) === '') continue;
      left = Math.min(left, c);
      right = Math.max(right, c);
    }
  }
  return [left, right];
}

/** Rows in which heads are looked for. */
const SEARCHED = 200;

/**
 * A remembered layout put on a sheet of the same shape, wherever its heads stand there; columns that it has more of,
 * as another month is, are taken like their neighbours. Several where tables of the shape stand beside each other; none
 * where the sheet has no such heads.
 */
export function layoutsFor(sheet: Worksheet, layout: SheetLayout): SheetLayout[] {
  const grid = gridOf(sheet);
  const heads = layout.heads.length;
  for (let first = 0; first + heads <= Math.min(grid.height, SEARCHED); first++) {
    const whole = headEdges(grid, { first, heads }, ALL_COLUMNS);
    if (whole[1] < 0) continue;
    const parts = mayHold(grid, layout, first, whole) ? sideBySide(grid, first, heads, grid.height - 1, whole) : [];
    const fitting = (parts.length < 2 ? [whole] : [whole, ...parts]).filter(
      (columns) => signatureAt(grid, first, heads, columns) === layout.signature
    );
    if (fitting.length > 0) return fitting.map((columns) => layoutAt(grid, layout, first, columns));
  }
  return [];
}

/** Whether a layout's first head stands among wider heads: only then are tables beside each other looked for. */
function mayHold(grid: Grid, { heads, columns }: SheetLayout, first: number, [left, right]: Columns): boolean {
  if (right - left + 1 <= columns.length) return false;
  const wanted = timeless(columns[0]?.head ?? '');
  for (let c = left; c <= right; c++)
    if (timeless(headParts(grid, first, heads.length, c, left).join(' / ')) === wanted) return true;
  return false;
}

function layoutAt(grid: Grid, layout: SheetLayout, first: number, [left, right]: Columns): SheetLayout {
  const known = layout.columns.map((column) => ({ column, shape: timeless(column.head) }));
  const used = new Set<number>();
  const columns = Array.from({ length: right - left + 1 }, (_, i): LayoutColumn => {
    const head = headParts(grid, first, layout.heads.length, left + i, left).join(' / ');
    const shape = timeless(head);
    const next = known.findIndex((each, k) => each.shape === shape && !used.has(k));
    used.add(next);
    const like = next >= 0 ? known[next]! : [...known].reverse().find((each) => each.shape === shape);
    // What the person said of one month's column isn't said of another's.
    return like
      ? { ...like.column, head, period: head === like.column.head ? like.column.period : '' }
      : { head, role: '不读', measure: '', item: '', place: '', period: '', unit: '' };
  });
  return { ...layout, first, left, columns };
}
