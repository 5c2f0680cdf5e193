/** Bullets for office programs. */
import { isBound } from '../../domain/model/records';
import type { Completion } from '../../domain/progress/completion';
import { paceTexts } from '../../domain/progress/paceTexts';
import { completionTexts } from '../../domain/progress/texts';
import { formatNumber } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';
import { doneSign } from '../../domain/model/goal';
import { bulletStrokes } from './bulletStrokes';
import { type NativeChart, type NativePoint, type NativeSeries, point } from './nativeChart';

/**
 * Bullets: done as bars before the target's length, 序时 and the year before as strokes across. Completion in percent.
 * @param forecast whether 年末推算 is asked for
 * @param all the rows of all pages: they share one scale
 */
export function bulletChart(rows: readonly Completion[], forecast = false, all = rows): NativeChart {
  const axis = axisOf(all, forecast);
  return {
    kind: 'bullets',
    categories: rows.map((r) => bulletName(r)),
    lights: rows.map((r) => r.light.level),
    series: withStrokes(barSeries(rows, forecast), markSeries(rows), axis.max),
    ...axis,
    beside: { title: '完成 / 目标　快慢', texts: rows.map((r) => figuresBeside(r)) },
    remarks: [
      rows.some((r) => r.rate === null) ? '没有完成率的不画条。' : '',
      rows.some((r) => r.goal.direction === '控制') ? '控制类任务的条长是实际数占控制数的百分比，不超过100%为好。' : ''
    ].filter(Boolean),
    handling: ['图中的竖线按表中的目标、序时、上年同期由公式算出，改数就移；行名画在图上，改动名称或行数后要照着改。']
  };
}

/** No bar is cut here: the length is true. */
function axisOf(rows: readonly Completion[], forecast: boolean): { readonly min: number; readonly max: number } {
  const lengths = rows.flatMap((r) => [
    r.rate,
    forecast ? paceTexts(r).forecast : null,
    r.rate === null ? null : lastYearOf(r)
  ]);
  const longest = lengths.reduce<number>((most, length) => Math.max(most, length ?? 0), 0);
  return { min: 0, max: longest <= 100 ? 100 : Math.ceil(longest / 20) * 20 };
}

/** The target's length, 年末推算 where it is asked for and there is one, what is done. */
function barSeries(rows: readonly Completion[], forecast: boolean): NativeSeries[] {
  const projected = rows.map((r) => (forecast ? paceTexts(r).forecast : null));
  const target: NativeSeries = {
    name: '目标（%）',
    role: 'track',
    labelled: false,
    points: rows.map((r) => percent(r.rate === null ? null : 100, '100%'))
  };
  const forecasts: NativeSeries = {
    name: '年末推算（%）',
    role: 'forecast',
    labelled: false,
    points: projected.map((value) => percent(value, percentText(value), false, true))
  };
  const done: NativeSeries = {
    name: '完成率（%）',
    role: 'bar',
    labelled: true,
    points: rows.map((r) =>
      percent(r.rate, r.rateText, r.light.level === 'bad' || r.light.level === 'middling', isBound(doneSign(r.row)))
    )
  };
  return [target, ...(projected.some((value) => value !== null) ? [forecasts] : []), done];
}

/** 序时 and 上年同期, where a row has them. */
function markSeries(rows: readonly Completion[]): NativeSeries[] {
  const marks = [
    { name: CLOCK, of: clockOf },
    { name: LAST_YEAR, of: lastYearOf }
  ];
  return marks
    .filter(({ of }) => rows.some((row) => of(row) !== null))
    .map(({ name, of }) => ({
      name,
      role: 'value',
      labelled: false,
      points: rows.map((row) => percent(of(row), percentText(of(row))))
    }));
}

/** Where there is no bar there is nothing for a mark to stand against. */
function clockOf({ rate, elapsed }: Completion): number | null {
  return rate === null ? null : elapsed;
}

function percent(value: number | null, text: string, strong = false, hollow = false): NativePoint | null {
  return value === null ? null : point(value, text, strong, hollow);
}

export const CLOCK = '序时（%）';
export const LAST_YEAR = '上年同期（%）';
/** Of the length of the axis. */
const THICKNESS = 0.007;

/** How thick a stroke is on an axis of that length. */
export function strokeThickness(max: number): number {
  return Number((THICKNESS * max).toPrecision(2));
}

function withStrokes(bars: readonly NativeSeries[], marks: readonly NativeSeries[], max: number): NativeSeries[] {
  const all = [...bars, ...marks];
  if (all[0]!.points.every((p) => p === null)) return [...bars];
  const numberOf = (name: string) => {
    const at = all.findIndex((s) => s.name === name);
    return at < 0 ? undefined : at;
  };
  const [clock, last] = [numberOf(CLOCK), numberOf(LAST_YEAR)];
  const at = {
    target: 0,
    bars: bars.length,
    ...(clock === undefined ? {} : { clock }),
    ...(last === undefined ? {} : { last })
  };
  return [...all, ...bulletStrokes(all, at, strokeThickness(max))];
}

function lastYearOf(row: Completion): number | null {
  return row.lastYear?.percent ?? null;
}

function percentText(value: number | null): string {
  return value === null ? '' : formatNumber(value, { decimals: 2, unit: '%' });
}

/** `■ 结肠镜检查 象山县`: the light goes with the name, since a chart has no columns. */
function bulletName(row: Completion): string {
  return [row.light.shape, row.programme.name, placeLabel(row.place)].join(' ');
}

/** `2,707 / 推算4,000　慢14.3`. */
function figuresBeside(row: Completion): string {
  const { done, target, lead } = completionTexts(row);
  return [`${done} / ${target}`, lead].filter(Boolean).join('　');
}
