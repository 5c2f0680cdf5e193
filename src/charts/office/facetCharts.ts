/** 小图 as native charts, laid out as on the wall: one chart each, all with the same columns, which are the ends of periods. */
import type { Facet, Facets } from '../../domain/facets/answer';
import type { Period } from '../../domain/time/period';
import { periodLabel } from '../../domain/time/periodLabel';
import { toAxis } from '../../domain/wording/format';
import { MOST_LINE_DOTS } from '../facetGrid';
import { type FacetBox, facetLayout } from '../facetLayout';
import { type EndWord, endWords, facetKey, facetHead } from '../facetWords';
import type { Box } from '../labelLayout';
import type { RenderContext } from '../theme';
import { pointLabel } from '../trendPoints';
import { type NativeChart, type NativePoint, type NativeSeries, point } from './nativeChart';
import { evenlySpaced } from './trendChart';

/** One of several charts on a page, in the px of its drawing. */
export interface SmallChart {
  readonly chart: NativeChart;
  /** Where its lines are drawn. */
  readonly plot: Box;
  /** Whether the numbers of its axis stand at its left. */
  readonly isNumbered: boolean;
  /** The words above it: from `left` to `right`, around the middle `y`. */
  readonly head: { readonly title: string; readonly value: string; readonly isOwn: boolean } & FacetBox['words'];
  /** What strokes between its periods mean, where there is room: left upper corner and size. */
  readonly breaks: readonly (Box & { readonly text: string })[];
}

export interface SmallCharts {
  readonly charts: readonly SmallChart[];
  /** What the lines are; a colour is empty where words stand without one. */
  readonly key: readonly { readonly text: string; readonly colour: string }[];
  /** Where time begins and ends, below each column. */
  readonly ends: readonly EndWord[];
  /** Type of the words above, and of all else. */
  readonly font: number;
  readonly small: number;
  /** Room for the numbers of an axis, left of its lines. */
  readonly gutter: number;
}

/** Small charts that aren't laid out yet. */
export interface SmallChartsForm {
  readonly count: number;
  /** What is to be said of their form, and what somebody who edits them has to know, one sentence each. */
  readonly remarks: readonly string[];
  readonly handling: readonly string[];
  readonly build: (context: RenderContext) => SmallCharts;
}

/** @param shown of the answer's; axes and columns are those of all */
export function facetCharts(answer: Facets, shown: readonly Facet[]): SmallChartsForm {
  const columns = columnsOf(answer);
  const isSplit = !answer.isSingle && shown.some((facet) => !isWhole(facet, columns));
  const isUneven = !answer.isSingle && !evenlySpaced(columns.filter(Boolean).map((end) => ({ end })));
  return {
    count: shown.length,
    remarks: [
      isSplit && shown.some(isParted) ? '断开的线分成几段，各是一个系列。' : '',
      isUneven ? '横轴逐期排列，间隔不代表时间长短。' : ''
    ].filter(Boolean),
    handling: columns.includes('') && !answer.isSingle ? ['横轴上空出的一格只表示前后不连，不是一个时期。'] : [],
    build: (context) => {
      const layout = facetLayout(answer, shown, context);
      const { boxes, sizes, gutter } = layout;
      return {
        charts: boxes.map((box): SmallChart => {
          const isOwn = box.facet.isOwn && answer.by === 'places';
          return {
            chart: answer.isSingle ? barsOf(box) : linesOf(answer, box, columns),
            plot: box.plot,
            isNumbered: box.isNumbered,
            head: { ...facetHead(answer, box, sizes.font), isOwn, ...box.words },
            breaks: box.breaks.flatMap((at, i) => (at ? [{ ...at, text: box.facet.breaks[i]!.label }] : []))
          };
        }),
        key: facetKey(answer, boxes),
        ends: endWords(layout),
        font: sizes.font,
        small: sizes.small,
        gutter
      };
    }
  };
}

/** Where its series may be joined: lists of points, each with the last day of its period. */
function segmentsOf({ series, reference }: Facet): readonly (readonly { readonly period: Period }[])[] {
  return [...series.flatMap((s) => s.segments), ...(reference?.segments ?? [])];
}

function isParted({ series, reference }: Facet): boolean {
  return series.some(({ segments }) => segments.length > 1) || (reference?.segments.length ?? 0) > 1;
}

/** Last days of the periods, ascending; an empty one where 口径 changes, or a line ends that goes on in the next. */
function columnsOf({ facets, periods }: Facets): string[] {
  const days = [...new Set(periods.map((p) => p.end))];
  const at = new Map(days.map((day, i) => [day, i]));
  const parted = new Set<number>();
  for (const facet of facets) {
    for (const { period } of facet.breaks) parted.add(days.findIndex((day) => day >= period.start));
    for (const segments of [...facet.series.map((s) => s.segments), facet.reference?.segments ?? []])
      segments.slice(1).forEach((segment, i) => {
        const before = segments[i]!;
        const from = at.get(segment[0]!.period.end)!;
        if (from === at.get(before[before.length - 1]!.period.end)! + 1) parted.add(from);
      });
  }
  return days.flatMap((day, i) => (i > 0 && parted.has(i) ? ['', day] : [day]));
}

