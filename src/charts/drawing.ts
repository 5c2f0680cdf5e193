import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import type { Citation } from '../domain/evidence/citation';
import { formatNumber } from '../domain/wording/format';
import type { MarkDatum } from './markDatum';
import { fontFamily, palette, type RenderContext } from './theme';

/** What a chart builder hands over: the option, and the height that its marks need. */
export interface Drawing {
  readonly option: EChartsOption;
  /** In px, at the context it was built for. */
  readonly height: number;
  /** Lines of the tip for a mark; empty for none. They are shown as text, never as HTML. */
  readonly tip?: (item: MarkItem) => readonly string[];
  /** Where the figures of a mark stand in the reports; empty for none. */
  readonly sources?: (item: MarkItem) => readonly Citation[];
  /** The marks in reading order, for a reader without a pointer. */
  readonly marks?: readonly Mark[];
  /** Whether the marks follow each other across, as points in time do, rather than down. */
  readonly across?: boolean;
  /**
   * Draws over the chart what hangs on how it is laid out.
   * @param colour a colour of the light palette as it is on the ground of the chart; absent: as it is
   * @returns takes it away
   */
  readonly over?: (chart: EChartsType, colour?: (light: string) => string) => () => void;
}

/**
 * A mark of a drawing, as the chart names it in an event. A label of a row axis has no series (empty id) and
 * the number of its row; a line between points has the number -1.
 */
export interface MarkItem {
  readonly seriesId: string;
  readonly dataIndex: number;
}

/** Series id of a reference line, which ECharts gives none of its own. */
export const REFERENCE = 'reference';

/** A mark with where it stands on the axes of its series. */
export interface Mark extends MarkItem {
  readonly at: readonly [number | string, number | string];
  /** Its number, where its sources begin with another one or with none. */
  readonly datum?: MarkDatum;
}

export type Option = Drawing['option'];

export type DrawingBuilder = (context: RenderContext) => Drawing;

/** The room for labels is worked out here, and not estimated once more by ECharts, which takes longer than all else of a layout. */
export const OWN_ROOM = { containLabel: false, outerBoundsMode: 'none' } as const;

/** Settings that all charts share: no motion (a projector smears it) and our font. */
export function baseOption(context: RenderContext): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily, color: palette.ink, fontSize: Math.round(14 * context.scale) }
  };
}

/** Ems of the signs below the wide ones, by code. */
const EMS = new Float64Array(0x2e80).fill(0.56);
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ&') EMS[c.charCodeAt(0)] = 0.7;
for (const c of 'MWmw@%‰—…') EMS[c.charCodeAt(0)] = 0.92;

/**
 * Width of a text in px for laying out: wide characters count as one em, capitals and m, w, %, ‰ as more than other
 * letters and digits. An estimate on the safe side: it only decides how much room a label gets.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const c of text) ems += EMS[c.charCodeAt(0)] ?? 1;
  return Math.ceil(ems * fontSize);
}

/** Cuts a text to a width, with an ellipsis. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let out = '';
  for (const c of text) {
    if (textWidth(`${out}${c}…`, fontSize) > width) break;
    out += c;
  }
  return `${out}…`;
}

/** As `fitText`, but a mark that stands in the text (`〔推断〕`) is never cut off. */
export function fitMarked(text: string, mark: string, fontSize: number, width: number): string {
  if (mark === '' || textWidth(text, fontSize) <= width) return fitText(text, fontSize, width);
  return fitText(text.replace(mark, ''), fontSize, width - textWidth(mark, fontSize)) + mark;
}

/**
 * Text from data for a label. ECharts reads `{name|text}` as rich text: braces and bars that stand in data are
 * swapped for look-alikes, and a hyphen before a number is printed as the minus it is. It also keeps widths of texts in
 * a plain object, where a text that is the name of a member of Object.prototype (a place called `__proto__`) would write
 * into that member: such names get a zero-width space, which can't be seen.
 */
export function escapeLabel(text: string): string {
  // Most labels have nothing to swap, and a chart of tasks writes thousands.
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replace(HYPHEN, '$1−')
    .replace(/\{/g, '｛')
    .replace(/\}/g, '｝')
    .replace(/\|/g, '｜')
    .replace(/\s+/g, ' ')
    .replace(INHERITED, (name) => `${name[0]!}\u200b${name.slice(1)}`);
}

/** A hyphen that stands for a minus, not one of a date or of a span: nothing before it, or what opens. */
const HYPHEN = /(^|[\s（，：；、])-(?=\d)/g;

/** A number on a value axis: with commas, in the form that words and bars have. */
export function axisNumber(value: number): string {
  return formatNumber(value);
}

/** Names that every plain object has without owning them; none holds a character that patterns treat apart. */
const INHERITED = new RegExp(Object.getOwnPropertyNames(Object.prototype).join('|'), 'g');
/** What `escapeLabel` may change; a lone space among it, since two of them become one. */
const NEEDS_ESCAPE = new RegExp(`[-{}|\\s]|${INHERITED.source}`);

/**
 * Height of a row, in px: `usual`, or as the context asks where it names a height for all (never more than a third over the usual).
 * @param frame height of the chart that is not rows
 */
export function rowHeightFor(usual: number, rows: number, context: RenderContext, frame: number): number {
  if (context.height === undefined || rows === 0) return usual;
  return Math.min(Math.round(usual * 1.33), Math.floor((context.height - frame) / rows));
}

/** A text in two lines: the first as much as fits, the rest in the second. */
export function splitText(text: string, fontSize: number, width: number): [string, string] {
  let first = '';
  for (const c of text) {
    if (textWidth(first + c, fontSize) > width) break;
    first += c;
  }
  return [first, text.slice(first.length)];
}

/** Type sizes of a chart: words, small words, and whether there is little room. */
export interface TypeSizes {
  readonly font: number;
  readonly small: number;
  readonly narrow: boolean;
}

/** The sizes for a context; those of bars unless others are named. */
export function typeSizes(context: RenderContext, [wide, tight] = [16, 14]): TypeSizes {
  const narrow = context.width / context.scale < 560;
  return {
    narrow,
    font: Math.round((narrow ? tight! : wide!) * context.scale),
    small: Math.round((narrow ? 12 : 13) * context.scale)
  };
}

/** Numbers stand on the ground of the chart, so that a line behind them breaks there. */
export const HALO = { backgroundColor: palette.ground, padding: [1, 3] };
