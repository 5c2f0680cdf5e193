/** The charts of a sheet beside its table: each one group with its words and its strokes. */
import { palette } from '../../charts/theme';
import { keyOf } from '../plan/chartKey';
import type { SheetChart } from '../plan/sheetPlan';
import type { ChartRoom } from './chartGeometry';
import { fillXml } from './schemeColour';
import { xmlText } from './xmlText';

const NS = 'http://schemas.openxmlformats.org';
/** English metric units of a point. */
const EMU = 12_700;
/** Height of the words over a chart, in pt: what it is about, and below it what its marks mean. */
const WORDS = 44;

/** How large a chart of a sheet is, in pt, and its type. */
export function sheetChartRoom({ chart, source }: SheetChart): ChartRoom {
  const rows = chart.categories.length;
  const height =
    chart.kind === 'lines' || chart.kind === 'scatter' ? 300 : Math.min(1100, Math.max(160, 60 + rows * 26));
  return { width: 640, height, font: 10, names: chart.categories, source };
}

/** `xl/drawings/drawingN.xml`; the charts are related to as rId1, rId2 … */
export function sheetDrawingXml(charts: readonly SheetChart[]): string {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<xdr:wsDr xmlns:xdr="${NS}/drawingml/2006/spreadsheetDrawing" xmlns:a="${NS}/drawingml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships" xmlns:c="${NS}/drawingml/2006/chart">`,
    ...charts.map(anchorXml),
    '</xdr:wsDr>'
  ].join('');
}

function anchorXml(one: SheetChart, index: number): string {
  const room = sheetChartRoom(one);
  const [cx, chart, top] = [room.width, room.height, WORDS].map((points) => Math.round(points * EMU)) as [
    number,
    number,
    number
  ];
  const cy = chart + top;
  let id = index * 1000 + 1;
  const named = (name: string, more = '') => {
    id += 1;
    return `<xdr:cNvPr id="${id}" name="${xmlText(name)}"${more}/>`;
  };
  const place = (x: number, y: number, w: number, h: number) =>
    `<a:off x="${Math.round(x)}" y="${Math.round(y)}"/><a:ext cx="${Math.round(w)}" cy="${Math.round(h)}"/>`;
  const group = `<xdr:nvGrpSpPr>${named(`图${index + 1}`)}<xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm>${place(0, 0, cx, cy)}<a:chOff x="0" y="0"/><a:chExt cx="${cx}" cy="${cy}"/></a:xfrm></xdr:grpSpPr>`;
  const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${named(`图${index + 1}`, ` descr="${xmlText(one.title)}"`)}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>${place(0, top, cx, chart)}</xdr:xfrm><a:graphic><a:graphicData uri="${NS}/drawingml/2006/chart"><c:chart r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const words = `<xdr:sp macro="" textlink=""><xdr:nvSpPr>${named('图题')}<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm>${place(0, 0, cx, top)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></xdr:spPr><xdr:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${wordsXml(one)}</xdr:txBody></xdr:sp>`;
  const { column, row } = one.at;
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${cx}" cy="${cy}"/><xdr:grpSp>${group}${frame}${words}</xdr:grpSp><xdr:clientData/></xdr:oneCellAnchor>`;
}

function wordsXml({ title, chart }: SheetChart): string {
  const run = (text: string, colour: string, bold = false) =>
    `<a:r><a:rPr lang="zh-CN" altLang="en-US" sz="1000" b="${bold ? 1 : 0}">${fillXml(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r>`;
  const key = keyOf(chart).map(
    ({ mark, colour, text }) => run(`${mark} `, colour, true) + run(`${text}　　`, palette.inkSoft)
  );
  return [run(title, palette.ink, true), key.join('')]
    .filter(Boolean)
    .map((runs) => `<a:p>${runs}</a:p>`)
    .join('');
}
