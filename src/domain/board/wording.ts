/**
 * The words of the progress board: its finding, the line under it, its notes.
 */
import type { RollUp } from './rollUp';
import type { LightLevel } from '../lights/rule';
import type { Completion } from '../progress/completion';
import { doneSign } from '../model/goal';
import { leadBasis, leadOrder, limitText, limitWords } from '../progress/leadText';
import { taskName } from '../progress/texts';
import { methodNotes, ownNotes, scheduleNotes, witnessNotes } from '../progress/notes';
import { dayLabel } from '../time/dayLabel';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

/**
 * One sentence without a full stop: the one furthest behind, or furthest past its limit, then how the rest stand. Limits are
 * never said to be slow or fast.
 */
function boardVerdict(rows: readonly Completion[], plans: readonly Completion[]): string {
  const judged = rows.filter(isJudged).sort((a, b) => leadOrder(a)! - leadOrder(b)!);
  const [worst, ...rest] = judged;
  if (!worst) return untimedVerdict(rows, plans);
  const head = headOf(worst);
  if (rest.length === 0) return head;
  const isMixed = judged.some((c) => c.goal.direction === '控制');
  if (!isBehind(worst)) {
    return isMixed
      ? `${judged.length}项任务都不慢于序时、不超控制数；最靠后的${head}`
      : `${judged.length}项任务都不慢于序时；最慢的${head}`;
  }
  const behind = rest.filter(isBehind);
  const others = rest.filter((c) => !isBehind(c));
  const standing = othersStand(others);
  if (behind.length === 0) return `${head}；其余${others.length}项${standing}`;
  const also = behindText(behind, others.length === 0 && !isMixed);
  return others.length === 0 ? `${head}；其余${also}` : `${head}；另有${also}，其余${others.length}项${standing}`;
}

/**
 * The title of a board: the verdict, and before it what the board was asked for, so that slides of one county don't begin
 * alike: the light that it shows, or what the organisations of its one task add up to.
 * @param light the one that is filtered by
 * @param rollUps of the one programme that is filtered by; empty without that filter
 */
export function boardTitle(
  rows: readonly Completion[],
  plans: readonly Completion[],
  light: LightLevel | undefined,
  rollUps: readonly RollUp[]
): string {
  const verdict = boardVerdict(rows, plans);
  if (light && rows.length > 0) {
    const { name } = rows[0]!.light;
    return `${rows.length}项${name ? `亮${name}灯` : '不亮灯'}：${verdict}`;
  }
  const telling = rollUps.find((r) => r.difference !== null && r.difference !== 0);
  return rows.length > 1 && telling ? `${sumText(telling)}；${verdict}` : verdict;
}

/** `3家单位合计比象山县自报多275例`. */
function sumText({ parts, county, difference }: RollUp): string {
  const size = formatNumber(Math.abs(difference!), { decimals: null, unit: parts[0]!.row.unit });
  return `${parts.length}家单位合计比${placeLabel(county)}自报${difference! > 0 ? '多' : '少'}${size}`;
}

/** A figure in doubt is listed, with its warning; it doesn't count as fast or slow. */
function isJudged(c: Completion): boolean {
  return leadOrder(c) !== null && c.row.status !== '存疑';
}

function isBehind(c: Completion): boolean {
  return leadOrder(c)! < 0 || c.exceeded === true;
}

function othersStand(others: readonly Completion[]): string {
  if (others.some((c) => c.goal.direction === '控制')) return '没有落后或超出';
  return others.every((c) => c.lead! > 0) ? '快于序时' : '不慢于序时';
}

/** `2项慢于序时、1项超出控制数、1项用量超序时`. */
function behindText(behind: readonly Completion[], too: boolean): string {
  const limits = behind.filter((c) => c.goal.direction === '控制');
  const passed = limits.filter((c) => c.exceeded === true).length;
  const slow = behind.length - limits.length;
  return [
    slow > 0 ? `${slow}项${too ? '也' : ''}慢于序时` : '',
    passed > 0 ? `${passed}项超出控制数` : '',
    limits.length > passed ? `${limits.length - passed}项用量超序时` : ''
  ]
    .filter(Boolean)
    .join('、');
}

/** What a list without a result says: that there is nothing, or only plans. */
export function emptyVerdict(plans: number): string {
  return plans > 0 ? `还没有完成数，有${plans}项计划` : '没有符合条件的任务';
}

function untimedVerdict(rows: readonly Completion[], plans: readonly Completion[]): string {
  const planned = plans.length > 0 ? `${plans.length}项计划` : '';
  if (rows.length === 0) return emptyVerdict(plans.length);
  const rated = rows.filter((c) => c.rate !== null);
  if (rows.length === 1 && rated.length === 1) return `${taskName(rows[0]!)}${howFar(rows[0]!)}，没有序时可比`;
  const all = `${rows.length}项任务`;
  const head = rated.length > 0 ? `${all}中${rated.length}项有完成率` : `${all}有完成数，没有完成率`;
  return `${head}，没有序时可比${planned ? `；另有${planned}` : ''}`;
}

