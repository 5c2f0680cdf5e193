/** The parts of a .pptx that every deck has: theme, master, layouts, notes master, properties. */
import { LAYOUTS, layoutXml, masterXml, notesMasterXml } from './masterXml';
import type { SlideTemplate } from '../../domain/deck/officeTemplate';
import { themeXml } from './themeXml';
import { relationsXml, SLIDE_SPACES, treeXml, XML_HEAD } from './packageXml';
import { xmlText } from './xmlText';

const OFFICE = 'http://schemas.openxmlformats.org';
const PRESENTATION_ML = 'application/vnd.openxmlformats-officedocument.presentationml';

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
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>',
    '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
    part('ppt/presentation.xml', `${PRESENTATION_ML}.presentation.main`),
    part('ppt/slideMasters/slideMaster1.xml', `${PRESENTATION_ML}.slideMaster`),
    many(LAYOUTS.length, (n) => part(`ppt/slideLayouts/slideLayout${n}.xml`, `${PRESENTATION_ML}.slideLayout`)),
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
export function fixedParts(title: string, slides: number, template: SlideTemplate): ReadonlyMap<string, string> {
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
    ['ppt/slideMasters/slideMaster1.xml', masterXml(template)],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relationsXml([
        ...LAYOUTS.map((_, i) => ({
          id: `rId${i + 1}`,
          type: 'slideLayout',
          target: `../slideLayouts/slideLayout${i + 1}.xml`
        })),
        { id: `rId${LAYOUTS.length + 1}`, type: 'theme', target: '../theme/theme1.xml' }
      ])
    ],
    ...LAYOUTS.flatMap((layout, i): [string, string][] => [
      [`ppt/slideLayouts/slideLayout${i + 1}.xml`, layoutXml(layout, template)],
      [
        `ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
        relationsXml([{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }])
      ]
    ]),
    ['ppt/notesMasters/notesMaster1.xml', notesMasterXml()],
    [
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relationsXml([{ id: 'rId1', type: 'theme', target: '../theme/theme2.xml' }])
    ],
    ['ppt/theme/theme1.xml', themeXml(template.theme)],
    ['ppt/theme/theme2.xml', themeXml(template.theme)]
  ]);
}

function presentationXml(slides: number): string {
  const ids = Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 10}"/>`);
  return [
    `${XML_HEAD}<p:presentation ${SLIDE_SPACES} saveSubsetFonts="1">`,
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
    `<p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>`,
    // Boxes of text have the fonts of the theme too.
    '<p:defaultTextStyle><a:lvl1pPr><a:defRPr><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle>',
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
