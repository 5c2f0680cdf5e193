import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { addSlide, type Deck, emptyDeck, type NewSlide } from '../domain/deck/deck';
import { applyChange } from '../domain/deck/deckChange';
import { DECK_LIMITS } from '../domain/deck/deckLimits';
import { type DeckRead, parseDeck } from '../domain/deck/deckFile';
import {
  deleteDeck,
  type DeckLibrary,
  findDeck,
  freshDeckId,
  freshName,
  libraryDecks,
  saveDeck
} from '../domain/deck/deckLibrary';
import { amend, type History, record, redo, startHistory, undo } from '../domain/deck/history';
import { readyDecks } from '../domain/deck/readyDecks';
import { storageScope } from '../domain/model/datasetEntry';
import { useDatasetStore } from './dataset';
import { deckStorage } from './deckStorage';
import { useViewChoices } from './view';

/** What became of 加入演示. */
export interface Added {
  readonly deck: Deck;
  /** 1-based place of the new slide; 0 where the deck is full. */
  readonly number: number;
  /** False where the browser refused to keep it: it lasts for the visit. */
  readonly kept: boolean;
}

/** One change of one deck: undefined before it was made, or after it was deleted or put back as it came. */
interface Step {
  readonly id: string;
  readonly before: Deck | undefined;
  readonly after: Deck | undefined;
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
  const { loadCurrent, loadDecks, onDecksElsewhere, storeCurrent, storeDeck } = deckStorage(
    storageScope(useDatasetStore().current)
  );
  const library = shallowRef<DeckLibrary>({ own: loadDecks([]), current: loadCurrent() });
  const history = shallowRef(startHistory<Step>());
  /** Decks of which the browser has refused to keep the last change. */
  const unkept = shallowRef<ReadonlySet<string>>(new Set());
  const held = shallowRef<Held>();
  const note = ref('');
  /** The field whose letters make up the last step. */
  let typing = '';

  const ready = computed(() => readyDecks(choices.value));
  const decks = computed(() => libraryDecks(library.value.own, ready.value));
  const current = computed(() => findDeck(decks.value, library.value.current) ?? decks.value[0]);

  /** Takes in what other windows have changed since. */
  function sync(): void {
    const before = decks.value;
    const stays = library.value.own.filter((deck) => unkept.value.has(deck.id));
    const stored = loadDecks(library.value.own).filter((deck) => !unkept.value.has(deck.id));
    const { current: chosen, own: old } = library.value;
    const { own } = stays.reduce((all, deck) => saveDeck(all, deck), { own: stored, current: chosen } as DeckLibrary);
    if (own.length === old.length && own.every((deck, at) => deck === old[at])) return;
    library.value = { own, current: chosen };
    keepHeld(before);
  }
  onDecksElsewhere(() => {
    library.value = { ...library.value, current: loadCurrent() || library.value.current };
    sync();
  });

  /** What is being typed in and was deleted elsewhere is put back. */
  function keepHeld(before: readonly Deck[]): void {
    if (!held.value) return;
    const { deck: id, slide: slideId } = held.value;
    const was = before.find((deck) => deck.id === id);
    const now = decks.value.find((deck) => deck.id === id);
    const slide = was?.slides.find((s) => s.id === slideId);
    const isLost = was !== undefined && (!now || (slide && !now.slides.some((s) => s.id === slideId)));
    if (!isLost) return;
    const without = { ...was, slides: was.slides.filter((s) => s !== slide) };
    save(now ? applyChange(now, without, was) : was, now, id);
    note.value = HELD_NOTE;
  }

