import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { addSlide, type Deck, DECK_LIMITS, emptyDeck, type NewSlide } from '../domain/deck/deck';
import { type DeckRead, parseDeck } from '../domain/deck/deckFile';
import {
  dropDeck,
  EMPTY_SHELF,
  formatShelf,
  freshDeckId,
  freshName,
  parseShelf,
  putDeck,
  type Shelf,
  shelfDecks
} from '../domain/deck/deckShelf';
import { record, redo, startHistory, undo } from '../domain/deck/history';
import { readyDecks } from '../domain/deck/readyDecks';
import { onStoredElsewhere, readStored, writeStored } from './browserStorage';
import { useViewChoices } from './view';

const KEY = 'kanban-decks';

/** What became of 加入演示. */
export interface Added {
  readonly deck: Deck;
  /** 1-based place of the new slide; 0 where the deck is full. */
  readonly number: number;
}

/** The decks of this browser. Every change can be taken back; another window's changes arrive by themselves. */
export const useDecksStore = defineStore('decks', () => {
  const choices = useViewChoices();
  const history = shallowRef(startHistory<Shelf>(parseShelf(readStored(KEY) || formatShelf(EMPTY_SHELF))));
  /** False once the browser has refused to keep a change. */
  const kept = ref(true);
  onStoredElsewhere(KEY, (text) => {
    history.value = startHistory(parseShelf(text));
  });

  const ready = computed(() => readyDecks(choices.value));
  const decks = computed(() => shelfDecks(history.value.now, ready.value));
  const current = computed(() => decks.value.find((deck) => deck.id === history.value.now.current) ?? decks.value[0]);

  function store(): void {
    kept.value = writeStored(KEY, formatShelf(history.value.now));
  }
  function commit(shelf: Shelf): void {
    history.value = record(history.value, shelf);
    store();
  }

  function deck(id: string): Deck | undefined {
    return decks.value.find((d) => d.id === id);
  }
  /** Changes a deck; an unknown id, or a change that changes nothing, does nothing. */
  function change(id: string, how: (deck: Deck) => Deck): void {
    const before = deck(id);
    const after = before && how(before);
    if (after && after !== before) commit(putDeck(history.value.now, after));
  }
  /** Which deck 加入演示 adds to; no step to take back. */
  function choose(id: string): void {
    history.value = { ...history.value, now: { ...history.value.now, current: id } };
    store();
  }
  function create(name = '我的演示稿'): Deck {
    const made = emptyDeck(freshDeckId(decks.value), freshName(name, decks.value));
    commit(putDeck(history.value.now, made));
    return made;
  }
  function copy(id: string): Deck | undefined {
    const from = deck(id);
    if (!from) return undefined;
    const made = { ...from, id: freshDeckId(decks.value), name: freshName(from.name, decks.value) };
    commit(putDeck(history.value.now, made));
    return made;
  }
  function remove(id: string): void {
    commit(dropDeck(history.value.now, id, ready.value));
  }
  /** Adds to the deck chosen last; the ready decks are left alone unless one was chosen. */
  function add(slide: NewSlide): Added {
    const chosen =
      deck(history.value.now.current) ?? emptyDeck(freshDeckId(decks.value), freshName('我的演示稿', decks.value));
    if (chosen.slides.length >= DECK_LIMITS.slides) return { deck: chosen, number: 0 };
    const after = addSlide(chosen, slide);
    commit(putDeck(history.value.now, after));
    return { deck: after, number: after.slides.length };
  }
  /** Takes in the text of a deck file under a new id. */
  function take(text: string): DeckRead {
    const read = parseDeck(text, freshDeckId(decks.value), choices.value);
    if (read.kind === 'ok')
      commit(putDeck(history.value.now, { ...read.deck, name: freshName(read.deck.name, decks.value) }));
    return read;
  }
  /** Whether a ready deck was changed here. */
  function isChanged(id: string): boolean {
    return ready.value.some((d) => d.id === id) && history.value.now.own.some((d) => d.id === id);
  }

  return {
    decks,
    current,
    kept,
    deck,
    change,
    choose,
    create,
    copy,
    remove,
    add,
    take,
    isChanged,
    isReady: (id: string) => ready.value.some((d) => d.id === id),
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    undo: () => {
      history.value = undo(history.value);
      store();
    },
    redo: () => {
      history.value = redo(history.value);
      store();
    }
  };
});
