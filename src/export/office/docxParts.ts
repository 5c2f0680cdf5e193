/** The parts of a .docx that every 汇报稿 has: named styles of 公文格式, fonts with their stand-ins, page number. */
import { XML_HEAD } from './pptxParts';
import { xmlText } from './xmlText';

const OFFICE = 'http://schemas.openxmlformats.org';
export const WORD_SPACES = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
const WORD_ML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 in twips, with the margins of GB/T 9704. */
export const PAPER = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
export const TEXT_WIDTH = PAPER.width - PAPER.left - PAPER.right;

const FONTS = { title: '方正小标宋简体', body: '仿宋', bold: '黑体', kai: '楷体' } as const;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly font: string;
  /** In half points. */
  readonly size: number;
  /** Elements of `w:pPr`, in the order of the schema. */
  readonly paragraph?: string;
  /** Elements of `w:rPr` after the fonts. */
  readonly run?: string;
  readonly next?: string;
}

const LINE = '<w:spacing w:line="560" w:lineRule="exact"/>';
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const KEEP = '<w:keepNext/><w:keepLines/>';
const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`;

/** Named as Word names its own where it has one, so that the pane of headings and another template find them. */
const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    font: FONTS.title,
    size: 44,
    paragraph: '<w:keepNext/><w:spacing w:after="200" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
    next: 'Normal'
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    font: FONTS.kai,
    size: 32,
    paragraph: `${LINE}<w:jc w:val="center"/>`,
    next: 'Normal'
  },
  heading(1, FONTS.bold),
  heading(2, FONTS.kai),
  heading(3, FONTS.body, '<w:b/>'),
  {
    id: 'Picture',
    name: '图',
    font: FONTS.body,
    size: 24,
    paragraph: '<w:keepNext/><w:spacing w:before="160"/><w:jc w:val="center"/>'
  },
  {
    id: 'Caption',
    name: 'caption',
    font: FONTS.bold,
    size: 24,
    paragraph: `<w:keepNext/><w:spacing w:before="120" w:after="80" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>`
  },
  {
    id: 'FigureCaption',
    name: '图题',
    font: FONTS.bold,
    size: 24,
    paragraph: '<w:spacing w:before="40" w:after="160" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>'
  },
  {
    id: 'TableText',
    name: '表中文字',
    font: FONTS.body,
    size: 18,
    paragraph: '<w:spacing w:line="280" w:lineRule="atLeast"/>'
  },
  {
    id: 'TableHead',
    name: '表头',
    font: FONTS.bold,
    size: 18,
    paragraph: '<w:keepNext/><w:spacing w:line="280" w:lineRule="atLeast"/><w:jc w:val="center"/>'
  },
  {
    id: 'Remark',
    name: '注',
    font: FONTS.kai,
    size: 24,
    paragraph: '<w:spacing w:before="40" w:line="400" w:lineRule="atLeast"/>'
  },
  {
    id: 'Closing',
    name: 'Closing',
    font: FONTS.body,
    size: 28,
    paragraph: '<w:spacing w:before="560" w:line="480" w:lineRule="atLeast"/><w:jc w:val="right"/>'
  },
  {
    id: 'Annex',
    name: '附件',
    font: FONTS.bold,
    size: 32,
    paragraph: `<w:keepNext/><w:pageBreakBefore/>${LINE}`
  },
  {
    id: 'AnnexTitle',
    name: '附件标题',
    font: FONTS.title,
    size: 36,
    paragraph: `<w:keepNext/><w:spacing w:before="200" w:after="200" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>${outline(0)}`
  },
  {
    id: 'AnnexText',
    name: '附件正文',
    font: FONTS.body,
    size: 28,
    paragraph: '<w:spacing w:line="480" w:lineRule="atLeast"/><w:ind w:firstLineChars="200" w:firstLine="560"/>'
  },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    font: FONTS.body,
    size: 18,
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:line="260" w:lineRule="atLeast"/>'
  },
  { id: 'Footer', name: 'footer', font: '宋体', size: 28, paragraph: '<w:jc w:val="center"/>' }
];

function heading(level: 1 | 2 | 3, font: string, run = ''): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    font,
    size: 32,
    paragraph: `${KEEP}${LINE}${INDENT}${outline(level - 1)}`,
    run,
    next: 'Normal'
  };
}

function styleXml({ id, name, font, size, paragraph = '', run = '', next }: Style): string {
  const after = next ? `<w:next w:val="${next}"/>` : '';
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Base"/>${after}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(font)}${run}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

/** Digits and Latin letters in the face that 公文 print beside it. */
function fonts(font: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}" w:cs="Times New Roman"/>`;
}

function docxStyles(): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  return [
    `${XML_HEAD}<w:styles ${WORD_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(FONTS.body)}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="公文基础"/><w:rPr>${fonts(FONTS.body)}</w:rPr></w:style>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${LINE}${INDENT}<w:jc w:val="both"/></w:pPr><w:rPr>${fonts(FONTS.body)}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>`,
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${sides}</w:tblBorders></w:tblPr></w:style>`,
    ...STYLES.map(styleXml),
    '</w:styles>'
  ].join('');
}

/** Where a bureau's computer lacks a face, the one named beside it stands in. */
const STAND_INS: readonly (readonly [string, string])[] = [
  [FONTS.title, '宋体'],
  [FONTS.body, '仿宋_GB2312'],
  [FONTS.kai, '楷体_GB2312'],
  [FONTS.bold, 'SimHei']
];

function fontTable(): string {
  const entries = STAND_INS.map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`
  );
  return `${XML_HEAD}<w:fonts ${WORD_SPACES}>${entries.join('')}</w:fonts>`;
}

/** `— 3 —`: the only field of the file. */
function footer(): string {
  return `${XML_HEAD}<w:ftr ${WORD_SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
}

function settings(): string {
  return `${XML_HEAD}<w:settings ${WORD_SPACES}><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}

const PARTS = ['styles', 'settings', 'footnotes', 'fontTable', 'footer'] as const;

function contentTypes(): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD_ML}.${type}+xml"/>`;
  return [
    `${XML_HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
    part('document', 'document.main'),
    ...PARTS.map((name) => part(name, name)),
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '</Types>'
  ].join('');
}

/** Relations of the document: the fixed parts, then pictures `rIdImage1` … */
export function documentRelations(pictures: number): string {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const images = Array.from({ length: pictures }, (_, i) =>
    relation(`rIdImage${i + 1}`, 'image', `media/image${i + 1}.png`)
  );
  return `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${PARTS.map((name) => relation(`rId-${name}`, name, `${name}.xml`)).join('')}${images.join('')}</Relationships>`;
}

/** Parts that don't depend on what the paper says, but for its title in the properties. */
export function fixedDocxParts(title: string): ReadonlyMap<string, string> {
  const core = `${OFFICE}/package/2006/metadata/core-properties`;
  return new Map([
    ['[Content_Types].xml', contentTypes()],
    [
      '_rels/.rels',
      `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${OFFICE}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
    ],
    [
      'docProps/core.xml',
      `${XML_HEAD}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>卫健看板</dc:creator></cp:coreProperties>`
    ],
    ['word/styles.xml', docxStyles()],
    ['word/settings.xml', settings()],
    ['word/fontTable.xml', fontTable()],
    ['word/footer.xml', footer()]
  ]);
}
