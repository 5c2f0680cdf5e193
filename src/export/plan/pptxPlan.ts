/**
 * What stands on each slide of a .pptx, worked out without the library that writes it. One slide a view; a view
 * with more rows than can be read at once continues on further slides.
 */
import { palette } from '../../charts/theme';
import type { NativeChart } from '../../charts/office/officeChart';
import type { Figure, KeyFigure } from '../../figures/figure';
import { strokeColour } from './strokeColour';
import { absentTexts, cardTexts, noteTexts, sourceText, sourceTitles } from './figureTexts';
import { gridPages, parted, type Grid } from './gridPlan';

/** One view of a deck. */
export interface DeckSlide {
  /** The presenter's title; empty = the finding of the figure. */
  readonly title: string;
  /** What the presenter wants to say. */
  readonly notes: string;
  /** Undefined where the address leads to nothing; then the problems say why. */
  readonly figure: Figure | undefined;
  readonly problems?: readonly string[];
  /** Only these rows of a chart; absent for all. */
  readonly part?: RowRange;
}

/** 0-based, `to` not included. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** A key entry: a mark in its colour, and what it means. */
export interface KeyEntry {
  readonly mark: string;
  readonly colour: string;
  readonly text: string;
}

export type SlideBody =
  | {
      readonly kind: 'chart';
      readonly chart: NativeChart;
      readonly key: readonly KeyEntry[];
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'table'; readonly grid: Grid }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'cards'; readonly items: readonly KeyFigure[] }
  /** A chart without a native form goes in as a picture of these rows. */
  | { readonly kind: 'picture'; readonly from: number; readonly to: number }
  | { readonly kind: 'empty'; readonly text: string };

export interface PptxSlide {
  readonly title: string;
  readonly subtitle: string;
  readonly body: SlideBody;
  readonly figure: Figure | undefined;
  /** On the slide, small. */
  readonly remarks: readonly string[];
  /** How many remarks stand only in the speaker's notes. */
  readonly further: number;
  readonly source: string;
  /** `（1/3）`; empty for a view of one slide. */
  readonly page: string;
  /** The speaker's notes: what is to be said, every note, every source. */
  readonly notes: string;
}

/** Inches of a slide 13.33 by 7.5, and what stands where. */
export const SLIDE_ROOM = { left: 0.6, width: 12.13, top: 1.72, bottom: 6.98, remarkLine: 0.2 } as const;

const MOST_BARS = 16;
const MOST_BULLETS = 12;
const MOST_ITEMS = 8;
const MOST_CARDS = 6;
/** Characters of 11 pt that fit into a line. */
const REMARK_CHARACTERS = 78;
const REMARK_LINES = 5;

/** The slides of one view. */
export function pptxSlides(view: DeckSlide): PptxSlide[] {
  const { figure } = view;
  const problems = view.problems ?? [];
  if (!figure) {
    return [
      {
        title: view.title || '这张幻灯片没有内容',
        subtitle: '',
        body: { kind: 'empty', text: problems.join('\n') || '没有可画的数。' },
        figure,
        remarks: [],
        further: 0,
        source: '',
        page: '',
        notes: view.notes
      }
    ];
  }
  const all = [...problems, ...noteTexts(figure), ...absentTexts(figure)];
  // The column remark of a table, and what is counted, may take two lines more.
  const reserved = (fitting(all).lines + 2) * SLIDE_ROOM.remarkLine;
  const { bodies, said } = bodiesOf(
    view,
    figure,
    SLIDE_ROOM.bottom - SLIDE_ROOM.top - Math.min(reserved, (REMARK_LINES + 1) * SLIDE_ROOM.remarkLine) - 0.1
  );
  return bodies.map((body, i): PptxSlide => {
    const handling = body.kind === 'chart' ? body.chart.handling : [];
    const own =
      body.kind === 'chart'
        ? body.chart.remarks
        : body.kind === 'picture'
          ? ['这个图没有可编辑的形式，以图片放入。']
          : [];
    const { shown, further } = fitting([...all, ...own, ...said]);
    return {
      title: view.title || figure.verdict,
      subtitle: figure.subtitle,
      body,
      figure,
      remarks: shown,
      further,
      source: sourceText(figure),
      page: bodies.length > 1 ? `（${i + 1}/${bodies.length}）` : '',
      notes: [
        view.notes,
        ...all,
        ...own,
        ...said,
        ...handling,
        ...cardTexts(figure),
        sourceText(figure),
        ...sourceTitles(figure)
      ]
        .filter(Boolean)
        .join('\n')
    };
  });
}

