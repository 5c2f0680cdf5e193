/**
 * Two figures on one slide: side by side, or one above the other where one of them needs the width (a table, bullet
 * bars with their words). Each has its own heading and its own pages.
 */
import type { Figure, PairBody } from '../figures/figure';
import { innerWidth, keyHeight, lineCount, SLIDE, slideTitle, type SlideFormat, type SlideTitle } from './slideText';

/** Units between the two, across and down; as in the stylesheet. */
export const GAP = { across: 64, down: 28 } as const;
/** A heading by a title's type, and the room below it and below the small line under it. */
export const HEADING = { size: 0.75, stacked: 0.62, below: 14, subtitle: 4 } as const;
/** Of two above each other large figures take the larger part: they can't be parted below one row of them. */
const CARDS_SHARE = 0.6;

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
  const factor = isStacked(pair) ? HEADING.stacked : HEADING.size;
  return slideTitle(figure.verdict, { ...paneFormat(pair, format), size: format.size * factor });
}

/** Which part of the height each of two takes that stand above each other. */
export function stackShares({ left, right }: PairBody): readonly [number, number] {
  const [hasFirst, hasSecond] = [left, right].map(({ body }) => body.kind === 'cards');
  const first = hasFirst === hasSecond ? 0.5 : hasFirst ? CARDS_SHARE : 1 - CARDS_SHARE;
  return [first, 1 - first];
}

/** The height left for the body of one of the two. */
export function paneRoom(pair: PairBody, figure: Figure, room: number, format: SlideFormat): number {
  const width = innerWidth(paneFormat(pair, format));
  const heading = paneHeading(pair, figure, format);
  const line = SLIDE.small * 1.4 * format.size;
  const subtitle = figure.subtitle
    ? HEADING.subtitle + lineCount(figure.subtitle, SLIDE.small * format.size, width) * line
    : 0;
  const key = keyHeight(figure, paneFormat(pair, format));
  const [first, second] = stackShares(pair);
  const own = isStacked(pair) ? (room - GAP.down) * (figure === pair.left ? first : second) : room;
  return own - heading.lines.length * heading.size * 1.3 - HEADING.below - subtitle - key;
}
