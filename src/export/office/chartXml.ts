/**
 * A native chart as DrawingML, and the workbook behind it. pptxgenjs writes charts that office programs forgive
 * rather than accept (three axis ids for two axes, no grouping of lines, zeros and gaps lost in the sheet), and
 * has no formats of single points: its package stays, its charts are replaced.
 */
import { textWidth } from '../../charts/drawing';
import { categorical, palette } from '../../charts/theme';
import type { NativeChart, NativePoint, NativeSeries } from '../../charts/office/officeChart';
import { strokeColour } from '../plan/strokeColour';
import { xmlText } from './xmlText';

/** A Chinese font that Windows, WPS and Office for Mac all have or replace well. */
export const OFFICE_FONT = 'Microsoft YaHei';

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
const AXIS_IDS = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

export interface ChartRoom {
  /** Of the chart's frame, in pt. */
  readonly width: number;
  readonly height: number;
  /** Type size in pt. */
  readonly font: number;
}

/** `ppt/charts/chartN.xml`. */
export function chartXml(chart: NativeChart, room: ChartRoom): string {
  const lines = chart.kind === 'lines';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>',
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    lines ? '<c:layout/>' : layout(chart, room),
    lines ? lineChart(chart, room) : barChart(chart, room),
    categoryAxis(lines, room),
    valueAxis(chart, room),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    lines && chart.series.length > 1
      ? `<c:legend><c:legendPos val="r"/><c:overlay val="0"/>${textStyle(room.font, palette.ink)}</c:legend>`
      : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(room.font, palette.ink)}`,
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  ].join('');
}

/**
 * Bars from the same zero, one before the other. Series that are strokes are in the sheet and in the chart but
 * unseen: an office program has no stroke across a bar that all of them draw alike (error bars come with caps,
 * a second axis is stacked otherwise). The strokes are lines on the slide, see `strokesOf`.
 */
function barChart(chart: NativeChart, room: ChartRoom): string {
  const series = chart.series.map((s, i) => barSeries(chart, s, i, room)).join('');
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="70"/><c:overlap val="100"/>${AXIS_IDS}</c:barChart>`;
}

/** A line on the slide, from 0 to 1 within the frame of the chart. */
export interface Stroke {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly dashed: boolean;
  readonly name: string;
}

/** The strokes of a chart: one a row, or a single one through all rows where all are at the same value. */
export function strokesOf(chart: NativeChart, room: ChartRoom): Stroke[] {
  if (chart.kind === 'lines') return [];
  const box = plotBox(chart, room);
  const { min, max } = span(chart);
  const row = box.height / Math.max(1, chart.categories.length);
  const at = (value: number) => box.x + ((value - min) / (max - min || 1)) * box.width;
  return chart.series.flatMap((s): Stroke[] => {
    if (s.role !== 'tick' && s.role !== 'track') return [];
    const colour = s.role === 'track' ? palette.ink : strokeColour(chart, s);
    if (chart.kind === 'bars') {
      return s.points[0]
        ? [{ x: at(s.points[0].value), from: box.y, to: box.y + box.height, colour, dashed: true, name: s.name }]
        : [];
    }
    const half = s.role === 'track' ? 0.4 : 0.46;
    return s.points.flatMap((p, i) => {
      const middle = box.y + (i + 0.5) * row;
      return p
        ? [
            {
              x: at(p.value),
              from: middle - half * row,
              to: middle + half * row,
              colour,
              dashed: s.role === 'tick',
              name: `${s.name} ${chart.categories[i]}`
            }
          ]
        : [];
    });
  });
}

/** How far down the middle of each row is, from 0 to 1 within the frame of the chart. */
export function rowMiddles(chart: NativeChart, room: ChartRoom): number[] {
  const { y, height } = plotBox(chart, room);
  return chart.categories.map((_, i) => y + ((i + 0.5) * height) / chart.categories.length);
}

/** Where the bars stand in the frame, 0 to 1: names to the left, the axis below, numbers to the right. */
function plotBox(
  chart: NativeChart,
  { width, height, font }: ChartRoom
): { x: number; y: number; width: number; height: number } {
  const longest = Math.max(60, ...chart.categories.map((name) => textWidth(name, font))) + 16;
  const x = Math.min(chart.kind === 'bullets' ? 0.5 : 0.4, longest / width);
  return { x, y: 0.02, width: 1 - x - 0.08, height: 1 - 0.02 - Math.min(0.2, (font * 2.2) / height) };
}

