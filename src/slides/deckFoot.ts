import type { DeckLook } from '../domain/deck/deckLook';
import type { SlideFormat } from './slideText';

/** What the template of a deck puts at the foot of a slide: `象山县卫生健康局　内部资料`; empty for nothing. */
export function footText(look: DeckLook | undefined): string {
  return [look?.organisation, look?.footer].filter(Boolean).join('　');
}

/** The format of a slide in the template of its deck. */
export function footOf<F extends SlideFormat>(format: F, look: DeckLook | undefined): F {
  return look ? { ...format, foot: { text: footText(look), hasLogo: Boolean(look.logo) } } : format;
}
