/** Figures and slides as pictures: redrawn for the picture's own width. */
import type { DrawingBuilder } from '../../charts/drawing';
import type { RenderContext } from '../../charts/theme';
import { type ChartPicture, chartPicture } from '../../charts/wholeEngine';
import type { ChartBody, Figure } from '../../figures/figure';
import { absentTexts, cardTextsInPicture, noteTexts, sourceText } from '../plan/figureTexts';
import { pictureGrids } from '../plan/gridPlan';
import { composeBody, composePicture, PICTURE_WIDTH, type Picture, type PictureBody } from './picture';
import { keyOf, type KeyEntry } from '../plan/chartKey';
import { type PptxSlide } from '../plan/pptxPlan';
import { PPTX_FORMAT, type SingleBody, type SlidePane } from '../plan/slideBodies';
import { innerWidth } from '../../slides/slideText';
import { PAPER_WIDTH, paperHeight, paperRows, rowParts, type RowParts, type RowRange } from '../plan/rowParts';

export interface FigurePicture extends Picture {
  /** The part that it shows, `前20项、后20项，共600项`; empty for all. */
  readonly part: string;
}

/** A chart of more rows is a strip that nobody can read: then its top, its bottom and the reader's own place. */
const MOST_ROWS = 60;
const END_ROWS = 20;

/** The whole figure; of a very long one the part that its subtitle names. */
export function figurePicture(figure: Figure, stamp = ''): FigurePicture {
  const { body, part, remark } = wholeBody(figure);
  const picture = composePicture({
    title: figure.verdict,
    subtitle: [figure.subtitle, part && `图中是${part}`].filter(Boolean).join(' · '),
    body: () => body,
    remarks: [...(remark ? [remark] : []), ...noteTexts(figure), ...absentTexts(figure), ...cardTextsInPicture(figure)],
    source: sourceText(figure, stamp)
  });
  return { ...picture, part };
}

function wholeBody(figure: Figure): { body: PictureBody; part: string; remark: string } {
  const { body } = figure;
  if (body.kind === 'list' || body.kind === 'cards') return { body, part: '', remark: '' };
  if (body.kind === 'words')
    return { body: { kind: 'list', items: body.lines.map(({ text }) => text) }, part: '', remark: '' };
  if (body.kind !== 'chart') {
    if (figure.table.rows.length === 0) return { body: NOTHING, part: '', remark: '' };
    const { grids, remark, part } = pictureGrids(figure);
    return { body: { kind: 'grids', grids }, part, remark };
  }
  if (body.owners !== null && body.rows === 0) return { body: NOTHING, part: '', remark: '' };
  const parts = rowParts(figure, body, MOST_ROWS, END_ROWS);
  const remark = parts.text ? `图中是${parts.text}，其余见导出的XLSX或CSV。` : '';
  return { body: chartBody(body, PICTURE_WIDTH, parts), part: parts.text, remark };
}

function chartBody(body: ChartBody, width: number, { parts }: RowParts): PictureBody {
  const drawings = parts.map(({ from, to, name }) => ({
    caption: name,
    drawing: chartPicture(body.part(from, to), { width, scale: 1 })
  }));
  return { kind: 'chart', drawings, key: screenKey(body, parts[0]!) };
}

const NOTHING: PictureBody = { kind: 'list', items: ['这里没有可画的数。'] };

/** The chart of a figure for the text of a paper: nothing but the drawing and its key. */
export function paperPicture(figure: Figure): Picture {
  if (figure.body.kind !== 'chart') throw new Error('not a chart');
  return composeBody(figure.verdict, paperBody(figure, figure.body));
}

/** As high as its rows need, so that the picture isn't made smaller to fit the page. */
function paperBody(figure: Figure, body: ChartBody): PictureBody {
  const { parts } = paperRows(figure, body);
  const drawings = parts.map(({ from, to, name }) => {
    const build = body.part(from, to);
    const height = paperHeight(body, to - from);
    const sized: typeof build = body.rows > 0 ? (context) => build({ ...context, height }) : build;
    return { caption: name, drawing: chartPicture(sized, { width: PAPER_WIDTH, scale: 1 }) };
  });
  return { kind: 'chart', drawings, key: screenKey(body, parts[0]!) };
}

