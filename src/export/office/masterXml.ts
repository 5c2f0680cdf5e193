/** Master, layouts and notes master of a .pptx: real placeholders, so that another theme in PowerPoint or WPS takes hold. */
import { SLIDE } from '../../slides/slideText';
import type { ShapeBox } from './drawingXml';
import { SLIDE_SPACES, treeXml, XML_HEAD } from './packageXml';
import type { SlideTemplate, TitleLook } from '../../domain/deck/officeTemplate';

/** Placeholders of a slide by what they hold. */
export const PLACEHOLDERS = {
  title: 'type="title"',
  content: 'idx="1"',
  subtitle: 'type="body" sz="quarter" idx="13"',
  remarks: 'type="body" sz="quarter" idx="14"',
  foot: 'type="ftr" sz="quarter" idx="11"',
  number: 'type="sldNum" sz="quarter" idx="12"',
  coverTitle: 'type="ctrTitle"',
  coverText: 'type="subTitle" idx="1"'
} as const;

/** English metric units of one unit: 7.5 inches are 1,080. */
const EMU = 6350;
const ROOM = { left: SLIDE.side, width: 1920 - 2 * SLIDE.side };
const BOXES: Readonly<Record<keyof typeof PLACEHOLDERS, ShapeBox>> = {
  title: { ...ROOM, top: SLIDE.top, height: 126 },
  subtitle: { ...ROOM, top: 188, height: 48 },
  content: { ...ROOM, top: 250, height: 660 },
  remarks: { ...ROOM, top: 920, height: 80 },
  foot: { left: SLIDE.side, top: 1016, width: 1300, height: 44 },
  number: { left: 1920 - SLIDE.side - 400, top: 1016, width: 400, height: 44 },
  coverTitle: { ...ROOM, left: SLIDE.side + 96, width: ROOM.width - 96, top: 330, height: 220 },
  coverText: { ...ROOM, left: SLIDE.side + 96, width: ROOM.width - 96, top: 590, height: 280 }
};

/** The layouts in the order of their files. */
export const LAYOUTS = ['content', 'titleOnly', 'cover'] as const;
export type SlideLayoutName = (typeof LAYOUTS)[number];

interface Placeholder {
  readonly name: string;
  readonly kind: string;
  readonly box: ShapeBox;
  /** What stands in it while it is empty; `number` for the field of the page. */
  readonly prompt: string;
  /** In pt; absent: as the master has it. */
  readonly size?: number;
  readonly soft?: boolean;
  readonly anchor?: 't' | 'b';
  readonly align?: 'l' | 'r';
}

