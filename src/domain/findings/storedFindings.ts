/** Findings about the numbers of all places as they are stored with a pack, by time. */
import { auditInputs } from '../audit/inputs';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';
import type { Indicator, Observation } from '../model/records';
import type { Headline } from './headline';

export const STORED_KINDS = ['数不符', '变化', '好坏', '缺报'] as const;

export interface StoredFinding extends Omit<Headline, 'kind' | 'from' | 'address'> {
  readonly kind: (typeof STORED_KINDS)[number];
  readonly indicator: Indicator;
  /** Text of the period that a comparison is of; empty for a change. */
  readonly period: string;
  /** Null for a comparison of all places (好坏, 缺报), whose rows are those of its indicator. */
  readonly from: readonly Observation[] | null;
}

/** By text of the time, those that are told of each kind, in the order in which they are found; no time that can't be said. */
export type FindingsByTime = ReadonlyMap<string, readonly StoredFinding[]>;

/** Raise it with every change of what such a finding says or how it is stored: what was stored before is worked out anew then. */
export const FINDING_RULES = 2;

/** What they rest on beside the observations: stored ones hold only where it is the same. */
export const findingInputs = memoByDataset((dataset): string => {
  const { smallBase, internalThemes } = dataset;
  return JSON.stringify([FINDING_RULES, auditInputs(dataset), smallBase, [...internalThemes]]);
});

/** Those of a time; undefined where they are to be worked out. @throws NotLoadedError */
export function storedFindings(dataset: Dataset, time: string): readonly StoredFinding[] | undefined {
  const stored = dataset.answer('headlines');
  return stored?.inputs === findingInputs(dataset) ? (stored.byTime as FindingsByTime).get(time) : undefined;
}
