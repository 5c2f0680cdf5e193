/** What many facts say together, read from the columns: no fact is made that one row states. */
import type { FactIndex } from './factIndex';
import { isPlain } from './facts';
import { plainRows } from './plainRows';
import type { Source } from './records';
import type { Period } from '../time/period';

/** Facts by their position in an index. */
type Facts = ArrayLike<number>;

/** Of which facts nothing is to be said but their value. */
export function plainFacts(index: FactIndex): (fact: number) => boolean {
  const isPlainRow = plainRows(index.block, index.limit);
  return (fact) => {
    const row = index.onlyRowOf(fact);
    if (row >= 0) return isPlainRow(row);
    const { observation, conflicts } = index.fact(fact);
    return conflicts.length === 0 && isPlain(observation);
  };
}

/** Which facts are results (实际) that no other row contradicts. */
export function certainFacts(index: FactIndex): (fact: number) => boolean {
  const { entries, codes } = index.block.columns.coded.status;
  const result = entries.indexOf('实际');
  return (fact) => {
    const row = index.onlyRowOf(fact);
    if (row >= 0) return codes[row] === result;
    const { observation, conflicts } = index.fact(fact);
    return conflicts.length === 0 && observation.status === '实际';
  };
}

/** Their periods, each once. */
export function factPeriods(index: FactIndex, facts: Facts): Period[] {
  const periods = new Set<Period>();
  for (let at = 0; at < facts.length; at += 1) periods.add(index.periodOf(facts[at]!));
  return [...periods];
}

/** `resultCutoff` of them. */
export function factCutoff(index: FactIndex, facts: Facts): string {
  const { entries, codes } = index.block.columns.coded.status;
  let latest = '';
  for (let at = 0; at < facts.length; at += 1) {
    const fact = facts[at]!;
    const { end } = index.periodOf(fact);
    if (end <= latest) continue;
    const row = index.onlyRowOf(fact);
    const status = row < 0 ? index.fact(fact).observation.status : entries[codes[row]!]!;
    if (status !== '预计') latest = end;
  }
  return latest;
}

/** Puts the sources of all that state them into a set. */
export function addFactSources(index: FactIndex, facts: Facts, known: Set<Source>): void {
  const { entries, codes } = index.block.columns.coded.source;
  const used = new Uint8Array(entries.length);
  for (let at = 0; at < facts.length; at += 1) for (const row of index.rowsOf(facts[at]!)) used[codes[row]!] = 1;
  used.forEach((is, code) => {
    if (is === 1) known.add(entries[code]!);
  });
}