/** `甲县结肠镜检查完成67.68%，比序时慢14.3个百分点`, `甲县发病率12/10万，超控制数2/10万（控制在10/10万以内）`. */
function headOf(c: Completion): string {
  const limit = c.row.target === null ? '' : limitWords(c.row.target, c.goal.strict, c.row.unit);
  if (leadBasis(c) === '控制数') return `${taskName(c)}${doneText(c)}，${c.leadText}（${limit}）`;
  // What adds up and has a limit of 0 has no share of it to hold against the clock.
  if (c.lead === null) return `${taskName(c)}${doneText(c)}，${limitText(c)}（${limit}）`;
  return `${taskName(c)}${howFar(c)}，${c.lead === 0 ? c.leadText : `比序时${c.leadText}`}`;
}

function howFar(c: Completion): string {
  return c.goal.direction === '控制' ? `用去控制数的${c.rateText}` : `完成${c.rateText}`;
}

function doneText({ done, row }: Completion): string {
  return done === null ? '' : formatNumber(done, { decimals: null, qualifier: doneSign(row), unit: row.unit });
}

/** `21项中15项能比，另15项计划`: of how many of the tasks the title speaks; empty where it speaks of all. */
export function boardScope(rows: readonly Completion[], plans: readonly Completion[]): string {
  const judged = rows.filter(isJudged).length;
  const counted = judged < rows.length ? `${rows.length}项中${judged}项能比` : '';
  const planned = plans.length > 0 ? `另${plans.length}项计划` : '';
  return [counted, planned].filter(Boolean).join('，');
}

/** Periods (counted where they are more than three), cut-off days and 序时 of the rows, as ranges where they differ. */
export function boardSubtitle(rows: readonly Completion[]): string {
  const periods = [...new Set(rows.map((c) => periodLabel(c.row.period)))];
  const days = rows
    .map((c) => c.row.asOf)
    .filter(Boolean)
    .sort();
  const elapsed = rows.flatMap((c) => c.elapsed ?? []).sort((a, b) => a - b);
  const percent = (n: number) => formatNumber(n, { decimals: 1, unit: '%' });
  return [
    periods.length > 3 ? `${periods.length}种任务期` : periods.length > 0 ? `任务期${periods.join('、')}` : '',
    range(days.map(dayLabel), '截至'),
    range(elapsed.map(percent), '序时进度')
  ]
    .filter(Boolean)
    .join(' · ');
}

function range(ordered: readonly string[], title: string): string {
  if (ordered.length === 0) return '';
  const first = ordered[0]!;
  const last = ordered[ordered.length - 1]!;
  return `${title}${first === last ? first : `${first}至${last}`}`;
}

/**
 * Notes of the rows under their names; what holds for many rows is said once.
 * @param left how many rows of earlier cut-off days, and of earlier periods, aren't shown
 */
export function boardNotes(
  rows: readonly Completion[],
  left: { readonly days: number; readonly periods: number }
): Note[] {
  const own = rows.flatMap((c) =>
    ownNotes(c).map((n): Note => ({ level: n.level, text: `${taskName(c)}：${n.text}` }))
  );
  const methods = new Map([...scheduleNotes(rows), ...rows.flatMap(methodNotes)].map((n) => [n.text, n]));
  const witnesses = counted(
    rows.flatMap(witnessNotes).map((n) => n.text),
    (text, count) => `${count}项${text}`
  );
  const earlier: Note[] = [];
  if (left.periods > 0)
    earlier.push({
      level: '说明',
      text: `每年（季、月）都有的任务只列最近一期，另有${left.periods}条较早时期的未列。`
    });
  if (left.days > 0)
    earlier.push({ level: '说明', text: `同一任务有几个截止日的只列最近一期，另有${left.days}条较早的未列。` });
  return warningsFirst([...own, ...witnesses, ...methods.values(), ...rankNotes(rows), ...darkNotes(rows), ...earlier]);
}

/** How many have no light, and why. */
export function darkNotes(rows: readonly Completion[]): Note[] {
  return counted(
    rows.filter((c) => c.light.level === 'none').map((c) => c.light.reason),
    (reason, count) => `${count}项不亮灯：${reason}。`
  );
}

/** Where places are missing the list of ranks was drawn up without them; said once a task. */
function rankNotes(rows: readonly Completion[]): Note[] {
  const texts = rows.flatMap((c) => {
    if (!c.standing || c.standing.missing.length === 0 || c.lead === null) return [];
    const { missing, of } = c.standing;
    return [
      `${c.programme.name}（${periodLabel(c.row.period)}）：${missing.join('、')}缺数，位次按有数的${of}家重排。`
    ];
  });
  return [...new Set(texts)].map((text) => ({ level: '说明', text }));
}

/** One remark for each different text, with how often it occurs. */
function counted(texts: readonly string[], say: (text: string, count: number) => string): Note[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ level: '说明', text: say(text, count) }));
}
