/** A 记分表 as scorecards.json states it: which indicators matter. */
export interface ScorecardDefinition {
  readonly id: string;
  readonly name: string;
  /** Ids, in the order of the columns. */
  readonly indicators: readonly string[];
  readonly note: string;
  /** Which one stands until the reader chooses another; at most one. */
  readonly default: boolean;
}

/** More columns aren't read at a glance, nor on one sheet. */
export const MOST_INDICATORS = 12;