function layout(chart: NativeChart, room: ChartRoom): string {
  const { x, y, width, height } = plotBox(chart, room);
  const part = (name: string, value: number) => `<c:${name} val="${Number(value.toPrecision(6))}"/>`;
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${part('x', x)}${part('y', y)}${part('w', width)}${part('h', height)}</c:manualLayout></c:layout>`;
}

/** The axis keeps these ends whatever is typed into the sheet, so that the strokes stay where they belong. */
function span(chart: NativeChart): { min: number; max: number } {
  const all = chart.series.flatMap((one) => one.points.flatMap((p) => p?.value ?? []));
  const min = chart.min ?? Math.min(0, ...all);
  return { min, max: chart.max ?? roundUp(Math.max(...all, min)) };
}

/** The next handsome number: 1.05, 120, 45,000. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1)) / 5;
  return Number((Math.ceil((value * 1.02) / step) * step).toPrecision(12));
}

function barSeries(chart: NativeChart, s: NativeSeries, index: number, room: ChartRoom): string {
  const anyStrong = s.points.some((p) => p?.strong);
  const plain = chart.kind === 'bars' && anyStrong ? palette.contextSoft : palette.accentSoft;
  const shape =
    s.role === 'tick'
      ? NO_FILL
      : s.role === 'forecast'
        ? HOLLOW
        : s.role === 'track'
          ? fill(palette.track)
          : fill(plain);
  const odd =
    s.role !== 'bar'
      ? ''
      : eachPoint(s, (p, i) =>
          p.strong || p.hollow
            ? `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${barShape(p, plain)}</c:dPt>`
            : ''
        );
  return [
    '<c:ser>',
    seriesHead(s, index),
    shape,
    '<c:invertIfNegative val="0"/>',
    odd,
    labels(chart, s, room),
    values(chart, s, index),
    '</c:ser>'
  ].join('');
}

function barShape(p: NativePoint, plain: string): string {
  const colour = p.strong ? palette.accent : plain;
  if (!p.hollow) return fill(colour);
  return `<c:spPr><a:solidFill>${rgb(palette.ground)}</a:solidFill><a:ln w="19050"><a:solidFill>${rgb(p.strong ? palette.accent : palette.context)}</a:solidFill><a:prstDash val="dash"/></a:ln></c:spPr>`;
}

function lineChart(chart: NativeChart, room: ChartRoom): string {
  const colours = lineColours(chart);
  const series = chart.series.map((s, i) => lineSeries(chart, s, i, colours[i]!, room)).join('');
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
}

/** The focus place in the accent, the others in the order of the palette; segments of one series share a colour. */
function lineColours(chart: NativeChart): string[] {
  const base = (s: NativeSeries) => s.name.replace(/（第\d+段）/, '');
  const strong = (s: NativeSeries) => s.points.some((p) => p?.strong);
  const focused = chart.series.some(strong);
  const names = [...new Set(chart.series.filter((s) => !strong(s)).map(base))];
  const free = focused ? categorical.slice(1) : categorical;
  return chart.series.map((s) =>
    strong(s) ? palette.accent : names.length > free.length ? palette.context : free[names.indexOf(base(s))]!
  );
}

function lineSeries(chart: NativeChart, s: NativeSeries, index: number, colour: string, room: ChartRoom): string {
  const strong = s.points.some((p) => p?.strong);
  const hollow = eachPoint(s, (p, i) =>
    p.hollow ? `<c:dPt><c:idx val="${i}"/>${marker(palette.ground, colour)}<c:bubble3D val="0"/></c:dPt>` : ''
  );
  return [
    '<c:ser>',
    seriesHead(s, index),
    `<c:spPr><a:ln w="${strong ? 38100 : 25400}" cap="rnd"><a:solidFill>${rgb(colour)}</a:solidFill><a:round/></a:ln></c:spPr>`,
    marker(colour, colour),
    hollow,
    labels(chart, s, room),
    values(chart, s, index),
    '<c:smooth val="0"/></c:ser>'
  ].join('');
}

function marker(inside: string, line: string): string {
  return `<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr><a:solidFill>${rgb(inside)}</a:solidFill><a:ln w="19050"><a:solidFill>${rgb(line)}</a:solidFill></a:ln></c:spPr></c:marker>`;
}

/** Values at the marks, printed as on the screen: the commonest way for all, single ones where they differ. */
function labels(chart: NativeChart, s: NativeSeries, { font }: ChartRoom): string {
  const shows = (on: 0 | 1) =>
    `<c:showLegendKey val="0"/><c:showVal val="${on}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  if (!s.labelled) return `<c:dLbls>${shows(0)}</c:dLbls>`;
  const say = (format: string, { position, colour }: LabelPlace) =>
    `<c:numFmt formatCode="${xmlText(format || 'General')}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(font, colour)}<c:dLblPos val="${position}"/>${shows(1)}`;
  const all = say(commonest(s.points.flatMap((p) => p?.format || [])), labelPlace(chart));
  const single = eachPoint(s, (p, i) => {
    const own = say(p.format, labelPlace(chart, p));
    return own === all ? '' : `<c:dLbl><c:idx val="${i}"/>${own}</c:dLbl>`;
  });
  return `<c:dLbls>${single}${all}</c:dLbls>`;
}

