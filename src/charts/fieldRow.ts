/**
 * All places as one row above the bars, on their axis: a thick bar over the middle half, thin lines from it to worst and best,
 * strokes at the middle, at the reference and at the own place. The same on every page of the bars.
 */
import type { Comparison, ComparisonRow, Field } from '../domain/compare/comparison';
import { toAxis } from '../domain/wording/format';
import { type Option, escapeLabel, type TypeSizes } from './drawing';
import { type BarLayout, rowAxis, type RowLabel, twoLines } from './rows';
import { palette, type RenderContext } from './theme';

/** Height of the row, in px at scale 1. */
export const FIELD_HEIGHT = 47;

const TOP = 4;

/** The name of the row that stands for all places; none where there is no such row. */
export function fieldLabel({ field }: Pick<Comparison, 'field'>): RowLabel[] {
  return field ? [{ name: `全部${field.count}个`, aside: '', under: '粗段为中间一半', underAside: '' }] : [];
}

/** Height that the row takes, in px; 0 without one. */
export function fieldHeight({ field }: Comparison, sizes: TypeSizes): number {
  return field ? TOP + twoLines(sizes) : 0;
}

const ID = 'field';

/** The rows that the mark of the field stands for; undefined for any other mark. */
export function fieldMark({ field }: Comparison, seriesId: string): readonly ComparisonRow[] | undefined {
  return seriesId === ID ? field?.rows : undefined;
}

/** What of the option of the bars the row changes. */
interface FieldParts {
  readonly grid: object;
  readonly xAxis: Option['xAxis'];
  readonly yAxis: Option['yAxis'];
  readonly series: readonly unknown[];
}

/** The option of the bars with the row above it. */
export function withField(
  { field, scale, reference }: Comparison,
  { sizes, room, before }: BarLayout,
  { scale: size }: RenderContext,
  { grid, xAxis, yAxis, series }: FieldParts
): Option {
  if (!field) return { grid, xAxis, yAxis, series } as Option;
  const on = ({ printed }: ComparisonRow) => toAxis(printed, scale);
  const five = [...field.rows].sort((a, b) => on(a) - on(b)) as [...typeof field.rows];
  const [, lower, , upper] = five;
  const half = {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barWidth: Math.round(13 * size),
    stack: ID,
    // Below zero the part under the half counts too.
    stackStrategy: 'all'
  };
  const names = rowAxis(fieldLabel({ field }), () => 'name', sizes, { room, beyond: before });
  return {
    grid: [grid, { ...grid, top: TOP, bottom: undefined, height: twoLines(sizes) }],
    xAxis: [xAxis, { ...(xAxis as object), gridIndex: 1, axisLabel: { show: false }, splitLine: { show: false } }],
    yAxis: [yAxis, { ...(names as object), gridIndex: 1, triggerEvent: false, axisLine: { show: false } }],
    series: [
      ...series,
      { ...half, id: `${ID}-below`, data: [on(lower)], silent: true, itemStyle: { color: 'transparent' } },
      {
        ...half,
        id: ID,
        data: [on(upper) - on(lower)],
        itemStyle: { color: palette.contextSoft },
        markLine: {
          symbol: 'none',
          animation: false,
          silent: true,
          data: fieldMarks(five, field.own, reference && toAxis(reference.value, scale), {
            on,
            size,
            small: sizes.small
          })
        }
      }
    ]
  } as Option;
}

/** From the quarters to the ends, where their numbers stand; then the middle, the reference and the reader's own place across. */
function fieldMarks(
  [low, lower, middle, upper, high]: Field['rows'],
  own: Field['own'],
  reference: number | null,
  { on, size, small }: { readonly on: (row: ComparisonRow) => number; readonly size: number; readonly small: number }
): unknown[] {
  const line = (color: string, width: number, type: 'solid' | number[] = 'solid') => ({
    lineStyle: { color, width: width * size, type }
  });
  const across = (value: number, look: object) => ({ xAxis: value, label: { show: false }, ...look });
  const toEnd = (from: ComparisonRow, end: ComparisonRow) => {
    const label = {
      position: 'end',
      distance: 5,
      formatter: escapeLabel(end.bare),
      fontSize: small,
      color: palette.inkSoft
    };
    return [{ coord: [on(from), 0], ...line(palette.context, 3), label }, { coord: [on(end), 0] }];
  };
  return [
    toEnd(lower, low),
    toEnd(upper, high),
    across(on(middle), line(palette.ink, 2)),
    ...(reference === null ? [] : [across(reference, line(palette.clock, 1.5, [5, 4]))]),
    ...(own ? [across(on(own), line(palette.accent, 5))] : [])
  ];
}
