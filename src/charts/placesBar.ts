/**
 * Ranked bars over places: values at the bars, the focus place in colour, a reference line.
 */
import { NESTED } from '../domain/compare/comparability';
import type { Comparison, ComparisonRow } from '../domain/compare/comparison';
import { comparedSources, referenceSources } from '../domain/compare/sources';
import { isBound } from '../domain/model/records';
import { isWhole, valueAxis, type ValueAxis } from '../domain/number/valueAxis';
import { periodLabel } from '../domain/time/periodLabel';
import { toAxis } from '../domain/wording/format';
import { gradeText, placeLabel, placeMark } from '../domain/wording/placeLabel';
import { baseOption, HALO, OWN_ROOM, escapeLabel, REFERENCE, rowHeightFor, textWidth, typeSizes } from './drawing';
import type { Drawing, MarkItem, Option } from './drawing';
import {
  barAxis,
  type BarLayout,
  inOneLine,
  nameRoom,
  rowAxis,
  type RowLabel,
  type RowPart,
  twoLines,
  wordRooms
} from './rows';
import { fieldHeight, fieldLabel, fieldMark, withField } from './fieldRow';
import { isDimmed, palette, type RenderContext } from './theme';
import { statedAt } from '../domain/wording/position';
import { type IntervalEnds, endsOf, whiskerSeries } from './whiskers';

/** Room that the chart needs, in px at scale 1. */
export const PLACES_BAR = { leastRow: 26, leastRowWithPeriod: 43, frame: 68 } as const;

interface Layout extends BarLayout {
  /** Width of the axis. */
  readonly plot: number;
}

/** A part of the rows is drawn on the axis and with the margins of all. */
export function placesBar(
  comparison: Comparison,
  context: RenderContext,
  part: RowPart = { from: 0, to: comparison.rows.length }
): Drawing {
  const rows = comparison.rows.slice(part.from, part.to);
  const layout = layoutOf(comparison, context, part);
  const { sizes, labels, room, before, after, top, bottom, rowHeight, axis } = layout;
  const styleOf = (index: number) =>
    isDimmed(rows[index]!, context) ? 'faint' : rows[index]!.isFocus ? 'focus' : 'name';
  return {
    option: {
      ...baseOption(context),
      ...withField(comparison, layout, context, {
        grid: { left: room + before, right: after, top, bottom, ...OWN_ROOM },
        xAxis: barAxis(axis, sizes),
        yAxis: rowAxis(labels, styleOf, sizes, { room, beyond: before, height: rowHeight }),
        series: [barSeries(comparison, rows, layout, context), ...intervals(comparison, rows, context)]
      })
    } as Option,
    height: top + rows.length * rowHeight + bottom,
    ...interaction(comparison, rows)
  };
}

/** Height of a row at scale 1, in px: on a screen a dozen stand whole in the first view of 1366 × 768. */
function usualRow(count: number, { height }: RenderContext): number {
  if (height !== undefined) return count > 24 ? 34 : count > 12 ? 44 : 58;
  return Math.max(28, Math.min(58, Math.floor(336 / count)));
}

/** What names may take of the width; more on the narrow half of a wall, where nobody can ask for the rest of a day. */
function mostNames({ height }: RenderContext, narrow: boolean): number {
  if (!narrow) return 0.38;
  return height === undefined ? 0.42 : 0.5;
}

function layoutOf(comparison: Comparison, context: RenderContext, part: RowPart): Layout {
  const sizes = typeSizes(context);
  const { font, narrow } = sizes;
  const top = (comparison.reference ? Math.round(34 * context.scale) : 12) + fieldHeight(comparison, sizes);
  const bottom = Math.round(34 * context.scale);
  const count = part.to - part.from;
  const words = comparison.rows.map((row) => rowLabel(row, !comparison.samePeriod));
  // Two lines of words need their height, however many rows there are.
  const usual = usualRow(count, context) * context.scale;
  const least = comparison.samePeriod ? 0 : twoLines(sizes);
  const rowHeight = rowHeightFor(Math.round(Math.max(usual, least)), count, context, top + bottom);
  const isLow = rowHeight < least;
  const labels = isLow ? words.map(inOneLine) : words;
  // What stands beside a name is never cut: it would be the name.
  const most = isLow ? 0.6 : mostNames(context, narrow);
  const room = nameRoom([...labels, ...fieldLabel(comparison)], sizes, context.width * most);
  const axis = comparisonAxis(comparison, narrow ? 3 : 5);
  const values = comparison.rows.map((row) => ({
    value: outerEnd(comparison, row),
    width: textWidth(row.bare, font) + Math.round(16 * context.scale)
  }));
  const { before, after } = wordRooms(values, axis, context.width - room, sizes);
  return {
    sizes,
    labels: labels.slice(part.from, part.to),
    room,
    before,
    after,
    plot: context.width - room - before - after,
    top,
    bottom,
    rowHeight,
    axis
  };
}

