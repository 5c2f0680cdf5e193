/** Periods compared as a native chart. */
import { isBound } from '../../domain/model/records';
import type { Period } from '../../domain/time/period';
import { periodLabel } from '../../domain/time/periodLabel';
import type { Trend, TrendPoint, TrendSeries } from '../../domain/trend/trend';
import { toAxis } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';
import { MOST_FIGURES, namedSeries } from '../trendLayout';
import { pointLabel, trendAxis } from '../trendPoints';
import { endsOf } from '../whiskers';
import { eventStrokes, STROKES_REMARK } from './eventStrokes';
import { withPositions } from './pointPositions';
import { intervalReach, type NativeChart, type NativePoint, type NativeSeries, point } from './nativeChart';

/**
 * Lines over the periods, a series a line with its gaps left empty. Where a line ends and goes on in the very next period,
 * an empty category parts the two; where that would part another line, or a line is joined over periods that only others
 * have, each segment is a series of its own and lines go on over what is empty.
 * @param all the lines of all pages: their axis is the same
 */
export function trendChart(t: Trend, all: readonly TrendSeries[] = t.series): NativeChart {
  const { fromZero, min, max, step } = trendAxis(t, { all });
  const breaks = breaksOf(t);
  const { columns, whole } = columnsOf(
    t,
    breaks.map(({ before }) => before)
  );
  const events = eventStrokes(
    t.events,
    columns.map((period) => period?.end),
    max
  );
  const { series: placed, isPartial } = withPositions(lineSeries(t, columns, whole), { min, max });
  const isParted = t.series.some((s) => s.segments.length > 1);
  return {
    kind: 'lines',
    categories: columns.map((period) => (period ? periodLabel(period) : '')),
    series: [
      ...placed,
      ...levelSeries(t, columns),
      ...othersSeries(t, columns),
      ...breakMarks(t, columns, breaks, max),
      ...events
    ],
    min,
    max,
    step,
    gaps: whole ? 'gap' : 'span',
    remarks: [
      fromZero ? '' : '纵轴不从0起。',
      isPartial ? '挨得太近、写不下的数没有写在图上，数见数据表。' : '',
      t.process ? '信号见数据表，图中不另标。' : '',
      events.length > 0 ? STROKES_REMARK : '',
      isParted && !whole ? '断开的线分成几段，各是一个系列。' : '',
      evenlySpaced(t.periods) ? '' : '横轴逐期排列，间隔不代表时间长短。'
    ].filter(Boolean),
    handling: columns.includes(undefined) ? ['横轴上空出的一格只表示前后不连，不是一个时期。'] : []
  };
}

/** The periods, and undefined where a category is left empty. */
type Columns = readonly (Period | undefined)[];

/** A change of 口径, before the period of that number. */
interface Break {
  readonly before: number;
  readonly text: string;
}

function breaksOf({ breaks, periods }: Trend): Break[] {
  return breaks
    .map(({ period, label }) => ({ before: periods.findIndex((p) => p.end >= period.start), text: label }))
    .filter(({ before }) => before > 0);
}

/** The lines, each a series where all may be whole, else a series a segment. */
function lineSeries(t: Trend, columns: Columns, whole: boolean): NativeSeries[] {
  const named = new Set(namedSeries(t.series));
  const nameOf = lineNames(t, named);
  const count = t.series.reduce((sum, s) => sum + s.segments.reduce((own, segment) => own + segment.length, 0), 0);
  const line = (s: TrendSeries, points: readonly TrendPoint[], name: string, continued: boolean): NativeSeries => ({
    // The unit stands in the line under the title: once, and not at each name.
    name,
    role: 'line',
    points: columns.map((period) => {
      const found = points.find((p) => p.period.text === period?.text);
      return found ? trendPoint(t, found, s.isFocus) : null;
    }),
    labelled: count <= MOST_FIGURES,
    owner: s.place.id,
    continued
  });
  return t.series.flatMap((s) => {
    if (whole) return [line(s, s.segments.flat(), nameOf(s), !named.has(s))];
    const last = s.segments.length - 1;
    return s.segments.map((segment, i) =>
      line(s, segment, i === last ? nameOf(s) : `${nameOf(s)}（第${i + 1}段）`, !(named.has(s) && i === last))
    );
  });
}

/** What stands at the end of a line: a place that goes on by another 口径 is named once, by its latest line. */
function lineNames({ series }: Trend, named: ReadonlySet<TrendSeries>): (s: TrendSeries) => string {
  const severalSpans = new Set(series.map((s) => s.span)).size > 1;
  return (s) => {
    if (!named.has(s)) return s.label;
    return severalSpans ? `${placeLabel(s.place)}（${s.span}）` : placeLabel(s.place);
  };
}

