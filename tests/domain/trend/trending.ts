/**
 * What the tests of `trend` share.
 */
import { trend } from '../../../src/domain/trend/computeTrend';
import { detailedTrend } from '../../../src/domain/trend/detail';
import type { Trend, TrendPoint, TrendQuery } from '../../../src/domain/trend/trend';
import { count, dataset, indicator, type Fact, type Small } from '../factory';

export const RATE = indicator({
  name: '规范管理率',
  group: '高血压患者管理·规范管理率',
  definition: '规范管理者的占比。'
});
export const CASES = count({ name: '法定传染病报告病例数', unit: '例', better: '低' });

/** The trend of the first indicator at every place of a small dataset. */
export function ask(small: Small, query: Partial<TrendQuery> = {}): Trend {
  const data = dataset(small);
  const answer = trend(data, { indicator: data.indicators[0]!.id, places: data.places.map((p) => p.id), ...query });
  if (!answer) throw new Error('no answer');
  return answer;
}

/** The same with its process, of the focus place named. */
export function processOf(small: Small, focus?: string): Trend {
  const data = dataset(small);
  const answer = detailedTrend(
    data,
    {
      indicator: data.indicators[0]!.id,
      places: data.places.map((p) => p.id),
      focus: data.places.find((p) => p.name === focus)?.id
    },
    { process: true, intervals: false }
  );
  if (!answer) throw new Error('no answer');
  return answer;
}

export const rate = (...facts: Fact[]): Small => ({ indicators: [RATE], facts });
export const cases = (...facts: Fact[]): Small => ({ indicators: [CASES], facts });

/** Plain figures of one place. */
export const at = (place: string, ...values: [string, number][]): Fact[] =>
  values.map(([period, value]) => ({ at: place, in: period, value }));

export const points = (t: Trend): TrendPoint[] =>
  t.series.flatMap((s) => s.segments.flatMap((segment) => [...segment]));
export const segments = (t: Trend) =>
  t.series.map((s) => s.segments.map((segment) => segment.map((p) => p.period.text)));
export const noteTexts = (t: Trend) => t.notes.map((n) => n.text);
