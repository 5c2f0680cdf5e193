/** Where the decks of a browser are kept: one entry a slide and one a deck (`domain/deck/deckLibrary`). */
import type { Deck } from '../domain/deck/deck';
import {
  DECK_KEY,
  deckEntries,
  deckKey,
  OLD_LIBRARY_KEY,
  parseOldLibrary,
  readDecks,
  saveDeck,
  SLIDE_KEY,
  slideKey,
  type StoredEntry
} from '../domain/deck/deckLibrary';
import { onStoredElsewhere, readStored, storedEntries, writeStored } from './browserStorage';

const CURRENT_KEY = 'kanban-current-deck';

/** The decks that are kept; those of `before` that haven't changed are the same objects again. */
export function loadDecks(before: readonly Deck[]): readonly Deck[] {
  const left = migrate();
  const decks = readDecks(storedEntries(DECK_KEY, SLIDE_KEY), before);
  return left.reduce<readonly Deck[]>((own, deck) => saveDeck({ own, current: '' }, deck).own, decks);
}

/**
 * Keeps what is new in a deck, and drops the slides that `before` had and it hasn't. All or nothing.
 * @param after undefined for a deck that is deleted
 * @returns false where the browser refuses
 */
export function storeDeck(before: Deck | undefined, after: Deck | undefined): boolean {
  if (!before && !after) return true;
  const stays = new Set(after?.slides.map((slide) => slide.id));
  const dropped = (before?.slides ?? [])
    .filter((slide) => !stays.has(slide.id))
    .map((slide): StoredEntry => [slideKey(before!.id, slide.id), '']);
  // Other windows see each entry by itself: a slide that no order names would for a moment stand at the end.
  return writeAll(after ? [...dropped, ...deckEntries(after)] : [[deckKey(before!.id), ''], ...dropped]);
}

export function loadCurrent(): string {
  return readStored(CURRENT_KEY);
}

export function storeCurrent(id: string): void {
  writeStored(CURRENT_KEY, id);
}

/** Calls back when another window has changed a deck, or which is the current one. */
export function onDecksElsewhere(changed: () => void): void {
  for (const prefix of [DECK_KEY, SLIDE_KEY, OLD_LIBRARY_KEY, CURRENT_KEY]) onStoredElsewhere(prefix, changed);
}

function writeAll(entries: readonly StoredEntry[]): boolean {
  const undone: StoredEntry[] = [];
  for (const [key, text] of entries) {
    const before = readStored(key);
    if (before === text) continue;
    if (!writeStored(key, text)) {
      for (const [old, was] of undone.reverse()) writeStored(old, was);
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
  const text = readStored(OLD_LIBRARY_KEY);
  if (!text) return [];
  const { own, current } = parseOldLibrary(text);
  const missing = own.filter((deck) => !readStored(deckKey(deck.id)));
  // The old entry goes first: both together may be more than the browser keeps.
  writeStored(OLD_LIBRARY_KEY, '');
  if (!writeAll(missing.flatMap(deckEntries))) {
    writeStored(OLD_LIBRARY_KEY, text);
    return missing;
  }
  if (current && !loadCurrent()) storeCurrent(current);
  return [];
}
