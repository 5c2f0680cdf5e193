/**
 * Writes a 汇报稿 as .docx. Built as a script of its own (assets/docx.js), loaded when the first one is asked for.
 *
 * Own WordprocessingML on the zip and the escaping that .pptx and .xlsx have: what the parts hold is ours to say (named
 * styles with East Asian faces, stand-in fonts), and the same paper gives the same bytes.
 */
import type { Paper, PaperBlock } from '../plan/paperPlan';
import type { PaperPage, PaperTemplate } from '../../domain/deck/officeTemplate';
import { drawnWidth } from '../plan/drawnWidth';
import { addChart } from './chartParts';
import { documentRelations, fixedDocxParts, PAPER, textWidthOf } from './docxParts';
import { WORD_SPACES } from './docxStyles';
import { XML_HEAD } from './packageXml';
import { PaperFlow } from './paperFlow';
import { xmlText } from './xmlText';
import { ZipWriter } from './zipWriter';

type Block<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;

export interface PaperPicture {
  /** A PNG file. */
  readonly bytes: Uint8Array;
  /** Of the drawing, in any one unit. */
  readonly width: number;
  readonly height: number;
}

export interface DocxJob {
  /** A bureau's own styles and page; absent: ours. */
  readonly template?: PaperTemplate;
  readonly picture: (block: Block<'picture'>) => Promise<PaperPicture>;
  /** Called before each picture, and once at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called before each block, so that the page lives; rejects where the work is to stop. */
  readonly pause?: () => Promise<void>;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const EMU_PER_TWIP = 635;
/** A chart is made lower to stand on the page where it is spoken of, but not by more than this. */
const LEAST_SHARE = 0.72;
/** Less room at the foot of a page, in twips, may stay free. */
const WORTH = 900;
/** A picture leaves room for its caption and the line before it. */
const MOST_HEIGHT = 11_000;

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

/** The bytes of the file, in parts. Rejects with what `pause` or `picture` reject with. */
export async function writeDocx(paper: Paper, job: DocxJob): Promise<Uint8Array[]> {
  const zip = new ZipWriter();
  const page = job.template?.page ?? PAPER;
  const width = textWidthOf(page);
  const footnotes: string[] = [];
  const drawn = new Map<PaperBlock, PaperPicture>();
  const total = paper.blocks.filter(({ kind }) => kind === 'picture').length;
  const body = [paragraph('Title', paper.title), ...paper.lines.map((text) => paragraph('Subtitle', text))];
  if (paper.lines.length > 0) body.push(paragraph('Normal', ''));
  // A template's own styles set lines otherwise.
  const flow = job.template ? undefined : new PaperFlow(page, paper.lines.length + 1);
  const moved = new Set<PaperBlock>();
  let blocks = paper.blocks;
  let pictures = 0;
  let charts = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    await job.pause?.();
    if (block.kind === 'picture' || block.kind === 'chart') {
      const isPicture = block.kind === 'picture';
      if (isPicture && !drawn.has(block)) {
        job.onProgress?.(pictures, total);
        drawn.set(block, await job.picture(block));
      }
      const whole = isPicture
        ? pictureScale(drawn.get(block)!, width) * drawn.get(block)!.height
        : chartHeight(block.chart, width / 20) * 20;
      const left = flow?.left ?? whole;
      const least = whole * (isPicture || nameLines(block.chart, width / 20) < 2 ? LEAST_SHARE : 1);
      const table = whole > left && left < least && left > WORTH && !moved.has(block) ? tableAfter(blocks, at) : [];
      if (table.length > 0) {
        // What is left of the page is filled by rows of its table, and the chart stands below.
        moved.add(block);
        const rest = blocks.slice(at).filter((one) => !table.includes(one));
        blocks = [...blocks.slice(0, at), ...table, ...rest];
        at -= 1;
        continue;
      }
      const height = whole > left && left >= least ? left : whole;
      flow?.chart(height);
      if (isPicture) {
        const picture = drawn.get(block)!;
        pictures += 1;
        zip.store(`word/media/image${pictures}.png`, picture.bytes);
        body.push(picturePart(picture, block.text, pictures, height / picture.height));
        continue;
      }
      charts += 1;
      const size = { width: width / 20, height: height / 20 };
      addChart(zip, 'word', charts, block.chart, {
        ...size,
        font: nameLines(block.chart, width / 20) < 2 ? 10 : SMALL_NAMES,
        names: block.chart.categories,
        figuresAtFoot: hasStrokes(block.chart)
      });
      body.push(chartPart(block.text, charts, size));
    } else {
      // The caption below a chart is counted with it.
      if (block.kind !== 'figureCaption') flow?.block(block);
      body.push(blockXml(block, footnotes, width));
    }
  }
  for (const [path, text] of fixedDocxParts(paper.title, charts, job.template)) zip.add(path, text);
  zip.add('word/document.xml', documentXml(body, page));
  zip.add('word/footnotes.xml', footnotesXml(footnotes));
  zip.add('word/_rels/document.xml.rels', documentRelations(pictures, charts));
  job.onProgress?.(total, total);
  return zip.end();
}

