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
import {
  type Block,
  blockXml,
  chartPart,
  documentXml,
  footnotesXml,
  type PaperPicture,
  paragraph,
  picturePart,
  type TextBlock
} from './docxXml';
import { PaperFlow } from './paperFlow';
import { ZipWriter } from './zipWriter';

export interface DocxJob {
  /** A bureau's own styles and page; absent: ours. */
  readonly template?: PaperTemplate;
  readonly picture: (block: Block<'picture'>) => Promise<PaperPicture>;
  /** Called before each picture, and once at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called before each block, so that the page lives; rejects where the work is to stop. */
  readonly pause?: () => Promise<void>;
}

/** A chart is made lower to stand on the page where it is spoken of, but not by more than this. */
const LEAST_SHARE = 0.72;
/** Less room at the foot of a page, in twips, may stay free. */
const WORTH = 900;
/** A picture leaves room for its caption and the line before it. */
const MOST_HEIGHT = 11_000;

/** The bytes of the file, in parts. Rejects with what `pause` or `picture` reject with. */
export async function writeDocx(paper: Paper, job: DocxJob): Promise<Uint8Array[]> {
  const draft = beginDraft(paper, job);
  const moved = new Set<PaperBlock>();
  let { blocks } = paper;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    await job.pause?.();
    if (block.kind !== 'picture' && block.kind !== 'chart') {
      addBlock(draft, block);
      continue;
    }
    const drawing = block.kind === 'picture' ? await pictureDrawing(draft, block) : chartDrawing(draft, block);
    const gap = draft.flow?.left ?? drawing.whole;
    const table = !moved.has(block) && leavesGap(drawing, gap) ? tableAfter(blocks, at) : [];
    if (table.length > 0) {
      // What is left of the page is filled by rows of its table, and the chart stands below.
      moved.add(block);
      blocks = [...blocks.slice(0, at), ...table, ...blocks.slice(at).filter((one) => !table.includes(one))];
      at -= 1;
      continue;
    }
    const height = heightIn(drawing, gap);
    draft.flow?.chart(height);
    drawing.write(height);
  }
  return finish(draft, paper);
}

/** What is written so far. */
interface Draft {
  readonly job: DocxJob;
  readonly zip: ZipWriter;
  readonly page: PaperPage;
  /** Of the text, in twips. */
  readonly width: number;
  /** Where pages break; absent where a template's own styles set lines otherwise. */
  readonly flow: PaperFlow | undefined;
  readonly body: string[];
  readonly footnotes: string[];
  /** A picture that gave way to its table isn't drawn again. */
  readonly drawn: Map<PaperBlock, PaperPicture>;
  /** How many pictures there will be, and how many pictures and charts there are. */
  readonly total: number;
  pictures: number;
  charts: number;
}

function beginDraft({ title, lines, blocks }: Paper, job: DocxJob): Draft {
  const page = job.template?.page ?? PAPER;
  const body = [paragraph('Title', title), ...lines.map((text) => paragraph('Subtitle', text))];
  if (lines.length > 0) body.push(paragraph('Normal', ''));
  return {
    ...{ job, page, body, width: textWidthOf(page), zip: new ZipWriter() },
    flow: job.template ? undefined : new PaperFlow(page, lines.length + 1),
    ...{ footnotes: [], drawn: new Map(), pictures: 0, charts: 0 },
    total: blocks.filter(({ kind }) => kind === 'picture').length
  };
}

/** The parts of the file around the text, and its bytes. */
function finish(draft: Draft, { title }: Paper): Uint8Array[] {
  const { zip, body, page, footnotes, pictures, charts, total, job } = draft;
  for (const [path, text] of fixedDocxParts(title, charts, job.template)) zip.add(path, text);
  zip.add('word/document.xml', documentXml(body, page));
  zip.add('word/footnotes.xml', footnotesXml(footnotes));
  zip.add('word/_rels/document.xml.rels', documentRelations(pictures, charts));
  job.onProgress?.(total, total);
  return zip.end();
}

function addBlock({ flow, body, footnotes, width }: Draft, block: TextBlock): void {
  // The caption below a chart is counted with it.
  if (block.kind !== 'figureCaption') flow?.block(block);
  body.push(blockXml(block, footnotes, width));
}

/** A picture or a chart that is to stand in the text; heights in twips. */
interface Drawing {
  /** As high as it would be, and as low as it may be made to stay on its page. */
  readonly whole: number;
  readonly least: number;
  readonly write: (height: number) => void;
}

/** Whether it would go on to the next page and leave more of this one free than may stay so. */
function leavesGap({ whole, least }: Drawing, gap: number): boolean {
  return whole > gap && gap < least && gap > WORTH;
}

function heightIn({ whole, least }: Drawing, gap: number): number {
  return whole > gap && gap >= least ? gap : whole;
}

async function pictureDrawing(draft: Draft, block: Block<'picture'>): Promise<Drawing> {
  const picture = await pictureOf(draft, block);
  const whole = pictureScale(picture, draft.width) * picture.height;
  return {
    whole,
    least: whole * LEAST_SHARE,
    write(height) {
      draft.pictures += 1;
      draft.zip.store(`word/media/image${draft.pictures}.png`, picture.bytes);
      draft.body.push(picturePart(picture, block.text, draft.pictures, height / picture.height));
    }
  };
}

async function pictureOf({ job, drawn, pictures, total }: Draft, block: Block<'picture'>): Promise<PaperPicture> {
  const before = drawn.get(block);
  if (before) return before;
  job.onProgress?.(pictures, total);
  const picture = await job.picture(block);
  drawn.set(block, picture);
  return picture;
}

/** Names in several lines need all the height there is. */
function chartDrawing(draft: Draft, { chart, text }: Block<'chart'>): Drawing {
  const width = draft.width / 20;
  const whole = chartHeight(chart, width) * 20;
  const isOneLine = nameLines(chart, width) < 2;
  return {
    whole,
    least: whole * (isOneLine ? LEAST_SHARE : 1),
    write(height) {
      draft.charts += 1;
      const size = { width, height: height / 20 };
      addChart(draft.zip, 'word', draft.charts, chart, {
        ...size,
        font: isOneLine ? 10 : SMALL_NAMES,
        names: chart.categories,
        figuresAtFoot: hasStrokes(chart)
      });
      draft.body.push(chartPart(text, draft.charts, size));
    }
  };
}

/** The caption, the table and what is said of it that follow a chart, past what is said of the chart; empty for none. */
function tableAfter(blocks: readonly PaperBlock[], at: number): readonly PaperBlock[] {
  let from = at + 1;
  while (blocks[from]?.kind === 'figureCaption' || blocks[from]?.kind === 'remark') from += 1;
  const table = blocks[from + 1];
  if (blocks[from]?.kind !== 'caption' || table?.kind !== 'table') return [];
  return blocks.slice(from, from + (table.remark ? 3 : 2));
}

/** Twips of one px. */
function pictureScale(picture: PaperPicture, room: number): number {
  return Math.min(room / picture.width, MOST_HEIGHT / picture.height);
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
