/** What a clerk has decided about the cards: a state that actions lead on from, each of which can be undone. */
import type { ReadFact } from '../read/proposal';
import { cardId } from './cards';
import type { CardKind, ItemTable } from './kinds';

export type CardDecision = 'confirmed' | 'rejected';

/** What the clerk says otherwise than the reader. */
export interface Edit {
  readonly name?: string;
  readonly kind?: CardKind;
  /** Canonical form. */
  readonly period?: string;
  /** Id of the place. */
  readonly place?: string;
  /** The record meant; an empty id for a new one. */
  readonly item?: { readonly table: ItemTable; readonly id: string };
  /** Unit of a new indicator or task. */
  readonly unit?: string;
}

/** A plain JSON value, so that it survives a reload. */
export interface Decided {
  readonly marks: Readonly<Record<string, CardDecision>>;
  readonly edits: Readonly<Record<string, Edit>>;
  /** Numbers that the reader left alone and the clerk made facts of. */
  readonly added: readonly ReadFact[];
}

export interface Work extends Decided {
  /** Id of the card at hand; empty for none. */
  readonly at: string;
  /** What stood before each action, the newest last. */
  readonly past: readonly (Decided & { readonly at: string })[];
}

export type Action =
  | { readonly do: 'go'; readonly id: string }
  | { readonly do: 'accept' | 'reject' | 'reopen'; readonly ids: readonly string[] }
  | { readonly do: 'edit'; readonly ids: readonly string[]; readonly edit: Edit }
  /** Accepts the first, and the others with what was said otherwise of the first's kind, period and place. */
  | { readonly do: 'acceptAlike'; readonly ids: readonly string[] }
  | { readonly do: 'add'; readonly proposal: ReadFact }
  | { readonly do: 'undo' };

export const NO_WORK: Work = { marks: {}, edits: {}, added: [], at: '', past: [] };

/** Steps back that are remembered. */
const MOST_STEPS = 200;

/** The state after an action. @param order the cards that are gone through, in their order */
export function act(work: Work, action: Action, order: readonly string[]): Work {
  if (action.do === 'go') return { ...work, at: action.id };
  if (action.do === 'undo') {
    const before = work.past[work.past.length - 1];
    return before ? { ...before, past: work.past.slice(0, -1) } : work;
  }
  const { marks, edits, added, at } = work;
  const past = [...work.past, { marks, edits, added, at }].slice(-MOST_STEPS);
  // A word said twice is no step of its own.
  const wanted = action.do === 'accept' ? 'confirmed' : action.do === 'reject' ? 'rejected' : undefined;
  if (wanted && 'ids' in action && action.ids.every((id) => marks[id] === wanted))
    return { ...work, at: nextOpen(order, marks, at) };
  if (action.do === 'add') {
    const id = cardId(action.proposal);
    const others = added.filter((proposal) => cardId(proposal) !== id);
    return { marks: without(marks, [id]), edits, added: [...others, action.proposal], at: id, past };
  }
  if (action.do === 'edit') return { marks, edits: merged(edits, action.ids, action.edit), added, at, past };
  if (action.do === 'reopen') return { marks: without(marks, action.ids), edits, added, at, past };
  const mark: CardDecision = action.do === 'reject' ? 'rejected' : 'confirmed';
  const marked = { ...marks, ...Object.fromEntries(action.ids.map((id) => [id, mark])) };
  const carried = action.do === 'acceptAlike' ? alike(edits[action.ids[0] ?? '']) : {};
  const changed = Object.keys(carried).length > 0 ? merged(edits, action.ids.slice(1), carried) : edits;
  return { marks: marked, edits: changed, added, at: nextOpen(order, marked, at), past };
}

/** What one figure of a sentence shares with the others. */
function alike(edit: Edit | undefined): Edit {
  const { kind, period, place } = edit ?? {};
  return { ...(kind && { kind }), ...(period && { period }), ...(place && { place }) };
}

function merged(edits: Work['edits'], ids: readonly string[], edit: Edit): Work['edits'] {
  return { ...edits, ...Object.fromEntries(ids.map((id) => [id, { ...edits[id], ...edit }])) };
}

function without(marks: Work['marks'], ids: readonly string[]): Work['marks'] {
  return Object.fromEntries(Object.entries(marks).filter(([id]) => !ids.includes(id)));
}

/** The next card that isn't decided, from `at` on and then from the first; `at` where all are. */
export function nextOpen(order: readonly string[], marks: Work['marks'], at: string): string {
  const from = order.indexOf(at) + 1;
  return [...order.slice(from), ...order.slice(0, from)].find((id) => !marks[id]) ?? at;
}

/** The card before or after `at` in the order; the ends hold. */
export function neighbour(order: readonly string[], at: string, step: 1 | -1): string {
  const here = order.indexOf(at);
  return order[Math.min(order.length - 1, Math.max(0, here < 0 ? 0 : here + step))] ?? at;
}

export interface Counts {
  readonly numbers: number;
  readonly proposed: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly untouched: number;
}

/** Every number of the text is counted, so that what wasn't found is never silent. */
export function countsOf(numbers: number, ids: readonly string[], { marks }: Pick<Work, 'marks'>): Counts {
  const confirmed = ids.filter((id) => marks[id] === 'confirmed').length;
  const rejected = ids.filter((id) => marks[id] === 'rejected').length;
  return { numbers, proposed: ids.length, confirmed, rejected, untouched: ids.length - confirmed - rejected };
}
