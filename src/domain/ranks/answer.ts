/** 名次表: the answer to "how does everyone stand, and better or worse than before": its types. `rankList` makes it. */
import type { Comparison, ComparisonRow } from '../compare/comparison';
import type { Source } from '../model/records';
import type { Period } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import type { RecentFigures } from '../trend/recent';
import type { Note } from '../wording/note';

export const RANK_ORDERS = ['value', 'official', 'change'] as const;

/** By value, in the order of places.csv, by change. */
export type RankOrder = (typeof RANK_ORDERS)[number];

export interface RankQuery {
  /** What figures are held against. */
  readonly against: ChangeAgainst;
  readonly order: RankOrder;
  /** The worse first; of places.csv the last. */
  readonly reversed: boolean;
}

/** A row of the comparison with what came before it. */
export interface RankRow extends RecentFigures {
  readonly row: ComparisonRow;
}

export interface RankList {
  readonly comparison: Comparison;
  readonly against: ChangeAgainst;
  /** What all changes are taken from; null where they are of different times, or there is none. */
  readonly before: Period | null;
  /** All that are drawn, in the order asked for; what doesn't compare last. */
  readonly rows: readonly RankRow[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  /** Of the earlier figures too. */
  readonly sources: readonly Source[];
}
