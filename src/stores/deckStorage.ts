/**
 * Where the decks of a browser are kept, those of each dataset apart: one entry a slide and one a deck
 * (`domain/deck/deckLibrary`).
 */
import type { Deck } from '../domain/deck/deck';
import {
  DECK_KEY,
  deckEntries,
  deckKey,
  isStored,
  OLD_LIBRARY_KEY,
  parseOldLibrary,
  READY_SLIDE_KEY,
  readDecks,
  readySlideKey,
  saveDeck,
  SLIDE_KEY,
  slideKey,
  type StoredEntry
} from '../domain/deck/deckLibrary';
import { onStoredElsewhere, readStored, storedEntries, writeStored } from './browserStorage';

const CURRENT_KEY = 'kanban-current-deck';

export interface DeckStorage {
  /** The decks that are kept; those of `before` that haven't changed are the same objects again. */
  loadDecks(before: readonly Deck[]): readonly Deck[];
  /**
   * Keeps what is new in a deck, and drops the slides that `before` had and it hasn't. All or nothing.
   * @param after undefined for a deck that is deleted
   * @param ready the deck as it came with the dataset, where it did
   * @returns false where the browser refuses
   */
  storeDeck(before: Deck | undefined, after: Deck | undefined, ready?: Deck): boolean;
  loadCurrent(): string;
  storeCurrent(id: string): void;
  /** Calls back when another window has changed a deck, or which is the current one. */
  onDecksElsewhere(changed: () => void): void;
}

/** @param scope what all keys begin with, as `storageScope` gives it */
export function deckStorage(scope: string): DeckStorage {
  const read = (key: string): string => readStored(scope + key);
  const write = (key: string, text: string): boolean => writeStored(scope + key, text);

  function writeAll(entries: readonly StoredEntry[]): boolean {
    const undone: StoredEntry[] = [];
    for (const [key, text] of entries) {
      const before = read(key);
      if (before === text) continue;
      if (!write(key, text)) {
        for (const [old, was] of undone.reverse()) write(old, was);
        return false;
      }
      undone.push([key, before]);
    }
    return true;
  }

  /**
   * Parts what an older version kept as one entry.
   * @returns the decks for which there was no room; their entry then stays as it was
   */
  function migrate(): readonly Deck[] {
    const text = read(OLD_LIBRARY_KEY);
    if (!text) return [];
    const { own, current } = parseOldLibrary(text);
    const missing = own.filter((deck) => !read(deckKey(deck.id)));
    // The old entry goes first: both together may be more than the browser keeps.
    write(OLD_LIBRARY_KEY, '');
    if (!writeAll(missing.flatMap((deck) => deckEntries(deck)))) {
      write(OLD_LIBRARY_KEY, text);
      return missing;
    }
    if (current && !read(CURRENT_KEY)) write(CURRENT_KEY, current);
    return [];
  }

  return {
    loadDecks(before) {
      const left = migrate();
      const stored = storedEntries(scope + DECK_KEY, scope + READY_SLIDE_KEY, scope + SLIDE_KEY);
      const decks = readDecks(
        stored.map(([key, text]): StoredEntry => [key.slice(scope.length), text]),
        before
      );
      return left.reduce<readonly Deck[]>((own, deck) => saveDeck({ own, current: '' }, deck).own, decks);
    },
    storeDeck(before, after, ready) {
      if (!before && !after) return true;
      const stays = new Set(after?.slides.map((slide) => slide.id));
      const dropped = (before?.slides ?? [])
        .filter((slide) => !stays.has(slide.id))
        .flatMap(({ id }): StoredEntry[] => [
          [slideKey(before!.id, id), ''],
          [readySlideKey(before!.id, id), '']
        ]);
      if (!after) return writeAll([[deckKey(before!.id), ''], ...dropped]);
      const kept = new Set(
        after.slides.filter((s) => isStored(after.id, s, read)).map((s) => slideKey(after.id, s.id))
      );
      const entries = deckEntries(after, before ? undefined : ready).filter(([key]) => !kept.has(key));
      // Other windows see each entry by itself: a slide that no order names would for a moment stand at the end.
      return writeAll([...dropped, ...entries]);
    },
    loadCurrent: () => read(CURRENT_KEY),
    storeCurrent: (id) => void write(CURRENT_KEY, id),
    onDecksElsewhere(changed) {
      for (const prefix of [DECK_KEY, READY_SLIDE_KEY, SLIDE_KEY, OLD_LIBRARY_KEY, CURRENT_KEY])
        onStoredElsewhere(scope + prefix, changed);
    }
  };
}
