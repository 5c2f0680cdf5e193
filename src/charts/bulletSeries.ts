/** The marks of bullet bars: track, done, 年末推算, target, 序时 and the year before. */
import { doneSign } from '../domain/model/goal';
import { isBound } from '../domain/model/records';
import type { Completion } from '../domain/progress/completion';
import { absenceOf } from './bulletLabels';
import { fitText, textWidth } from './drawing';
import { isDimmed, palette, type RenderContext } from './theme';

/** The scale of the bars, and the sizes of their marks in px. */
export interface BulletGeometry {
  /** End of the axis in percent; longer bars are cut there and marked. */
  readonly max: number;
  /** A size at scale 1 as it is drawn. */
  readonly mark: (px: number) => number;
  readonly stroke: number;
  /** Between the words on the left and the figures on the right. */
  readonly room: number;
  /** 年末推算 in percent, one a row; null where it isn't drawn. */
  readonly projected: readonly (number | null)[] | null;
  readonly font: number;
  readonly small: number;
}

/** Whether a row steps back, because the spotlight is on another place; the row of an organisation goes with its county. */
export function isRowDimmed(row: Completion, context: RenderContext): boolean {
  return isDimmed(row, context) && row.county?.id !== context.spotlight;
}

/** The series of the drawing, the ones behind first. */
export function bulletSeries(rows: readonly Completion[], context: RenderContext, geometry: BulletGeometry) {
  return [
    trackSeries(rows, geometry),
    ...(geometry.projected ? [forecastSeries(rows, context, geometry, geometry.projected)] : []),
    doneSeries(rows, context, geometry),
    ...tickMarks(rows, geometry),
    absentSeries(rows, context, geometry)
  ];
}

/** Thickness of a bar in px at scale 1. */
const BAR = 20;

/** The grey ground of a bar, as long as the target. */
function trackSeries(rows: readonly Completion[], { mark }: BulletGeometry) {
  return {
    id: 'track',
    type: 'bar' as const,
    barWidth: mark(BAR),
    barGap: '-100%',
    itemStyle: { color: palette.track },
    data: rows.map((row) => (row.rate === null ? null : 100))
  };
}

/** 年末推算. Hollow, since nobody has counted it. */
function forecastSeries(
  rows: readonly Completion[],
  context: RenderContext,
  { max, mark, font }: BulletGeometry,
  projected: readonly (number | null)[]
) {
  const percents = projected.map((percent, i) => (isRowDimmed(rows[i]!, context) ? null : percent));
  return {
    id: 'forecast',
    type: 'bar' as const,
    barWidth: mark(BAR),
    z: 2,
    itemStyle: { color: 'transparent', borderColor: palette.accent, borderWidth: 1.5, borderType: [5, 4] },
    data: percents.map((percent) => (percent === null ? null : Math.min(percent, max))),
    label: cutMark(palette.accent, font, (index) => (percents[index] ?? 0) > max)
  };
}

function doneSeries(rows: readonly Completion[], context: RenderContext, { max, mark, font }: BulletGeometry) {
  return {
    id: 'done',
    type: 'bar' as const,
    barWidth: mark(BAR),
    z: 3,
    data: rows.map((row) => ({
      value: row.rate === null ? null : Math.min(row.rate, max),
      itemStyle: isRowDimmed(row, context) ? { color: palette.track } : barStyle(row)
    })),
    label: cutMark(palette.ground, font, (index) => (rows[index]!.rate ?? 0) > max)
  };
}

/** The strokes across the bars, and the pointer above them. */
function tickMarks(rows: readonly Completion[], { max, mark, stroke }: BulletGeometry) {
  const target = tickSeries(
    'target',
    'rect',
    [stroke, mark(30)],
    palette.ink,
    rows.map((row) => (row.rate === null ? null : 100))
  );
  // Three short strokes instead of one long: the dashed 序时 tick of the legend above.
  const clock = [-1, 0, 1].map((step) =>
    tickSeries(
      `clock${step}`,
      'rect',
      [stroke, mark(8)],
      palette.clock,
      rows.map((row) => (row.rate === null ? null : row.elapsed)),
      [0, step * mark(12)]
    )
  );
  // A pointer above the bar, so that it is told from the two lines across it.
  const lastYear = tickSeries(
    'lastYear',
    'path://M0,0L10,0L5,8Z',
    [mark(10), mark(8)],
    palette.context,
    rows.map((row) => (row.lastYear === null ? null : Math.min(row.lastYear.percent, max))),
    [0, -mark(15)]
  );
  return [target, ...clock, lastYear];
}

/** Why a row has no bar, in the place of one. */
function absentSeries(rows: readonly Completion[], context: RenderContext, { small, room }: BulletGeometry) {
  return {
    id: 'absent',
    type: 'scatter' as const,
    symbolSize: 1,
    itemStyle: { color: 'transparent', opacity: 1 },
    label: {
      show: true,
      position: 'right' as const,
      distance: 0,
      color: palette.inkFaint,
      fontSize: small,
      formatter: (item: { dataIndex: number }) =>
        isRowDimmed(rows[item.dataIndex]!, context) ? '' : absenceIn(absenceOf(rows[item.dataIndex]!), small, room)
    },
    data: rows.map((_, index) => [0, String(index)])
  };
}

/** Why there is no bar, or its first clause where the whole has no room: tip, table and notes have the rest. */
function absenceIn(reason: string, small: number, room: number): string {
  const text = textWidth(reason, small) <= room ? reason : reason.split('，')[0]!;
  return fitText(text, small, room);
}

function cutMark(color: string, fontSize: number, isCut: (index: number) => boolean) {
  return {
    show: true,
    position: 'insideRight' as const,
    color,
    fontSize: fontSize * 1.2,
    fontWeight: 'bold' as const,
    formatter: (item: { dataIndex: number }) => (isCut(item.dataIndex) ? '╱╱' : '')
  };
}

function tickSeries(
  id: string,
  symbol: string,
  size: number[],
  colour: string,
  values: (number | null)[],
  offset: number[] = [0, 0]
) {
  return {
    id,
    type: 'scatter' as const,
    symbol,
    symbolSize: size,
    symbolOffset: offset,
    z: 6,
    itemStyle: { color: colour, opacity: 1 },
    data: values.map((value, index) => [value, String(index)])
  };
}

function barStyle(row: Completion): object {
  if (isBound(doneSign(row.row))) {
    return { color: palette.ground, borderColor: palette.accentSoft, borderWidth: 2, borderType: [6, 4] };
  }
  return { color: row.light.level === 'bad' || row.light.level === 'middling' ? palette.accent : palette.accentSoft };
}
