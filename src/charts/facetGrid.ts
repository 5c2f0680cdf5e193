/**
 * Small charts side by side, a place or an indicator each: its own line strong, what it is held against faint behind it,
 * its last number above. Where nothing has two periods, bars.
 */
import type { Facet, Facets, ReferencePoint } from '../domain/facets/answer';
import type { TrendPoint } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import { axisNumber, baseOption, type Drawing, type Option, OWN_ROOM } from './drawing';
import { type FacetBox, type FacetLayout, facetLayout } from './facetLayout';
import { facetInteraction, segmentId } from './facetTips';
import { breaksSeries, endsSeries, keySeries, wordsSeries } from './facetWords';
import { isDimmed, palette, type RenderContext } from './theme';
import { markLines } from './markLines';

/** More points of a line show no dots. */
export const MOST_LINE_DOTS = 10;

/** @param shown of the answer's; the axis covers all */
export function facetGrid(answer: Facets, shown: readonly Facet[], context: RenderContext): Drawing {
  const layout = facetLayout(answer, shown, context);
  const { boxes, height } = layout;
  const { width } = context;
  return {
    option: {
      ...baseOption(context),
      grid: [{ left: 0, top: 0, width, height, ...OWN_ROOM }, ...boxes.map(({ plot }) => ({ ...plot, ...OWN_ROOM }))],
      xAxis: [
        { type: 'value', show: false, min: 0, max: width },
        ...boxes.map((box, i) => timeAxis(box, i + 1, layout))
      ],
      yAxis: [
        { type: 'value', show: false, min: 0, max: height, inverse: true },
        ...boxes.map((box, i) => valuesAxis(box, i + 1, layout))
      ],
      series: [
        ...boxes.flatMap((box, i) => facetSeries(answer, box, i + 1, context)),
        ...keySeries(answer, layout, context),
        wordsSeries(answer, layout, context),
        breaksSeries(layout),
        endsSeries(layout)
      ]
    } as Option,
    height,
    across: true,
    ...facetInteraction(answer, shown)
  };
}

function timeAxis({ axis }: FacetBox, gridIndex: number, { span }: FacetLayout): Option {
  return {
    gridIndex,
    type: 'time',
    min: span[0],
    max: span[1],
    axisTick: { show: false },
    axisLabel: { show: false },
    axisLine: { lineStyle: { color: axis.min <= 0 ? palette.context : palette.line } },
    splitLine: { show: false }
  } as Option;
}

function valuesAxis({ axis, isNumbered }: FacetBox, gridIndex: number, { sizes }: FacetLayout): Option {
  return {
    gridIndex,
    type: 'value',
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      show: isNumbered,
      color: palette.inkFaint,
      fontSize: sizes.small,
      margin: Math.round(sizes.small * 0.4),
      formatter: axisNumber
    },
    splitLine: { lineStyle: { color: palette.lineSoft } }
  } as Option;
}

function facetSeries(answer: Facets, box: FacetBox, axis: number, context: RenderContext): Option[] {
  const { facet } = box;
  const at = { xAxisIndex: axis, yAxisIndex: axis };
  const colour = isDimmed(facet, context) ? palette.contextSoft : palette.accent;
  const { scale } = context;
  if (answer.isSingle) return barSeries(box, at, colour);
  const grey = (facet.reference?.segments ?? []).map((segment, i) => ({
    id: `${facet.id}#grey${i}`,
    type: 'line',
    ...at,
    silent: true,
    symbol: segment.length === 1 ? 'circle' : 'none',
    symbolSize: Math.round(4 * scale),
    z: 2,
    itemStyle: { color: palette.context },
    lineStyle: { color: palette.context, width: 1.4 * scale },
    data: segment.map((p) => greyDatum(p, facet))
  }));
  const own = facet.series.flatMap((s, n) =>
    s.segments.map((segment, i) => ({
      id: segmentId(facet, n, i),
      type: 'line',
      ...at,
      triggerEvent: 'line',
      showAllSymbol: true,
      symbol: 'circle',
      clip: false,
      z: 3,
      lineStyle: { color: colour, width: (facet.isOwn && answer.by === 'places' ? 3 : 2.2) * scale },
      data: segment.map((point) => ownDatum(point, facet, { colour, scale, dots: dotsOf(facet, segment) }))
    }))
  );
  return [...grey, ...own, ...breakSeries(box, at)] as Option[];
}

/** Two bars from zero: its own, and the grey one beside it. */
function barSeries({ facet, plot }: FacetBox, at: object, colour: string): Option[] {
  const barWidth = Math.round(Math.min(plot.width * 0.22, plot.height));
  const grey = (facet.reference?.segments ?? []).flat();
  return [
    ...facet.series.flatMap((s, n) =>
      s.segments.map((segment, i) => ({
        id: segmentId(facet, n, i),
        type: 'bar',
        ...at,
        barWidth,
        itemStyle: { color: colour },
        data: segment.map((p) => [p.period.end, toAxis(p.value, facet.scale)])
      }))
    ),
    ...(grey.length > 0
      ? [
          {
            id: `${facet.id}#grey0`,
            type: 'bar',
            ...at,
            silent: true,
            barWidth,
            itemStyle: { color: palette.context },
            data: grey.map((p) => greyDatum(p, facet))
          }
        ]
      : [])
  ] as Option[];
}

function greyDatum({ period, value }: ReferencePoint, { scale }: Facet): [string, number] {
  return [period.end, toAxis(value, scale)];
}

/** Whether all points of a line have a dot. One alone has no line, so it has one always. */
function dotsOf({ series }: Facet, segment: readonly TrendPoint[]): boolean {
  const count = series.reduce((sum, s) => sum + s.segments.reduce((own, { length }) => own + length, 0), 0);
  return count <= MOST_LINE_DOTS || segment.length === 1;
}

interface DatumLook {
  readonly colour: string;
  readonly scale: number;
  readonly dots: boolean;
}

/** A point without a dot still answers to the pointer. */
function ownDatum(point: TrendPoint, facet: Facet, { colour, scale, dots }: DatumLook): Option {
  const isLast = point === facet.last;
  const fill = point.derived
    ? { color: palette.ground, borderColor: colour, borderWidth: 1.5 }
    : { color: isLast || dots ? colour : 'transparent', borderColor: 'transparent' };
  return {
    value: [point.period.end, toAxis(point.value, facet.scale)],
    symbolSize: Math.round((isLast ? 8 : dots ? 5 : 6) * scale),
    itemStyle: fill
  } as Option;
}

/** A stroke where a line begins anew; what it means stands beside it (`facetWords`). */
function breakSeries({ facet }: FacetBox, at: object): Option[] {
  if (facet.breaks.length === 0) return [];
  const lines = {
    lineStyle: { color: palette.clock, type: [5, 4] },
    label: { show: false },
    data: facet.breaks.map(({ period, label }) => ({ name: label, xAxis: period.start }))
  };
  return [markLines(`${facet.id}#breaks`, lines, at)];
}
