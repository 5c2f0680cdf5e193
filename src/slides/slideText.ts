/**
 * The words of a slide and the room they take, in the units of a wall 1,080 high and worked out without drawing: the
 * wall and the presenter's window have to come to the same whatever their size.
 */
import { textWidth } from '../charts/drawing';
import { sourceLineText } from '../domain/wording/sourceLine';
import { unbreakablePieces } from '../domain/wording/wholeParts';
import type { Figure } from '../figures/figure';
import { SIDES } from '../figures/pairFigure';

export type Ratio = '16:9' | '4:3';

/** How a slide is to be laid out. */
export interface SlideFormat {
  readonly ratio: Ratio;
  /** Factor on the type, 1 by default. */
  readonly size: number;
  /** What the template of the deck adds at the foot of each slide. */
  readonly foot?: { readonly text: string; readonly hasLogo: boolean };
  /** Units that something beside the words takes. */
  readonly narrower?: number;
}

/** Sizes in units of a wall 1,080 high. Type never goes below 24. */
export const SLIDE = {
  height: 1080,
  side: 96,
  top: 56,
  bottom: 20,
  subtitle: 30,
  text: 26,
  small: 24,
  /** On ECharts' type sizes: its smallest, 13, comes to 24. */
  chartScale: 1.85
} as const;

/** Lines of warnings that leave the chart its room, and of what people wrote beside them. */
const WARNING_LINES = 4;
/** Of two figures on one slide, which need the room themselves: the first warning of each before others. */
const PAIR_WARNING_LINES = 2;
const WRITTEN_LINES = 3;
/** Sizes of a title, how many lines it may take at each, and what it costs to be no larger: as much as a bad break. */
const TITLE_SIZES = [
  [56, 2, 0],
  [48, 3, 0.15],
  [42, 3, 0.3],
  [36, 3, 0.6]
] as const;
const THIRD_LINE = 0.15;
const SMALLEST_TITLE = 32;

/** Width of a slide that is 1,080 high. */
export function slideWidth(ratio: Ratio): number {
  return ratio === '4:3' ? 1440 : 1920;
}

/** Width of what stands on the slide. */
export function innerWidth({ ratio, narrower = 0 }: SlideFormat): number {
  return slideWidth(ratio) - 2 * SLIDE.side - narrower;
}

