/** The axes of a native chart, and how its words are set. */
import type { NativeChart } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { axisSpan, namesBelow, type ChartRoom } from './chartGeometry';
import { fillXml } from './schemeColour';
import { xmlText } from './xmlText';
import { withoutNoise } from '../../domain/number/rounding';

export const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
const STROKE_CATEGORIES = 333333333;
const STROKE_VALUES = 444444444;
export const STROKE_AXIS_IDS = `<c:axId val="${STROKE_CATEGORIES}"/><c:axId val="${STROKE_VALUES}"/>`;
export const AXIS_IDS = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

/** Of bars the first category stands on top; names that carry a light are written beside the chart. */
export function categoryAxis(chart: NativeChart, room: ChartRoom): string {
  const lines = chart.kind === 'lines' || chart.kind === 'columns';
  const { font } = room;
  const { title, step } = namesBelow(chart, room);
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${lines ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${lines ? 'b' : 'l'}"/>${title ? axisTitle(title, font) : ''}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${chart.lights || room.small ? 'none' : 'low'}"/>`,
    `<c:spPr><a:ln w="9525">${fillXml(palette.line)}</a:ln></c:spPr>${textStyle(font, palette.ink)}`,
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${step}"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  ].join('');
}

/** A line below or beside an axis. */
export function axisTitle(text: string, font: number): string {
  const properties = `<a:rPr lang="zh-CN" sz="${Math.round(font * 100)}" b="0">${fillXml(palette.inkSoft)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr>`;
  return `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:r>${properties}<a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The axis of the numbers (`c:valAx`), as long as on the screen. */
export function valueAxisXml(chart: NativeChart, { font, small }: ChartRoom): string {
  const isScatter = chart.kind === 'scatter';
  const lines = chart.kind === 'lines' || chart.kind === 'columns' || isScatter;
  const { min, max } = lines ? chart : axisSpan(chart);
  const limits = `${max === null ? '' : `<c:max val="${max}"/>`}${min === null ? '' : `<c:min val="${min}"/>`}`;
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${lines ? 'l' : 'b'}"/><c:majorGridlines><c:spPr><a:ln w="6350">${fillXml(palette.lineSoft)}</a:ln></c:spPr></c:majorGridlines>`,
    `<c:numFmt formatCode="${axisFormat(chart)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${small?.isNumbered === false ? 'none' : small ? 'low' : 'nextTo'}"/>`,
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(small ? font : font - 2, palette.inkSoft)}`,
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lines ? 'autoZero' : 'max'}"/><c:crossBetween val="${isScatter || (small && chart.kind === 'lines') ? 'midCat' : 'between'}"/>${chart.step === undefined ? '' : `<c:majorUnit val="${chart.step}"/>`}</c:valAx>`
  ].join('');
}

/**
 * The unseen axes of the strokes across bars, with the ends of the others but for half a stroke, so that its middle stands at
 * the value. They aren't deleted: what has no axis of its own some programs draw on the first one.
 */
export function strokeAxes(chart: NativeChart): string {
  const thick = chart.series
    .filter((s) => s.role === 'stroke')
    .flatMap((s) => s.points.flatMap((p) => (p && p.value !== 0 ? [p.value] : [])))[0];
  if (thick === undefined) return '';
  const end = (value: number) => withoutNoise(value + thick / 2);
  const { min, max } = axisSpan(chart);
  const unseen =
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  return [
    `<c:catAx><c:axId val="${STROKE_CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="r"/>${unseen}<c:crossAx val="${STROKE_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${STROKE_VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="${end(max)}"/><c:min val="${end(min)}"/></c:scaling><c:delete val="0"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>${unseen}<c:crossAx val="${STROKE_CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  ].join('');
}

/** Thousands apart; decimals only where the axis is too short for whole numbers. */
function axisFormat(chart: NativeChart): string {
  const shown = chart.kind === 'scatter' ? chart.series.slice(1) : chart.series;
  const values = shown.flatMap((s) => s.points.flatMap((p) => (p ? [Math.abs(p.value)] : [])));
  return [...values, chart.max ?? 0].some((value) => value >= 1000) ? '#,##0' : 'General';
}

/** Level text. @param isWhole it stays in one line: LibreOffice breaks a number that is wider than its bar is high */
export function textStyle(size: number, colour: string, isWhole = false): string {
  return `<c:txPr><a:bodyPr rot="0" vert="horz"${isWhole ? ' wrap="none"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="0">${fillXml(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}
