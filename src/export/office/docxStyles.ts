/** The named styles of 公文格式, and fonts with their stand-ins. */
import type { PaperStyle, PaperStyleId, PaperTemplate } from '../../domain/deck/officeTemplate';
import { XML_HEAD } from './packageXml';
import { xmlText } from './xmlText';

const OFFICE = 'http://schemas.openxmlformats.org';
export const WORD_SPACES = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;

const FONTS = { title: '方正小标宋简体', body: '仿宋', bold: '黑体', kai: '楷体' } as const;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly font: string;
  /** Of digits and Latin letters; absent: as 公文 have them. */
  readonly latin?: string | undefined;
  /** In half points. */
  readonly size: number;
  /** Elements of `w:pPr`, in the order of the schema. */
  readonly paragraph?: string;
  /** Elements of `w:rPr` after the fonts. */
  readonly run?: string | undefined;
  /** `RRGGBB`; absent: as the program has it. */
  readonly colour?: string | undefined;
  readonly next?: string;
}

const LINE = '<w:spacing w:line="560" w:lineRule="exact"/>';
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const KEEP = '<w:keepNext/><w:keepLines/>';
const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`;

const NORMAL: Style = {
  id: 'Normal',
  name: 'Normal',
  font: FONTS.body,
  size: 32,
  paragraph: `${LINE}${INDENT}<w:jc w:val="both"/>`
};

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

function styleXml({ id, name, font, latin, size, paragraph = '', run = '', colour, next }: Style): string {
  const after = next ? `<w:next w:val="${next}"/>` : '';
  const isNormal = id === 'Normal';
  const ink = colour ? `<w:color w:val="${colour}"/>` : '';
  return `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${isNormal ? '' : '<w:basedOn w:val="Base"/>'}${after}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(font, latin)}${run}${ink}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

/** Elements of `w:pPr` that are used here, in the order of the schema. */
const ORDER = ['keepNext', 'keepLines', 'pageBreakBefore', 'snapToGrid', 'spacing', 'ind', 'jc', 'outlineLvl'];

/** Those of our styles that a template doesn't have go with its faces all the same. */
const FACES: Readonly<Record<string, PaperStyleId>> = {
  [FONTS.body]: 'Normal',
  [FONTS.title]: 'Title',
  [FONTS.bold]: 'Heading1',
  [FONTS.kai]: 'Heading2'
};

/** A style of ours as the template sets it. */
function styled(style: Style, template: PaperTemplate | undefined): Style {
  const face = FACES[style.font];
  const font = (face && template?.styles[face]?.eastAsian) ?? style.font;
  const own = template?.styles[style.id as PaperStyleId];
  if (!own) return { ...style, font };
  return {
    ...style,
    font: own.eastAsian ?? font,
    latin: own.latin,
    size: own.size ?? style.size,
    run: own.bold === undefined ? style.run : own.bold ? '<w:b/>' : '',
    colour: own.colour,
    paragraph: paragraphOf(style.paragraph ?? '', own)
  };
}

/** Distances are the template's; indents and sides too where it has any. */
function paragraphOf(ours: string, own: PaperStyle): string {
  const parts = new Map(
    (ours.match(/<w:\w+[^>]*\/>/g) ?? []).map((element) => [/^<w:(\w+)/.exec(element)![1]!, element])
  );
  const { before = 0, after = 0, line, lineRule = 'auto', firstLineChars, firstLine, align } = own;
  const leading = line === undefined ? '' : ` w:line="${line}" w:lineRule="${lineRule}"`;
  parts.set('spacing', `<w:spacing w:before="${before}" w:after="${after}"${leading}/>`);
  if (firstLineChars !== undefined || firstLine !== undefined) {
    const chars = firstLineChars === undefined ? '' : ` w:firstLineChars="${firstLineChars}"`;
    parts.set('ind', `<w:ind${chars}${firstLine === undefined ? '' : ` w:firstLine="${firstLine}"`}/>`);
  }
  if (align) parts.set('jc', `<w:jc w:val="${align}"/>`);
  return ORDER.map((name) => parts.get(name) ?? '').join('');
}

/** Digits and Latin letters in the face that 公文 print beside it. */
function fonts(font: string, latin = 'Times New Roman'): string {
  const face = xmlText(latin);
  return `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${xmlText(font)}" w:cs="${face}"/>`;
}

/** `word/styles.xml`; what a template has of our styles is set as there. */
export function docxStyles(template?: PaperTemplate): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  return [
    `${XML_HEAD}<w:styles ${WORD_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(FONTS.body)}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="公文基础"/><w:rPr>${fonts(FONTS.body)}</w:rPr></w:style>`,
    styleXml(styled(NORMAL, template)),
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${sides}</w:tblBorders></w:tblPr></w:style>`,
    ...STYLES.map((style) => styleXml(styled(style, template))),
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

/** `word/fontTable.xml` */
export function fontTable(): string {
  const entries = STAND_INS.map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`
  );
  return `${XML_HEAD}<w:fonts ${WORD_SPACES}>${entries.join('')}</w:fonts>`;
}
