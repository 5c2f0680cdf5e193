/** The parts of a .pptx that every deck has: theme, master, one layout, notes master, properties. */
import { palette } from '../../charts/theme';
import { OFFICE_FONT } from './drawingXml';
import { xmlText } from './xmlText';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
export const SLIDE_SPACES = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:r="${RELATION}" xmlns:p="${OFFICE}/presentationml/2006/main"`;
const PRESENTATION_ML = 'application/vnd.openxmlformats-officedocument.presentationml';

export interface Relation {
  readonly id: string;
  /** Last word of its type: `slideLayout`, `chart`. */
  readonly type: string;
  readonly target: string;
}

export function relationsXml(relations: readonly Relation[]): string {
  const entries = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`
  );
  return `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${entries.join('')}</Relationships>`;
}

export interface PartCounts {
  readonly slides: number;
  readonly charts: number;
}

/** `[Content_Types].xml`. */
export function contentTypesXml({ slides, charts }: PartCounts): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}+xml"/>`;
  const many = (count: number, one: (n: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i + 1)).join('');
  return [
    `${XML_HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
    '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
    part('ppt/presentation.xml', `${PRESENTATION_ML}.presentation.main`),
    part('ppt/slideMasters/slideMaster1.xml', `${PRESENTATION_ML}.slideMaster`),
    part('ppt/slideLayouts/slideLayout1.xml', `${PRESENTATION_ML}.slideLayout`),
    part('ppt/notesMasters/notesMaster1.xml', `${PRESENTATION_ML}.notesMaster`),
    part('ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme'),
    part('ppt/theme/theme2.xml', 'application/vnd.openxmlformats-officedocument.theme'),
    many(slides, (n) => part(`ppt/slides/slide${n}.xml`, `${PRESENTATION_ML}.slide`)),
    many(slides, (n) => part(`ppt/notesSlides/notesSlide${n}.xml`, `${PRESENTATION_ML}.notesSlide`)),
    many(charts, (n) =>
      part(`ppt/charts/chart${n}.xml`, 'application/vnd.openxmlformats-officedocument.drawingml.chart')
    ),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties'),
    '</Types>'
  ].join('');
}

/** Everything that doesn't depend on what the slides show. Path → text. */
export function fixedParts(title: string, slides: number): ReadonlyMap<string, string> {
  const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  return new Map([
    [
      '_rels/.rels',
      relationsXml([
        { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
        { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' }
      ]).replace(
        '</Relationships>',
        `<Relationship Id="rId2" Type="${OFFICE}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
      )
    ],
    [
      'docProps/core.xml',
      `${XML_HEAD}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>卫健看板</dc:creator></cp:coreProperties>`
    ],
    [
      'docProps/app.xml',
      `${XML_HEAD}<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties"><Application>卫健看板</Application><Slides>${slides}</Slides></Properties>`
    ],
    ['ppt/presentation.xml', presentationXml(slides)],
    ['ppt/_rels/presentation.xml.rels', presentationRelations(slides)],
    ['ppt/slideMasters/slideMaster1.xml', masterXml()],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relationsXml([
        { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'rId2', type: 'theme', target: '../theme/theme1.xml' }
      ])
    ],
    ['ppt/slideLayouts/slideLayout1.xml', layoutXml()],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      relationsXml([{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }])
    ],
    ['ppt/notesMasters/notesMaster1.xml', notesMasterXml()],
    [
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relationsXml([{ id: 'rId1', type: 'theme', target: '../theme/theme2.xml' }])
    ],
    ['ppt/theme/theme1.xml', themeXml()],
    ['ppt/theme/theme2.xml', themeXml()]
  ]);
}

function presentationXml(slides: number): string {
  const ids = Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 10}"/>`);
  return [
    `${XML_HEAD}<p:presentation ${SLIDE_SPACES} saveSubsetFonts="1">`,
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    `<p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>`,
    '</p:presentation>'
  ].join('');
}