export interface SlideTitle {
  /** Type size, the reader's factor included. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** A title in lines of nearly equal length that end with a clause where they can: two large ones, or more and smaller ones. */
export function slideTitle(title: string, format: SlideFormat): SlideTitle {
  const room = innerWidth(format) * 0.98;
  const asked = `${room} ${format.size} ${title}`;
  const known = recentTitles.get(asked);
  if (known) return known;
  const broken = brokenTitle(title, format.size, room);
  recentTitles.set(asked, broken);
  if (recentTitles.size > RECENT_TITLES) recentTitles.delete(recentTitles.keys().next().value!);
  return broken;
}

/** The titles asked for last: a slide of two figures asks for both at every share of the height that it tries. */
const recentTitles = new Map<string, SlideTitle>();
const RECENT_TITLES = 40;

/** `slideTitle` in a room of that width; `factor`: the reader's. */
function brokenTitle(title: string, factor: number, room: number): SlideTitle {
  let best: (SlideTitle & { cost: number }) | undefined;
  for (const [px, most, small] of TITLE_SIZES) {
    const size = px * factor;
    for (let count = 1; count <= most; count += 1) {
      const broken = brokenInto(count, title, size, room);
      const cost = (broken?.cost ?? Infinity) + small + (count > 2 ? THIRD_LINE : 0);
      if (broken && cost < (best?.cost ?? Infinity)) best = { size, lines: broken.lines, cost };
    }
  }
  const size = SMALLEST_TITLE * factor;
  return best ?? { size, lines: filledLines(title, size, room) };
}

/** What it costs to end a line here: nothing after a clause, much inside a word. */
function breakCost(line: string): number {
  if (/[；：。]$/.test(line)) return 0;
  if (/，$/.test(line)) return 0.02;
  return /、$/.test(line) ? 0.4 : 0.9;
}

/** The text in so many lines, as even and as whole as can be; undefined where it doesn't fit. */
function brokenInto(
  count: number,
  text: string,
  size: number,
  room: number
): { cost: number; lines: string[] } | undefined {
  // Far too long for so many lines: not even tried, since each try looks at all of it.
  if (textWidth(text, size) > room * count) return undefined;
  const parts = unbreakablePieces(text);
  const width = widthOnce(size);
  let best: { cost: number; lines: string[] } | undefined;
  const search = (from: number, left: number, lines: string[], cost: number): void => {
    // What follows only adds to it.
    if (best && cost >= best.cost) return;
    if (left === 1) {
      const last = parts.slice(from).join('');
      if (width(last) > room) return;
      const all = [...lines, last];
      const longest = Math.max(1, ...all.map(width));
      const total = cost + all.reduce((sum, line) => sum + 0.5 * (1 - width(line) / longest) ** 2, 0);
      if (!best || total < best.cost) best = { cost: total, lines: all };
      return;
    }
    let line = '';
    for (let at = from; at < parts.length - 1; at += 1) {
      line += parts[at];
      if (width(line) > room) return;
      search(at + 1, left - 1, [...lines, line], cost + breakCost(line));
    }
  };
  search(0, count, [], 0);
  return best;
}

/** Widths of lines at a size, each measured once: every way to break a text looks at the same few. */
function widthOnce(size: number): (line: string) => number {
  const known = new Map<string, number>();
  return (line) => {
    const width = known.get(line) ?? textWidth(line, size);
    known.set(line, width);
    return width;
  };
}

/** Line after line as full as it goes. */
function filledLines(text: string, size: number, room: number): string[] {
  return unbreakablePieces(text).reduce<string[]>((lines, piece) => {
    const last = lines[lines.length - 1];
    if (last === undefined || textWidth(last + piece, size) > room) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
    return lines;
  }, []);
}

export interface SlideRemarks {
  /** Warnings that stand on the slide, whole. */
  readonly shown: readonly string[];
  /** What people wrote, the same. */
  readonly written: readonly string[];
  /** How many notes and warnings stand only on the card 说明与出处, and how many of those are warnings. */
  readonly more: number;
  readonly moreWarnings: number;
}

/** The warnings that a slide has room for, and what people wrote; none is cut, and what is left out is counted. */
export function slideRemarks(
  figure: Figure | undefined,
  problems: readonly string[],
  format: SlideFormat
): SlideRemarks {
  const notes = figure?.notes ?? [];
  const warnings = [...problems, ...notes.filter((note) => note.level === '警示').map((note) => note.text)];
  const isPair = figure?.body.kind === 'pair';
  const first = isPair ? SIDES.flatMap((side) => warnings.find((text) => text.startsWith(`${side}：`)) ?? []) : [];
  const shown = fitting(warnings, isPair ? PAIR_WARNING_LINES : WARNING_LINES, format, first);
  const written = fitting(
    notes.filter((note) => note.byHand).map((note) => note.text),
    WRITTEN_LINES,
    format
  );
  const more = problems.length + notes.length - shown.length - written.length;
  return { shown, written, more, moreWarnings: warnings.length - shown.length };
}

/**
 * The texts that fit in so many lines, the first one in any case.
 * @param before those that are given the room before the others
 */
function fitting(
  texts: readonly string[],
  most: number,
  format: SlideFormat,
  before: readonly string[] = []
): readonly string[] {
  const shown = new Set<string>();
  let used = 0;
  for (const text of new Set([...before, ...texts])) {
    const lines = warningLines(text, format);
    if (shown.size > 0 && used + lines > most) continue;
    shown.add(text);
    used += lines;
  }
  return texts.filter((text) => shown.has(text));
}

/** Lines that a warning takes below a figure. */
export function warningLines(text: string, format: SlideFormat): number {
  return lineCount(text, SLIDE.small * format.size, innerWidth(format) - 40);
}

/** Estimated lines of a text in a room, both in units of the slide; 1 at least. */
export function lineCount(text: string, px: number, room: number): number {
  return Math.max(1, Math.ceil(textWidth(text, px) / (room * 0.97)));
}

/** The source line of a slide; the cut-off date stands beside it. */
export function slideSource(figure: Figure | undefined): string {
  return figure ? sourceLineText(figure.sources, '') : '';
}

/** `另有3条说明（含警示1条，按I看）`; empty for none. */
export function moreText({ more, moreWarnings }: Pick<SlideRemarks, 'more' | 'moreWarnings'>): string {
  return more > 0 ? `另有${more}条说明（${moreWarnings > 0 ? `含警示${moreWarnings}条，` : ''}按I看）` : '';
}
