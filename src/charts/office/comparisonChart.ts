/** A comparison as a native chart. */
import { NESTED } from '../../domain/compare/comparability';
import type { Comparison, ComparisonRow } from '../../domain/compare/comparison';
import { isBound } from '../../domain/model/records';
import { periodLabel } from '../../domain/time/periodLabel';
import { formatScaled, toAxis } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';
import { comparisonAxis } from '../placesBar';
import { endsOf } from '../whiskers';
import { intervalReach, type NativeChart, type NativeSeries, point, strokeSeries } from './nativeChart';

/** Ranked bars, rows `from` up to `to`, with the reference line as a series of strokes across them. */
export function comparisonChart(c: Comparison, from = 0, to = c.rows.length): NativeChart {
  const rows = c.rows.slice(from, to);
  const bars: NativeSeries = {
    name: `${c.indicator.name}${c.scale.unit ? `（${c.scale.unit}）` : ''}`,
    role: 'bar',
    labelled: true,
    points: rows.map((r) => ({
      ...point(toAxis(r.value, c.scale), r.bare, r.isFocus, isSoft(r)),
      ...intervalReach(c.perHead ? undefined : endsOf(r.observation, c.scale), toAxis(r.value, c.scale))
    }))
  };
  const { reference } = c;
  const referenceValue = reference ? toAxis(reference.value, c.scale) : 0;
  const axis = comparisonAxis(c);
  const ticks = reference
    ? strokeSeries(
        {
          name: reference.text,
          role: 'tick',
          labelled: false,
          points: rows.map(() =>
            point(referenceValue, formatScaled(reference.value, c.scale, c.indicator), false, false)
          )
        },
        axis,
        1,
        0.004
      )
    : [];
  const parents = rows.filter((r) => r.reason === NESTED);
  const odd = rows.filter((r) => !r.fits && r.reason !== NESTED);
  return {
    kind: 'bars',
    categories: rows.map((r) => rowName(r, c.samePeriod)),
    series: [bars, ...ticks],
    ...axis,
    remarks: [
      odd.length > 0 ? `空心条与其他不可比：${placeNames(odd)}。` : '',
      parents.length > 0 ? `空心条是上级，数已含所列的下级地区：${placeNames(parents)}。` : ''
    ].filter(Boolean),
    handling: []
  };
}

function placeNames(rows: readonly ComparisonRow[]): string {
  return rows.map((r) => placeLabel(r.place)).join('、');
}

function rowName(r: ComparisonRow, samePeriod: boolean): string {
  const asides = [r.reason === NESTED ? '上级' : '', samePeriod ? '' : periodLabel(r.observation.period)].filter(
    Boolean
  );
  return asides.length > 0 ? `${placeLabel(r.place)}（${asides.join('，')}）` : placeLabel(r.place);
}

function isSoft(r: ComparisonRow): boolean {
  return !r.fits || isBound(r.observation.qualifier) || r.observation.status === '预计';
}
