import type { Better } from '../model/records';
import { rankColumns } from './ranking';

export interface Rank {
  readonly rank: number;
  readonly tied: boolean;
}

/** `rankColumns` value by value. */
export function competitionRanks(printed: readonly number[], better: Better): Rank[] {
  const { rank, tied } = rankColumns(Float64Array.from(printed), better);
  return printed.map((_, at) => ({ rank: rank[at]!, tied: tied[at] === 1 }));
}
