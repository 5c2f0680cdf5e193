/**
 * How much stands beside a bullet bar, and how large: a phone has the bar across its whole width with the words above
 * and below, a desktop columns of two or three lines, a wall of many rows one line each, a wall of few rows large words.
 */
import { fitText, splitText, textWidth } from './drawing';
import type { RenderContext } from './theme';

export type Room = 'phone' | 'desktop' | 'wide' | 'wall' | 'large';
export type ColumnKey = 'done' | 'gap' | 'rate' | 'lead' | 'due' | 'needed' | 'all' | 'judged';

/** Where the words of a page stand; all sizes in px. */
export interface BulletLayout {
  readonly room: Room;
  readonly font: number;
  readonly small: number;
  readonly row: number;
  readonly left: number;
  readonly columns: readonly {
    readonly key: ColumnKey;
    readonly name: string;
    readonly width: number;
    readonly at: number;
  }[];
  readonly right: number;
  /** Whether target and gap stand one below the other. */
  readonly wraps: boolean;
  /** Lines of figures that a row has room for. */
  readonly mostLines: number;
  /** Whether on a wall of many rows the place stands below its task. */
  readonly isStacked: boolean;
  /** How many lines of the remark stand under task and place. */
  readonly remarkLines: number;
}

/** What the layout has to know of the rows. */
export interface LaidOut {
  /** The longest remark, as it would stand on the left. */
  readonly remarks: readonly string[];
  /** Width at scale 1 of the longest line beside the lights, where they are written large. */
  readonly names: number;
  /** The same where task and place share a line. */
  readonly line: number;
  /** The same of rows of two lines: the task, then place and figures. */
  readonly low: number;
  /** Width at scale 1 of the longest text of a column, and the most lines of a row. */
  readonly columnSize: (
    key: ColumnKey,
    room: Room,
    wraps: boolean
  ) => { readonly width: number; readonly lines: number };
  /** Whether the rows are due on different days. */
  readonly dueDiffers: boolean;
}

/**
 * Room that the chart needs, in px at scale 1; on a drawing at least `wallFrom` wide rows of one line will do.
 * Beyond `cap` percent a bar is cut and marked; its number still says how far it went.
 */
export const BULLET = {
  leastRow: 41,
  frame: 42,
  leastWallRow: 21,
  leastTwoLines: 37,
  leastLargeRow: 57,
  wallFrom: 860,
  largeFrom: 560,
  cap: 125
} as const;

/** Least height of a row on a wall, by the width of the drawing; both in px at scale 1. Higher where names need the lines. */
export function leastRow(width: number, rows: LaidOut): number {
  const context = { width, scale: 1 };
  if (width >= BULLET.wallFrom) return wallColumns(context, rows).fits ? BULLET.leastWallRow : BULLET.leastTwoLines;
  if (width < BULLET.largeFrom) return BULLET.leastTwoLines;
  const { at } = columnsFor(['judged'], 'large', context, false, rows);
  return rows.low + BESIDE_LOW <= width - at - LEAST_LOW_BAR ? BULLET.leastTwoLines : BULLET.leastLargeRow;
}

/** Height that a row should have for its type to be made larger: large words on a drawing that isn't wide. */
export function usualRow(width: number): number {
  return width >= BULLET.largeFrom && width < BULLET.wallFrom ? BULLET.leastLargeRow : BULLET.leastRow;
}

