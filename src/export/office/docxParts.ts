/** The parts of a .docx that every 汇报稿 has: styles, fonts, theme, page number, properties. */
import type { PaperPage, PaperTemplate } from '../../domain/deck/officeTemplate';
import { docxStyles, fontTable, WORD_SPACES } from './docxStyles';
import { XML_HEAD } from './packageXml';
import { themeXml } from './themeXml';
import { xmlText } from './xmlText';

const OFFICE = 'http://schemas.openxmlformats.org';
const WORD_ML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 in twips, with the margins of GB/T 9704. */
export const PAPER: PaperPage = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
/** How wide the text stands on a page. */
export function textWidthOf({ width, left, right }: PaperPage): number {
  return width - left - right;
}

/** `— 3 —`: the only field of the file. */
function footer(): string {
  return `${XML_HEAD}<w:ftr ${WORD_SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
}

function settings(): string {
  return `${XML_HEAD}<w:settings ${WORD_SPACES}><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}

const PARTS = ['styles', 'settings', 'footnotes', 'fontTable', 'footer'] as const;

function contentTypes(charts: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD_ML}.${type}+xml"/>`;
  return [
    `${XML_HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
    part('document', 'document.main'),
    ...PARTS.map((name) => part(name, name)),
    '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>',
    ...Array.from(
      { length: charts },
      (_, i) =>
        `<Override PartName="/word/charts/chart${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`
    ),
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '</Types>'
  ].join('');
}

/** Relations of the document: the fixed parts, then pictures `rIdImage1` … and charts `rIdChart1` … */
export function documentRelations(pictures: number, charts: number): string {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const images = Array.from({ length: pictures }, (_, i) =>
    relation(`rIdImage${i + 1}`, 'image', `media/image${i + 1}.png`)
  );
  const drawn = Array.from({ length: charts }, (_, i) =>
    relation(`rIdChart${i + 1}`, 'chart', `charts/chart${i + 1}.xml`)
  );
  const fixed = [
    ...PARTS.map((name) => relation(`rId-${name}`, name, `${name}.xml`)),
    relation('rId-theme', 'theme', 'theme/theme1.xml')
  ];
  return `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${[...fixed, ...images, ...drawn].join('')}</Relationships>`;
}

/** Parts that don't depend on what the paper says, but for its title in the properties. */
export function fixedDocxParts(title: string, charts: number, template?: PaperTemplate): ReadonlyMap<string, string> {
  const core = `${OFFICE}/package/2006/metadata/core-properties`;
  return new Map([
    ['[Content_Types].xml', contentTypes(charts)],
    [
      '_rels/.rels',
      `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${OFFICE}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
    ],
    [
      'docProps/core.xml',
      `${XML_HEAD}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>卫健看板</dc:creator></cp:coreProperties>`
    ],
    ['word/styles.xml', docxStyles(template)],
    ['word/settings.xml', settings()],
    ['word/fontTable.xml', fontTable()],
    ['word/theme/theme1.xml', themeXml()],
    ['word/footer.xml', footer()]
  ]);
}