interface LabelPlace {
  readonly position: 'outEnd' | 'inBase' | 't';
  readonly colour: string;
}

/** In bullets at the foot of the bar, where no stroke crosses it; beside a bar too short for that. */
function labelPlace(chart: NativeChart, p?: NativePoint): LabelPlace {
  if (chart.kind === 'lines') return { position: 't', colour: palette.ink };
  const { min, max } = span(chart);
  if (chart.kind === 'bars' || (p && (p.value - min) / (max - min || 1) < 0.14))
    return { position: 'outEnd', colour: palette.ink };
  return { position: 'inBase', colour: p?.strong && !p.hollow ? palette.ground : palette.ink };
}

function seriesHead(s: NativeSeries, index: number): string {
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>Sheet1!$${columnName(index + 1)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(s.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function values(chart: NativeChart, s: NativeSeries, index: number): string {
  const n = chart.categories.length;
  const column = columnName(index + 1);
  const names = chart.categories.map((name, i) => `<c:pt idx="${i}"><c:v>${xmlText(name)}</c:v></c:pt>`).join('');
  const numbers = eachPoint(s, (p, i) => `<c:pt idx="${i}"><c:v>${p.value}</c:v></c:pt>`);
  return [
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${n + 1}</c:f><c:strCache><c:ptCount val="${n}"/>${names}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${n + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${n}"/>${numbers}</c:numCache></c:numRef></c:val>`
  ].join('');
}

/** Of bars the first category stands on top. */
function categoryAxis(lines: boolean, { font }: ChartRoom): string {
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${lines ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${lines ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `<c:spPr><a:ln w="9525"><a:solidFill>${rgb(palette.line)}</a:solidFill></a:ln></c:spPr>${textStyle(font, palette.ink, !lines)}`,
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${lines ? '' : '<c:tickLblSkip val="1"/>'}<c:noMultiLvlLbl val="1"/></c:catAx>`
  ].join('');
}

function valueAxis(chart: NativeChart, { font }: ChartRoom): string {
  const lines = chart.kind === 'lines';
  const { min, max } = lines ? chart : span(chart);
  const limits = `${max === null ? '' : `<c:max val="${max}"/>`}${min === null ? '' : `<c:min val="${min}"/>`}`;
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${lines ? 'l' : 'b'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>${rgb(palette.lineSoft)}</a:solidFill></a:ln></c:spPr></c:majorGridlines>`,
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(font - 2, palette.inkSoft)}`,
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lines ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/>${chart.step === undefined ? '' : `<c:majorUnit val="${chart.step}"/>`}</c:valAx>`
  ].join('');
}

/** The workbook that `编辑数据` opens: names in column A, one series a column, gaps empty. Path → text. */
export function chartWorkbook(chart: NativeChart): Record<string, string> {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const ns = 'http://schemas.openxmlformats.org';
  const textCell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${xmlText(value)}</t></is></c>`;
  const first = chart.series.map((s, i) => textCell(`${columnName(i + 1)}1`, s.name)).join('');
  const rows = chart.categories.map((name, r) => {
    const numbers = chart.series.map((s, i) => {
      const p = s.points[r];
      return p ? `<c r="${columnName(i + 1)}${r + 2}"><v>${p.value}</v></c>` : '';
    });
    return `<row r="${r + 2}">${textCell(`A${r + 2}`, name)}${numbers.join('')}</row>`;
  });
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${ns}/spreadsheetml/2006/main"><cols><col min="1" max="1" width="36" customWidth="1"/></cols><sheetData><row r="1">${first}</row>${rows.join('')}</sheetData></worksheet>`
  };
}

/** Hollow, since nobody has counted it. */
const HOLLOW = `<c:spPr><a:noFill/><a:ln w="15875"><a:solidFill>${rgb(palette.accent)}</a:solidFill><a:prstDash val="dash"/></a:ln></c:spPr>`;
const NO_FILL = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

function fill(colour: string): string {
  return `<c:spPr><a:solidFill>${rgb(colour)}</a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`;
}

/** Level, unless the program may turn the text where it has no room. */
function textStyle(size: number, colour: string, level = true): string {
  return `<c:txPr><a:bodyPr${level ? ' rot="0" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="0"><a:solidFill>${rgb(colour)}</a:solidFill><a:latin typeface="${OFFICE_FONT}"/><a:ea typeface="${OFFICE_FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function rgb(colour: string): string {
  return `<a:srgbClr val="${colour.replace('#', '').toUpperCase()}"/>`;
}

function eachPoint(s: NativeSeries, say: (p: NativePoint, index: number) => string): string {
  return s.points.map((p, i) => (p ? say(p, i) : '')).join('');
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Columns of a sheet: 0 → A, 26 → AA. */
function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
