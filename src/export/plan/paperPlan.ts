/**
 * What a 汇报稿 says, paragraph by paragraph, worked out without writing it: findings and notes as sentences, figures,
 * tables, sources as footnotes, then what the figures mean and which reports they are from.
 */
import type { NativeChart } from '../../charts/office/nativeChart';
import { paperBars, withGap } from '../../charts/office/paperBars';
import { palette } from '../../charts/theme';
import { FICTIONAL_MARK, FICTIONAL_NOTE } from '../../domain/model/fictional';
import { chineseOrdinal } from '../../domain/number/chineseOrdinal';
import { withoutFullStop } from '../../domain/wording/withoutFullStop';
import { type ChartBody, type Figure, figureParts } from '../../figures/figure';
import { absentTexts, cardTexts, noteTexts } from './figureTexts';
import { footnoteText, quoted } from './footnoteTexts';
import { paperTable, type PaperTable } from './paperTable';
import { strokeColour } from './strokeColour';
import type { DeckSlide } from './pptxPlan';
import { paperRows, rowParts } from './rowParts';

/** One 一、of the paper. */
export interface PaperSection {
  /** Empty: the title of its only view. */
  readonly title: string;
  /** What its section slide says below its title; absent for nothing. */
  readonly lead?: readonly string[];
  readonly views: readonly DeckSlide[];
}

export type PaperBlock =
  /** `footnote` is empty where nothing is cited. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly footnote: string }
  | {
      readonly kind: 'remark' | 'caption' | 'figureCaption' | 'note' | 'source' | 'annex' | 'annexTitle' | 'closing';
      readonly text: string;
    }
  | { readonly kind: 'picture'; readonly figure: Figure; readonly text: string }
  /** A chart that can be edited. */
  | { readonly kind: 'chart'; readonly chart: NativeChart; readonly text: string }
  | ({ readonly kind: 'table' } & PaperTable);

export interface Paper {
  readonly title: string;
  /** Under the title: that the data are invented, up to which day they go. */
  readonly lines: readonly string[];
  readonly blocks: readonly PaperBlock[];
}

/** Notes of one figure, and cards of one paper; of more it is said how many are left out. */
const MOST_NOTES = 8;
const MOST_CARDS = 80;

/**
 * The paper of some sections.
 * @param stamp version of the data and time, on its last line
 */
export function paperPlan(title: string, sections: readonly PaperSection[], stamp = ''): Paper {
  const numbers = { 图: 0, 表: 0 };
  const figures = sections
    .flatMap(({ views }) => views)
    .flatMap(({ figure }) => (figure?.body.kind === 'pair' ? figureParts(figure) : figure ? [figure] : []));
  const fictional = figures.some((figure) => noteTexts(figure).includes(FICTIONAL_NOTE));
  return {
    title,
    lines: [...(fictional ? [FICTIONAL_MARK, FICTIONAL_NOTE] : []), cutoffText(figures)].filter(Boolean),
    blocks: [
      ...sections.flatMap((section, at) => sectionBlocks(section, at + 1, numbers)),
      ...(stamp ? [{ kind: 'closing' as const, text: stamp }] : []),
      ...annex(figures)
    ]
  };
}

function cutoffText(figures: readonly Figure[]): string {
  const days = [...new Set(figures.map(({ cutoff }) => cutoff).filter(Boolean))].sort();
  if (days.length === 0) return '';
  return days.length === 1 ? `（数据截止${days[0]}）` : `（数据截止各节不同，最晚${days[days.length - 1]}）`;
}

interface Numbers {
  图: number;
  表: number;
}

function sectionBlocks({ title, lead = [], views }: PaperSection, number: number, numbers: Numbers): PaperBlock[] {
  const [only] = views;
  const heading = title || (only ? headingOf(only) : '');
  return [
    { kind: 'heading', level: 1, text: `${chineseOrdinal(number)}、${plainHeading(heading)}` },
    ...lead
      .filter((text) => text.trim() !== '')
      .map((text): PaperBlock => ({ kind: 'text', text: text.trim(), footnote: '' })),
    ...views.flatMap((view, at): PaperBlock[] => [
      ...(views.length > 1
        ? [{ kind: 'heading' as const, level: 2 as const, text: `（${chineseOrdinal(at + 1)}）${headingOf(view)}` }]
        : []),
      ...viewBlocks(view, numbers)
    ])
  ];
}

const LONGEST_HEADING = 32;

/** The presenter's title, else the first clause of the finding; where that is too long or cut in brackets, what it is about. */
function headingOf({ title, figure }: DeckSlide): string {
  if (title || !figure) return title || '没有内容的一节';
  const [clause = ''] = figure.verdict.split(/[，：；。]/);
  const whole = clause.split('（').length === clause.split('）').length;
  return whole && clause !== '' && clause.length <= LONGEST_HEADING ? clause : subjectOf(figure);
}