/** Whether each line may be one series, its gaps where it has no number: no segment goes on over an empty column. */
function isWhole(facet: Facet, columns: readonly string[]): boolean {
  return segmentsOf(facet).every((segment) =>
    segment.every(
      ({ period }, i) => i === 0 || columns.indexOf(period.end) === columns.indexOf(segment[i - 1]!.period.end) + 1
    )
  );
}

function linesOf(
  { periods, referenceName, by }: Facets,
  { facet, axis }: FacetBox,
  columns: readonly string[]
): NativeChart {
  const whole = isWhole(facet, columns);
  const count = facet.series.reduce((sum, s) => sum + s.segments.reduce((own, { length }) => own + length, 0), 0);
  const lines = facet.series.flatMap((s, n): NativeSeries[] => {
    const isLast = n === facet.series.length - 1;
    return parts(s.segments, whole).map(({ points, part }) => ({
      name: `${isLast ? facet.title : s.label}${part}`,
      role: 'line',
      points: inColumns(columns, points, (p) => ownPoint(facet, p, facet.isOwn && by === 'places')),
      labelled: false,
      owner: facet.id,
      // Its last number is that of the indicator itself, not of another 口径 that goes on.
      continued: !points.includes(facet.last),
      ...(count > MOST_LINE_DOTS ? { dots: 'last' as const } : {})
    }));
  });
  const grey = parts(facet.reference?.segments ?? [], whole).map(({ points, part, isEnd }): NativeSeries => ({
    name: `${facet.reference?.name ?? referenceName}${part}`,
    role: 'others',
    points: inColumns(columns, points, (p) => point(toAxis(p.value, facet.scale), p.text, false, false)),
    labelled: false,
    owner: 'others',
    continued: !isEnd
  }));
  const marks = facet.breaks.flatMap(({ period, label }): NativeSeries[] => {
    const at = columns.findIndex((day) => day >= period.start && day !== '') - 1;
    if (columns[at] !== '') return [];
    const points = columns.map((_, i) => (i === at ? point(axis.max, label, false, false) : null));
    return [{ name: label, role: 'mark', points, labelled: false }];
  });
  const names = new Map(
    [...periods, ...segmentsOf(facet).flatMap((s) => s.map((p) => p.period))].map((p) => [p.end, p])
  );
  return {
    kind: 'lines',
    categories: columns.map((day) => (day ? periodLabel(names.get(day)!) : '')),
    // The own line lies over the grey one.
    series: [...grey, ...lines, ...marks],
    min: axis.min,
    max: axis.max,
    step: axis.step,
    gaps: whole ? 'gap' : 'span',
    remarks: [],
    handling: []
  };
}

interface LinePart<T> {
  readonly points: readonly T[];
  /** `（第1段）`; empty for a line that is one series, and for its last part. */
  readonly part: string;
  readonly isEnd: boolean;
}

function parts<T>(segments: readonly (readonly T[])[], whole: boolean): LinePart<T>[] {
  if (segments.length === 0) return [];
  if (whole) return [{ points: segments.flat(), part: '', isEnd: true }];
  return segments.map((points, i) => {
    const isEnd = i === segments.length - 1;
    return { points, part: isEnd ? '' : `（第${i + 1}段）`, isEnd };
  });
}

function inColumns<T extends { readonly period: Period }>(
  columns: readonly string[],
  points: readonly T[],
  say: (p: T) => NativePoint
): (NativePoint | null)[] {
  const own = new Map(points.map((p) => [p.period.end, p]));
  return columns.map((day) => {
    const found = own.get(day);
    return found ? say(found) : null;
  });
}

function ownPoint(facet: Facet, p: Facet['last'], strong: boolean): NativePoint {
  return point(toAxis(p.value, facet.scale), pointLabel(p, facet), strong, p.derived);
}

/** Its bar, and the grey one beside it. */
function barsOf({ facet, axis }: FacetBox): NativeChart {
  const grey = (facet.reference?.segments ?? []).flat().find((p) => p.period.end === facet.last.period.end);
  return {
    kind: 'columns',
    categories: [periodLabel(facet.last.period)],
    series: [
      { name: facet.title, role: 'bar', points: [ownPoint(facet, facet.last, true)], labelled: false },
      ...(grey
        ? [
            {
              name: facet.reference!.name,
              role: 'others' as const,
              points: [point(toAxis(grey.value, facet.scale), grey.text, false, false)],
              labelled: false
            }
          ]
        : [])
    ],
    min: axis.min,
    max: axis.max,
    step: axis.step,
    remarks: [],
    handling: []
  };
}