function presentationRelations(slides: number): string {
  return relationsXml([
    { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    { id: 'rId2', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
    { id: 'rId3', type: 'theme', target: 'theme/theme1.xml' },
    ...Array.from({ length: slides }, (_, i) => ({
      id: `rId${i + 10}`,
      type: 'slide',
      target: `slides/slide${i + 1}.xml`
    }))
  ]);
}

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A slide's tree of shapes. */
export function treeXml(shapes: string): string {
  return `<p:spTree>${GROUP}${shapes}</p:spTree>`;
}

function placeholder(id: number, name: string, kind: string, [x, y, cx, cy]: readonly number[], text: string): string {
  const place = `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

const TITLE = placeholder(2, '标题', 'type="title"', [609600, 355600, 10972800, 800000], '单击此处编辑标题');
const NUMBER = placeholder(3, '页码', 'type="sldNum" sz="quarter" idx="4"', [10668000, 6400000, 914400, 300000], '‹#›');

function masterXml(): string {
  const map =
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
  const style = (size: number, bold: string) =>
    `<a:lvl1pPr algn="l"><a:defRPr sz="${size}"${bold}><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr></a:lvl1pPr>`;
  return [
    `${XML_HEAD}<p:sldMaster ${SLIDE_SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${treeXml(TITLE + NUMBER)}</p:cSld>`,
    `<p:clrMap ${map}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>`,
    `<p:txStyles><p:titleStyle>${style(2800, ' b="1"')}</p:titleStyle><p:bodyStyle>${style(1600, '')}</p:bodyStyle><p:otherStyle>${style(1200, '')}</p:otherStyle></p:txStyles></p:sldMaster>`
  ].join('');
}

function layoutXml(): string {
  return `${XML_HEAD}<p:sldLayout ${SLIDE_SPACES} type="titleOnly" preserve="1"><p:cSld name="标题和图表">${treeXml(TITLE + NUMBER)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

function notesMasterXml(): string {
  const map =
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片图像"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>';
  const body = placeholder(3, '备注', 'type="body" sz="quarter" idx="3"', [685800, 4400550, 5486400, 3600450], '备注');
  return `${XML_HEAD}<p:notesMaster ${SLIDE_SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${treeXml(image + body)}</p:cSld><p:clrMap ${map}/></p:notesMaster>`;
}

function themeXml(): string {
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', palette.ink],
    ['lt1', palette.ground],
    ['dk2', palette.inkSoft],
    ['lt2', palette.surface],
    ['accent1', palette.accent],
    ['accent2', palette.accentSoft],
    ['accent3', palette.clock],
    ['accent4', palette.context],
    ['accent5', palette.green],
    ['accent6', palette.amber],
    ['hlink', palette.accent],
    ['folHlink', palette.inkSoft]
  ];
  const scheme = colours.map(
    ([name, value]) => `<a:${name}><a:srgbClr val="${value.slice(1).toUpperCase()}"/></a:${name}>`
  );
  const font = (name: string) =>
    `<a:${name}><a:latin typeface="${OFFICE_FONT}"/><a:ea typeface="${OFFICE_FONT}"/><a:cs typeface=""/></a:${name}>`;
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${solid}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return [
    `${XML_HEAD}<a:theme xmlns:a="${OFFICE}/drawingml/2006/main" name="卫健看板"><a:themeElements>`,
    `<a:clrScheme name="卫健看板">${scheme.join('')}</a:clrScheme>`,
    `<a:fontScheme name="卫健看板">${font('majorFont')}${font('minorFont')}</a:fontScheme>`,
    `<a:fmtScheme name="卫健看板"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements></a:theme>'
  ].join('');
}

/** The notes of a slide, a paragraph a line. */
export function notesXml(notes: string): string {
  const lines = notes
    .split('\n')
    .map((line) =>
      line === ''
        ? '<a:p><a:endParaRPr lang="zh-CN"/></a:p>'
        : `<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`
    );
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片图像"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  const body = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="备注"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${lines.join('')}</p:txBody></p:sp>`;
  return `${XML_HEAD}<p:notes ${SLIDE_SPACES}><p:cSld>${treeXml(image + body)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