function subjectOf(figure: Figure): string {
  return figure.file[0].replace(FICTIONAL_MARK, '');
}

/** A heading has no full stop and stays in one paragraph. */
function plainHeading(text: string): string {
  return withoutFullStop(text.replace(/\s*\n\s*/g, ' '));
}

function viewBlocks(view: DeckSlide, numbers: Numbers): PaperBlock[] {
  const { figure, notes, problems = [] } = view;
  const own = notes.split('\n').filter((line) => line.trim() !== '');
  const said = own.map((text): PaperBlock => ({ kind: 'text', text: text.trim(), footnote: '' }));
  const faults = problems.map((text): PaperBlock => ({ kind: 'remark', text: `注：${text}` }));
  if (!figure) {
    const empty: PaperBlock = { kind: 'remark', text: '注：这一节没有可用的数。' };
    return [...said, ...(faults.length > 0 ? faults : [empty])];
  }
  if (figure.body.kind === 'pair') {
    const { left, right } = figure.body;
    const sides = [left, right].flatMap((side) => viewBlocks({ title: '', notes: '', figure: side }, numbers));
    return [...said, ...sides, ...faults];
  }
  return [...leadBlocks(figure), ...said, ...bodyBlocks(figure, numbers), ...faults, ...remarkBlocks(figure)];
}

function sentence(text: string): string {
  const trimmed = text.trim();
  // What somebody wrote ends with a name after its own stop.
  return /[。！？；](——[^—]+)?$/.test(trimmed) ? trimmed : `${trimmed}。`;
}

/** The finding as a sentence; lists and cards say theirs line by line. */
function leadBlocks(figure: Figure): PaperBlock[] {
  const { body, verdict } = figure;
  if (body.kind === 'list') {
    const items = body.items.map((text, at): PaperBlock => ({
      kind: 'text',
      text: `${at + 1}. ${sentence(text)}`,
      footnote: footnoteText(body.itemSources[at] ?? [])
    }));
    const about = figure.subtitle.replace(FICTIONAL_MARK, '').replace(/^ · /, '');
    return [...(about ? [{ kind: 'text' as const, text: sentence(about), footnote: '' }] : []), ...items];
  }
  if (body.kind === 'words')
    return body.lines.map(({ text, sources }): PaperBlock => ({ kind: 'text', text, footnote: footnoteText(sources) }));
  const lead: PaperBlock = { kind: 'text', text: sentence(verdict), footnote: footnoteText(figure.citations) };
  if (body.kind !== 'cards') return [lead];
  const items = body.items.map(({ name, text, period, remark, sources }, at): PaperBlock => ({
    kind: 'text',
    text: `${at + 1}. ${name}${text}（${period}）${remark ? `，${withoutFullStop(remark)}` : ''}。`,
    footnote: footnoteText(sources)
  }));
  return [{ ...lead, footnote: '' }, ...items];
}

function bodyBlocks(figure: Figure, numbers: Numbers): PaperBlock[] {
  const { body, table } = figure;
  const blocks: PaperBlock[] = [];
  const name = subjectOf(figure);
  if (body.kind === 'chart' && !(body.owners !== null && body.rows === 0)) {
    numbers.图 += 1;
    const native = editable(figure, body);
    const text = native ? rowParts(figure, body, MOST_BARS, END_BARS).text : paperRows(figure, body).text;
    const caption = `图${numbers.图}　${name}${text ? `（${text}）` : ''}`;
    blocks.push(
      native
        ? { kind: 'chart', chart: native, text: figure.verdict }
        : { kind: 'picture', figure, text: figure.verdict },
      { kind: 'figureCaption', text: caption }
    );
    const said = native ? [...referenceRemark(native), ...native.remarks] : [];
    blocks.push(...said.map((remark): PaperBlock => ({ kind: 'remark', text: `注：${remark}` })));
  }
  if (body.kind === 'list' || body.kind === 'words' || table.rows.length === 0) return blocks;
  numbers.表 += 1;
  const { remark, ...made } = paperTable(figure);
  const unit = figure.indicator?.unit;
  const caption = `表${numbers.表}　${name}${unit && unit !== '1' ? `（单位：${unit}）` : ''}`;
  blocks.push({ kind: 'caption', text: caption }, { kind: 'table', ...made, remark });
  if (remark) blocks.push({ kind: 'remark', text: `注：${remark}` });
  return blocks;
}

/** On a page of paper no more bars are read, and no more names of periods stand below a line; of more the ends. */
const MOST_BARS = 20;
const END_BARS = 8;
const MOST_PERIODS = 12;

