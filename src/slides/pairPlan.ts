/**
 * Two figures on one slide: side by side, or one above the other where one of them needs the width (a table, bullet
 * bars with their words). Each has its own heading and its own pages.
 */
import { textWidth } from '../charts/drawing';
import type { ChartBody, Figure, PairBody } from '../figures/figure';
import { cardHeight } from './cardPlan';
import { keyHeight } from './slideBoxes';
import { innerWidth, lineCount, SLIDE, slideTitle, type SlideFormat, type SlideTitle } from './slideText';

/** Px at scale 1: words along a time axis run into each other when their type grows further. */
export const TIME_AXIS_WIDTH = 800;

/** Units between the two, across and down; as in the stylesheet. */
export const GAP = { across: 64, down: 28 } as const;
/** A heading by a title's type, and the room below it and below the small line under it. */
export const HEADING = { size: 0.75, stacked: 0.62, below: 14, subtitle: 4 } as const;
/** Parts of the height that the upper one of two may take, the even one first. */
const SHARES = [20, 19, 21, 18, 22, 17, 23, 16, 24, 15, 25, 14, 26, 13, 27, 12, 28, 11, 29, 10, 30].map((n) => n / 40);
/** Units that the body of a figure needs to be read at all: a line over time, a table or a list of some lines. */
const LEAST_BODY = { rows: 170, list: 100 } as const;
/** Of lines over time, in px at scale 1: what they need at all, what is around the names at their ends, and a name. */
const LINES = { least: 135, frame: 70, name: 20 } as const;
/** A row with its words on one line, in px at scale 1. */
const LOWEST_ROW = 26;
/** Smallest type of a heading that stays on one line so that the figure has the room, and the largest of a title. */
const LEAST_HEADING = 24;
const LARGEST_TITLE = 56;
/** A step of the shorter one, and the whole of the height in unevenness, count as so many steps of the longer one. */
const COST = { shorter: 1, uneven: 5 } as const;

/** Whether one stands above the other. */
export function isStacked({ left, right }: PairBody): boolean {
  return [left, right].some(
    ({ body }) => body.kind === 'table' || body.kind === 'heat' || (body.kind === 'chart' && body.legend === 'bullet')
  );
}

/** The format of one of the two. */
export function paneFormat(pair: PairBody, format: SlideFormat): SlideFormat {
  return isStacked(pair) ? format : { ...format, narrower: (innerWidth(format) + GAP.across) / 2 };
}

/** The heading of one of the two: its finding. */
export function paneHeading(pair: PairBody, figure: Figure, format: SlideFormat): SlideTitle {
  const titleAt = (factor: number) =>
    slideTitle(figure.verdict, { ...paneFormat(pair, format), size: format.size * factor });
  if (!isStacked(pair)) return titleAt(HEADING.size);
  const title = titleAt(HEADING.stacked);
  const least = LEAST_HEADING * format.size;
  if (title.lines.length === 1 && title.size >= least) return title;
  const one = Math.floor((innerWidth(format) * 0.98) / textWidth(figure.verdict, 1));
  if (one >= least)
    return { size: Math.min(one, LARGEST_TITLE * HEADING.stacked * format.size), lines: [figure.verdict] };
  // The smallest of the larger sizes can still be read from the last row of chairs.
  return title.size >= least ? title : titleAt(HEADING.size);
}

/**
 * The shares of the height between which two have the choice that stand above each other: the upper one's part.
 * @param room units of both together
 */
export function stackShares(pair: PairBody, room: number, format: SlideFormat): readonly number[] {
  // The same figure twice can't be told by its side.
  if (!isStacked(pair) || pair.left === pair.right) return [0.5];
  const holds = (figure: Figure, share: number) =>
    paneRoom(pair, figure, room, format, share) >= leastBody(figure, paneFormat(pair, format)) * format.size;
  const free = SHARES.filter((share) => holds(pair.left, share) && holds(pair.right, share));
  return free.length > 0 ? free : [0.5];
}

/** Of a chart that isn't parted, in the type that its width gives it. */
function lineHeight({ names = [] }: ChartBody, format: SlideFormat): number {
  const scale = Math.max(SLIDE.chartScale, innerWidth(format) / format.size / TIME_AXIS_WIDTH);
  return Math.max(LINES.least, LINES.frame + names.length * LINES.name) * scale;
}

function leastBody({ body }: Figure, format: SlideFormat): number {
  if (body.kind === 'cards') return cardHeight(body.items, format);
  if (body.kind === 'chart' && body.rows === 0) return lineHeight(body, format);
  if (body.kind === 'chart') {
    const row = body.leastRowAt?.(innerWidth(format) / format.size / SLIDE.chartScale);
    return (body.frame + (row ?? Math.min(body.leastRow, LOWEST_ROW))) * SLIDE.chartScale;
  }
  return body.kind === 'list' ? LEAST_BODY.list : LEAST_BODY.rows;
}

/** What a share costs: the steps that it takes, fewer of the longer one before fewer of the shorter one, and unevenness. */
export function shareCost(share: number, steps: readonly [number, number]): number {
  return Math.max(...steps) + COST.shorter * Math.min(...steps) + COST.uneven * Math.abs(share - 0.5);
}

/**
 * The height left for the body of one of the two.
 * @param share the part of the height that the upper one takes
 */
export function paneRoom(pair: PairBody, figure: Figure, room: number, format: SlideFormat, share = 0.5): number {
  const width = innerWidth(paneFormat(pair, format));
  const heading = paneHeading(pair, figure, format);
  const line = SLIDE.small * 1.4 * format.size;
  const subtitle = figure.subtitle
    ? HEADING.subtitle + lineCount(figure.subtitle, SLIDE.small * format.size, width) * line
    : 0;
  const key = keyHeight(figure, paneFormat(pair, format));
  const own = isStacked(pair) ? (room - GAP.down) * (figure === pair.left ? share : 1 - share) : room;
  return own - heading.lines.length * heading.size * 1.3 - HEADING.below - subtitle - key;
}
