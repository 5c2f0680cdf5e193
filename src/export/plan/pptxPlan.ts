/**
 * What stands on each slide of a .pptx, worked out without writing it. The same pages, words and type as on the wall:
 * “turn to page 14” leads to one slide, whatever it is seen on.
 */
import type { NativeChart } from '../../charts/office/nativeChart';
import type { DeckLook } from '../../domain/deck/deckLook';
import type { Figure, KeyFigure } from '../../figures/figure';
import { slideSteps, type SlideStep } from '../../slides/slidePlan';
import {
  innerWidth,
  lineCount,
  SLIDE,
  slideBoxes,
  slideRemarks,
  slideTitle,
  type SlideBoxes,
  type SlideFormat,
  type SlideTitle
} from '../../slides/slideText';
import { coverTitle, isCover } from '../../slides/wordsPlan';
import { absentTexts, cardTexts, noteTexts, sourceText, sourceTitles } from './figureTexts';
import { columnsRemark, stepGrid, type Grid } from './gridPlan';
import { keyOf, type KeyEntry } from './chartKey';
import { rowParts, type RowRange } from './rowParts';

/** One view of a deck. */
export interface DeckSlide {
  /** The presenter's title; empty = the finding of the figure. */
  readonly title: string;
  /** What the presenter wants to say. */
  readonly notes: string;
  /** Undefined where the address leads to nothing; then the problems say why. */
  readonly figure: Figure | undefined;
  readonly problems?: readonly string[];
  /** What the template of the deck puts at the foot; empty or absent for nothing. */
  readonly foot?: string;
  /** The template of its deck. */
  readonly look?: DeckLook | undefined;
}

export type SlideBody =
  | (RowRange & {
      readonly kind: 'chart';
      readonly chart: NativeChart;
      readonly key: readonly KeyEntry[];
      /** Names of all rows of the figure: pages of one chart leave them the same room. */
      readonly names: readonly string[];
    })
  | { readonly kind: 'table'; readonly grid: Grid }
  /** Sentences; with a size (in pt) plain lines of it. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly size?: number }
  /** A title, section or closing slide: its heading stands large in the middle. */
  | { readonly kind: 'cover'; readonly heading: SlideTitle; readonly lines: readonly string[] }
  | { readonly kind: 'cards'; readonly items: readonly KeyFigure[] }
  /** A chart without a native form goes in as a picture of these rows. */
  | (RowRange & { readonly kind: 'picture' })
  | { readonly kind: 'empty'; readonly text: string };

export interface PptxSlide {
  readonly title: string;
  readonly subtitle: string;
  readonly body: SlideBody;
  readonly figure: Figure | undefined;
  /** Where its parts stand, in units of a wall 1,080 high. */
  readonly boxes: SlideBoxes;
  /** On the slide, small. */
  readonly remarks: readonly string[];
  /** How many remarks stand only in the speaker's notes. */
  readonly further: number;
  readonly source: string;
  /** `（1/3）`; empty for a view of one slide. */
  readonly page: string;
  /** The speaker's notes: what is to be said, every note, every source. */
  readonly notes: string;
  /** The template of its deck. */
  readonly look?: DeckLook | undefined;
}

/** A .pptx is 16:9. */
const PPTX_FORMAT: SlideFormat = { ratio: '16:9', size: 1 };
/** A deck of forty slides of one chart is read by nobody. */
const MOST_ROWS = 480;
const END_ROWS = 24;

