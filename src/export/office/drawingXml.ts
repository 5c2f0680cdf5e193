/** Shapes of a slide as DrawingML: text, lines, tables, frames of charts, pictures. Lengths in units of a wall 1,080 high. */
import { palette } from '../../charts/theme';
import { fillXml } from './schemeColour';
import { xmlText } from './xmlText';

/** English metric units of one unit: 7.5 inches are 1,080. */
const EMU = 6350;

export interface ShapeBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface TextRun {
  readonly text: string;
  /** In pt. */
  readonly size: number;
  /** Absent: as its placeholder has it. */
  readonly colour?: string;
  /** Absent: as its placeholder has it; elsewhere not. */
  readonly bold?: boolean;
  /** The number of the page, kept up to date by the program. */
  readonly isPage?: boolean;
}

export interface Paragraph {
  readonly runs: readonly TextRun[];
  /** Absent: as its placeholder has it; elsewhere to the left. */
  readonly align?: 'left' | 'right' | 'center';
  readonly bullet?: boolean;
  /** After it, in pt. */
  readonly after?: number;
  /** Percent of the usual. */
  readonly leading?: number;
}

/** Position and size. */
export function frameXml({ left, top, width, height }: ShapeBox, tag = 'a:xfrm', flips = ''): string {
  const emu = (units: number) => Math.round(Math.max(0, units) * EMU);
  return `<${tag}${flips}><a:off x="${emu(left)}" y="${emu(top)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`;
}

/** `<a:p>` of a paragraph. */
export function paragraphXml({ runs, align, bullet, after, leading }: Paragraph): string {
  const algn = align ? ` algn="${{ left: 'l', right: 'r', center: 'ctr' }[align]}"` : '';
  const size = Math.round((runs[0]?.size ?? 12) * 100);
  const indent = bullet ? ` marL="285750" indent="-285750"` : '';
  const spacing = [
    leading ? `<a:lnSpc><a:spcPct val="${leading * 1000}"/></a:lnSpc>` : '',
    after ? `<a:spcAft><a:spcPts val="${Math.round(after * 100)}"/></a:spcAft>` : '',
    bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>'
  ].join('');
  return `<a:p><a:pPr${indent}${algn}>${spacing}</a:pPr>${runs.map(runXml).join('')}<a:endParaRPr lang="zh-CN" sz="${size}"/></a:p>`;
}

function runXml({ text, size, colour, bold, isPage }: TextRun): string {
  const weight = bold === undefined ? '' : ` b="${bold ? 1 : 0}"`;
  const properties = `<a:rPr lang="zh-CN" altLang="en-US" sz="${Math.round(size * 100)}"${weight}>${colour ? fillXml(colour) : ''}</a:rPr>`;
  return isPage
    ? `<a:fld id="{5C1B1F4E-0A52-4C0B-9B0E-6A0C3D1E7F21}" type="slidenum">${properties}<a:t>${xmlText(text)}</a:t></a:fld>`
    : `<a:r>${properties}<a:t>${xmlText(text)}</a:t></a:r>`;
}

/** What a shape is called, and its number on the slide. */
export interface ShapeName {
  readonly id: number;
  readonly name: string;
}

/** Number, name and description (for screen readers) of a shape. */
export function nameXml({ id, name }: ShapeName, description = ''): string {
  const about = description ? ` descr="${xmlText(description)}"` : '';
  return `<p:cNvPr id="${id}" name="${xmlText(name)}"${about}/>`;
}

export interface TextOptions {
  readonly anchor?: 't' | 'ctr' | 'b';
  /** Type of the placeholder that it fills, with its number; absent for a plain text box. */
  readonly placeholder?: string;
  /** Programs make it smaller where it doesn't fit. */
  readonly shrinks?: boolean;
}

/** A box of text without margins. */
export function textXml(
  name: ShapeName,
  box: ShapeBox,
  paragraphs: readonly Paragraph[],
  { anchor = 't', placeholder, shrinks }: TextOptions = {}
): string {
  const kind = placeholder
    ? `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr>`
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
  const fit = shrinks ? '<a:normAutofit/>' : '<a:noAutofit/>';
  return [
    `<p:sp><p:nvSpPr>${nameXml(name)}${kind}</p:nvSpPr>`,
    `<p:spPr>${frameXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`,
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}">${fit}</a:bodyPr><a:lstStyle/>`,
    paragraphs.map(paragraphXml).join(''),
    '</p:txBody></p:sp>'
  ].join('');
}

/** Shapes that are moved and stretched as one. Their own places are those on the slide. */
export function groupXml(name: ShapeName, box: ShapeBox, shapes: string): string {
  const emu = (units: number) => Math.round(Math.max(0, units) * EMU);
  const place = (off: string, ext: string) =>
    `<a:${off} x="${emu(box.left)}" y="${emu(box.top)}"/><a:${ext} cx="${emu(box.width)}" cy="${emu(box.height)}"/>`;
  return `<p:grpSp><p:nvGrpSpPr>${nameXml(name)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${place('off', 'ext')}${place('chOff', 'chExt')}</a:xfrm></p:grpSpPr>${shapes}</p:grpSp>`;
}

/** A straight line; upright where it has no width. */
export function lineXml(name: ShapeName, box: ShapeBox, colour: string, points: number, isDashed = false): string {
  const dash = isDashed ? '<a:prstDash val="sysDash"/>' : '';
  return [
    `<p:cxnSp><p:nvCxnSpPr>${nameXml(name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>`,
    `<p:spPr>${frameXml(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>`,
    `<a:ln w="${Math.round(points * 12700)}">${fillXml(colour)}${dash}</a:ln></p:spPr></p:cxnSp>`
  ].join('');
}

