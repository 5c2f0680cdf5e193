/** Why a place stands higher or lower than before: by what it did itself, or by what the others did. */
import { competitionRanks } from '../compare/competitionRanks';
import type { Better } from '../model/records';

export interface RankChange {
  readonly before: number;
  readonly now: number;
  /** Places gained, `before − now`; below zero for places lost. */
  readonly gained: number;
  /** Of those, gained by the place's own change while the others stand as before. */
  readonly own: number;
  /** Of those, gained or lost because the others changed. `own + others = gained`. */
  readonly others: number;
}

/**
 * Rank changes of places with a figure both times, in their order. Let r₀ be the rank of a place among all old figures, r₁
 * among all new ones, and r* the rank of its new figure among the old figures of the others. Then
 *
 *   gained = r₀ − r₁,   own = r₀ − r*,   others = r* − r₁.
 *
 * It goes one way only (first the place, then the others), so that it reads as a sentence: had the others stood still, it
 * would be r*th. Ties share a rank (1, 1, 3), as in the ranking itself.
 * @param old figures as they are printed @param fresh the same places, in the same order
 */
export function rankChanges(old: readonly number[], fresh: readonly number[], better: Better): RankChange[] {
  const before = competitionRanks(old, better);
  const now = competitionRanks(fresh, better);
  return old.map((_, at) => {
    const alone = old.map((value, i) => (i === at ? fresh[at]! : value));
    const moved = competitionRanks(alone, better)[at]!.rank;
    const [first, last] = [before[at]!.rank, now[at]!.rank];
    return { before: first, now: last, gained: first - last, own: first - moved, others: moved - last };
  });
}

/** `第5→第3，升2位：自己升3位，别人使它降1位`; `第3，没有变`. */
export function rankChangeText({ before, now, gained, own, others }: RankChange): string {
  const places = (n: number) => `${n > 0 ? '升' : '降'}${Math.abs(n)}位`;
  const cause = [own === 0 ? '' : `自己的变化${places(own)}`, others === 0 ? '' : `别处的变化使它${places(others)}`]
    .filter(Boolean)
    .join('，');
  if (gained === 0) return cause === '' ? `第${now}，名次没变` : `第${now}，名次没变：${cause}`;
  return `第${before}→第${now}，${places(gained)}：${cause}`;
}
