/** The words of a task's months: its finding, the line under it, its notes. */
import type { TaskMonths } from './answer';
import type { ForecastRange, RangeEnd, Stretch } from './forecastRange';
import { isRevision } from './revision';
import { boardSubtitle, boardTitle } from '../board/wording';
import type { ProgressRow } from '../model/records';
import { roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';
import { methodNotes, ownNotes, scheduleNotes, witnessNotes } from '../progress/notes';
import { taskName } from '../progress/texts';
import { addDays, partsOfDay } from '../time/calendar';
import { dayLabel } from '../time/dayLabel';
import type { Period } from '../time/period';
import { fewNames } from '../wording/fewNames';
import { formatNumber } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { withoutFullStop } from '../wording/withoutFullStop';

type Told = Omit<TaskMonths, 'verdict' | 'subtitle' | 'notes' | 'sources'>;

/** Where it stands against 序时 and the year before, and where it may end; one sentence without a full stop. */
export function monthsVerdict(t: Told): string {
  if (!t.now) return `${taskName(t)}还没有写明截止日的完成率，画不成逐月`;
  const head = [boardTitle([t.now], [], undefined, []), sinceLastYear(t.now)].filter(Boolean).join('，');
  return t.range ? `${head}；${rangeWords(t)}` : head;
}

/** `比上年同期低3.2个百分点`; empty where the year before isn't known on this day. */
function sinceLastYear({ rate, lastYear }: Completion): string {
  if (!lastYear || rate === null) return '';
  const points = roundTo(rate - lastYear.percent, 1);
  const which = lastYear.derived ? '上年推算' : '上年同期';
  if (points === 0) return `与${which}持平`;
  return `比${which}${points > 0 ? '高' : '低'}${formatNumber(Math.abs(points), { decimals: 1, unit: '个百分点' })}`;
}

/** `推算年底完成82.3%—97.1%`. */
function rangeWords(t: Pick<TaskMonths, 'now' | 'range' | 'period'>): string {
  const verb = t.now!.goal.direction === '控制' ? '用去' : '完成';
  return `推算${dueWord(t.period)}${verb}${rangeText(t.range!)}`;
}

/** When a task of the period is due, in a word. */
export function dueWord(period: Period): string {
  return period.kind === '年' ? '年底' : '到期';
}

/** `82.3%—97.1%`, or the one where both read alike. */
function rangeText({ low, high }: ForecastRange): string {
  const [from, to] = [low, high].map(({ percent }) => formatNumber(percent, { decimals: 1, unit: '%' }));
  return from === to ? from! : `${from}—${to}`;
}

/** The cut-off day and what the percentage is of. */
export function monthsSubtitle(t: Told): string {
  const share = t.now?.goal.direction === '控制' ? '累计数占控制数的百分比' : '累计完成占目标的百分比';
  return [t.now ? boardSubtitle([t.now]) : '', share].filter(Boolean).join(' · ');
}

/** @param rows all rows of the task in the period */
export function monthsNotes(t: Told, rows: readonly ProgressRow[]): Note[] {
  const plain = (text: string): Note => ({ level: '说明', text });
  const { now } = t;
  return warningsFirst([
    ...(now ? [...ownNotes(now), ...witnessNotes(now)] : []),
    ...t.course
      .slice(0, -1)
      .flatMap((c) =>
        ownNotes(c).map(({ level, text }): Note => ({ level, text: `截至${dayLabel(c.row.asOf)}：${text}` }))
      ),
    ...revisions(t.course),
    ...(now && now.light.level === 'none' ? [plain(`不亮灯：${now.light.reason}。`)] : []),
    plain(t.range ? formula(t, t.range) : `不画推算：${withoutFullStop(t.rangeReason)}。`),
    plain(beforeNote(t)),
    ...targets(t),
    ...gaps(t).map(plain),
    ...(now ? [...methodNotes(now), ...scheduleNotes([now])] : []),
    ...leftOut(t, rows).map(plain)
  ]);
}

/** How the range was worked out, with its numbers. */
function formula(t: Told, range: ForecastRange): string {
  const now = t.now!;
  const amount = (value: number) =>
    range.by === '完成数'
      ? formatNumber(roundTo(value, 2), { unit: t.unit })
      : formatNumber(roundTo(value, 2), { unit: '个百分点' });
  const already = range.by === '完成数' ? amount(now.done!) : now.rateText;
  const end = ({ percent, value }: RangeEnd) =>
    `${formatNumber(percent, { decimals: 1, unit: '%' })}${value === null ? '' : `（${amount(value)}）`}`;
  const caution = '以后各月都像最慢、或都像最快的那个月，才会到这两头；是推算，不是报告里的数，也不是置信区间。';
  const head = `推算${dueWord(t.period)}＝已完成${already}＋`;
  const result = `得${end(range.low)}—${end(range.high)}。${caution}`;
  if (range.monthsLeft !== null) {
    const month = ({ done, months, ...when }: Stretch) =>
      `${stretchLabel(when)}${months! > 1 ? '月均' : ''}${amount(done / months!)}`;
    return (
      `${head}每月完成数×剩下的${range.monthsLeft}个月：自己的${range.paces}段里最慢是${month(range.low.pace)}，` +
      `最快是${month(range.high.pace)}，${result}`
    );
  }
  const share = (value: number) => formatNumber(value, { decimals: 1, unit: '%' });
  const pace = ({ done, due, ...when }: Stretch) => `${stretchLabel(when)}应完成${share(due)}、完成${amount(done)}`;
  return (
    `${head}一段时间完成的÷这段时间按进度安排应完成的×剩下应完成的${share(range.left)}：自己的${range.paces}段里` +
    `最慢是${pace(range.low.pace)}，最快是${pace(range.high.pace)}，${result}`
  );
}

/** `2024年2月`, `2024年2—4月`; days where it doesn't begin and end with a month. */
function stretchLabel({ from, to }: Pick<Stretch, 'from' | 'to'>): string {
  const [a, b] = [partsOfDay(addDays(from, 1)), partsOfDay(to)];
  if (a.day !== 1 || addDays(to, 1).slice(8) !== '01') return `${dayLabel(addDays(from, 1))}—${dayLabel(to)}`;
  if (a.year !== b.year) return `${a.year}年${a.month}月—${b.year}年${b.month}月`;
  return a.month === b.month ? `${a.year}年${a.month}月` : `${a.year}年${a.month}—${b.month}月`;
}

function beforeNote({ before, beforeName, now }: Told): string {
  if (before.length === 0) return `上年（${beforeName}）没有同一任务的数，不画上年的线。`;
  if (before.some(({ derived }) => derived)) return '灰线是上年同期，标“推算”的由报告里的同比或完成率倒推。';
  if (before.some(({ basis }) => basis === '完成数')) return `灰线是上年（${beforeName}）的完成数÷今年的目标。`;
  const share = now?.goal.direction === '控制' ? '占当年控制数的比率' : '完成率';
  return `灰线是上年（${beforeName}）同一任务在同一天的${share}，按上年自己的目标。`;
}

/** Where what adds up has fallen. */
function revisions(course: readonly Completion[]): Note[] {
  return course.slice(1).flatMap((c, i): Note[] => {
    const before = course[i]!;
    if (c.goal.direction === '控制' && !c.goal.accumulates) return [];
    if (c.done === null || before.done === null || !isRevision(c.done, before.done)) return [];
    return [
      {
        level: '警示',
        text: `截至${dayLabel(c.row.asOf)}的累计数比前一次（${dayLabel(before.row.asOf)}）少，有一处是修订或有误，这一段不作快慢。`
      }
    ];
  });
}

/** Where the target changed on the way. */
function targets({ course, unit }: Told): Note[] {
  const amount = (value: number) => formatNumber(value, { unit });
  return course.slice(1).flatMap((c, i): Note[] => {
    const before = course[i]!.target;
    if (before === null || c.target === null || before === c.target) return [];
    return [
      {
        level: '说明',
        text: `截至${dayLabel(c.row.asOf)}起目标由${amount(before)}改为${amount(c.target)}，各月的完成率按当时的目标，所以线会折。`
      }
    ];
  });
}

/** Months before the last report in which nothing was reported. */
function gaps({ course, now, days }: Told): string[] {
  if (!now) return [];
  const months = new Set(course.map((c) => c.row.asOf.slice(0, 7)));
  const silent = [...new Set(days.filter((day) => day < now.row.asOf).map((day) => day.slice(0, 7)))]
    .filter((month) => !months.has(month))
    .map((month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`);
  return silent.length > 0 ? [`${fewNames(silent, '个月')}没有这项任务的数，线从前一次直接连到后一次。`] : [];
}

/** Rows that are no point of the line. */
function leftOut({ course }: Told, rows: readonly ProgressRow[]): string[] {
  const drawn = new Set(course.flatMap((c) => [c.row, ...c.witnesses]));
  const others = rows.filter((row) => row.status !== '计划' && !drawn.has(row)).length;
  return others > 0 ? [`另有${others}条没有截止日、没有完成率，或同一天另有数的，不在线上。`] : [];
}