  function save(after: Deck | undefined, before: Deck | undefined, id: string): void {
    library.value = after ? saveDeck(library.value, after) : deleteDeck(library.value, id, ready.value);
    const refused = new Set(unkept.value);
    const came = ready.value.find((deck) => deck.id === id);
    if (storeDeck(before, after, came) || !after) refused.delete(id);
    else refused.add(id);
    unkept.value = refused;
    storeCurrent(library.value.current);
  }
  function commit(id: string, after: Deck | undefined, field = ''): void {
    const before = library.value.own.find((deck) => deck.id === id);
    save(after, before, id);
    const last = history.value.past[history.value.past.length - 1];
    history.value =
      field && field === typing && last?.id === id
        ? amend(history.value, { id, before: beforeTyping(last, before), after })
        : record(history.value, { id, before, after });
    typing = field;
    note.value = '';
  }

  function deck(id: string): Deck | undefined {
    return findDeck(decks.value, id);
  }
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
  /** Which deck 加入演示 adds to; no step to take back. */
  function choose(id: string): void {
    if (id === library.value.current) return;
    library.value = { ...library.value, current: id };
    storeCurrent(id);
  }
  function create(name = '我的演示稿'): Deck {
    sync();
    const made = emptyDeck(freshDeckId(decks.value, freshToken()), freshName(name, decks.value));
    commit(made.id, made);
    return made;
  }
  function copy(id: string): Deck | undefined {
    sync();
    const from = deck(id);
    if (!from) return undefined;
    const made = { ...from, id: freshDeckId(decks.value, freshToken()), name: freshName(from.name, decks.value) };
    commit(made.id, made);
    return made;
  }
  function remove(id: string): void {
    sync();
    if (library.value.own.some((d) => d.id === id)) commit(id, undefined);
  }
  /** Adds to the deck chosen last; the ready decks are left alone unless one was chosen. */
  function add(slide: NewSlide): Added {
    sync();
    const chosen =
      deck(library.value.current) ??
      emptyDeck(freshDeckId(decks.value, freshToken()), freshName('我的演示稿', decks.value));
    if (chosen.slides.length >= DECK_LIMITS.slides) return { deck: chosen, number: 0, kept: true };
    const after = addSlide(chosen, slide, chosen.slides.length, freshToken());
    commit(after.id, after);
    return { deck: after, number: after.slides.length, kept: !unkept.value.has(after.id) };
  }
  /** Takes in the text of a deck file under a new id. */
  function take(text: string): DeckRead {
    sync();
    const read = parseDeck(text, freshDeckId(decks.value, freshToken()), choices.value);
    if (read.kind === 'ok') commit(read.deck.id, { ...read.deck, name: freshName(read.deck.name, decks.value) });
    return read;
  }
  /** Whether a ready deck was changed here. */
  function isChanged(id: string): boolean {
    return ready.value.some((d) => d.id === id) && library.value.own.some((d) => d.id === id);
  }
  /** Makes the change of a step again, or the one that takes it back, on what the deck is now. */
  function travel(moved: { step: Step; history: History<Step> } | undefined, back: boolean): Deck | undefined {
    if (!moved) return undefined;
    sync();
    const { id, before, after } = moved.step;
    const now = library.value.own.find((d) => d.id === id);
    save(back ? applyChange(now, after, before) : applyChange(now, before, after), now, id);
    history.value = moved.history;
    typing = '';
    return deck(id);
  }

  return {
    decks,
    current,
    /** False once the browser has refused to keep a change. */
    kept: computed(() => unkept.value.size === 0),
    /** What happened to a deck without the user's doing; empty for nothing. */
    note,
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
    /** The user types in a field of a slide (empty: in the name of the deck). */
    hold: (id: string, slide: string) => {
      held.value = { deck: id, slide };
    },
    release: () => {
      held.value = undefined;
      typing = '';
    },
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    /** @returns the deck whose change was taken back (or made again); undefined where none is left */
    undo: () => travel(undo(history.value), true),
    redo: () => travel(redo(history.value), false)
  };
});

/** What a deck was before the first letter, with what other windows have changed since the last one. */
function beforeTyping(last: Step, now: Deck | undefined): Deck | undefined {
  return last.before && applyChange(last.before, last.after, now);
}

/** Tells apart what two windows make in the same moment. */
export function freshToken(): string {
  return Math.random().toString(36).slice(2, 8).padEnd(6, '0');
}
