/** Blocks of a 汇报稿 as WordprocessingML: paragraphs, tables, the places of pictures and charts, the two parts they stand in. */
import type { PaperPage } from '../../domain/deck/officeTemplate';
import type { PaperBlock } from '../plan/paperPlan';
import { WORD_SPACES } from './docxStyles';
import { XML_HEAD } from './packageXml';
import { xmlText } from './xmlText';

export type Block<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;

/** What is no picture and no chart. */
export type TextBlock = Exclude<PaperBlock, Block<'picture'> | Block<'chart'>>;

export interface PaperPicture {
  /** A PNG file. */
  readonly bytes: Uint8Array;
  /** Of the drawing, in any one unit. */
  readonly width: number;
  readonly height: number;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const EMU_PER_TWIP = 635;

const STYLE_OF: Readonly<Partial<Record<PaperBlock['kind'], string>>> = {
  caption: 'Caption',
  figureCaption: 'FigureCaption',
  remark: 'Remark',
  note: 'AnnexText',
  // Names of reports stay in one line.
  source: 'Remark',
  annex: 'Annex',
  annexTitle: 'AnnexTitle',
  closing: 'Closing'
};

export function paragraph(style: string, text: string, after = '', properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs(text)}${after}</w:p>`;
}

/** Text of the data is text: no field, no link. A line end stays a line end. */
function runs(text: string): string {
  if (text === '') return '';
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  return `<w:r>${lines.join('<w:br/>')}</w:r>`;
}

export function blockXml(block: TextBlock, footnotes: string[], width: number): string {
  if (block.kind === 'table') return tableXml(block, width);
  if (block.kind === 'heading') return paragraph(`Heading${block.level}`, block.text);
  const footnote = 'footnote' in block ? block.footnote : '';
  if (footnote) footnotes.push(footnote);
  const reference = footnote
    ? `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnotes.length}"/></w:r>`
    : '';
  return paragraph(STYLE_OF[block.kind] ?? 'Normal', block.text, reference);
}

function tableXml({ head, rows, right, widths }: Block<'table'>, room: number): string {
  const twips = widths.map((share) => Math.floor(share * room));
  const cell = (text: string, at: number, style: string, properties = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips[at]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(style, text, '', properties)}</w:tc>`;
  const headRow = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((text, at) => cell(text, at, 'TableHead')).join('')}</w:tr>`;
  const bodyRows = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((text, at) => cell(text, at, 'TableText', right[at] ? '<w:jc w:val="right"/>' : '')).join('')}</w:tr>`
  );
  const grid = twips.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const width = twips.reduce((sum, one) => sum + one, 0);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headRow}${bodyRows.join('')}</w:tbl>`;
}

export function picturePart(picture: PaperPicture, text: string, number: number, scale: number): string {
  const size = (pixels: number) => Math.round(pixels * scale * EMU_PER_TWIP);
  const [cx, cy] = [size(picture.width), size(picture.height)];
  const name = `name="图${number}" descr="${xmlText(text)}"`;
  const graphic = `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="${number}" ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
  return drawingXml(`图${number}`, number, text, [cx, cy], graphic);
}

/** A chart that can be edited; its number is apart from those of pictures. */
export function chartPart(
  text: string,
  number: number,
  size: { readonly width: number; readonly height: number }
): string {
  const [cx, cy] = [size.width, size.height].map((points) => Math.round(points * 20 * EMU_PER_TWIP)) as [
    number,
    number
  ];
  const graphic = `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rIdChart${number}"/></a:graphicData></a:graphic>`;
  return drawingXml(`可编辑的图${number}`, 10_000 + number, text, [cx, cy], graphic);
}

function drawingXml(
  name: string,
  id: number,
  text: string,
  [cx, cy]: readonly [number, number],
  graphic: string
): string {
  return `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="${name}" descr="${xmlText(text)}"/><wp:cNvGraphicFramePr/>${graphic}</wp:inline></w:drawing></w:r></w:p>`;
}

export function documentXml(body: readonly string[], { width, height, top, bottom, left, right }: PaperPage): string {
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="rId-footer"/><w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>`;
  return `${XML_HEAD}<w:document ${WORD_SPACES}><w:body>${body.join('')}${page}</w:body></w:document>`;
}

export function footnotesXml(texts: readonly string[]): string {
  const separators = [
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
  ];
  const notes = texts.map(
    (text, at) =>
      `<w:footnote w:id="${at + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${runs(` ${text}`)}</w:p></w:footnote>`
  );
  return `${XML_HEAD}<w:footnotes ${WORD_SPACES}>${separators.join('')}${notes.join('')}</w:footnotes>`;
}
