/** The cards of a report that is being confirmed: which there are, which is at hand, and what was decided about each. */
import { computed, ref, shallowRef } from 'vue';
import { type Card, cardsOf, type Group, GROUPS } from '../domain/confirm/cards';
import type { SeriesRules } from '../domain/confirm/series';
import { act, type Action, countsOf, NO_WORK, nextOpen, type Work } from '../domain/confirm/work';
import type { FramedProposal } from '../domain/read/lastReport';

/** Looked at when everything else is done. */
const FOLDED: ReadonlySet<Group> = new Set(['已出现过', '一般不记']);

export interface ReportReading {
  /** What is read, framed by the last report. */
  readonly facts: () => readonly FramedProposal[];
  readonly rules: () => SeriesRules;
  /** How many numbers the text has. */
  readonly numbers: () => number;
  /** After each action. */
  readonly onAction: () => void;
}

/** The cards of a report with what the clerk decided on each, in groups; every decision can be undone. */
export function reportCards({ facts, rules, numbers, onAction }: ReportReading) {
  const work = shallowRef<Work>(NO_WORK);
  const group = ref<Group | ''>('');
  // Of its own, so that the cards aren't computed again with every decision.
  const added = computed(() => work.value.added);
  const cards = computed(() => cardsOf(facts(), added.value, rules()));
  const byId = computed(() => new Map(cards.value.map((card) => [card.id, card])));
  const groups = computed(() => GROUPS.filter((name) => cards.value.some((card) => card.group === name)));
  const inGroup = computed(() => cards.value.filter((card) => card.group === group.value));
  const order = computed(() => inGroup.value.map(({ id }) => id));
  const counts = computed(() =>
    countsOf(
      numbers(),
      cards.value.map(({ id }) => id),
      work.value
    )
  );
  const current = computed(() => byId.value.get(work.value.at));
  const confirmed = computed(() => cards.value.filter(({ id }) => work.value.marks[id] === 'confirmed'));

  function apply(action: Action): void {
    work.value = act(work.value, action, order.value);
    const shown = byId.value.get(work.value.at)?.group;
    if (shown !== undefined && (action.do === 'undo' || action.do === 'go' || action.do === 'add')) group.value = shown;
    // A group that is done leads on to the next that isn't.
    if (order.value.every((id) => work.value.marks[id])) {
      const isOpen = (card: Card, name: Group) => card.group === name && !work.value.marks[card.id];
      const open = groups.value.find((name) => !FOLDED.has(name) && cards.value.some((card) => isOpen(card, name)));
      if (open && (action.do === 'accept' || action.do === 'acceptAlike' || action.do === 'reject')) look(open);
    }
    onAction();
  }

  /** Goes to the first card of a group that isn't decided. */
  function look(name: Group): void {
    group.value = name;
    work.value = { ...work.value, at: nextOpen(order.value, work.value.marks, '') || (order.value[0] ?? '') };
  }

  /** Begins with the first group. */
  function begin(): void {
    group.value = groups.value[0] ?? '';
    work.value = { ...work.value, at: nextOpen(order.value, work.value.marks, '') };
  }

  /** Goes on where the work was left. */
  function resume({ marks, edits, added: facts, at }: Omit<Work, 'past'>): void {
    work.value = { marks, edits, added: facts, at, past: [] };
    group.value = current.value?.group ?? groups.value[0] ?? '';
  }

  function reset(): void {
    work.value = NO_WORK;
  }

  return { work, group, cards, groups, inGroup, order, counts, current, confirmed, apply, look, begin, resume, reset };
}