/** A mark at the top of the empty category before each change of 口径. */
function breakMarks({ periods }: Trend, columns: Columns, breaks: readonly Break[], max: number): NativeSeries[] {
  return breaks.map(({ before, text }) => {
    const at = columns.indexOf(periods[before]) - 1;
    return {
      name: text,
      role: 'mark',
      labelled: false,
      points: columns.map((_, i) => (i === at ? point(max, text, false, false) : null))
    };
  });
}

/** Mean and limits over the periods of their stretch; a further stretch goes on with the line of that name. */
function levelSeries({ process, scale }: Trend, columns: Columns): NativeSeries[] {
  const phases = process?.phases ?? [];
  return (['upper', 'mean', 'lower'] as const).flatMap((which) =>
    phases.flatMap((phase, n): NativeSeries[] => {
      const level = phase[which];
      if (!level) return [];
      const own = new Set(phase.points.map((p) => p.period.text));
      const at = columns.flatMap((period, i) => (period && own.has(period.text) ? [i] : []));
      const [from, to] = [at[0] ?? 0, at[at.length - 1] ?? -1];
      const name = { upper: '上限', mean: '均值', lower: '下限' }[which];
      const isLast = phases.slice(n + 1).every((later) => later[which] === null);
      return [
        {
          name: isLast ? name : `${name}（第${n + 1}段）`,
          role: which === 'mean' ? 'mean' : 'limit',
          // A level goes on over what is empty between two of its periods.
          points: columns.map((_, i) =>
            from <= i && i <= to ? point(toAxis(level.value, scale), level.text, false, false) : null
          ),
          labelled: false,
          owner: name,
          continued: !isLast
        }
      ];
    })
  );
}

/** The edges of the band of the other places, each a line. */
function othersSeries({ others, scale }: Trend, columns: Columns): NativeSeries[] {
  if (!others) return [];
  const levels = new Map(others.levels.map((level) => [level.period.text, level]));
  const names = { highest: '最高', upper: '四分之三处', lower: '四分之一处', lowest: '最低' } as const;
  return (Object.keys(names) as (keyof typeof names)[]).map((edge) => ({
    name: `其余${others.places}地${names[edge]}`,
    role: 'limit',
    points: columns.map((period) => {
      const level = period && levels.get(period.text)?.[edge];
      return level ? point(toAxis(level.value, scale), level.text, false, false) : null;
    }),
    labelled: false,
    owner: `others ${edge}`,
    continued: false
  }));
}

/**
 * The categories: the periods, and undefined where one is left empty.
 * @param broken the numbers of the periods before which the 口径 changes
 * @returns whether a line may be one series, its gaps where it has no number
 */
function columnsOf(
  { periods, series }: Trend,
  broken: readonly number[]
): { readonly columns: (Period | undefined)[]; readonly whole: boolean } {
  const at = new Map(periods.map((p, i) => [p.text, i]));
  const runs = series.map((s) => s.segments.map((segment) => segment.map((p) => at.get(p.period.text)!)));
  const parted = runs.flatMap((own) =>
    own.slice(1).flatMap(([first], i) => (first === own[i]![own[i]!.length - 1]! + 1 ? [first] : []))
  );
  const empty = new Set([...broken, ...parted]);
  const segments = runs.flat();
  const isJoinedOver = segments.some((run) => run.some((column, i) => i > 0 && column !== run[i - 1]! + 1));
  const isCrossed = segments.some((run) => run.slice(1).some((column) => empty.has(column)));
  const whole = !isJoinedOver && !isCrossed;
  const before = whole ? empty : new Set(broken);
  return { columns: periods.flatMap((period, i) => (before.has(i) ? [undefined, period] : [period])), whole };
}

function trendPoint(t: Trend, p: TrendPoint, strong: boolean): NativePoint {
  const text = pointLabel(p, t);
  const value = toAxis(p.value, t.scale);
  return {
    ...point(value, text, strong, p.derived || isBound(p.qualifier)),
    ...intervalReach(endsOf(p.observation, t.scale), value)
  };
}

/** Whether each period ends about as long after the one before as the others do. */
export function evenlySpaced(periods: readonly Pick<Period, 'end'>[]): boolean {
  const months = periods.map((p) => Number(p.end.slice(0, 4)) * 12 + Number(p.end.slice(5, 7)));
  const steps = months.slice(1).map((m, i) => m - months[i]!);
  return steps.every((step) => step === steps[0]);
}
