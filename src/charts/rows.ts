/**
 * What charts with one row a bar share: the words at the left of each row, and the axis under them.
 */
import type { ValueAxis } from '../domain/number/valueAxis';
import { formatNumber } from '../domain/wording/format';
import { axisNumber, escapeLabel, fitText, type Option, splitText, textWidth, type TypeSizes } from './drawing';
import { palette } from './theme';

/** What stands at a row: a name and what is said beside it in small type, and a second line alike. */
export interface RowLabel {
  readonly name: string;
  readonly aside: string;
  readonly under: string;
  readonly underAside: string;
}

/** Where everything of a chart of bars on both sides of zero goes, the same on every page of it; in px. */
export interface BarLayout {
  readonly sizes: TypeSizes;
  /** Of the rows that are drawn. */
  readonly labels: readonly RowLabel[];
  /** Width of the labels. */
  readonly room: number;
  /** Room for the words of bars that run to the left, and for those of the others. */
  readonly before: number;
  readonly after: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  readonly axis: ValueAxis;
}

/** Rows of a chart, 0-based, `to` not included. */
export interface RowPart {
  readonly from: number;
  readonly to: number;
}

export type RowStyle = 'name' | 'focus' | 'faint';

const LINE = 1.4;

/** Height of a row that both lines of its label fit into, in px. */
export function twoLines({ font, small }: TypeSizes): number {
  return Math.ceil((font + small) * LINE) + 2;
}

/** The second line goes beside the name where the row has no room under it. */
export function inOneLine(label: RowLabel): RowLabel {
  const aside = [label.aside.trim(), `${label.under}${label.underAside}`].filter(Boolean).join(' ');
  return { name: label.name, aside: ` ${aside}`, under: '', underAside: '' };
}

/** Room left of the bars: what the longest label needs, at most `most` px. */
export function nameRoom(labels: readonly RowLabel[], { font, small }: TypeSizes, most: number): number {
  const needed = labels.map(({ name, aside, under, underAside }) =>
    Math.max(textWidth(name, font) + textWidth(aside, small), textWidth(under + underAside, small))
  );
  return Math.min(most, Math.max(...needed, 48) + 20);
}

/**
 * The axis with the labels of the rows.
 * @param room width of the labels, in px
 * @param beyond what lies between them and the grid's left end (words of bars that run to the left), in px
 * @param height of a row, in px, for names that need a second line; none where it isn't known
 */
export function rowAxis(
  labels: readonly RowLabel[],
  styleOf: (row: number) => RowStyle,
  sizes: TypeSizes,
  { room, beyond = 0, height = 0 }: { readonly room: number; readonly beyond?: number; readonly height?: number }
): Option['yAxis'] {
  const { font, small } = sizes;
  const name = { fontSize: font, color: palette.ink, align: 'right' as const, lineHeight: font * LINE };
  return {
    type: 'category',
    inverse: true,
    triggerEvent: true,
    data: labels.map((_, index) => String(index)),
    // Zero is where the bars begin: a stronger line than the grid's.
    axisLine: { show: true, onZero: true, lineStyle: { color: palette.context } },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      margin: 14 + beyond,
      formatter: (key: string) => labelText(labels[Number(key)]!, styleOf(Number(key)), sizes, room - 16, height),
      rich: {
        name,
        focus: { ...name, fontWeight: 'bold' },
        faint: { ...name, color: palette.inkFaint },
        small: { fontSize: small, color: palette.inkFaint, align: 'right', lineHeight: small * LINE }
      }
    }
  };
}

/** What is said aside is never cut; a long name goes on in a second line where the row is high enough, else it is cut. */
function labelText(label: RowLabel, style: RowStyle, sizes: TypeSizes, width: number, height: number): string {
  const { font, small } = sizes;
  let spare = height - (font + (label.under ? small : 0)) * LINE;
  const cut = (text: string, size: number, beside: string) =>
    escapeLabel(fitText(text, size, width - textWidth(beside, small)));
  const aside = label.aside && `{small|${escapeLabel(label.aside)}}`;
  const isLong = (text: string, size: number, beside: string) =>
    textWidth(text, size) + textWidth(beside, small) > width;
  let first = `{${style}|${cut(label.name, font, label.aside)}}${aside}`;
  if (isLong(label.name, font, label.aside) && spare >= font * LINE) {
    spare -= font * LINE;
    // In halves, what is said aside counted with the second; the second has the rest where a half is too wide.
    const half = Math.min(width, (textWidth(label.name, font) + textWidth(label.aside, small)) / 2 + font);
    const [one, two] = splitText(label.name, font, half);
    first = `{${style}|${escapeLabel(one)}}\n{${style}|${cut(two, font, label.aside)}}${aside}`;
  }
  if (!label.under) return first;
  if (isLong(label.under, small, label.underAside) && !isLong(label.under, small, '') && spare >= small * LINE)
    return `${first}\n{small|${escapeLabel(label.under)}}\n{small|${escapeLabel(label.underAside.replace(/^ · /, ''))}}`;
  const under = `{small|${cut(label.under, small, label.underAside)}}{small|${escapeLabel(label.underAside)}}`;
  return `${first}\n${under}`;
}

/** The value axis under the rows. */
export function barAxis({ min, max, step }: ValueAxis, { small }: TypeSizes): Option['xAxis'] {
  return {
    type: 'value',
    min,
    max,
    interval: step,
    axisLabel: { color: palette.inkFaint, fontSize: small, hideOverlap: true, formatter: axisNumber },
    splitLine: { lineStyle: { color: palette.lineSoft } },
    axisLine: { show: false },
    axisTick: { show: false }
  };
}

/**
 * Room that the words at the ends of bars need beyond the axis, left and right of it, in px: a word may lie over the part
 * of the axis that its bar leaves free.
 * @param words the value of each bar, and the width of its words
 * @param breadth of axis and words together, in px
 * @param sizes the last number under the axis reaches half its width beyond it
 */
export function wordRooms(
  words: readonly { readonly value: number; readonly width: number }[],
  { min, max }: ValueAxis,
  breadth: number,
  { small }: Pick<TypeSizes, 'small'>
): { readonly before: number; readonly after: number } {
  const widest = (side: typeof words) => Math.max(0, ...side.map((word) => word.width));
  const falls = words.filter((word) => word.value < 0);
  const rises = words.filter((word) => word.value >= 0);
  // Of the narrowest axis that there can be: on a wider one bars leave more free.
  const plot = Math.max(0, breadth - widest(falls) - widest(rises));
  const beyond = (width: number, free: number) => Math.max(0, width - (free / (max - min)) * plot);
  return {
    before: Math.max(0, ...falls.map(({ value, width }) => beyond(width, value - min))),
    after: Math.max(
      12,
      textWidth(formatNumber(max), small) / 2,
      ...rises.map(({ value, width }) => beyond(width, max - value))
    )
  };
}
