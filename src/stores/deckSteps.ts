/** The steps of a visit on decks, which can be taken back and made again. */
import { computed, shallowRef } from 'vue';
import type { Deck } from '../domain/deck/deck';
import { applyChange } from '../domain/deck/deckChange';
import { amend, type History, record, redo, startHistory, undo } from '../domain/deck/history';

/** One change of one deck: undefined before it was made, or after it was deleted or put back as it came. */
export interface Step {
  readonly id: string;
  readonly before: Deck | undefined;
  readonly after: Deck | undefined;
}

type Moved = { readonly step: Step; readonly history: History<Step> } | undefined;

/** Letters that are typed in one field, one after the other, are one step. */
export function deckSteps() {
  const history = shallowRef(startHistory<Step>());
  /** The field whose letters make up the last step; empty for none. */
  let typing = '';

  function move(moved: Moved): Step | undefined {
    if (!moved) return undefined;
    history.value = moved.history;
    typing = '';
    return moved.step;
  }

  return {
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    /** @param field names the field while it is typed in; empty for a change of another kind */
    record({ id, before, after }: Step, field: string): void {
      const last = history.value.past[history.value.past.length - 1];
      history.value =
        field && field === typing && last?.id === id
          ? amend(history.value, { id, before: beforeTyping(last, before), after })
          : record(history.value, { id, before, after });
      typing = field;
    },
    /** The next letter begins a step of its own. */
    endTyping(): void {
      typing = '';
    },
    /** @returns the step that is taken back; undefined where there is none */
    back: () => move(undo(history.value)),
    /** @returns the step that is made again; undefined where there is none */
    forth: () => move(redo(history.value))
  };
}

/** What a deck was before the first letter, with what other windows have changed since the last one. */
function beforeTyping(last: Step, now: Deck | undefined): Deck | undefined {
  return last.before && applyChange(last.before, last.after, now);
}