/** The caption, the table and what is said of it that follow a chart, past what is said of the chart; empty for none. */
function tableAfter(blocks: readonly PaperBlock[], at: number): readonly PaperBlock[] {
  let from = at + 1;
  while (blocks[from]?.kind === 'figureCaption' || blocks[from]?.kind === 'remark') from += 1;
  const table = blocks[from + 1];
  if (blocks[from]?.kind !== 'caption' || table?.kind !== 'table') return [];
  return blocks.slice(from, from + (table.remark ? 3 : 2));
}

function blockXml(
  block: Exclude<PaperBlock, Block<'picture'> | Block<'chart'>>,
  footnotes: string[],
  width: number
): string {
  if (block.kind === 'table') return tableXml(block, width);
  if (block.kind === 'heading') return paragraph(`Heading${block.level}`, block.text);
  const footnote = 'footnote' in block ? block.footnote : '';
  if (footnote) footnotes.push(footnote);
  const reference = footnote
    ? `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnotes.length}"/></w:r>`
    : '';
  return paragraph(STYLE_OF[block.kind] ?? 'Normal', block.text, reference);
}

function paragraph(style: string, text: string, after = '', properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs(text)}${after}</w:p>`;
}

/** Text of the data is text: no field, no link. A line end stays a line end. */
function runs(text: string): string {
  if (text === '') return '';
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  return `<w:r>${lines.join('<w:br/>')}</w:r>`;
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

/** Twips of one px. */
function pictureScale(picture: PaperPicture, room: number): number {
  return Math.min(room / picture.width, MOST_HEIGHT / picture.height);
}

function picturePart(picture: PaperPicture, text: string, number: number, scale: number): string {
  const size = (pixels: number) => Math.round(pixels * scale * EMU_PER_TWIP);
  const [cx, cy] = [size(picture.width), size(picture.height)];
  const name = `name="图${number}" descr="${xmlText(text)}"`;
  const graphic = `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="${number}" ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
  return drawingXml(`图${number}`, number, text, [cx, cy], graphic);
}

/** Writer sets figures amid the bars then, unless they are to stand at their foot. */
function hasStrokes({ series }: Block<'chart'>['chart']): boolean {
  return series.some(({ role }) => role === 'stroke');
}

/** In pt: bars as high as they have rows, and as their names have lines. */
function chartHeight(chart: Block<'chart'>['chart'], width: number): number {
  const { kind, categories } = chart;
  if (kind === 'lines' || kind === 'scatter') return 230;
  const lines = nameLines(chart, width);
  const least = lines < 2 ? 16 : lines * 11.5;
  return Math.min(
    MOST_HEIGHT / 20,
    Math.max(110, 40 + categories.length * Math.max(least, Math.min(24, 200 / categories.length)))
  );
}

/** Type of names in several lines, in pt. */
const SMALL_NAMES = 9;

/** In how many lines the longest name of a row stands beside its bar. */
function nameLines({ kind, categories }: Block<'chart'>['chart'], width: number): number {
  if (kind === 'lines' || kind === 'scatter') return 1;
  const room = width * (kind === 'bullets' ? 0.46 : 0.36);
  return categories.reduce((most, name) => Math.max(most, Math.ceil(drawnWidth(name, SMALL_NAMES) / room)), 1);
}

/** A chart that can be edited; its number is apart from those of pictures. */
function chartPart(text: string, number: number, size: { readonly width: number; readonly height: number }): string {
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

function documentXml(body: readonly string[], { width, height, top, bottom, left, right }: PaperPage): string {
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="rId-footer"/><w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>`;
  return `${XML_HEAD}<w:document ${WORD_SPACES}><w:body>${body.join('')}${page}</w:body></w:document>`;
}

function footnotesXml(texts: readonly string[]): string {
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
