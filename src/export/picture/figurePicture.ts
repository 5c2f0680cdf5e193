/** Figures and slides as pictures: the drawing is made anew for the picture's own width. */
import type { DrawingBuilder } from '../../charts/drawing';
import { chartPicture } from '../../charts/engine';
import type { Figure } from '../../figures/figure';
import { absentTexts, cardTextsInPicture, noteTexts, sourceText } from '../plan/figureTexts';
import { wholePage } from '../plan/gridPlan';
import { composePicture, PICTURE_WIDTH, type Picture, type PictureBody } from './picture';
import { keyOf, type PptxSlide, type RowRange } from '../plan/pptxPlan';

/** The whole figure, or of a chart only the rows that the screen shows. */
export function figurePicture(figure: Figure, part?: RowRange): Picture {
  return composePicture({
    title: figure.verdict,
    subtitle: figure.subtitle,
    body: () => bodyOf(figure, part),
    remarks: [...noteTexts(figure), ...absentTexts(figure), ...cardTextsInPicture(figure)],
    source: sourceText(figure)
  });
}

/** One slide, for paper: what the .pptx says on it. */
export function slidePicture(slide: PptxSlide, number: string): Picture {
  const { figure, body } = slide;
  // What is said of the editable chart doesn't hold on paper.
  const ofChart = body.kind === 'chart' ? body.chart.remarks : [];
  const shown = slide.remarks.filter((text) => !ofChart.includes(text));
  const remarks = slide.further > 0 ? [...shown, `另有${slide.further}条说明未列。`] : shown;
  return composePicture({
    title: `${slide.title}${slide.page}`,
    subtitle: slide.subtitle,
    body: (room) => slideBody(figure, body, room),
    remarks,
    source: slide.source,
    number,
    pageHeight: PAGE_HEIGHT
  });
}

/** As high, by its width, as A4 across within its margins. */
const PAGE_HEIGHT = 780;

function slideBody(figure: Figure | undefined, body: PptxSlide['body'], room: number): PictureBody {
  switch (body.kind) {
    case 'table':
      return { kind: 'grid', grid: body.grid };
    case 'list':
    case 'cards':
      return body;
    case 'empty':
      return { kind: 'list', items: [body.text] };
    default:
      return bodyOf(figure!, body, room);
  }
}

function bodyOf(figure: Figure, part?: RowRange, room = Infinity): PictureBody {
  const { body } = figure;
  if (body.kind === 'list' || body.kind === 'cards') return body;
  if (body.kind !== 'chart') return { kind: 'grid', grid: wholePage(figure) };
  const { from, to } = part ?? { from: 0, to: body.rows };
  if (body.owners !== null && to <= from) return { kind: 'list', items: ['这里没有可画的数。'] };
  return chartBody(
    body.part(from, to),
    body.legend && body.native ? keyOf(body.native(from, to)) : [],
    to - from,
    room
  );
}

/** @param room height to fill; `Infinity`: as high as the chart needs */
function chartBody(build: DrawingBuilder, key: ReturnType<typeof keyOf>, rows: number, room: number): PictureBody {
  // The screen marks the year before by a triangle.
  const marks = key.map((entry) => (entry.text === '上年同期' ? { ...entry, mark: '▼' } : entry));
  if (room === Infinity)
    return { kind: 'chart', drawing: chartPicture(build, { width: PICTURE_WIDTH, scale: 1 }), key: marks };
  // The fewer rows, the larger the type, as on the wall.
  const scale = rows <= 5 ? 1.4 : rows <= 8 ? 1.2 : 1;
  const height = Math.max(240, Math.floor(room) - (key.length > 0 ? 26 : 0));
  return {
    kind: 'chart',
    drawing: chartPicture((look) => build({ ...look, height }), { width: PICTURE_WIDTH, scale }),
    key: marks
  };
}

/** The drawing alone, for a slide that has no native form. */
export function drawingOf(slide: PptxSlide): Picture {
  const { figure, body } = slide;
  if (figure?.body.kind !== 'chart' || body.kind !== 'picture') throw new Error('not a chart');
  return chartPicture(figure.body.part(body.from, body.to), { width: PICTURE_WIDTH, scale: 1.2 });
}
