/** A 记分表 as a message in plain text, for a chat: an indicator a line, each number with its time. */
import type { Scorecard, ScorecardCell, ScorecardColumn, ScorecardRow } from './answer';
import { FICTIONAL_MARK, FICTIONAL_NOTE } from '../model/fictional';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_WORDS } from '../trend/changeBase';
import { placeLabel } from '../wording/placeLabel';

/** Places named at one end; more are counted. */
const MOST_NAMES = 3;

/**
 * With a focus place its own figures; without one who is first and last of each indicator.
 * @param source last line: reports and cut-off day
 * @param fictional whether the data are invented: then the message says so first
 */
export function scorecardMessage(answer: Scorecard, source: string, fictional: boolean): string {
  const { columns, rows, heat } = answer;
  const own = rows.find(({ isFocus }) => isFocus);
  const lines = columns.map((column, at) =>
    own ? ownLine(answer, column, own.cells[at]!) : endsLine(column, rows, at)
  );
  const said = lines.filter((line) => line !== '');
  const silent = columns.filter((_, at) => lines[at] === '').map(({ indicator }) => indicator.name);
  return [
    ...(fictional ? [`${FICTIONAL_MARK}${FICTIONAL_NOTE}`] : []),
    heat.verdict,
    ...said.map((line, at) => `${at + 1}. ${line}。`),
    ...(silent.length > 0 ? [`没有数的${silent.length}项：${silent.join('、')}。`] : []),
    source
  ].join('\n');
}

function time({ observation }: ScorecardCell): string {
  return observation ? `（${periodLabel(observation.period)}）` : '';
}

/** `规范管理率82.35%（2024年11月），3个中第2，比上期上升0.25个百分点（好转）`; empty without a number. */
function ownLine({ against }: Scorecard, { indicator, ranked }: ScorecardColumn, cell: ScorecardCell): string {
  if (cell.value === null) return '';
  const { change } = cell;
  const judged =
    change && change.judgement !== '不评价' && change.judgement !== '持平' ? `（${change.judgement}）` : '';
  return [
    `${indicator.name}${cell.text}${time(cell)}`,
    cell.rank !== null && ranked > 1 ? `${ranked}个中第${cell.rank}` : '',
    cell.held?.words ?? '',
    change ? `${CHANGE_BASE_WORDS[against.base]}${change.text}${judged}` : ''
  ]
    .filter(Boolean)
    .join('，');
}

/** `规范管理率（2024年11月）：居首丙县85%，居末乙县78%，3个可比`; without a ranking how far the numbers reach. */
function endsLine({ indicator, period, ranked }: ScorecardColumn, rows: readonly ScorecardRow[], at: number): string {
  const filled = rows.map((row) => ({ row, cell: row.cells[at]! })).filter(({ cell }) => cell.value !== null);
  if (filled.length === 0 || !period) return '';
  const head = `${indicator.name}（${periodLabel(period)}）`;
  const all = filled.filter(({ cell }) => cell.fits && cell.observation?.period.text === period.text);
  const named = (list: typeof all) => {
    const names = list.slice(0, MOST_NAMES).map(({ row }) => placeLabel(row.place));
    return `${names.join('、')}${list.length > names.length ? `等${list.length}个` : ''}${list[0]!.cell.text}`;
  };
  const ranks = all.flatMap(({ cell }) => cell.rank ?? []);
  if (ranked > 1) {
    const [first, last] = [Math.min(...ranks), Math.max(...ranks)];
    if (first === last) return `${head}：${ranked}个可比，都是${all[0]!.cell.text}`;
    const at1 = (rank: number) => named(all.filter(({ cell }) => cell.rank === rank));
    return `${head}：居首${at1(first)}，居末${at1(last)}，${ranked}个可比`;
  }
  const sorted = [...all].sort((a, b) => b.cell.value! - a.cell.value!);
  if (sorted.length === 0) return '';
  if (sorted.length === 1) return `${head}：${named(sorted)}`;
  return `${head}：从${named(sorted.slice(-1))}到${named(sorted.slice(0, 1))}，${sorted.length}个有数`;
}
