/** What 加入演示 does, in a script of its own: it knows every figure, and the start of the page waits for none of it. */
import type { ViewChoices } from '../../domain/address/fields';
import { figureAt } from '../../figures/figureAt';
import { useDecksStore } from '../../stores/decks';

/**
 * Adds the figure at an address to the deck chosen last.
 * @param points lines for the presenter
 * @returns what became of it, one sentence
 */
export function putIntoDeck(address: string, points: readonly string[], choices: ViewChoices): string {
  if (!figureAt(address, choices).figure) return '这张图放不进演示。';
  const { deck, number } = useDecksStore().add({ address, notes: points.join('\n') });
  return number > 0 ? `已加入“${deck.name}”，第${number}张。` : `“${deck.name}”已满，没有加入。`;
}

/** The deck added to, and its last slide (1-based); empty where there is none. */
export function deckAddedTo(): Record<string, string> {
  const deck = useDecksStore().current;
  return deck ? { deck: deck.id, role: 'edit', slide: String(Math.max(1, deck.slides.length)) } : {};
}
