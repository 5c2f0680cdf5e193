/**
 * Bars for a paper, where Writer draws less than elsewhere: strokes only beside one series of bars (empty ones, which lead it
 * to the right bar in other programs, it leaves out), nothing in colour in names, nothing beside the rows.
 */
import { bulletStrokes } from './bulletStrokes';
import { CLOCK, LAST_YEAR, strokeThickness } from './bulletChart';
import type { NativeChart, NativeSeries } from './nativeChart';

/**
 * A chart as a paper has it. Of bullets the target is a stroke too, without the full length behind the bars; the shapes of
 * the lights stay in the names. Undefined where there is a forecast, a second series of bars.
 */
export function paperBars(chart: NativeChart): NativeChart | undefined {
  if (chart.kind !== 'bullets') return chart.lights || chart.beside ? undefined : chart;
  const { categories, series, min, max, remarks, handling } = chart;
  const bars = series.filter(({ role }) => role === 'bar');
  const track = series.find(({ role }) => role === 'track');
  if (!track || bars.length !== 1 || series.some(({ role }) => role === 'forecast')) return undefined;
  const marks = series.filter(({ role }) => role === 'value');
  const all: NativeSeries[] = [...bars, ...marks, { ...track, role: 'value' }];
  const at = (name: string) => {
    const found = all.findIndex((s) => s.name === name);
    return found < 0 ? undefined : found;
  };
  const [clock, last] = [at(CLOCK), at(LAST_YEAR)];
  const own = {
    target: all.length - 1,
    bars: 1,
    ...(clock === undefined ? {} : { clock }),
    ...(last === undefined ? {} : { last })
  };
  const strokes = bulletStrokes(all, own, strokeThickness(max ?? 100));
  return { kind: 'bullets', categories, series: [...all, ...strokes], min, max, remarks, handling };
}

/** The chart with an empty row before number `row` (0-based): what is left out stands there. */
export function withGap(chart: NativeChart, row: number): NativeChart {
  const parted = <T>(list: readonly T[], empty: T) => [...list.slice(0, row), empty, ...list.slice(row)];
  return {
    ...chart,
    categories: parted(chart.categories, ''),
    series: chart.series.map((s) => ({ ...s, points: parted(s.points, null) })),
    ...(chart.lights ? { lights: parted(chart.lights, 'none') } : {}),
    ...(chart.beside ? { beside: { ...chart.beside, texts: parted(chart.beside.texts, '') } } : {})
  };
}
