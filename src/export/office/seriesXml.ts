/** What every series of a native chart has: its name, its names and numbers with their cells, its intervals. */
import type { NativeChart, NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { columnLetters } from '../plan/columnName';
import { namesBelow, namesColumn, sheetSource, type ChartRoom } from './chartGeometry';
import { eachPoint } from './pointLabels';
import { fillXml } from './schemeColour';
import { xmlText } from './xmlText';

/** Number and name of a series, the name by reference to its cell. */
export function seriesHead(s: NativeSeries, index: number, room: ChartRoom): string {
  const { sheet, row } = sheetSource(room);
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${sheet}!$${columnLetters(index + 1)}$${row}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(s.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

/** Categories and values of a series, by reference to their cells and as the cache that programs draw from. */
export function values(chart: NativeChart, s: NativeSeries, index: number, room: ChartRoom): string {
  const { sheet, row } = sheetSource(room);
  const n = chart.categories.length;
  const column = columnLetters(index + 1);
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

/** Confidence intervals: error bars of their own lengths. */
export function errorBars(s: NativeSeries, direction?: 'y'): string {
  if (!s.points.some((p) => p?.interval)) return '';
  const lengths = (side: 'above' | 'below') =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${s.points.length}"/>${eachPoint(s, (p, i) =>
      p.interval ? `<c:pt idx="${i}"><c:v>${p.interval[side]}</c:v></c:pt>` : ''
    )}</c:numLit>`;
  const along = direction ? `<c:errDir val="${direction}"/>` : '';
  return `<c:errBars>${along}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${lengths('above')}</c:plus><c:minus>${lengths('below')}</c:minus><c:spPr><a:ln w="15875">${fillXml(palette.ink)}</a:ln></c:spPr></c:errBars>`;
}
