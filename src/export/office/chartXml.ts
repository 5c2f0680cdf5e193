/** A native chart as DrawingML, with its formats of single points. */
import type { NativeChart, NativePoint, NativeSeries } from '../../charts/office/nativeChart';
import { categorical, palette } from '../../charts/theme';
import { AXIS_IDS, categoryAxis, STROKE_AXIS_IDS, strokeAxes, textStyle, valueAxis } from './chartAxes';
import {
  axisSpan,
  endLabelsFit,
  linesOf,
  namesBelow,
  namesColumn,
  plotBox,
  sourceOf,
  type ChartRoom
} from './chartGeometry';
import { strokeColour } from '../plan/strokeColour';
import { scatterChart } from './scatterXml';
import { eachPoint, labels } from './pointLabels';
import { fillXml, lineColourXml } from './schemeColour';
import { columnName } from '../plan/columnName';
import { xmlText } from './xmlText';

/** `ppt/charts/chartN.xml`. */
export function chartXml(chart: NativeChart, room: ChartRoom): string {
  const lines = chart.kind === 'lines';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>',
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    layout(chart, room),
    chart.across
      ? scatterChart(chart, chart.across, room, (at) => seriesHead(chart.series[at]!, at, room))
      : [
          lines ? lineChart(chart, room) : barChart(chart, room),
          categoryAxis(chart, room),
          valueAxis(chart, room),
          strokeAxes(chart)
        ].join(''),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    lines && linesOf(chart).length > 1 && !endLabelsFit(chart, room) ? legend(chart, room) : '',
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="${chart.gaps ?? 'gap'}"/></c:chart>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(room.font, palette.ink)}`,
    room.source ? '' : '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>',
    '</c:chartSpace>'
  ].join('');
}

/** One entry a line: a further segment of a line is not another one. */
function legend(chart: NativeChart, room: ChartRoom): string {
  const hidden = chart.series.map((s, i) =>
    s.continued || s.role === 'mark' ? `<c:legendEntry><c:idx val="${i}"/><c:delete val="1"/></c:legendEntry>` : ''
  );
  return `<c:legend><c:legendPos val="r"/>${hidden.join('')}<c:overlay val="0"/>${textStyle(room.font, palette.ink)}</c:legend>`;
}

/**
 * Bars from the same zero, one before the other. Strokes across them are thin bars that stand on unseen ones, on a second
 * pair of axes: error bars won't do, since LibreOffice draws caps at their ends whatever the file says, nor points over a
 * number, which it can't put among lying bars: a reference is therefore a stroke in each row, which together are one line.
 * Strokes of more than one kind stand in one stack, see `bulletStrokes`.
 */
function barChart(chart: NativeChart, room: ChartRoom): string {
  const areSeries = chart.series.some(({ role }) => role === 'stroke');
  const isStroke = ({ role }: NativeSeries) => areSeries && STROKE_PARTS.includes(role);
  const group = (own: (s: NativeSeries) => boolean, grouping: string, gap: number, axes: string) =>
    `<c:barChart><c:barDir val="bar"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${chart.series.map((s, i) => (own(s) ? barSeries(chart, s, i, room) : '')).join('')}<c:gapWidth val="${gap}"/><c:overlap val="100"/>${axes}</c:barChart>`;
  // Floating bars stand on an unseen part of their own.
  const grouping = chart.series.some((s) => s.role === 'base') ? 'stacked' : 'clustered';
  const bars = group((s) => !isStroke(s) && s.role !== 'value', grouping, 70, AXIS_IDS);
  // Where all stand at one value, they are one line through all rows.
  const strokes = areSeries ? group(isStroke, 'stacked', chart.kind === 'bars' ? 0 : 8, STROKE_AXIS_IDS) : '';
  return bars + strokes;
}

const STROKE_PARTS: readonly NativeSeries['role'][] = ['tick', 'gap', 'stroke', 'spacer'];

function layout(chart: NativeChart, room: ChartRoom): string {
  const { x, y, width, height } = plotBox(chart, room);
  const part = (name: string, value: number) => `<c:${name} val="${Number(value.toPrecision(6))}"/>`;
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${part('x', x)}${part('y', y)}${part('w', width)}${part('h', height)}</c:manualLayout></c:layout>`;
}

function barSeries(chart: NativeChart, s: NativeSeries, index: number, room: ChartRoom): string {
  const anyStrong = s.points.some((p) => p?.strong);
  const plain = chart.kind === 'bars' && anyStrong ? palette.contextSoft : palette.accentSoft;
  const shape =
    s.role === 'tick' || s.role === 'spacer' || s.role === 'gap' || s.role === 'base'
      ? NO_FILL
      : s.role === 'stroke'
        ? fill(strokeColour(chart, chart.series.find(({ name }) => name === s.owner) ?? chart.series[index - 1]!))
        : s.role === 'forecast'
          ? HOLLOW
          : s.role === 'track'
            ? fill(palette.track)
            : fill(plain);
  const odd =
    s.role !== 'bar'
      ? ''
      : eachPoint(s, (p, i) =>
          p.strong || p.hollow || p.judgement
            ? `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${barShape(p, plain)}</c:dPt>`
            : ''
        );
  return [
    '<c:ser>',
    seriesHead(s, index, room),
    shape,
    '<c:invertIfNegative val="0"/>',
    odd,
    labels(chart, s, room),
    errorBars(s),
    values(chart, s, index, room),
    '</c:ser>'
  ].join('');
}

