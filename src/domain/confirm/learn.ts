/** What a finished report teaches its series: the phrases as they were read, and what became of them. */
import { newItemId } from './reportRows';
import { type AcceptedPhrase, learned, type SeriesRules } from './series';
import type { Settled } from './settled';
import type { CardDecision } from './work';

/** The rules after a report whose cards were settled and marked so. */
export function learnedFrom(
  rules: SeriesRules,
  settled: readonly Settled[],
  marks: Readonly<Record<string, CardDecision>>
): SeriesRules {
  const marked = (mark: CardDecision) => settled.filter(({ card }) => marks[card.id] === mark);
  const accepted = marked('confirmed').map(({ card: { fact }, name, kind, table, item }): AcceptedPhrase => ({
    phrase: fact.name,
    unit: fact.unit,
    kind,
    name,
    table,
    item: item === '' ? newItemId(table, name) : item
  }));
  const rejected = marked('rejected').map(({ card: { fact } }) => ({ phrase: fact.name, unit: fact.unit }));
  return learned(rules, accepted, rejected);
}
