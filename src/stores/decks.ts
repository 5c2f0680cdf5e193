import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { addSlide, type Deck, emptyDeck, type NewSlide } from '../domain/deck/deck';
import { applyChange, restoredHeld } from '../domain/deck/deckChange';
import { DECK_LIMITS } from '../domain/deck/deckLimits';
import { type DeckRead, parseDeck } from '../domain/deck/deckFile';
import { findDeck, freshDeckId, freshName } from '../domain/deck/deckLibrary';
import { readyDecks } from '../domain/deck/readyDecks';
import { storageScope } from '../domain/model/datasetEntry';
import { useDatasetStore } from './dataset';
import { deckSteps, type Step } from './deckSteps';
import { deckStorage } from './deckStorage';
import { keptDecks } from './keptDecks';
import { useViewChoices } from './view';

/** What became of 加入演示. */
export interface Added {
  readonly deck: Deck;
  /** 1-based place of the new slide; 0 where the deck is full. */
  readonly number: number;
  /** False where the browser refused to keep it: it lasts for the visit. */
  readonly kept: boolean;
}

/** Which field is being typed in: nothing that comes from elsewhere takes it away. */
interface Held {
  readonly deck: string;
  /** Empty for the name of the deck. */
  readonly slide: string;
}

const HELD_NOTE = '另一个窗口删除了这里正在编辑的内容，这里保留了它。';

/** The decks of this browser. Every change can be taken back; another window's changes arrive by themselves. */
export const useDecksStore = defineStore('decks', () => {
  const choices = useViewChoices();
  const ready = computed(() => readyDecks(choices.value));
  const storage = deckStorage(storageScope(useDatasetStore().current));
  const kept = keptDecks(storage, () => ready.value, keepHeld);
  const { decks, current, sync, save, choose, own } = kept;
  const steps = deckSteps();
  const held = shallowRef<Held>();
  const note = ref('');

  /** What is being typed in and was deleted elsewhere is put back. */
  function keepHeld(before: readonly Deck[]): void {
    if (!held.value) return;
    const { deck: id, slide } = held.value;
    const now = deck(id);
    const restored = restoredHeld(findDeck(before, id), now, slide);
    if (!restored) return;
    save(restored, now, id);
    note.value = HELD_NOTE;
  }

  function commit(id: string, after: Deck | undefined, field = ''): void {
    const before = own(id);
    save(after, before, id);
    steps.record({ id, before, after }, field);
    note.value = '';
  }

  function deck(id: string): Deck | undefined {
    return findDeck(decks.value, id);
  }
  const freshId = (): string => freshDeckId(decks.value, freshToken());

  /**
   * Changes a deck; an unknown id, or a change that changes nothing, does nothing.
   * @param field names the field while its letters are typed: all of them are one step to take back
   */
  function change(id: string, how: (deck: Deck) => Deck, field = ''): void {
    sync();
    const before = deck(id);
    const after = before && how(before);
    if (after && after !== before) commit(after.id, after, field && `${after.id} ${field}`);
  }
  function create(name = '我的演示稿'): Deck {
    sync();
    const made = emptyDeck(freshId(), freshName(name, decks.value));
    commit(made.id, made);
    return made;
  }
  function copy(id: string): Deck | undefined {
    sync();
    const from = deck(id);
    if (!from) return undefined;
    const made = { ...from, id: freshId(), name: freshName(from.name, decks.value) };
    commit(made.id, made);
    return made;
  }
  function remove(id: string): void {
    sync();
    if (own(id)) commit(id, undefined);
  }
  /** Adds to the deck chosen last; the ready decks are left alone unless one was chosen. */
  function add(slide: NewSlide): Added {
    sync();
    const chosen = kept.chosen() ?? emptyDeck(freshId(), freshName('我的演示稿', decks.value));
    if (chosen.slides.length >= DECK_LIMITS.slides) return { deck: chosen, number: 0, kept: true };
    const after = addSlide(chosen, slide, chosen.slides.length, freshToken());
    commit(after.id, after);
    return { deck: after, number: after.slides.length, kept: kept.isKept(after.id) };
  }
  /** Takes in the text of a deck file under a new id. */
  function take(text: string): DeckRead {
    sync();
    const read = parseDeck(text, freshId(), choices.value);
    if (read.kind === 'ok') commit(read.deck.id, { ...read.deck, name: freshName(read.deck.name, decks.value) });
    return read;
  }
  const isReady = (id: string): boolean => ready.value.some((d) => d.id === id);
  /** Whether a ready deck was changed here. */
  const isChanged = (id: string): boolean => isReady(id) && own(id) !== undefined;

  /** Makes the change between two states of a deck on what the deck is now. */
  function travel(step: Step | undefined, from: 'before' | 'after', to: 'before' | 'after'): Deck | undefined {
    if (!step) return undefined;
    sync();
    const now = own(step.id);
    save(applyChange(now, step[from], step[to]), now, step.id);
    return deck(step.id);
  }

  return {
    ...{ decks, current, kept: kept.allKept },
    /** What happened to a deck without the user's doing; empty for nothing. */
    note,
    ...{ deck, change, create, copy, remove, add, take, isChanged, isReady },
    /** Which deck 加入演示 adds to; no step to take back. */
    choose,
    /** The user types in a field of a slide (empty: in the name of the deck). */
    hold: (id: string, slide: string) => {
      held.value = { deck: id, slide };
    },
    release: () => {
      held.value = undefined;
      steps.endTyping();
    },
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    /** @returns the deck whose change was taken back (or made again); undefined where none is left */
    undo: () => travel(steps.back(), 'after', 'before'),
    redo: () => travel(steps.forth(), 'before', 'after')
  };
});

/** Tells apart what two windows make in the same moment. */
export function freshToken(): string {
  return Math.random().toString(36).slice(2, 8).padEnd(6, '0');
}
