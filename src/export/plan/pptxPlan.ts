/**
 * What stands on each slide of a .pptx, worked out without writing it. The same pages, words and type as on the wall:
 * “turn to page 14” leads to one slide, whatever it is seen on.
 */
import type { DeckLook } from '../../domain/deck/deckLook';
import { inkAt, type Ink } from '../../domain/deck/ink';
import { shortened } from '../../domain/wording/cutText';
import { sourceLineText } from '../../domain/wording/sourceLine';
import type { Figure, PairBody } from '../../figures/figure';
import { slideSteps } from '../../slides/slidePlan';
import { slideBoxes, type SlideBoxes } from '../../slides/slideBoxes';
import { innerWidth, lineCount, SLIDE, slideRemarks, slideTitle } from '../../slides/slideText';
import { absentTexts, cardTexts, noteTexts, sourceText, figureSourceTitles } from './figureTexts';
import { drawnWidth } from './drawnWidth';
import { columnsRemark } from './gridPlan';
import { pairBodies } from './pairBodies';
import { bodiesOf, PPTX_FORMAT, type SingleBody, type SlideBody } from './slideBodies';

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
  /** What was drawn over it and kept. */
  readonly ink?: readonly Ink[] | undefined;
}

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
  /** Lines drawn over it, `x,y x,y …` in units. */
  readonly ink?: readonly string[];
  /** Of its body, in units; absent: the whole of the slide. */
  readonly width?: number;
  /** On ECharts' type sizes, of its chart on the wall. */
  readonly scale?: number;
  /** The template of its deck. */
  readonly look?: DeckLook | undefined;
}

/** The slides of one view. */
export function pptxSlides(view: DeckSlide, stamp = ''): PptxSlide[] {
  const { figure } = view;
  const problems = view.problems ?? [];
  if (!figure) return [absentSlide(view, problems)];
  const title = titleOf(view, figure);
  const { bodies, part } =
    figure.body.kind === 'pair'
      ? { bodies: pairOf(figure, figure.body, title, problems), part: '' }
      : bodiesOf(figure, title, problems);
  const subtitle = [figure.subtitle, part].filter(Boolean).join(' · ');
  const boxes = slideBoxes({ ...figure, subtitle }, title, PPTX_FORMAT, problems);
  const all = [...problems, ...noteTexts(figure), ...absentTexts(figure)];
  const { shown, written } = slideRemarks(figure, problems, PPTX_FORMAT);
  const rule = figure.rule ? [`亮灯规则：${figure.rule}`] : [];
  // On the wall the own place is lit first, on a step of its own.
  const steps = slideSteps(figure, title, PPTX_FORMAT, problems);
  const lit = steps[0]?.spotlight ? 1 : 0;
  return bodies.map((body, i): PptxSlide => {
    const own = [...ownRemarks(body), ...(i === 0 ? absentRemark(figure) : [])];
    const bodyRemarks = [...own, columnsRemark(figure), cardsRemark(figure), heatRemark(figure, bodies)].filter(
      Boolean
    );
    const remarks = [...own, ...rule, ...onPage(body, shown, all), ...written];
    const further = all.filter((text) => !remarks.includes(text) && !rule.some((one) => text.startsWith(one))).length;
    const handling = [
      ...new Set(
        singles(body).flatMap((one) =>
          one.kind === 'chart' ? one.chart.handling : one.kind === 'charts' ? one.form.handling : []
        )
      )
    ];
    return {
      title,
      subtitle,
      body,
      figure,
      boxes: withRemarks(boxes, own),
      remarks,
      further,
      source: footLine(view, figure, stamp, further),
      page: bodies.length > 1 ? `（${i + 1}/${bodies.length}）` : '',
      look: view.look,
      ink: inkAt(view.ink, i + lit, PPTX_FORMAT),
      scale: steps[i + lit]?.scale ?? 1,
      notes: notesText(view.notes, [
        ['说明', [...all, ...bodyRemarks, ...handling]],
        ['口径', cardTexts(figure)],
        ['出处', [sourceText(figure, stamp), ...figureSourceTitles(figure)]]
      ])
    };
  });
}

/** Over two figures stands what the presenter wrote, or nothing: each has its finding above it. */
function titleOf({ title }: DeckSlide, { body, verdict }: Figure): string {
  if (body.kind === 'words') return verdict;
  return body.kind === 'pair' ? title : title || verdict;
}

