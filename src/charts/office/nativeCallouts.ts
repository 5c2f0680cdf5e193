/** Short remarks at the marks of a native chart. */
import { markKey } from '../../domain/deck/callout';
import { periodLabel } from '../../domain/time/periodLabel';
import type { DrawingBuilder, Mark } from '../drawing';
import { datumOf, markAt, type MarkDatum } from '../markDatum';
import type { NativeCallout, NativeChart } from './nativeChart';

/**
 * The chart with the remarks at those of its marks that have one.
 * @param build draws the same rows
 * @param texts by the key of their number
 * @param hasRows whether the marks of the drawing are rows of bars
 */
export function nativeCallouts(
  chart: NativeChart,
  build: DrawingBuilder,
  texts: ReadonlyMap<string, string>,
  hasRows: boolean
): NativeChart {
  const drawing = build({ width: 1_200, scale: 1 });
  const callouts = (drawing.marks ?? []).flatMap((mark): NativeCallout[] => {
    const datum = datumOf(mark, drawing);
    const text = datum && texts.get(markKey(markAt(datum)));
    const at = text === undefined ? undefined : placeIn(chart, mark, datum!);
    return at ? [{ ...at, text: text! }] : [];
  });
  return { ...chart, callouts, ...(hasRows ? { hasMargin: true } : {}) };
}

/** Which series and category a mark is. */
function placeIn(
  chart: NativeChart,
  { at, dataIndex }: Mark,
  datum: MarkDatum
): Omit<NativeCallout, 'text'> | undefined {
  if (chart.kind !== 'lines') {
    const series = chart.series.findIndex(({ role }) => role === 'bar');
    return series < 0 || dataIndex >= chart.categories.length ? undefined : { series, category: dataIndex };
  }
  const category = chart.categories.indexOf(periodLabel(datum.period));
  const own = chart.series
    .map((one, series) => ({ series, owner: one.owner, value: one.points[category]?.value }))
    .filter(({ owner, value }) => owner === datum.place.id && value !== undefined);
  const isAt = ({ value }: { readonly value?: number | undefined }) =>
    at.some((one) => typeof one === 'number' && Math.abs(one - value!) < 1e-9 * Math.max(1, Math.abs(one)));
  const found = own.find(isAt) ?? own[0];
  return found && { series: found.series, category };
}
