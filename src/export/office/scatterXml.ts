/** Points over a number, with lines beside them, as DrawingML. */
import type { NativeChart, NativePoint, NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { axisTitle, CATEGORY_AXIS, AXIS_IDS, textStyle, valueAxisXml } from './chartAxes';
import { sheetSource, type ChartRoom } from './chartGeometry';
import { fillXml } from './schemeColour';
import { columnLetters } from '../plan/columnName';
import { xmlText } from './xmlText';

/** @param head number and name of a series */
export function scatterChart(
  chart: NativeChart,
  across: NonNullable<NativeChart['across']>,
  room: ChartRoom,
  head: (series: number) => string
): string {
  const series = chart.series
    .map((s, at) =>
      s.role === 'base'
        ? ''
        : `<c:ser>${head(at)}${look(s, room)}${numbers(chart, at, room)}<c:smooth val="0"/></c:ser>`
    )
    .join('');
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${AXIS_IDS}</c:scatterChart>${acrossAxis(across, room)}${valueAxisXml(chart, room)}`;
}

function look(s: NativeSeries, room: ChartRoom): string {
  if (s.role !== 'bar') {
    const colour = s.role === 'clock' ? palette.clock : palette.context;
    const dash = s.role === 'limit' ? '<a:prstDash val="dash"/>' : '';
    return `<c:spPr><a:ln w="15875" cap="rnd">${fillXml(colour)}${dash}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
  }
  const each = (say: (p: NativePoint, at: number) => string) => s.points.map((p, at) => (p ? say(p, at) : '')).join('');
  const points = each((p, at) => `<c:dPt><c:idx val="${at}"/>${marker(p)}<c:bubble3D val="0"/></c:dPt>`);
  // The names are texts of their own: what a label shows of cells, only newer programs know.
  const names = each((p, at) =>
    p.label === 'none'
      ? `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`
      : `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN" sz="${Math.round(room.font * 100)}" b="${p.strong ? 1 : 0}">${fillXml(palette.ink)}</a:rPr><a:t>${xmlText(p.text)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="${p.label ?? 'r'}"/>${SHOWS}</c:dLbl>`
  );
  return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${marker()}${points}<c:dLbls>${names}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(room.font, palette.ink, true)}<c:dLblPos val="r"/>${SHOWS}</c:dLbls>`;
}

const SHOWS =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Better in the accent, worse in the colour of warnings, what isn't judged grey; triangles outside the outer limits. */
function marker({ judgement, strong }: Partial<NativePoint> = {}): string {
  const colour =
    judgement === '好转'
      ? palette.accent
      : judgement === '变差'
        ? palette.clock
        : strong
          ? palette.ink
          : palette.context;
  return `<c:marker><c:symbol val="${judgement ? 'triangle' : 'circle'}"/><c:size val="${strong ? 9 : 8}"/><c:spPr>${fillXml(colour)}<a:ln w="9525">${fillXml(palette.ground)}</a:ln></c:spPr></c:marker>`;
}

function numbers(chart: NativeChart, at: number, room: ChartRoom): string {
  const { sheet, row } = sheetSource(room);
  const n = chart.categories.length;
  const part = (tag: string, series: number) => {
    const points = chart.series[series]!.points.map((p, i) =>
      p && chart.series[at]!.points[i] ? `<c:pt idx="${i}"><c:v>${p.value}</c:v></c:pt>` : ''
    ).join('');
    const column = columnLetters(series + 1);
    return `<c:${tag}><c:numRef><c:f>${sheet}!$${column}$${row + 1}:$${column}$${row + n}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${n}"/>${points}</c:numCache></c:numRef></c:${tag}>`;
  };
  return part('xVal', 0) + part('yVal', at);
}

function acrossAxis({ title, min, max, step }: NonNullable<NativeChart['across']>, { font }: ChartRoom): string {
  return [
    `<c:valAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>`,
    `${axisTitle(title, font)}<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `<c:spPr><a:ln w="9525">${fillXml(palette.line)}</a:ln></c:spPr>${textStyle(font, palette.inkSoft)}`,
    `<c:crossAx val="222222222"/><c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="${step}"/></c:valAx>`
  ].join('');
}
