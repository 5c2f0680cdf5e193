/** How the indicators of one place changed: bars either side of zero. */
import { valueAxis, type ValueAxis } from '../domain/number/valueAxis';
import { periodLabel } from '../domain/time/periodLabel';
import type { ChangeRows, IndicatorChange } from '../domain/trend/changesAnswer';
import { gradeText } from '../domain/wording/placeLabel';
import { baseOption, escapeLabel, OWN_ROOM, rowHeightFor, textWidth, typeSizes } from './drawing';
import type { Drawing, Option, TypeSizes } from './drawing';
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
import { palette, type RenderContext } from './theme';
import { statedAt } from '../domain/wording/position';

/** Room that the chart needs, in px at scale 1. */
export const CHANGE_BARS = { leastRow: 43, frame: 46 } as const;

/** Better in the accent, worse in the colour of warnings, what has no polarity in grey; the word stands at the bar. */
function markStyle({ judgement, uncertain }: IndicatorChange): Record<string, unknown> {
  const colour = judgement === '好转' ? palette.accent : judgement === '变差' ? palette.clock : palette.context;
  return uncertain
    ? { color: palette.ground, borderColor: colour, borderWidth: 2, borderType: [6, 4] }
    : { color: colour };
}

/**
 * Changes of one place either side of zero, rises to the right, with the words at the bars.
 * A part of the rows is drawn on the axis and with the margins of all.
 */
export function changeBars(
  board: ChangeRows,
  context: RenderContext,
  part: RowPart = { from: 0, to: board.rows.length }
): Drawing {
  const rows = board.rows.slice(part.from, part.to);
  const { sizes, labels, room, before, after, top, bottom, rowHeight, axis, writing } = layoutOf(board, context, part);
  return {
    option: {
      ...baseOption(context),
      grid: { left: room + before, right: after, top, bottom, ...OWN_ROOM },
      xAxis: barAxis(axis, sizes),
      yAxis: rowAxis(labels, (at) => (rows[at]!.isFocus ? 'focus' : 'name'), sizes, {
        room,
        beyond: before,
        height: rowHeight
      }),
      series: [barSeries(rows, sizes, rowHeight, writing)]
    } as Option,
    height: top + rows.length * rowHeight + bottom,
    tip: ({ dataIndex }) => tip(rows[dataIndex]!),
    sources: ({ dataIndex }) => rows[dataIndex]!.sources,
    marks: rows.map((row, index) => ({ seriesId: 'changes', dataIndex: index, at: [row.value, index] as const }))
  };
}

/** The axis of all changes, the same for all pages and for all periods that one steps through. */
function changeAxis({ rows, steady = [] }: ChangeRows, steps = 5): ValueAxis {
  return valueAxis([...rows.map((row) => row.value), ...steady], { zero: true, steps });
}

/** As wide as words at a bar mostly get. */
const WIDE_WORDS = { whole: '下降00.00个百分点，第00→第00', short: '+000.0% 好转', lines: '+000.0%' } as const;

/**
 * The ends of the bars with the width of their words; of a steady axis also its outermost ones with wide words, or the
 * axis would move with the words of each period.
 */
function barEnds({ rows, steady = [] }: ChangeRows, widthOf: (words: readonly string[]) => number, writing: Writing) {
  const ends = rows.map((row) => ({ value: row.value, width: widthOf(wordsOf(row, writing)) }));
  if (steady.length === 0) return ends;
  const width = Math.max(widthOf([WIDE_WORDS[writing]]), ...ends.map((end) => end.width));
  return [...ends, ...[Math.min(...steady), Math.max(...steady)].map((value) => ({ value, width }))];
}

/** Less of the width than this is too little for bars: then their words are short. */
const LEAST_BARS = 0.3;

/** How the words at a bar are written: `增长67.5%（好转）`, `+67.5% 好转`, or the latter in two lines. */
type Writing = 'whole' | 'short' | 'lines';

interface Layout extends BarLayout {
  readonly writing: Writing;
}

function layoutOf(board: ChangeRows, context: RenderContext, part: RowPart): Layout {
  const sizes = typeSizes(context);
  const { font, narrow } = sizes;
  const [top, bottom] = [12, Math.round(34 * context.scale)];
  const count = part.to - part.from;
  const words = board.rows.map(rowLabel);
  const isPlain = !narrow && words.every(({ under }) => under === '');
  const usual = isPlain
    ? (count > 12 ? 28 : 36) * context.scale
    : Math.max((count > 12 ? 46 : 54) * context.scale, twoLines(sizes));
  const rowHeight = rowHeightFor(Math.round(usual), count, context, top + bottom);
  const labels = rowHeight < twoLines(sizes) ? words.map(inOneLine) : words;
  const room = nameRoom(labels, sizes, context.width * (narrow ? 0.42 : 0.38));
  const axis = changeAxis(board, narrow ? 3 : 5);
  const widthOf = (words: readonly string[]) =>
    Math.max(...words.map((word) => textWidth(word, font))) + Math.round(14 * context.scale);
  const roomsOf = (writing: Writing) => wordRooms(barEnds(board, widthOf, writing), axis, context.width - room, sizes);
  const whole = roomsOf(narrow ? 'lines' : 'whole');
  const isTight = context.width - room - whole.before - whole.after < LEAST_BARS * context.width;
  // Beside places the change of rank belongs to the words.
  const writing = narrow ? 'lines' : isTight && !isPlain ? 'short' : 'whole';
  return {
    sizes,
    labels: labels.slice(part.from, part.to),
    room,
    ...(writing === 'short' ? roomsOf(writing) : whole),
    top,
    bottom,
    rowHeight,
    axis,
    writing
  };
}

function rowLabel({ name, times, observations }: IndicatorChange): RowLabel {
  const grade = gradeText(observations.map((o) => o.source));
  // Among places all are of one time, which the title says.
  if (times === '') return { name, aside: ` ${grade}`, under: '', underAside: '' };
  return { name, aside: '', under: times, underAside: ` · ${grade}` };
}

function barSeries(rows: readonly IndicatorChange[], { font }: TypeSizes, rowHeight: number, writing: Writing) {
  return {
    id: 'changes',
    type: 'bar',
    barWidth: Math.round(rowHeight * 0.5),
    data: rows.map((row) => ({
      value: row.value,
      itemStyle: markStyle(row),
      label: {
        position: row.value < 0 ? 'left' : 'right',
        formatter: wordsOf(row, writing).map(escapeLabel).join('\n'),
        lineHeight: Math.round(font * 1.25),
        fontWeight: row.judgement === '变差' ? 'bold' : 'normal'
      }
    })),
    label: { show: true, distance: 8, fontSize: font, color: palette.ink }
  };
}

function wordsOf(row: IndicatorChange, writing: Writing): string[] {
  if (writing === 'whole') return [row.label];
  if (row.label === row.text) return [row.signed];
  return writing === 'short' ? [`${row.signed} ${row.judgement}`] : [row.signed, row.judgement];
}

function tip(row: IndicatorChange): string[] {
  return [
    row.title,
    `${periodLabel(row.period)}：${row.now || '本期数未写'}`,
    ...(row.before ? [`${periodLabel(row.before.period)}：${row.before.text}`] : []),
    `${row.stated ? '原文同比' : '按数计算'}：${row.text}`,
    ...(row.remark ? [row.remark] : []),
    ...row.sources.map((line) => `来源：${statedAt(line)}`)
  ];
}