const COLUMNS: Readonly<Record<ColumnKey, readonly [string, number]>> = {
  done: ['完成 / 目标', 150],
  gap: ['差额', 60],
  rate: ['完成率', 92],
  lead: ['快慢（个百分点）', 116],
  due: ['到期', 84],
  needed: ['还需 / 到期', 156],
  all: ['', 0],
  judged: ['完成率与快慢', 176]
};
/** Of a wall of many rows, the most that there can be first. */
const WALL_KEYS: readonly (readonly ColumnKey[])[] = [
  ['done', 'gap', 'rate', 'lead', 'due'],
  ['done', 'gap', 'rate', 'lead'],
  ['done', 'rate', 'lead']
];
/** On one line. */
const WALL_WIDTHS: Partial<Readonly<Record<ColumnKey, number>>> = { done: 122, gap: 68, rate: 74, lead: 108, due: 80 };
/** Left of the longest text of a column. */
const BETWEEN = 12;
/** Height of a line of figures at scale 1, the first being higher and the last without its gap. */
const LINE = 17.6;
/** Share of the width that figures may take before they wrap, and the least length of a bar at scale 1. */
const MOST_FIGURES = 0.55;
const LEAST_BAR = 60;
/** The same beside names that may have more than half of the width. */
const LEAST_LOW_BAR = 90;
/** Light and rim beside names of one line, on a wall and beside low rows. */
const BESIDE_LINE = 44;
const BESIDE_LOW = 48;
/** What figures and names leave the bar of a wall at least. */
const WALL_BAR = 0.15;

/** The layout of some rows for a context; `context.height` is only given where the room is fixed, as on a slide. */
export function layoutOf(context: RenderContext, rows: LaidOut & { readonly count: number }): BulletLayout {
  const { scale } = context;
  const units = context.width / scale;
  const fixed =
    context.height === undefined
      ? undefined
      : Math.floor((context.height - topOf(context) - 8) / Math.max(1, rows.count));
  const room = roomOf(units, fixed === undefined ? undefined : fixed / scale);
  // Three lines need the height of a row that isn't low.
  const mayWrap = room !== 'phone' && (fixed === undefined || fixed >= BULLET.leastLargeRow * scale);
  const { columns, at, wraps, isStacked } =
    room === 'wall'
      ? wallColumns(context, rows, fixed !== undefined && fixed >= BULLET.leastTwoLines * scale)
      : { ...columnsFor(columnsOf(room, units), room, context, mayWrap, rows), isStacked: false };
  const lines = Math.max(...columns.map(({ key }) => rows.columnSize(key, room, wraps).lines));
  const small = Math.round((room === 'phone' ? 12 : 13) * scale);
  const isLow = fixed !== undefined && fixed < BULLET.leastLargeRow * scale;
  const left = Math.round(leftOf(room, context, at, rows, isLow));
  const longest = Math.max(0, ...rows.remarks.map((text) => remarkLines(text, small, left - 40 * scale).length));
  const free = room === 'phone' ? 114 : room === 'wide' ? (longest > 1 ? 80 : 62) : 60;
  const font = Math.round((room === 'phone' || room === 'wall' ? 14 : 15) * scale);
  const row =
    fixed !== undefined
      ? Math.min(Math.round(free * 1.7 * scale), fixed)
      : Math.round((room === 'phone' ? free : Math.max(free, lines * LINE + 8)) * scale);
  return {
    room,
    font,
    small,
    row,
    left,
    columns,
    wraps,
    isStacked,
    mostLines: fixed === undefined || room === 'wall' ? Infinity : Math.max(1, Math.floor(row / (LINE * scale))),
    right: at + (room === 'phone' ? 6 : 8),
    remarkLines: row >= 79 * scale ? 2 : row >= 58 * scale ? 1 : 0
  };
}

/** Columns as wide as their texts; where all are too wide, target and gap go one below the other. */
function columnsFor(
  keys: readonly ColumnKey[],
  room: Room,
  { width: whole, scale }: RenderContext,
  mayWrap: boolean,
  rows: LaidOut
): Pick<BulletLayout, 'columns' | 'wraps'> & { readonly at: number } {
  const made = (wraps: boolean) => {
    let at = 0;
    const columns = keys.map((key) => {
      const [name, usual] = COLUMNS[key];
      const least = room === 'wall' ? (WALL_WIDTHS[key] ?? usual) : usual;
      const width = room === 'phone' ? 0 : Math.max(least, rows.columnSize(key, room, wraps).width + BETWEEN) * scale;
      const column = { key, name, width, at };
      at += width;
      return column;
    });
    return { columns, at, wraps };
  };
  const usual = made(false);
  return mayWrap && usual.at > whole * MOST_FIGURES ? made(true) : usual;
}