function shape(id: number, { name, kind, box, prompt, size, soft, anchor = 't', align = 'l' }: Placeholder): string {
  const emu = (units: number) => Math.round(units * EMU);
  const frame = `<a:xfrm><a:off x="${emu(box.left)}" y="${emu(box.top)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  const style = size
    ? `<a:lvl1pPr marL="0" indent="0" algn="${align}"><a:buNone/><a:defRPr sz="${size * 100}"><a:solidFill><a:schemeClr val="${soft ? 'tx2' : 'tx1'}"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr>`
    : '';
  const text =
    prompt === 'number'
      ? '<a:fld id="{5C1B1F4E-0A52-4C0B-9B0E-6A0C3D1E7F21}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld>'
      : prompt === ''
        ? ''
        : `<a:r><a:rPr lang="zh-CN"/><a:t>${prompt}</a:t></a:r>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr>${frame}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle><a:p>${text}<a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>`;
}

const title = (look: TitleLook | undefined): Placeholder => ({
  name: '标题',
  kind: PLACEHOLDERS.title,
  box: look?.box ?? BOXES.title,
  prompt: '单击此处编辑标题'
});
const FOOT: readonly Placeholder[] = [
  { name: '来源', kind: PLACEHOLDERS.foot, box: BOXES.foot, prompt: '', size: 12, soft: true },
  { name: '页码', kind: PLACEHOLDERS.number, box: BOXES.number, prompt: 'number', size: 12, soft: true, align: 'r' }
];
const WORDS: readonly Placeholder[] = [
  { name: '副题', kind: PLACEHOLDERS.subtitle, box: BOXES.subtitle, prompt: '副题', size: 15, soft: true },
  { name: '说明', kind: PLACEHOLDERS.remarks, box: BOXES.remarks, prompt: '说明', size: 12, soft: true, anchor: 'b' }
];
const COVER: readonly Placeholder[] = [
  { name: '标题', kind: PLACEHOLDERS.coverTitle, box: BOXES.coverTitle, prompt: '单击此处编辑标题', anchor: 'b' },
  { name: '副题', kind: PLACEHOLDERS.coverText, box: BOXES.coverText, prompt: '副题', size: 20, soft: true }
];
const content = (kind: string): Placeholder => ({
  name: '内容',
  kind,
  box: BOXES.content,
  prompt: '单击此处编辑内容'
});

function shapes(all: readonly Placeholder[]): string {
  return all.map((one, i) => shape(i + 2, one)).join('');
}

/** The colours of text and ground by their place in the theme. */
const COLOUR_MAP =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
const GROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

/** The slide master: where title, content and foot stand, in the type of the template. */
export function masterXml({ title: look }: SlideTemplate): string {
  const fill = (colour: string) =>
    `<a:solidFill>${/^[0-9A-F]{6}$/.test(colour) ? `<a:srgbClr val="${colour}"/>` : `<a:schemeClr val="${colour}"/>`}</a:solidFill>`;
  const style = (size: number, face: 'mj' | 'mn', colour: string, more = '', align = 'l') =>
    `<a:lvl1pPr algn="${align}"><a:buNone/><a:defRPr sz="${size}"${more} kern="1200">${fill(colour)}<a:latin typeface="+${face}-lt"/><a:ea typeface="+${face}-ea"/><a:cs typeface="+${face}-cs"/></a:defRPr></a:lvl1pPr>`;
  const bold = look?.bold === false ? ' b="0"' : ' b="1"';
  const ids = LAYOUTS.map((_, i) => `<p:sldLayoutId id="${2147483649 + i}" r:id="rId${i + 1}"/>`).join('');
  const own = shapes([
    title(look),
    content('type="body" idx="1"'),
    { ...FOOT[0]!, kind: 'type="ftr" sz="quarter" idx="3"' },
    { ...FOOT[1]!, kind: 'type="sldNum" sz="quarter" idx="4"' }
  ]);
  return [
    `${XML_HEAD}<p:sldMaster ${SLIDE_SPACES}><p:cSld>${GROUND}${treeXml(own)}</p:cSld>`,
    `<p:clrMap ${COLOUR_MAP}/><p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst>`,
    `<p:txStyles><p:titleStyle>${style(2800, 'mj', look?.colour ?? 'tx1', bold, look?.align ?? 'l')}</p:titleStyle><p:bodyStyle>${style(1600, 'mn', 'tx1')}</p:bodyStyle><p:otherStyle>${style(1200, 'mn', 'tx1')}</p:otherStyle></p:txStyles></p:sldMaster>`
  ].join('');
}

/** One layout of the master. */
export function layoutXml(layout: SlideLayoutName, { title: look }: SlideTemplate): string {
  if (layout === 'cover') return layoutPart('title', '封面', [...COVER, ...FOOT]);
  const [type, name, body] =
    layout === 'content'
      ? (['obj', '标题和内容', [content(PLACEHOLDERS.content)]] as const)
      : (['titleOnly', '仅标题', []] as const);
  return layoutPart(type, name, [title(look), ...body, ...WORDS, ...FOOT]);
}

function layoutPart(type: string, name: string, all: readonly Placeholder[]): string {
  return `${XML_HEAD}<p:sldLayout ${SLIDE_SPACES} type="${type}" preserve="1"><p:cSld name="${name}">${treeXml(shapes(all))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** The master of the pages of notes: the slide above, its notes below. */
export function notesMasterXml(): string {
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片图像"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>';
  const body = shape(3, {
    name: '备注',
    kind: 'type="body" sz="quarter" idx="3"',
    box: { left: 108, top: 693, width: 864, height: 567 },
    prompt: '备注'
  });
  return `${XML_HEAD}<p:notesMaster ${SLIDE_SPACES}><p:cSld>${GROUND}${treeXml(image + body)}</p:cSld><p:clrMap ${COLOUR_MAP}/></p:notesMaster>`;
}