/** The slides of one view. */
export function pptxSlides(view: DeckSlide, stamp = ''): PptxSlide[] {
  const { figure } = view;
  const problems = view.problems ?? [];
  if (!figure) return [absentSlide(view, problems)];
  // A slide each, left before right: one slide for both needs half-width forms of every body.
  if (figure.body.kind === 'pair')
    return [figure.body.left, figure.body.right].flatMap((side, at) =>
      pptxSlides({ ...view, title: '', figure: side, notes: at === 0 ? view.notes : '' }, stamp)
    );
  const title = figure.body.kind === 'words' ? figure.verdict : view.title || figure.verdict;
  const { bodies, part } = bodiesOf(figure, title, problems);
  const subtitle = [figure.subtitle, part].filter(Boolean).join(' · ');
  const boxes = slideBoxes({ ...figure, subtitle }, title, PPTX_FORMAT, problems);
  const all = [...problems, ...noteTexts(figure), ...absentTexts(figure)];
  const shown = slideRemarks(figure, problems, PPTX_FORMAT).shown;
  const rule = figure.rule ? [`亮灯规则：${figure.rule}`] : [];
  return bodies.map((body, i): PptxSlide => {
    const own = [...ownRemarks(body), ...(i === 0 ? absentRemark(figure) : [])];
    const bodyRemarks = [...own, columnsRemark(figure), cardsRemark(figure), heatRemark(figure, bodies)].filter(
      Boolean
    );
    const remarks = [...own, ...rule, ...shown];
    const handling = body.kind === 'chart' ? body.chart.handling : [];
    return {
      title,
      subtitle,
      body,
      figure,
      boxes: withRemarks(boxes, own),
      remarks,
      further: all.filter((text) => !remarks.includes(text) && !rule.some((one) => text.startsWith(one))).length,
      source: [view.foot, figure.body.kind === 'words' && figure.sources.length === 0 ? '' : footText(figure, stamp)]
        .filter(Boolean)
        .join('　'),
      page: bodies.length > 1 ? `（${i + 1}/${bodies.length}）` : '',
      look: view.look,
      notes: notesText(view.notes, [
        ['说明', [...all, ...bodyRemarks, ...handling]],
        ['口径', cardTexts(figure)],
        ['出处', [sourceText(figure, stamp), ...sourceTitles(figure)]]
      ])
    };
  });
}

/** The line at the foot holds so many characters; what doesn't fit stands in the notes. */
const FOOT_CHARS = 90;

function footText(figure: Figure, stamp: string): string {
  const text = sourceText(figure, stamp);
  return text.length <= FOOT_CHARS ? text : sourceText(figure);
}

function absentSlide(view: DeckSlide, problems: readonly string[]): PptxSlide {
  const title = view.title || '这张幻灯片没有内容';
  const broken = slideTitle(title, PPTX_FORMAT);
  const top = SLIDE.top + broken.lines.length * broken.size * 1.3 + 24;
  const foot = { top: 1010, height: 50 };
  return {
    title,
    subtitle: '',
    body: { kind: 'empty', text: problems.join('\n') || '没有可画的数。' },
    figure: undefined,
    boxes: {
      title: broken,
      subtitle: { top, height: 0 },
      body: { top, height: foot.top - top },
      key: 0,
      remarks: { top: foot.top, height: 0 },
      foot
    },
    remarks: [],
    further: 0,
    source: '',
    page: '',
    notes: view.notes
  };
}

/** What the presenter says comes first, and apart from what is only to be looked up. */
function notesText(own: string, parts: readonly (readonly [string, readonly string[]])[]): string {
  const blocks = parts
    .map(([head, texts]) => [head, texts.filter(Boolean)] as const)
    .filter(([, texts]) => texts.length > 0)
    .map(([head, texts]) => [`【${head}】`, ...texts].join('\n'));
  return [own, ...blocks].filter(Boolean).join('\n\n');
}

function ownRemarks(body: SlideBody): readonly string[] {
  if (body.kind === 'chart') return body.chart.remarks;
  return body.kind === 'picture' ? ['这个图没有可编辑的形式，以图片放入。'] : [];
}

/** Who isn't in the chart, on its first slide: by name where a line holds them. */
function absentRemark(figure: Figure): readonly string[] {
  const whole = absentTexts(figure).join('；');
  if (whole === '' || figure.body.kind !== 'chart') return [];
  if (lineCount(whole, SLIDE.small, innerWidth(PPTX_FORMAT)) === 1) return [whole];
  const counts = figure.absent.filter(({ items }) => items.length > 0);
  return [`${counts.map(({ title, items }) => `${title}${items.length}个`).join('，')}，名单见备注。`];
}

function cardsRemark({ body, table }: Figure): string {
  return body.kind === 'cards' && table.rows.length > body.items.length
    ? `这里是${body.items.length}个关键数字；全部${table.rows.length}行见导出的XLSX或CSV。`
    : '';
}