/** Height of the remarks in inches. */
export function remarkHeight(slide: PptxSlide): number {
  const lines = slide.remarks.reduce((sum, text) => sum + linesOf(text), 0) + (slide.further > 0 ? 1 : 0);
  return lines * SLIDE_ROOM.remarkLine;
}

function bodiesOf({ part }: DeckSlide, figure: Figure, height: number): { bodies: SlideBody[]; said: string[] } {
  const { body } = figure;
  if (body.kind === 'chart') return { bodies: chartBodies(figure, part ?? { from: 0, to: body.rows }), said: [] };
  if (body.kind === 'list') {
    const items = parted(body.items.length, MOST_ITEMS).map(([from, to]) => body.items.slice(from, to));
    return { bodies: items.map((list) => (list.length > 0 ? { kind: 'list', items: list } : empty())), said: [] };
  }
  if (body.kind === 'cards') {
    const parts = parted(body.items.length, MOST_CARDS).map(([from, to]) => body.items.slice(from, to));
    const left = figure.table.rows.length - body.items.length;
    const said =
      left > 0 ? [`这里是${body.items.length}个关键数字；全部${figure.table.rows.length}行见导出的XLSX或CSV。`] : [];
    return { bodies: parts.map((items) => (items.length > 0 ? { kind: 'cards', items } : empty())), said };
  }
  if (figure.table.rows.length === 0) return { bodies: [empty()], said: [] };
  const { pages, remark } = gridPages(figure, { width: SLIDE_ROOM.width, height });
  return { bodies: pages.map((grid) => ({ kind: 'table', grid })), said: remark ? [remark] : [] };
}

function chartBodies(figure: Figure, { from, to }: RowRange): SlideBody[] {
  const { body } = figure;
  if (body.kind !== 'chart' || (body.owners !== null && to <= from)) return [empty()];
  const most = body.legend ? MOST_BULLETS : MOST_BARS;
  const parts =
    body.rows === 0 ? [[0, 0] as const] : parted(to - from, most).map(([a, b]) => [from + a, from + b] as const);
  return parts.map(([a, b]): SlideBody => {
    if (!body.native) return { kind: 'picture', from: a, to: b };
    const chart = body.native(a, b);
    return chart.series.length > 0 ? { kind: 'chart', chart, key: keyOf(chart), from: a, to: b } : empty();
  });
}

/** What the marks mean, where the chart itself doesn't say it. Lines have a legend of their own. */
export function keyOf(chart: NativeChart): KeyEntry[] {
  if (chart.kind === 'lines') return [];
  const ticks = chart.series
    .filter((s) => s.role === 'tick')
    .map((s): KeyEntry => ({ mark: '┃', colour: strokeColour(chart, s), text: s.name.replace('（%）', '') }));
  if (chart.kind === 'bars') return ticks;
  return [
    { mark: '■', colour: palette.accent, text: '完成率（慢的）' },
    { mark: '■', colour: palette.accentSoft, text: '完成率（其余）' },
    ...chart.series
      .filter((s) => s.role === 'forecast')
      .map((): KeyEntry => ({ mark: '▯', colour: palette.accent, text: '年末推算（直线）' })),
    { mark: '┃', colour: palette.ink, text: '目标' },
    ...ticks
  ];
}

function empty(): SlideBody {
  return { kind: 'empty', text: '这里没有可画的数。' };
}

function linesOf(text: string): number {
  return Math.max(1, Math.ceil([...text].length / REMARK_CHARACTERS));
}

/** As many remarks as fit under the chart; the others are counted. */
function fitting(texts: readonly string[]): { shown: string[]; further: number; lines: number } {
  const shown: string[] = [];
  let lines = 0;
  for (const text of texts) {
    if (lines + linesOf(text) > REMARK_LINES) break;
    lines += linesOf(text);
    shown.push(text);
  }
  return { shown, further: texts.length - shown.length, lines };
}
