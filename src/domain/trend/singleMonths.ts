/**
 * Single months from cumulative figures: what a month added is the figure up to its end less the figure up to the end of
 * the month before. Always 推算, for no report says it.
 */
import { hasFlag } from '../model/flags';
import { type Indicator, isBound } from '../model/records';
import { roundTo } from '../number/rounding';
import { comparePeriods, type Period, periodOfMonths, yearsBefore } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { pointWith } from './points';
import type { SpanSeries } from './series';
import type { TrendPoint } from './trend';
import { difference } from '../wording/difference';
import { formatValue } from '../wording/format';
import { type Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

/** What the choice is called, beside the lengths of the periods that are reported. */
export const SINGLE_MONTHS = '单月（推算）';

const RULE =
  '单月是推算的：本月累计减上月累计，1月就是1月的累计；原文没有写。缺上月累计、累计有修订或口径有调整、不是确数的不算。';

export interface SingleMonths {
  readonly series: readonly SpanSeries[];
  readonly notes: readonly Note[];
}

/** Whether some place has sums from January on up to two months in a row. */
export function hasSingleMonths(all: readonly Summed<Dated>[]): boolean {
  return byPlace(all).some(({ sums }) =>
    [...sums.values()].some((now) => now.period.months > 1 && before(now, sums) !== undefined)
  );
}

/**
 * The single months of each place. January is its own sum, as the report has it. A month without the sum of the month
 * before, with a sum that was revised (修订), is counted in another way from then on (口径调整), is a bound or has a rival
 * value is left out with the reason; a negative one stands, marked.
 */
export function singleMonths(all: readonly SpanSeries[]): SingleMonths {
  const refused: string[] = [];
  const negative: string[] = [];
  const series = byPlace(all).map(({ place, indicator, sums }): SpanSeries => {
    const points: TrendPoint[] = [];
    for (const now of [...sums.values()].sort((a, b) => comparePeriods(a.period, b.period))) {
      const month = monthOf(now.period);
      if (!month) continue;
      const where = `${placeLabel(place)}${periodLabel(month)}`;
      const then = before(now, sums);
      const reason = refusal(now, then);
      if (reason !== '') {
        refused.push(`${where}（${reason}）`);
        continue;
      }
      const point = then ? differencePoint(indicator, month, { now, then }) : pointWith(now, { period: month });
      if (point.value < 0) negative.push(`${where}（${point.text}）`);
      points.push(withChange(indicator, point, points));
    }
    return { place, indicator, span: SINGLE_MONTHS, points };
  });
  const notes: Note[] = [{ level: '说明', text: RULE }];
  if (negative.length > 0) notes.unshift({ level: '警示', text: `累计比上月还少，单月为负：${few(negative)}。` });
  if (refused.length > 0) notes.push({ level: '说明', text: `算不出单月的：${few(refused)}。` });
  return { series: series.filter(({ points }) => points.length > 0), notes };
}

function few(items: readonly string[]): string {
  return `${items.slice(0, 3).join('、')}${items.length > 3 ? `等${items.length}处` : ''}`;
}

/** What of a point says whether it is a sum. */
type Dated = Pick<TrendPoint, 'period' | 'derived'>;

interface Summed<P> {
  readonly place: SpanSeries['place'];
  readonly indicator: Indicator;
  readonly points: readonly P[];
}

interface Sums<P> extends Pick<Summed<P>, 'place' | 'indicator'> {
  /** From January of a year on, over whole months, by the period's text. */
  readonly sums: ReadonlyMap<string, P>;
}

/** Counts and money that add up over a year; where single months are reported there is nothing to work out. */
function byPlace<P extends Dated>(all: readonly Summed<P>[]): Sums<P>[] {
  const groups = new Map<string, { place: SpanSeries['place']; indicator: Indicator; points: P[] }>();
  for (const { place, indicator, points } of all) {
    if (indicator.basis !== '期间' || (indicator.kind !== '数量' && indicator.kind !== '金额')) continue;
    const key = `${place.id} ${indicator.id}`;
    const group = groups.get(key);
    if (group) group.points.push(...points);
    else groups.set(key, { place, indicator, points: [...points] });
  }
  return [...groups.values()]
    .filter(({ points }) => !points.some(({ period }) => period.kind === '月' && !period.start.endsWith('-01-01')))
    .map(({ place, indicator, points }) => ({
      place,
      indicator,
      sums: new Map(points.filter(isSum).map((point) => [point.period.text, point]))
    }));
}

function isSum({ period, derived }: Dated): boolean {
  return !derived && period.months >= 1 && period.months <= 12 && period.start.endsWith('-01-01');
}

/** The last month of a sum. */
function monthOf({ end }: Period): Period | undefined {
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
  return periodOfMonths(year, month, year, month);
}

/** The sum up to the month before, of the same year. */
function before<P extends Dated>({ period }: P, sums: ReadonlyMap<string, P>): P | undefined {
  if (period.months < 2) return undefined;
  const year = Number(period.start.slice(0, 4));
  return sums.get(periodOfMonths(year, 1, year, period.months - 1)?.text ?? '');
}

/** Why there is no difference; empty where there is one. */
function refusal(now: TrendPoint, then: TrendPoint | undefined): string {
  if (now.period.months === 1) return '';
  if (!then) return '没有上月的累计';
  const both = [then, now];
  if (both.some((p) => isBound(p.qualifier))) return '累计是界限而非确数';
  if (now.witnesses.some((o) => hasFlag(o, '口径调整'))) return '口径有调整';
  if (both.some((p) => p.witnesses.some((o) => hasFlag(o, '修订')))) return '累计有修订';
  if (both.some((p) => p.conflicts.length > 0)) return '累计有两个说法';
  return '';
}

function differencePoint(
  indicator: Indicator,
  period: Period,
  { now, then }: { readonly now: TrendPoint; readonly then: TrendPoint }
): TrendPoint {
  const value = roundTo(now.value - then.value, indicator.decimals ?? 4);
  const qualifier = now.qualifier === '≈' || then.qualifier === '≈' ? '≈' : '';
  return {
    period,
    value,
    observation: null,
    derived: true,
    fromSums: true,
    derivedFrom: now.observation,
    witnesses: then.witnesses,
    conflicts: [],
    qualifier,
    text: `推算${formatValue(value, indicator, qualifier)}`,
    statedChange: null,
    computedChange: null,
    before: [],
    differs: false
  };
}

/** With the change against the same month of the year before, where that has one. */
function withChange(indicator: Indicator, point: TrendPoint, earlier: readonly TrendPoint[]): TrendPoint {
  const [year] = yearsBefore(point.period);
  const then = earlier.find((p) => p.period.text === year?.text);
  if (!then) return pointWith(point, { statedChange: null, computedChange: null, before: [], differs: false });
  const { text, value } = difference(point.value, then.value, indicator);
  const beneath = [...(then.derivedFrom ? [then.derivedFrom] : []), ...then.witnesses];
  return pointWith(point, { statedChange: null, computedChange: { text, value }, before: beneath, differs: false });
}