/** Parts of a heat table without any number are left out, as on the wall. */
function heatRemark({ body }: Figure, bodies: readonly SlideBody[]): string {
  if (body.kind !== 'heat') return '';
  const cells = bodies.reduce(
    (sum, one) => sum + (one.kind === 'table' ? one.grid.rows.length * (one.grid.head.length - 1) : 0),
    0
  );
  return cells < body.answer.rows.length * body.answer.places.length
    ? '没有一个数的部分没有列出，全部见导出的XLSX或CSV。'
    : '';
}

/** The remarks that only the editable chart needs take their room from it. */
function withRemarks(boxes: SlideBoxes, own: readonly string[]): SlideBoxes {
  const room = innerWidth(PPTX_FORMAT);
  const height = own.reduce((sum, text) => sum + lineCount(text, SLIDE.small, room) * SLIDE.small * 1.4, 0);
  return {
    ...boxes,
    body: { ...boxes.body, height: boxes.body.height - height },
    remarks: { top: boxes.remarks.top - height, height: boxes.remarks.height + height }
  };
}

function bodiesOf(figure: Figure, title: string, problems: readonly string[]): { bodies: SlideBody[]; part: string } {
  const { body } = figure;
  const steps = slideSteps(figure, title, PPTX_FORMAT, problems).filter((step) => !step.spotlight);
  const width = innerWidth(PPTX_FORMAT) / UNITS_PER_INCH;
  const height = slideBoxes(figure, title, PPTX_FORMAT, problems).body.height / UNITS_PER_INCH;
  switch (body.kind) {
    case 'chart': {
      const { parts, text } = rowParts(figure, body, MOST_ROWS, END_ROWS);
      const ranges = text ? parts.flatMap((part) => pagesWithin(part, steps)) : steps;
      return { bodies: chartBodies(figure, ranges), part: text };
    }
    case 'list':
    case 'cards': {
      const { kind, items } = body;
      if (items.length === 0) return { bodies: [empty()], part: '' };
      const bodies = steps.map(({ from, to }) => ({ kind, items: items.slice(from, to) }) as SlideBody);
      return { bodies, part: '' };
    }
    case 'words': {
      const texts = body.lines.map(({ text }) => text);
      if (isCover(figure)) {
        const heading = coverTitle(title, PPTX_FORMAT);
        return { bodies: [{ kind: 'cover', heading, lines: texts }], part: '' };
      }
      const bodies = steps.map(({ from, to, scale }): SlideBody =>
        from === to
          ? { kind: 'empty', text: '' }
          : { kind: 'list', items: texts.slice(from, to), size: (scale * SLIDE.text) / 2 }
      );
      return { bodies, part: '' };
    }
    default:
      if (figure.table.rows.length === 0) return { bodies: [empty()], part: '' };
      return {
        bodies: steps.map((step) => ({ kind: 'table', grid: stepGrid(figure, step, { width, height }) })),
        part: ''
      };
  }
}

export const UNITS_PER_INCH = 144;

/** The rows of a part on pages as high as the others. */
function pagesWithin({ from, to }: RowRange, steps: readonly SlideStep[]): RowRange[] {
  const most = steps.reduce((longest, step) => Math.max(longest, step.to - step.from), 1);
  const count = Math.ceil((to - from) / most);
  return Array.from({ length: count }, (_, i) => ({
    from: from + Math.round((i * (to - from)) / count),
    to: from + Math.round(((i + 1) * (to - from)) / count)
  }));
}

function chartBodies(figure: Figure, ranges: readonly RowRange[]): SlideBody[] {
  const { body } = figure;
  if (body.kind !== 'chart' || (body.owners !== null && body.rows === 0)) return [empty()];
  const charts = ranges.map(({ from, to }) => ({ from, to, chart: body.native?.(from, to) }));
  const names = charts.flatMap(({ chart }) => chart?.categories ?? []);
  return charts.map(({ from, to, chart }): SlideBody => {
    if (!chart) return { kind: 'picture', from, to };
    return chart.series.length > 0 ? { kind: 'chart', chart, key: keyOf(chart), from, to, names } : empty();
  });
}

function empty(): SlideBody {
  return { kind: 'empty', text: '这里没有可画的数。' };
}