/** A line from one point to another, with a dot where it ends. */
export function leaderXml(
  name: ShapeName,
  [from, to]: readonly [readonly [number, number], readonly [number, number]],
  colour: string,
  points: number
): string {
  const box = {
    left: Math.min(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    width: Math.abs(to[0] - from[0]),
    height: Math.abs(to[1] - from[1])
  };
  const flips = `${to[0] < from[0] ? ' flipH="1"' : ''}${to[1] < from[1] ? ' flipV="1"' : ''}`;
  return [
    `<p:cxnSp><p:nvCxnSpPr>${nameXml(name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>`,
    `<p:spPr>${frameXml(box, 'a:xfrm', flips)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>`,
    `<a:ln w="${Math.round(points * 12700)}">${fillXml(colour)}<a:tailEnd type="oval" w="med" len="med"/></a:ln></p:spPr></p:cxnSp>`
  ].join('');
}

/** A short remark in a box of its own, its words in the middle. */
export function calloutXml(
  name: ShapeName,
  box: ShapeBox,
  lines: readonly string[],
  {
    size,
    fill,
    colour,
    edge
  }: { readonly size: number; readonly fill: string; readonly colour: string; readonly edge: string }
): string {
  return [
    `<p:sp><p:nvSpPr>${nameXml(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr>${frameXml(box)}<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 9000"/></a:avLst></a:prstGeom>${fillXml(fill)}<a:ln w="12700">${fillXml(edge)}</a:ln></p:spPr>`,
    '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>',
    lines.map((text) => paragraphXml({ runs: [{ text, size, colour }], align: 'center' })).join(''),
    '</p:txBody></p:sp>'
  ].join('');
}

/** Lines through points within a box, as the geometry of a shape. @param isArea they are closed and filled */
export function pathXml(
  lines: readonly (readonly (readonly [x: number, y: number])[])[],
  { left, top, width, height }: ShapeBox,
  isArea: boolean
): string {
  const at = ([x, y]: readonly [number, number]) =>
    `<a:pt x="${Math.round((x - left) * EMU)}" y="${Math.round((y - top) * EMU)}"/>`;
  const path = lines.map(([first, ...rest]) =>
    [
      `<a:moveTo>${at(first!)}</a:moveTo>`,
      ...rest.map((point) => `<a:lnTo>${at(point)}</a:lnTo>`),
      isArea ? '<a:close/>' : ''
    ].join('')
  );
  return [
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>',
    `<a:path w="${Math.round(width * EMU)}" h="${Math.round(height * EMU)}"${isArea ? '' : ' fill="none"'}>${path.join('')}</a:path></a:pathLst></a:custGeom>`
  ].join('');
}

/** A line drawn by hand through points. */
export function strokeXml(
  name: ShapeName,
  points: readonly (readonly [x: number, y: number])[],
  colour: string,
  width: number
): string {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
  return [
    `<p:sp><p:nvSpPr>${nameXml(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frameXml(box)}`,
    pathXml([points], box, false),
    `<a:noFill/><a:ln w="${Math.round(width * EMU)}" cap="rnd">${fillXml(colour)}<a:round/></a:ln></p:spPr></p:sp>`
  ].join('');
}

/** The frame of a chart; the chart itself is a part of its own. */
export function chartFrameXml(
  name: ShapeName,
  box: ShapeBox,
  { relation, description, placeholder }: { relation: string; description: string; placeholder?: string }
): string {
  const kind = placeholder
    ? `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph ${placeholder}/></p:nvPr>`
    : '<p:cNvGraphicFramePr/><p:nvPr/>';
  return [
    `<p:graphicFrame><p:nvGraphicFramePr>${nameXml(name, description)}${kind}</p:nvGraphicFramePr>`,
    frameXml(box, 'p:xfrm'),
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/>`,
    '</a:graphicData></a:graphic></p:graphicFrame>'
  ].join('');
}

/** A picture filling its box. @param relation id of the relation of the slide that names its file */
export function pictureXml(name: ShapeName, box: ShapeBox, relation: string, description: string): string {
  return [
    `<p:pic><p:nvPicPr>${nameXml(name, description)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>`,
    `<p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`,
    `<p:spPr>${frameXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  ].join('');
}

export interface TableCellXml {
  readonly paragraphs: readonly Paragraph[];
  readonly fill: string;
}

/** A table; widths of its columns and heights of its rows in units. */
export function tableXml(
  name: ShapeName,
  box: ShapeBox,
  widths: readonly number[],
  rows: readonly { readonly height: number; readonly cells: readonly TableCellXml[] }[],
  placeholder?: string
): string {
  const emu = (units: number) => Math.round(units * EMU);
  const side = (tag: string) => `<a:${tag} w="6350">${fillXml(palette.line)}</a:${tag}>`;
  const cell = ({ paragraphs, fill }: TableCellXml) =>
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.map(paragraphXml).join('')}</a:txBody><a:tcPr marL="73152" marR="73152" marT="36576" marB="36576" anchor="ctr">${['lnL', 'lnR', 'lnT', 'lnB'].map(side).join('')}${fillXml(fill)}</a:tcPr></a:tc>`;
  return [
    `<p:graphicFrame><p:nvGraphicFramePr>${nameXml(name)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>${placeholder ? `<p:ph ${placeholder}/>` : ''}</p:nvPr></p:nvGraphicFramePr>`,
    frameXml(box, 'p:xfrm'),
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/>',
    `<a:tblGrid>${widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>`,
    ...rows.map(({ height, cells }) => `<a:tr h="${emu(height)}">${cells.map(cell).join('')}</a:tr>`),
    '</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
  ].join('');
}
