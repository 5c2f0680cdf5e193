/** A funnel as a native chart: points over their denominators, and its limits as lines. */
import type { ProportionInterval } from '../../domain/variation/proportion';
import type { Funnel } from '../../domain/compare/funnel';
import { formatNumber } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';
import { funnelAxes } from '../funnelPlot';
import { withNamePositions } from './pointPositions';
import { type NativeChart, type NativePoint, type NativeSeries, point } from './nativeChart';

/** First the places, then the points of the curves: a category each, with its denominator in the first series. */
export function funnelChart(funnel: Funnel): NativeChart {
  const { rows, curve } = funnel;
  const { rates, bases } = funnelAxes(funnel);
  const across = { title: '分母', min: bases.min, max: bases.max, step: bases.step };
  const { series, isPartial } = withNamePositions(
    [baseSeries(funnel), placeSeries(funnel), ...limitLines(funnel)],
    rates,
    across
  );
  return {
    kind: 'scatter',
    categories: [...rows.map(({ row }) => placeLabel(row.place)), ...curve.map((_, i) => `线上第${i + 1}点`)],
    series,
    min: rates.min,
    max: rates.max,
    step: rates.step,
    across,
    remarks: [
      rates.min > 0 ? '纵轴不从0起。' : '',
      isPartial ? '挨得太近、写不下的地名没有写在图上，见数据表。' : ''
    ].filter(Boolean),
    handling: ['限线按现在的合计和分母算出，改了数，限线不会自己变。']
  };
}

/** The denominators, by which all other series stand across. */
function baseSeries({ rows, curve }: Funnel): NativeSeries {
  return {
    name: '分母',
    role: 'base',
    labelled: false,
    points: [...rows, ...curve].map(({ base }) => plain(base))
  };
}

function placeSeries({ indicator, rows, curve }: Funnel): NativeSeries {
  return {
    name: `${indicator.name}（%）`,
    role: 'bar',
    labelled: true,
    points: [
      ...rows.map(({ row, zone, judgement }): NativePoint => ({
        ...point(row.value, placeLabel(row.place), row.isFocus || zone.includes('99.8'), false),
        ...(judgement ? { judgement: judgement === '好' ? '好转' : '变差' } : {})
      })),
      ...curve.map(() => null)
    ]
  };
}

/** The rate of all places together, and the limits around it. */
function limitLines({ rows, curve, average }: Funnel): NativeSeries[] {
  const none = rows.map(() => null);
  const line = (name: string, role: NativeSeries['role'], values: readonly number[], continued = false) => ({
    name,
    role,
    labelled: false,
    continued,
    points: [...none, ...values.map(plain)]
  });
  const ends = (key: 'control' | 'warning', end: 0 | 1) => curve.map((at) => endOf(at[key], end));
  return [
    line(
      `合计${formatNumber(average, { decimals: 2, unit: '%' })}`,
      'clock',
      curve.map(() => average)
    ),
    line('99.8%限', 'mean', ends('control', 1)),
    line('99.8%限（下）', 'mean', ends('control', 0), true),
    line('95%限', 'limit', ends('warning', 1)),
    line('95%限（下）', 'limit', ends('warning', 0), true)
  ];
}

function plain(value: number): NativePoint {
  return point(value, formatNumber(value), false, false);
}

function endOf({ lower, upper }: ProportionInterval, end: 0 | 1): number {
  return end === 0 ? lower : upper;
}