/** Height over the first row, for the heads of the columns. */
export function topOf(context: RenderContext): number {
  return Math.round(34 * context.scale);
}

/** A remark in at most two lines, the second cut where even that is too short; figures and days stay whole. */
export function remarkLines(text: string, size: number, width: number): string[] {
  if (textWidth(text, size) <= width) return text === '' ? [] : [text];
  const [most, over] = splitText(text, size, width);
  const broken = /[\x21-\x7e]$/.test(most) && /^[\x21-\x7e]/.test(over) ? /[\x21-\x7e]+$/.exec(most)![0].length : 0;
  const cut = broken < most.length ? most.length - broken : most.length;
  // A line doesn't begin with a stop.
  const first = text.slice(0, /[，；。：、）]/.test(text[cut] ?? '') ? cut + 1 : cut);
  return [first, fitText(text.slice(first.length), size, width)];
}

function roomOf(units: number, rowUnits: number | undefined): Room {
  if (rowUnits === undefined) return units < BULLET.wallFrom ? 'phone' : units < 1100 ? 'desktop' : 'wide';
  if (units < BULLET.wallFrom) return units >= BULLET.largeFrom ? 'large' : 'desktop';
  return rowUnits < BULLET.leastRow ? 'wall' : 'desktop';
}

/**
 * The columns of a wall of many rows: a due day where the rows differ in it, then the gap, go before a name is cut. Where
 * even that doesn't do, task and place go one below the other in rows that are high enough.
 */
function wallColumns(context: RenderContext, rows: LaidOut, mayStack = false) {
  const made = WALL_KEYS.slice(rows.dueDiffers ? 0 : 1).map((keys) => columnsFor(keys, 'wall', context, false, rows));
  const fitting = made.find(
    ({ at }) => (rows.line + BESIDE_LINE) * context.scale <= context.width * (1 - WALL_BAR) - at
  );
  const isStacked = !fitting && mayStack;
  return { ...(fitting ?? made[made.length - (isStacked ? 2 : 1)]!), isStacked, fits: fitting !== undefined };
}

function columnsOf(room: Room, units: number): readonly ColumnKey[] {
  if (room === 'phone') return ['all'];
  if (room === 'large') return ['judged'];
  if (room === 'wide') return ['done', 'rate', 'lead', 'needed'];
  return units >= BULLET.wallFrom ? ['done', 'rate', 'lead', 'due'] : ['rate', 'lead'];
}

function leftOf(room: Room, context: RenderContext, columns: number, rows: LaidOut, isLow: boolean): number {
  const { names, line, low } = rows;
  if (room === 'phone') return 6;
  // Place and figures share a line there.
  if (room === 'large' && isLow)
    return Math.min(
      Math.max(context.width * 0.5, (low + BESIDE_LOW) * context.scale),
      context.width - columns - LEAST_LOW_BAR * context.scale
    );
  if (room === 'large')
    return Math.min(
      context.width * 0.44,
      (names + BESIDE_LOW) * context.scale,
      context.width - columns - LEAST_BAR * context.scale
    );
  // One line holds task and place; the bar has what is left, a sixth of the width at least.
  if (room === 'wall') return Math.min((line + BESIDE_LINE) * context.scale, context.width * (1 - WALL_BAR) - columns);
  const left =
    context.height === undefined
      ? Math.min((room === 'wide' ? 400 : 330) * context.scale, context.width * 0.3)
      : // On a wall nobody can ask for the rest of a name.
        Math.max(
          Math.min(330 * context.scale, context.width * 0.3),
          Math.min((names + 96) * context.scale, context.width * 0.42)
        );
  // Large figures take from the names, so that there is a bar.
  return Math.max(context.width * 0.15, Math.min(left, context.width - columns - LEAST_BAR * context.scale));
}