/** A bar shorter than this, of the length of the axis, has no room for its figure. */
const LEAST_BAR = 0.14;

/**
 * The chart in the form that office programs draw alike; undefined where it has none or is too wide: then a sharp picture
 * stands for it. Beside strokes Writer sets figures amid the bars, wherever they are to stand, but at their foot: so they
 * stand there, where all bars are long enough.
 */
function editable(figure: Figure, body: ChartBody): NativeChart | undefined {
  const whole = readBars(figure, body);
  const chart = whole && paperBars(whole);
  if (!chart || chart.series.length === 0) return undefined;
  const isRead = chart.kind !== 'lines' || chart.categories.length <= MOST_PERIODS;
  return isRead && (!hasStrokes(chart) || hasLongBars(chart)) ? chart : undefined;
}

/** All rows, or the first and the last ones, what is left out between them an empty row. */
function readBars(figure: Figure, body: ChartBody): NativeChart | undefined {
  const { parts, text } = rowParts(figure, body, MOST_BARS, END_BARS);
  if (text === '') return body.native?.(0, body.rows);
  const rows = parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
  const chart = body.pick?.(rows).native?.(0, rows.length);
  if (chart?.kind !== 'bars' && chart?.kind !== 'bullets') return undefined;
  // From below to above, so that each gap keeps its number.
  const gaps = parts.slice(1).map((_, i) => parts.slice(0, i + 1).reduce((sum, { from, to }) => sum + to - from, 0));
  return gaps.reduceRight(withGap, chart);
}

function hasStrokes({ series }: NativeChart): boolean {
  return series.some(({ role }) => role === 'stroke');
}

function hasLongBars({ series, min, max }: NativeChart): boolean {
  if (min === null || max === null) return false;
  const bars = series.filter(({ role }) => role === 'bar');
  return bars.every(({ points }) => points.every((p) => !p || (p.value - min) / (max - min || 1) >= LEAST_BAR));
}

/** What the lines across the bars are, which the chart itself doesn't say, each by its colour. */
function referenceRemark({ kind, series }: NativeChart): string[] {
  if (kind === 'bullets') {
    const said = series
      .filter(({ role }) => role === 'value')
      .map((s) => `${STROKE_WORDS.get(strokeColour(s))}是${s.name.replace('（%）', '')}`);
    return [`图中深色条是慢的；竖线中${said.join('，')}。`];
  }
  return series.filter(({ role }) => role === 'tick').map(({ name }) => `图中竖线：${name}。`);
}

const STROKE_WORDS: ReadonlyMap<string, string> = new Map([
  [palette.clock, '橙色'],
  [palette.inkFaint, '灰色'],
  [palette.ink, '黑色']
]);

function remarkBlocks(figure: Figure): PaperBlock[] {
  const all = [...noteTexts(figure), ...absentTexts(figure)].filter((text) => text !== FICTIONAL_NOTE);
  const shown = all.slice(0, MOST_NOTES).map((text): PaperBlock => ({ kind: 'remark', text: `注：${sentence(text)}` }));
  const more = all.length - MOST_NOTES;
  return more > 0 ? [...shown, { kind: 'remark', text: `注：另有${more}条说明，见看板上的这张图。` }] : shown;
}

/** On a page of its own: what the figures mean, and the reports. */
function annex(figures: readonly Figure[]): PaperBlock[] {
  const cards = [...new Set(figures.flatMap(cardTexts))].map((text) => text.replace(/^口径·/, ''));
  // Those that are cited: 今日要点 names all reports of the dataset as its sources.
  const sources = new Map(
    figures.flatMap(({ citations }) => citations.map(({ source }) => [source.id, source] as const))
  );
  const blocks: PaperBlock[] = [{ kind: 'annex', text: '附件' }];
  if (cards.length > 0) {
    blocks.push({ kind: 'annexTitle', text: '口径说明' });
    blocks.push(
      ...cards
        .slice(0, MOST_CARDS)
        .map((text, at): PaperBlock => ({ kind: 'note', text: `${at + 1}. ${sentence(text)}` }))
    );
    if (cards.length > MOST_CARDS)
      blocks.push({ kind: 'remark', text: `注：共${cards.length}项，这里是前${MOST_CARDS}项，其余见看板。` });
  }
  if (sources.size > 0) {
    blocks.push({ kind: 'annexTitle', text: '资料来源' });
    const titles = [...sources.values()].map(({ title, grade }) => `${quoted(title)}（${grade}级）`);
    blocks.push(...titles.map((text, at): PaperBlock => ({ kind: 'source', text: `${at + 1}. ${text}` })));
  }
  return blocks.length > 1 ? blocks : [];
}