/** One slide, for paper: what the .pptx says on it. */
export function slidePicture(slide: PptxSlide, number: string): Picture {
  const { figure, body } = slide;
  // What is said of the editable chart doesn't hold on paper.
  const ofChart = body.kind === 'chart' ? body.chart.remarks : body.kind === 'charts' ? body.form.remarks : [];
  const shown = slide.remarks.filter((text) => !ofChart.includes(text));
  // On paper two figures stand one above the other: what was drawn over them would lie elsewhere.
  const isApart = body.kind === 'pair' && slide.ink !== undefined && slide.ink.length > 0;
  const remarks = [
    ...shown,
    ...(slide.further > 0 ? [`另有${slide.further}条说明未列。`] : []),
    ...(isApart ? ['画在两张图上的笔迹不印。'] : [])
  ];
  return composePicture({
    title: `${slide.title}${slide.page}`,
    subtitle: slide.subtitle,
    body: (room) => (body.kind === 'pair' ? pairBody(body.panes, room) : slideBody(figure, body, room, wallOf(slide))),
    remarks,
    source: slide.source,
    number,
    pageHeight: PAGE_HEIGHT,
    ...(slide.ink?.length && !isApart ? { ink: { lines: slide.ink, body: slide.boxes.body } } : {})
  });
}

/** A chart that was drawn over is laid out as on the wall, so that what was drawn lies where it was meant. */
function wallOf({ ink, boxes, scale = 1 }: PptxSlide): RenderContext | undefined {
  if (!ink?.length) return undefined;
  return { width: innerWidth(PPTX_FORMAT), height: boxes.body.height - boxes.key, scale };
}

/** As high, by its width, as A4 across within its margins. */
const PAGE_HEIGHT = 780;

/** On paper one stands above the other: half a page across would be too small to read. */
function pairBody(panes: readonly SlidePane[], room: number): PictureBody {
  const own = room / panes.length - PANE_HEAD;
  return {
    kind: 'pair',
    panes: panes.map(({ figure, body }) => ({
      heading: figure.verdict,
      subtitle: figure.subtitle,
      body: slideBody(figure, body, own)
    }))
  };
}

/** What the heading of one of two and the room below it take, in px. */
const PANE_HEAD = 84;

function slideBody(
  figure: Figure | undefined,
  body: SingleBody,
  room: number,
  wall: RenderContext | undefined = undefined
): PictureBody {
  switch (body.kind) {
    case 'table':
      return { kind: 'grids', grids: [body.grid] };
    case 'list':
    case 'cards':
      return body;
    case 'cover':
      return { kind: 'list', items: body.lines };
    case 'empty':
      return { kind: 'list', items: body.text ? [body.text] : [] };
    default:
      return figure?.body.kind === 'chart' ? pageBody(figure.body, body, room, wall) : NOTHING;
  }
}

/** Some rows of a chart, as high as the page leaves room. */
function pageBody(body: ChartBody, { from, to }: RowRange, room: number, wall: RenderContext | undefined): PictureBody {
  const key = screenKey(body, { from, to });
  if (wall) return { kind: 'chart', drawings: [{ caption: '', drawing: asOnWall(body.part(from, to), wall) }], key };
  // The fewer rows, the larger the type, as on the wall.
  const rows = to - from;
  const scale = rows <= 5 ? 1.4 : rows <= 8 ? 1.2 : 1;
  const height = Math.max(240, Math.floor(room) - (key.length > 0 ? 26 : 0));
  const build = body.part(from, to);
  const drawing = chartPicture((context) => build({ ...context, height }), { width: PICTURE_WIDTH, scale });
  return { kind: 'chart', drawings: [{ caption: '', drawing }], key };
}

function asOnWall(build: DrawingBuilder, wall: RenderContext): ChartPicture {
  const { svg, width, height } = chartPicture((context) => build({ ...context, height: wall.height }), wall);
  const less = PICTURE_WIDTH / width;
  return { svg: `<g transform="scale(${less})">${svg}</g>`, width: PICTURE_WIDTH, height: height * less };
}

/** The screen marks the year before by a triangle. */
function screenKey(body: ChartBody, { from, to }: RowRange): KeyEntry[] {
  const key = body.legend && body.native ? keyOf(body.native(from, to)) : [];
  return key.map((entry) => (entry.text === '上年同期' ? { ...entry, mark: '▼' } : entry));
}

/** The drawing alone, for a slide that has no native form. */
export function drawingOf(slide: PptxSlide): Picture {
  const { figure, body } = slide;
  if (figure?.body.kind !== 'chart' || body.kind !== 'picture') throw new Error('not a chart');
  const build = figure.body.part(body.from, body.to);
  const less = PICTURE_WIDTH / innerWidth(PPTX_FORMAT);
  // One of two is drawn for its own half, or its words would be half as large.
  const width = (slide.width ?? innerWidth(PPTX_FORMAT)) * less;
  if (figure.body.rows === 0) return chartPicture(build, { width, scale: 1.2 });
  // Rows are as high as the slide has room, in the type of the wall.
  const height = Math.round((slide.boxes.body.height - slide.boxes.key) * less);
  return chartPicture((context) => build({ ...context, height }), {
    width,
    scale: (slide.scale ?? 1) * less
  });
}