/** Type of the line at the foot where it is long, in pt; two units are a point. */
export const LEAST_FOOT = 10;
const PT = 2;
/** What the line at the foot has beside the page and what is said of the notes, in units. */
const FOOT_ROOM = { whole: 1440, beside: 1180, logo: 144 } as const;

/** The whole line, or what of it there is room for: the report's whole name stands in the notes. */
function footText(figure: Figure, stamp: string, room: number): string {
  // Two lines in the least type, see `foot` of the shapes.
  const fits = (text: string) => drawnWidth(text, LEAST_FOOT * PT) <= 1.85 * room;
  const found = [sourceText(figure, stamp), sourceText(figure)].find(fits);
  if (found !== undefined) return found;
  const { sources, cutoff } = figure;
  const title = sources.length === 1 ? sources[0]!.title : '';
  for (let length = title.length - 1; length > 8; length -= 1) {
    const text = sourceLineText([{ ...sources[0]!, title: shortened(title, length) }], cutoff);
    if (fits(text)) return text;
  }
  return sourceText(figure);
}

function footLine(view: DeckSlide, figure: Figure, stamp: string, further: number): string {
  if (figure.body.kind === 'words' && figure.sources.length === 0) return view.foot ?? '';
  const own = view.foot ? `${view.foot}　` : '';
  const room = (further > 0 ? FOOT_ROOM.beside : FOOT_ROOM.whole) - (view.look?.logo ? FOOT_ROOM.logo : 0);
  return own + footText(figure, stamp, room - drawnWidth(own, SLIDE.small));
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

/** The bodies that a slide has: one, or those of its two figures. */
export function singles(body: SlideBody): readonly SingleBody[] {
  return body.kind === 'pair' ? body.panes.map((pane) => pane.body) : [body];
}

function ownRemarks(body: SlideBody): readonly string[] {
  const remarks = singles(body).flatMap((one) => {
    if (one.kind === 'chart') return one.chart.remarks;
    if (one.kind === 'charts') return one.form.remarks;
    return one.kind === 'picture' ? ['这个图没有可编辑的形式，以图片放入。'] : [];
  });
  return [...new Set(remarks)];
}

const SIGN = /^[①-⑫]/;

/** Short remarks at cells stand on the page that has their sign, in the room of those of other pages. */
function onPage(body: SlideBody, shown: readonly string[], all: readonly string[]): readonly string[] {
  if (body.kind !== 'table' || !shown.some((text) => SIGN.test(text))) return shown;
  const signs = new Set(body.grid.rows.flatMap((row) => row.flatMap(({ text }) => SIGN.exec(text)?.[0] ?? [])));
  const signed = all.filter((text) => signs.has(SIGN.exec(text)?.[0] ?? ''));
  const lines = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + lineCount(text, SLIDE.small, innerWidth(PPTX_FORMAT) - 40), 0);
  const wanted = [...signed, ...shown.filter((text) => !SIGN.test(text))];
  return wanted.filter((_, at) => at === 0 || lines(wanted.slice(0, at + 1)) <= lines(shown));
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

/** Two figures, in the room that what is said of their editable charts leaves. */
function pairOf(figure: Figure, pair: PairBody, title: string, problems: readonly string[]): SlideBody[] {
  const bodies = pairBodies(figure, pair, title, problems);
  const less = bodies.reduce((most, body) => Math.max(most, remarksHeight(ownRemarks(body))), 0);
  return less > 0 ? pairBodies(figure, pair, title, problems, less) : bodies;
}

function remarksHeight(own: readonly string[]): number {
  const room = innerWidth(PPTX_FORMAT);
  return own.reduce((sum, text) => sum + lineCount(text, SLIDE.small, room) * SLIDE.small * 1.4, 0);
}

/** The remarks that only the editable chart needs take their room from it. */
function withRemarks(boxes: SlideBoxes, own: readonly string[]): SlideBoxes {
  const height = remarksHeight(own);
  return {
    ...boxes,
    body: { ...boxes.body, height: boxes.body.height - height },
    remarks: { top: boxes.remarks.top - height, height: boxes.remarks.height + height }
  };
}
