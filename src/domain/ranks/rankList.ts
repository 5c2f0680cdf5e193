/** 名次表: every place of a comparison with its rank, its change and its last figures. */
import type { RankList, RankQuery, RankRow } from './answer';
import { rankNotes, rankSubtitle, rankVerdict } from './wording';
import type { Comparison } from '../compare/comparison';
import { betterFirst } from '../compare/ranking';
import type { Dataset } from '../model/dataset';
import { sourcesOf } from '../model/facts';
import type { Period } from '../time/period';
import { knownPeriods } from '../trend/baseChange';
import { basePeriod } from '../trend/changeBase';
import { recentFigures, type RecentFigures } from '../trend/recent';

/** A figure per head was divided by one population; those before it weren't. */
const PER_HEAD: RecentFigures = { change: null, unchanged: '按人口折算的数不算变化', segments: [] };

/**
 * The rows of a comparison in the order asked for. Ranks are those of the comparison; each figure is held against its own
 * place's of the period before (`basePeriod`), as long as its own. Without a change last, whichever way; what doesn't
 * compare after that.
 * @param comparison with all its rows, by value
 */
export function rankList(dataset: Dataset, comparison: Comparison, query: RankQuery): RankList {
  const { indicator, perHead } = comparison;
  const known = knownPeriods(dataset, indicator.id);
  const rows = comparison.rows.map((row): RankRow => {
    const { place, observation } = row;
    if (perHead) return { row, ...PER_HEAD };
    const asked = basePeriod(observation.period, query.against, known);
    const recent = recentFigures(dataset, { indicator, place, period: observation.period }, asked);
    return { row, ...recent, unchanged: recent.change ? '' : recent.unchanged || asked.reason };
  });
  const told = { comparison, against: query.against, before: sharedBefore(rows), rows: inOrder(dataset, rows, query) };
  const earlier = rows.flatMap(({ change, segments }) => [
    ...(change?.before.witnesses ?? []),
    ...segments.flatMap((points) => points.flatMap(({ witnesses }) => [...witnesses]))
  ]);
  const before = new Set(sourcesOf(dataset, earlier));
  return {
    ...told,
    verdict: rankVerdict(told),
    subtitle: rankSubtitle(told),
    notes: rankNotes(told),
    sources: dataset.sources.filter((source) => before.has(source) || comparison.sources.includes(source))
  };
}

function sharedBefore(rows: readonly RankRow[]): Period | null {
  const periods = rows.flatMap(({ change }) => change?.before.period ?? []);
  return periods.every(({ text }) => text === periods[0]?.text) ? (periods[0] ?? null) : null;
}

function inOrder(dataset: Dataset, rows: readonly RankRow[], { order, reversed }: RankQuery): RankRow[] {
  const sign = reversed ? -1 : 1;
  const official = new Map(dataset.places.map((place, at) => [place.id, at]));
  const officialOf = ({ row }: RankRow) => official.get(row.place.id)!;
  const byOrder = (a: RankRow, b: RankRow): number => {
    const { better } = a.row.observation.indicator;
    if (order === 'official') return sign * (officialOf(a) - officialOf(b));
    if (order === 'value') return sign * betterFirst(a.row.printed, b.row.printed, better);
    if (!a.change || !b.change) return Number(!a.change) - Number(!b.change);
    return sign * betterFirst(a.change.value, b.change.value, better);
  };
  return [...rows].sort(
    (a, b) => Number(b.row.fits) - Number(a.row.fits) || byOrder(a, b) || officialOf(a) - officialOf(b)
  );
}