/** The value axis of a comparison, the same for all its pages and for the chart of an office program. */
export function comparisonAxis(comparison: Comparison, steps = 5): ValueAxis {
  const values = comparison.rows.flatMap((row) => [
    toAxis(row.printed, comparison.scale),
    ...(endsIn(comparison, row) ?? [])
  ]);
  values.push(...comparison.steady.map((value) => toAxis(value, comparison.scale)));
  // A target or an area above may lie beyond every bar.
  if (comparison.reference) values.push(toAxis(comparison.reference.value, comparison.scale));
  const whole = comparison.scale.factor === 1 && comparison.indicator.kind === '数量' && isWhole(values);
  return valueAxis(values, { zero: true, whole, percent: comparison.unit === '%', steps });
}

/** The interval of a row; figures per head have none. */
function endsIn(comparison: Comparison, row: ComparisonRow): IntervalEnds | undefined {
  return comparison.perHead ? undefined : endsOf(row.observation, comparison.scale);
}

/** How far the marks of a row reach from zero: its bar, or its interval beyond it. */
function outerEnd(comparison: Comparison, row: ComparisonRow): number {
  const value = toAxis(row.printed, comparison.scale);
  const ends = endsIn(comparison, row);
  if (!ends) return value;
  return value < 0 ? Math.min(value, ends[0]) : Math.max(value, ends[1]);
}

function intervals(comparison: Comparison, rows: readonly ComparisonRow[], context: RenderContext): Option[] {
  const whiskers = rows.flatMap((row, index) => {
    const ends = isDimmed(row, context) ? undefined : endsIn(comparison, row);
    return ends ? [{ from: [ends[0], index] as const, to: [ends[1], index] as const }] : [];
  });
  return whiskerSeries(whiskers, 'x', context.scale);
}

function barSeries(comparison: Comparison, rows: readonly ComparisonRow[], layout: Layout, context: RenderContext) {
  const { sizes, rowHeight, axis, plot } = layout;
  // Words stand beyond the interval, which would strike them through.
  const beyond = (row: ComparisonRow) =>
    (Math.abs(outerEnd(comparison, row) - toAxis(row.printed, comparison.scale)) / (axis.max - axis.min)) * plot;
  const hasFocus = comparison.rows.some((row) => row.isFocus);
  return {
    id: 'places',
    type: 'bar',
    barWidth: Math.round(rowHeight * 0.54),
    data: rows.map((row) => ({
      value: toAxis(row.printed, comparison.scale),
      itemStyle: isDimmed(row, context) ? { color: palette.track } : markStyle(row, hasFocus),
      label: {
        show: !isDimmed(row, context),
        // At the outer end of its bar, on whichever side that is.
        position: row.printed < 0 ? 'left' : 'right',
        formatter: escapeLabel(row.bare),
        fontWeight: row.isFocus ? 'bold' : 'normal',
        distance: 5 + beyond(row)
      }
    })),
    label: { show: true, position: 'right', distance: 5, fontSize: sizes.font, color: palette.ink, ...HALO },
    markLine: referenceMark(comparison, layout)
  };
}