/** Better in the accent, worse in the colour of warnings, what isn't judged in grey: as on the screen. */
function judgedColour({ judgement }: NativePoint): string | undefined {
  if (!judgement) return undefined;
  return judgement === '好转' ? palette.accent : judgement === '变差' ? palette.clock : palette.context;
}

function barShape(p: NativePoint, plain: string): string {
  const colour = judgedColour(p) ?? (p.strong ? palette.accent : plain);
  if (!p.hollow) return fill(colour);
  const edge = judgedColour(p) ?? (p.strong ? palette.accent : palette.context);
  return `<c:spPr>${fillXml(palette.ground)}<a:ln w="19050">${fillXml(edge)}<a:prstDash val="dash"/></a:ln></c:spPr>`;
}

function lineChart(chart: NativeChart, room: ChartRoom): string {
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
      linesOf(chart)
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
    `<c:dLbls>${label}</c:dLbls>`,
    `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${none}</c:plus><c:minus>${length}</c:minus><c:spPr><a:ln w="19050">${fillXml(palette.clock)}<a:prstDash val="dash"/></a:ln></c:spPr></c:errBars>`,
    values(chart, s, index, room),
    '<c:smooth val="0"/></c:ser>'
  ].join('');
}

function lineSeries(chart: NativeChart, s: NativeSeries, index: number, colour: string, room: ChartRoom): string {
  if (isLevel(s)) return levelSeries(chart, s, index, colour, room);
  const strong = s.points.some((p) => p?.strong);
  const hollow = eachPoint(s, (p, i) =>
    p.hollow ? `<c:dPt><c:idx val="${i}"/>${marker(palette.ground, colour)}<c:bubble3D val="0"/></c:dPt>` : ''
  );
  return [
    '<c:ser>',
    seriesHead(s, index, room),
    `<c:spPr><a:ln w="${strong ? 38100 : 25400}" cap="rnd"><a:solidFill>${lineColourXml(colour)}</a:solidFill><a:round/></a:ln></c:spPr>`,
    marker(colour, colour),
    hollow,
    labels(chart, s, room),
    errorBars(s, 'y'),
    values(chart, s, index, room),
    '<c:smooth val="0"/></c:ser>'
  ].join('');
}

/** A level without marks: the mean a thin line, a limit, 序时 and a forecast broken ones. */
function levelSeries(chart: NativeChart, s: NativeSeries, index: number, colour: string, room: ChartRoom): string {
  const dash = s.role === 'mean' ? '' : '<a:prstDash val="dash"/>';
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

function marker(inside: string, line: string): string {
  return `<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr><a:solidFill>${lineColourXml(inside)}</a:solidFill><a:ln w="19050"><a:solidFill>${lineColourXml(line)}</a:solidFill></a:ln></c:spPr></c:marker>`;
}

/** Confidence intervals: error bars of their own lengths. */
function errorBars(s: NativeSeries, direction?: 'y'): string {
  if (!s.points.some((p) => p?.interval)) return '';
  const lengths = (side: 'above' | 'below') =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${s.points.length}"/>${eachPoint(s, (p, i) =>
      p.interval ? `<c:pt idx="${i}"><c:v>${p.interval[side]}</c:v></c:pt>` : ''
    )}</c:numLit>`;
  const along = direction ? `<c:errDir val="${direction}"/>` : '';
  return `<c:errBars>${along}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${lengths('above')}</c:plus><c:minus>${lengths('below')}</c:minus><c:spPr><a:ln w="15875">${fillXml(palette.ink)}</a:ln></c:spPr></c:errBars>`;
}

function seriesHead(s: NativeSeries, index: number, room: ChartRoom): string {
  const { sheet, row } = sourceOf(room);
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${sheet}!$${columnName(index + 1)}$${row}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(s.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function values(chart: NativeChart, s: NativeSeries, index: number, room: ChartRoom): string {
  const { sheet, row } = sourceOf(room);
  const n = chart.categories.length;
  const column = columnName(index + 1);
  const names = namesBelow(chart, room)
    .texts.map((name, i) => (name ? `<c:pt idx="${i}"><c:v>${xmlText(name)}</c:v></c:pt>` : ''))
    .join('');
  const numbers = eachPoint(s, (p, i) => `<c:pt idx="${i}"><c:v>${p.value}</c:v></c:pt>`);
  const place = (at: string) => `<c:f>${sheet}!$${at}$${row + 1}:$${at}$${row + n}</c:f>`;
  return [
    `<c:cat><c:strRef>${place(namesColumn(chart, room))}<c:strCache><c:ptCount val="${n}"/>${names}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef>${place(column)}<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${n}"/>${numbers}</c:numCache></c:numRef></c:val>`
  ].join('');
}

/** Hollow, since nobody has counted it. */
const HOLLOW = `<c:spPr><a:noFill/><a:ln w="15875">${fillXml(palette.accent)}<a:prstDash val="dash"/></a:ln></c:spPr>`;
const NO_FILL = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

function fill(colour: string): string {
  return `<c:spPr>${fillXml(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`;
}
