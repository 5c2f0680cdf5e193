/** A map of tiles or outlines as shapes that can be edited. */
import type { AreaShape, AreaShapes } from '../../charts/office/areaShapes';
import type { AreaLook } from '../../charts/areaLooks';
import { textWidth } from '../../charts/drawing';
import { boundsOf, type Ring } from '../../charts/polygon';
import { palette } from '../../charts/theme';
import {
  type ShapeBox,
  frameXml,
  nameXml,
  type Paragraph,
  paragraphXml,
  pathXml,
  type ShapeName,
  textXml
} from './drawingXml';
import { colourXml, fillXml } from './schemeColour';
import type { ShapeList } from './shapeList';

/** Two units are a point, and a point 12,700 English metric units. */
const PT = 2;
const EMU_PER_PT = 12_700;

/** Puts a map on a slide: its key, its areas with names and numbers, what has to be printed with it. One group. */
export function addAreas(shapes: ShapeList, map: AreaShapes, box: ShapeBox): void {
  const first = shapes.length;
  const at = (own: ShapeBox): ShapeBox => ({ ...own, left: box.left + own.left, top: box.top + own.top });
  const { entries, swatch } = map.key;
  const edge = { edge: palette.inkFaint, width: 1, isDashed: false };
  for (const { text, fill, hatched, x, y } of entries) {
    const own = { left: x - swatch.width / 2, top: y - swatch.height / 2, ...swatch };
    shapes.add(`图例 ${text}`, (named) =>
      areaXml(named, at(own), undefined, { ...edge, fill, isHatched: hatched }, [])
    );
    const words = { left: x + swatch.width / 2 + 8, top: y - map.small, height: 2 * map.small };
    shapes.add(`图例 ${text}`, (named) =>
      textXml(
        named,
        at({ ...words, width: textWidth(text, map.small) * 1.1 + map.small }),
        [{ runs: [{ text, size: map.small / PT, colour: palette.inkSoft }] }],
        { anchor: 'ctr' }
      )
    );
  }
  const silent = { fill: palette.surface, edge: palette.contextSoft, width: 1, isDashed: false, isHatched: false };
  for (const rings of map.others)
    shapes.add('界', (named) => areaXml(named, at(boxOf(rings)), pathOf(rings), silent, []));
  for (const area of map.areas) addArea(shapes, area, at);
  map.feet.forEach((text, i) => {
    const height = map.small * 1.5;
    const own = { left: 0, top: map.height - (map.feet.length - i) * height, width: map.width, height };
    shapes.add('审图号', (named) =>
      textXml(named, at(own), [{ runs: [{ text, size: map.small / PT, colour: palette.inkSoft }], align: 'right' }])
    );
  });
  shapes.group('图', box, first);
}

/** A tile holds its words; an outline, and what is hatched, has them in a box above it. */
function addArea(shapes: ShapeList, { name, rings, look, words }: AreaShape, at: (own: ShapeBox) => ShapeBox): void {
  const size = words.size / PT;
  const paragraphs = words.isShown
    ? words.lines.map((text): Paragraph => ({
        runs: [{ text, size, colour: words.colour, bold: words.isBold }],
        align: 'center'
      }))
    : [];
  const isTile = rings.length === 1 && rings[0]!.length === 4 && !look.isHatched;
  const path = rings.length === 1 && rings[0]!.length === 4 ? undefined : pathOf(rings);
  shapes.add(name, (named) => areaXml(named, at(boxOf(rings)), path, look, isTile ? paragraphs : []));
  if (isTile || paragraphs.length === 0) return;
  const widest = Math.max(...words.lines.map((text) => textWidth(text, words.size)));
  const { box } = words;
  const own = { width: Math.min(box.width, widest * 1.1 + 6), height: words.lines.length * words.size * 1.25 };
  const middle = { left: box.left + (box.width - own.width) / 2, top: box.top + (box.height - own.height) / 2, ...own };
  const bare = { fill: look.isHatched ? palette.ground : '', edge: '', width: 0, isDashed: false, isHatched: false };
  shapes.add(name, (named) => areaXml(named, at(middle), undefined, bare, paragraphs));
}

function boxOf(rings: readonly Ring[]): ShapeBox {
  const { left, top, right, bottom } = boundsOf(rings);
  return { left, top, width: right - left, height: bottom - top };
}

function pathOf(rings: readonly Ring[]): string {
  const { left, top, right, bottom } = boundsOf(rings);
  return pathXml(rings, { left, top, width: right - left, height: bottom - top }, true);
}

/** @param geometry of an outline; absent: a rectangle */
function areaXml(
  name: ShapeName,
  box: ShapeBox,
  geometry: string | undefined,
  { fill, edge, width, isDashed, isHatched }: AreaLook,
  paragraphs: readonly Paragraph[]
): string {
  const inside = isHatched
    ? `<a:pattFill prst="wdUpDiag"><a:fgClr>${colourXml(palette.contextSoft)}</a:fgClr><a:bgClr>${colourXml(fill)}</a:bgClr></a:pattFill>`
    : fill
      ? fillXml(fill)
      : '<a:noFill/>';
  const line = edge
    ? `<a:ln w="${Math.round((width / PT) * EMU_PER_PT)}">${fillXml(edge)}${isDashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`
    : '<a:ln><a:noFill/></a:ln>';
  return [
    `<p:sp><p:nvSpPr>${nameXml(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr>${frameXml(box)}${geometry ?? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'}${inside}${line}</p:spPr>`,
    '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>',
    paragraphs.length > 0 ? paragraphs.map(paragraphXml).join('') : '<a:p><a:endParaRPr lang="zh-CN"/></a:p>',
    '</p:txBody></p:sp>'
  ].join('');
}
