/** The lines of a native chart: those of places, levels, and strokes between two periods. */
import type { NativeChart, NativeSeries } from '../../charts/office/nativeChart';
import { categorical, palette } from '../../charts/theme';
import { AXIS_IDS, textStyle } from './chartAxes';
import { axisSpan, lastPointOf, seriesWithoutStrokes, type ChartRoom } from './chartGeometry';
import { eachPoint, labels } from './pointLabels';
import { fillXml, lineColourXml } from './schemeColour';
import { errorBars, seriesHead, values } from './seriesXml';

/** The body of a chart of lines (`c:lineChart`): lines, levels, and strokes between periods. */
export function lineChart(chart: NativeChart, room: ChartRoom): string {
  const colours = lineColours(chart);
  const series = chart.series
    .map((s, i) => (s.role === 'mark' ? markSeries(chart, s, i, room) : lineSeries(chart, s, i, colours[i]!, room)))
    .join('');
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
}

/**
 * All segments of a place in one colour. The focus place in the accent and the others in grey, as on the screen;
 * without one each has its own, as far as there are enough.
 */
function lineColours(chart: NativeChart): string[] {
  const owner = (s: NativeSeries) => s.owner ?? s.name;
  const strong = new Set(chart.series.filter((s) => s.points.some((p) => p?.strong)).map(owner));
  const owners = [
    ...new Set(
      seriesWithoutStrokes(chart)
        .filter((s) => !isLevel(s))
        .map(owner)
    )
  ];
  return chart.series.map((s) => {
    if (isLevel(s)) return LEVEL_COLOURS[s.role] ?? palette.context;
    if (strong.has(owner(s))) return palette.accent;
    if (strong.size > 0 || owners.length > categorical.length) return palette.context;
    return categorical[owners.indexOf(owner(s))] ?? palette.context;
  });
}

/** Lines without marks: levels, 序时, what is only forecast. */
function isLevel({ role }: NativeSeries): boolean {
  return role !== 'line' && role !== 'mark';
}

const LEVEL_COLOURS: Readonly<Partial<Record<NativeSeries['role'], string>>> = {
  mean: palette.inkFaint,
  clock: palette.clock,
  others: palette.context,
  forecast: palette.accent
};

/** A stroke between two periods: an error bar from the top of the axis to its foot, without a point, its name above. */
function markSeries(chart: NativeChart, s: NativeSeries, index: number, room: ChartRoom): string {
  const { min, max } = axisSpan(chart);
  const length = `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${s.points.length}"/>${eachPoint(s, (_, i) => `<c:pt idx="${i}"><c:v>${max - min}</c:v></c:pt>`)}</c:numLit>`;
  const none = `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${s.points.length}"/>${eachPoint(s, (_, i) => `<c:pt idx="${i}"><c:v>0</c:v></c:pt>`)}</c:numLit>`;
  const label = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(room.font, palette.clock, true)}<c:dLblPos val="t"/><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  return [
    '<c:ser>',
    seriesHead(s, index, room),
    '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>',
    room.small ? '' : `<c:dLbls>${label}</c:dLbls>`,
    `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${none}</c:plus><c:minus>${length}</c:minus><c:spPr><a:ln w="19050">${fillXml(palette.clock)}<a:prstDash val="dash"/></a:ln></c:spPr></c:errBars>`,
    values(chart, s, index, room),
    '<c:smooth val="0"/></c:ser>'
  ].join('');
}

function lineSeries(chart: NativeChart, s: NativeSeries, index: number, colour: string, room: ChartRoom): string {
  if (isLevel(s)) return levelSeries(chart, s, index, colour, room);
  const strong = s.points.some((p) => p?.strong);
  const dot = room.small ? 4 : 8;
  const last = s.continued ? -1 : lastPointOf(s);
  const isAlone = (i: number) => !s.points[i - 1] && !s.points[i + 1];
  const single = eachPoint(s, (p, i) => {
    const isMarked = s.dots === 'last' && (i === last || isAlone(i));
    const isLarger = room.small !== undefined && i === last;
    if (!p.hollow && !isMarked && !isLarger) return '';
    const inside = p.hollow ? palette.ground : colour;
    return `<c:dPt><c:idx val="${i}"/>${marker(inside, colour, isLarger ? 7 : dot)}<c:bubble3D val="0"/></c:dPt>`;
  });
  return [
    '<c:ser>',
    seriesHead(s, index, room),
    `<c:spPr><a:ln w="${strong ? 38100 : 25400}" cap="rnd"><a:solidFill>${lineColourXml(colour)}</a:solidFill><a:round/></a:ln></c:spPr>`,
    s.dots === 'last' ? '<c:marker><c:symbol val="none"/></c:marker>' : marker(colour, colour, dot),
    single,
    labels(chart, s, room),
    errorBars(s, 'y'),
    values(chart, s, index, room),
    '<c:smooth val="0"/></c:ser>'
  ].join('');
}

/** A level without marks: the mean and what a small chart is held against a thin line, a limit, 序时 and a forecast broken ones. */
function levelSeries(chart: NativeChart, s: NativeSeries, index: number, colour: string, room: ChartRoom): string {
  const dash = s.role === 'mean' || s.role === 'others' ? '' : '<a:prstDash val="dash"/>';
  return [
    '<c:ser>',
    seriesHead(s, index, room),
    `<c:spPr><a:ln w="15875" cap="rnd">${fillXml(colour)}${dash}<a:round/></a:ln></c:spPr>`,
    '<c:marker><c:symbol val="none"/></c:marker>',
    labels(chart, s, room),
    values(chart, s, index, room),
    '<c:smooth val="0"/></c:ser>'
  ].join('');
}

function marker(inside: string, line: string, size: number): string {
  return `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr><a:solidFill>${lineColourXml(inside)}</a:solidFill><a:ln w="${size > 4 ? 19050 : 9525}"><a:solidFill>${lineColourXml(line)}</a:solidFill></a:ln></c:spPr></c:marker>`;
}
