/** A native chart as DrawingML, with its formats of single points. */
import type { NativeChart, NativePoint, NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { AXIS_IDS, categoryAxis, STROKE_AXIS_IDS, strokeAxes, textStyle, valueAxisXml } from './chartAxes';
import { endLabelsFit, seriesWithoutStrokes, plotBox, type ChartRoom } from './chartGeometry';
import { lineChart } from './lineXml';
import { errorBars, seriesHead, values } from './seriesXml';
import { strokeColour } from '../plan/strokeColour';
import { scatterChart } from './scatterXml';
import { eachPoint, labels } from './pointLabels';
import { fillXml } from './schemeColour';

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
          valueAxisXml(chart, room),
          strokeAxes(chart)
        ].join(''),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    lines && !room.small && seriesWithoutStrokes(chart).length > 1 && !endLabelsFit(chart, room)
      ? legend(chart, room)
      : '',
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
  if (chart.kind === 'columns') return columns(chart, room);
  // Floating bars stand on an unseen part of their own.
  const grouping = chart.series.some((s) => s.role === 'base') ? 'stacked' : 'clustered';
  const bars = group((s) => !isStroke(s) && s.role !== 'value', grouping, 70, AXIS_IDS);
  // Where all stand at one value, they are one line through all rows.
  const strokes = areSeries ? group(isStroke, 'stacked', chart.kind === 'bars' ? 0 : 8, STROKE_AXIS_IDS) : '';
  return bars + strokes;
}

/** Bars that stand beside each other. */
function columns(chart: NativeChart, room: ChartRoom): string {
  const series = chart.series.map((s, i) => barSeries(chart, s, i, room)).join('');
  return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="250"/><c:overlap val="0"/>${AXIS_IDS}</c:barChart>`;
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
        ? fill(strokeColour(chart.series.find(({ name }) => name === s.owner) ?? chart.series[index - 1]!))
        : s.role === 'forecast'
          ? HOLLOW
          : s.role === 'track'
            ? fill(palette.track)
            : s.role === 'others'
              ? fill(palette.context)
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

/** Hollow, since nobody has counted it. */
const HOLLOW = `<c:spPr><a:noFill/><a:ln w="15875">${fillXml(palette.accent)}<a:prstDash val="dash"/></a:ln></c:spPr>`;
const NO_FILL = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

function fill(colour: string): string {
  return `<c:spPr>${fillXml(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`;
}
