/** What stands at the marks of a native chart. */
import { textWidth } from '../../charts/drawing';
import type { LabelPosition, NativeChart, NativePoint, NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { textStyle } from './chartAxes';
import { axisSpan, endLabelsFit, lastPointOf, plotBox, type ChartRoom } from './chartGeometry';
import { fillXml } from './schemeColour';
import { xmlText } from './xmlText';

/** Values at the marks, printed as on the screen: the commonest way for all, single ones where they differ. */
export function labels(chart: NativeChart, s: NativeSeries, room: ChartRoom): string {
  const { font } = room;
  const shows = (value: 0 | 1, name: 0 | 1 = 0) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="${name}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>${name ? '<c:separator> </c:separator>' : ''}`;
  const say = (format: string, { position, colour, ground }: LabelPlace, name: 0 | 1 = 0) =>
    `<c:numFmt formatCode="${xmlText(format || 'General')}" sourceLinked="0"/><c:spPr>${ground ? `${fillXml(palette.ground)}` : '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr>${textStyle(font, colour, true)}<c:dLblPos val="${position}"/>${shows(1, name)}`;
  const end = endLabelsFit(chart, room) && !s.continued ? lastPointOf(s) : -1;
  const named = (p: NativePoint, i: number) =>
    `<c:dLbl><c:idx val="${i}"/>${say(p.format, { position: 'r', colour: palette.ink }, 1)}</c:dLbl>`;
  if (!s.labelled) return `<c:dLbls>${eachPoint(s, (p, i) => (i === end ? named(p, i) : ''))}${shows(0)}</c:dLbls>`;
  const all = say(commonest(s.points.flatMap((p) => p?.format || [])), labelPlace(chart, room));
  const single = eachPoint(s, (p, i) => {
    if (i === end) return named(p, i);
    if (p.label === 'none') return `<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`;
    const own = say(p.format, besideStroke(chart, room, p, i) ?? labelPlace(chart, room, p));
    return own === all ? '' : `<c:dLbl><c:idx val="${i}"/>${own}</c:dLbl>`;
  });
  return `<c:dLbls>${single}${all}</c:dLbls>`;
}

interface LabelPlace {
  readonly position: 'outEnd' | 'inEnd' | 'inBase' | Exclude<LabelPosition, 'none'>;
  readonly colour: string;
  /** Whether it stands on its own ground, over a line. */
  readonly ground?: boolean;
}

/** In bullets at the foot of the bar, where no stroke crosses it; beside a bar too short for that. */
function labelPlace(chart: NativeChart, room: ChartRoom, p?: NativePoint): LabelPlace {
  if (chart.kind === 'lines')
    return p?.interval
      ? { position: 'r', colour: palette.ink, ground: true }
      : { position: p?.label && p.label !== 'none' ? p.label : 't', colour: palette.ink };
  if (chart.kind === 'bars' && room.figuresAtFoot)
    return { position: 'inBase', colour: p?.strong && !p.hollow ? palette.ground : palette.ink };
  const { min, max } = axisSpan(chart);
  // An error bar would strike through a figure at the end of its bar.
  const isLong = p !== undefined && (p.value - min) / (max - min || 1) >= 0.14;
  if (chart.kind === 'bars' && p?.interval && isLong)
    return { position: 'inBase', colour: p.strong && !p.hollow ? palette.ground : palette.ink };
  if (chart.kind === 'bars' || (p && (p.value - min) / (max - min || 1) < 0.14))
    return { position: 'outEnd', colour: palette.ink };
  return { position: 'inBase', colour: p?.strong && !p.hollow ? palette.ground : palette.ink };
}

/**
 * Where a figure stands that the reference line would strike through, right of its bar: within the bar, where that is long
 * enough, else on its own ground. Undefined where nothing is in its way.
 */
function besideStroke(chart: NativeChart, room: ChartRoom, p: NativePoint, row: number): LabelPlace | undefined {
  const stroke = chart.series.find(({ role }) => role === 'tick')?.points[row];
  if (chart.kind !== 'bars' || room.figuresAtFoot || p.interval || !stroke) return undefined;
  const { min, max } = axisSpan(chart);
  const points = (plotBox(chart, room).width * room.width) / (max - min || 1);
  const words = textWidth(p.text, room.font) * 1.1 + room.font;
  // Its figure stands away from zero.
  const beyond = (p.value < 0 ? p.value - stroke.value : stroke.value - p.value) * points;
  if (beyond < 0 || beyond > words) return undefined;
  const isLong = Math.abs(p.value - Math.max(min, 0)) * points >= words;
  const colour = p.strong && !p.hollow ? palette.ground : palette.ink;
  return isLong ? { position: 'inEnd', colour } : { position: 'outEnd', colour: palette.ink, ground: true };
}

/** XML of each point that has a value, by its index among all. */
export function eachPoint(s: NativeSeries, say: (p: NativePoint, index: number) => string): string {
  return s.points.map((p, i) => (p ? say(p, i) : '')).join('');
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
