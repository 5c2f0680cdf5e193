/** How large figures are laid out on a slide. */
import { textWidth } from '../charts/drawing';
import type { CardsBody } from '../figures/figure';
import { CELL, pages } from './slideStep';
import { innerWidth, type SlideFormat } from './slideText';

/** A large figure: sizes of its name, number, period and remark, what is around them, and the room between two. */
const CARD = {
  name: 32,
  text: 76,
  period: 26,
  remark: 28,
  around: 34,
  gapDown: 40,
  gapAcross: 56,
  leading: 1.4
} as const;
/** Cards leave the rest of a high wall free. */
const MOST_CARD_ROOM = 720;

/** As many cards as stand whole below each other: a name or a number that breaks makes all of its page higher. */
export function cardPages(
  items: CardsBody['items'],
  room: number,
  format: SlideFormat
): { from: number; to: number }[] {
  const highest = cardHeight(items, format) + CARD.gapDown;
  const free = Math.min(room / format.size, MOST_CARD_ROOM) + CARD.gapDown;
  return pages(items.length, cardColumns(format) * Math.max(1, Math.floor(free / highest)));
}

/** Units at size 1 of a row of them. */
export function cardHeight(items: CardsBody['items'], format: SlideFormat): number {
  const columns = cardColumns(format);
  const width = innerWidth(format) / format.size;
  const own = (width - (columns - 1) * CARD.gapAcross) / columns;
  const lines = (text: string, px: number) => (text === '' ? 0 : Math.ceil((textWidth(text, px) * CELL.wider) / own));
  const height = (item: CardsBody['items'][number]) =>
    lines(item.name, CARD.name) * CARD.name * 1.3 +
    lines(item.text, CARD.text) * CARD.text * 1.15 +
    lines(item.period, CARD.period) * CARD.period * CARD.leading +
    lines(item.remark, CARD.remark) * CARD.remark * CARD.leading +
    CARD.around;
  return items.reduce((most, item) => Math.max(most, height(item)), 0);
}

/** How many large figures stand side by side. */
export function cardColumns({ size, narrower }: SlideFormat): number {
  return size > 1.2 || narrower ? 2 : 3;
}