/** A line under the values: it breaks where a number stands on it. */
function referenceMark(
  { reference, scale }: Comparison,
  { axis, sizes: { small }, room, before, after, plot }: Layout
) {
  if (!reference) return undefined;
  const value = toAxis(reference.value, scale);
  const share = (value - axis.min) / (axis.max - axis.min);
  const at = room + before + share * plot;
  return {
    symbol: 'none',
    animation: false,
    // Of the layer of the bars, whose labels lie over everything in it.
    z: 2,
    lineStyle: { color: palette.clock, width: 1.5, type: [5, 4] },
    label: {
      position: 'start',
      distance: 6,
      ...besideLine(textWidth(reference.text, small), at, at + (1 - share) * plot + after, share > 0.4),
      formatter: escapeLabel(reference.text),
      color: palette.clock,
      fontSize: small
    },
    data: [{ xAxis: value }]
  };
}

/**
 * On which side of a line its words stand, and how far they reach over it where neither side holds them: whole inside the
 * picture as long as they are no wider than that.
 * @param at where the line stands, `whole` the width of the picture; all in px
 * @param left whether they stand left of it where both sides have room
 */
export function besideLine(
  width: number,
  at: number,
  whole: number,
  left: boolean
): { readonly align: 'left' | 'right'; readonly padding?: readonly number[] } {
  const fits = { right: width <= at, left: width <= whole - at };
  if (left ? fits.right || !fits.left : fits.right && !fits.left)
    return fits.right
      ? { align: 'right' }
      : { align: 'right', padding: [0, -Math.ceil(Math.min(width, whole) - at), 0, 0] };
  return {
    align: 'left',
    ...(fits.left ? {} : { padding: [0, 0, 0, -Math.ceil(Math.min(width, whole) - (whole - at))] })
  };
}

/** A mark that promises less than a plain bar: a bound (≥95%) is hollow, an unfit period hatched. */
function markStyle(row: ComparisonRow, hasFocus: boolean): Record<string, unknown> {
  const colour = row.isFocus ? palette.accent : hasFocus ? palette.contextSoft : palette.accentSoft;
  if (!row.fits) {
    return {
      color: palette.ground,
      borderColor: palette.context,
      borderWidth: 1,
      decal: { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5], color: palette.context }
    };
  }
  if (isBound(row.observation.qualifier)) {
    const borderColor = row.isFocus ? palette.accent : palette.context;
    return { color: palette.ground, borderColor, borderWidth: 2, borderType: [6, 4] };
  }
  if (row.observation.status === '预计') return { color: palette.accentWash, borderColor: colour, borderWidth: 2 };
  return { color: colour };
}

/** Grade and mark stand apart from the name: a long name may be cut, they never are. */
function rowLabel({ place, observation, witnesses, reason }: ComparisonRow, showPeriod: boolean): RowLabel {
  const grade = gradeText(witnesses.map((o) => o.source));
  const mark = `${placeMark(place)}${reason === NESTED ? '（上级）' : ''}`;
  if (!showPeriod) return { name: place.name, aside: `${mark} ${grade}`, under: '', underAside: '' };
  return {
    name: place.name,
    aside: mark,
    under: periodLabel(observation.period),
    underAside: ` · ${grade}`
  };
}

function interaction(
  comparison: Comparison,
  rows: readonly ComparisonRow[]
): Required<Pick<Drawing, 'marks' | 'tip' | 'sources'>> {
  return {
    marks: rows.map((row, index) => ({
      seriesId: 'places',
      dataIndex: index,
      at: [toAxis(row.printed, comparison.scale), index] as const
    })),
    tip: ({ seriesId, dataIndex }: MarkItem) =>
      seriesId === REFERENCE
        ? [comparison.reference?.text ?? '']
        : (fieldMark(comparison, seriesId)?.map(({ place, text }) => `${placeLabel(place)}  ${text}`) ??
          tip(rows[dataIndex]!)),
    sources: ({ seriesId, dataIndex }: MarkItem) =>
      seriesId === REFERENCE
        ? referenceSources(comparison)
        : (fieldMark(comparison, seriesId) ?? [rows[dataIndex]!]).flatMap((row) => comparedSources(comparison, row))
  };
}

function tip(row: ComparisonRow): string[] {
  return [
    `${placeLabel(row.place)}  ${row.text}`,
    periodLabel(row.observation.period),
    row.rank === null ? '' : `${row.tied ? '并列' : ''}第${row.rank}${row.gapToNext ? `，${row.gapToNext}` : ''}`,
    row.reason,
    row.observation.note,
    ...row.witnesses.map((w) => `来源：${statedAt(w)}`)
  ].filter(Boolean);
}
