/** The decks as this browser keeps them, with what other windows have changed. */
import { computed, shallowRef } from 'vue';
import type { Deck } from '../domain/deck/deck';
import { type DeckLibrary, deleteDeck, findDeck, libraryDecks, saveDeck } from '../domain/deck/deckLibrary';
import type { DeckStorage } from './deckStorage';

/**
 * @param ready the decks that come with the dataset
 * @param onElsewhere called with the decks as they were, after those of other windows have taken their place
 */
export function keptDecks(
  { loadCurrent, loadDecks, onDecksElsewhere, storeCurrent, storeDeck }: DeckStorage,
  ready: () => readonly Deck[],
  onElsewhere: (before: readonly Deck[]) => void
) {
  const library = shallowRef<DeckLibrary>({ own: loadDecks([]), current: loadCurrent() });
  /** Decks of which the browser has refused to keep the last change. */
  const unkept = shallowRef<ReadonlySet<string>>(new Set());
  const decks = computed(() => libraryDecks(library.value.own, ready()));

  /** Takes in what other windows have changed since. */
  function sync(): void {
    const before = decks.value;
    const { current, own: old } = library.value;
    const stays = old.filter((deck) => unkept.value.has(deck.id));
    const stored = loadDecks(old).filter((deck) => !unkept.value.has(deck.id));
    const { own } = stays.reduce<DeckLibrary>((all, deck) => saveDeck(all, deck), { own: stored, current });
    if (own.length === old.length && own.every((deck, at) => deck === old[at])) return;
    library.value = { own, current };
    onElsewhere(before);
  }
  onDecksElsewhere(() => {
    library.value = { ...library.value, current: loadCurrent() || library.value.current };
    sync();
  });

  return {
    decks,
    sync,
    /** The deck chosen last, or the first. */
    current: computed(() => findDeck(decks.value, library.value.current) ?? decks.value[0]),
    /** Undefined where none was chosen, or it is gone. */
    chosen: () => findDeck(decks.value, library.value.current),
    /** Of this browser, as opposed to one that is as it came with the dataset. */
    own: (id: string) => library.value.own.find((deck) => deck.id === id),
    isKept: (id: string) => !unkept.value.has(id),
    /** False once the browser has refused to keep a change. */
    allKept: computed(() => unkept.value.size === 0),
    save(after: Deck | undefined, before: Deck | undefined, id: string): void {
      library.value = after ? saveDeck(library.value, after) : deleteDeck(library.value, id, ready());
      const refused = new Set(unkept.value);
      const came = ready().find((deck) => deck.id === id);
      if (storeDeck(before, after, came) || !after) refused.delete(id);
      else refused.add(id);
      unkept.value = refused;
      storeCurrent(library.value.current);
    },
    choose(id: string): void {
      if (id === library.value.current) return;
      library.value = { ...library.value, current: id };
      storeCurrent(id);
    }
  };
}
