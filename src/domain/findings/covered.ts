/** What the numbers of a dataset cover, by place and theme. */
import { coverSums } from './coverSums';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';

export interface PlaceCover {
  /** How many indicators have a number here. */
  readonly indicators: number;
  /** Its rows, changes and ranks included, sub-groups not. */
  readonly observations: number;
  /** Latest end day of its results, ISO; empty if none. */
  readonly cutoff: string;
}

export interface ThemeCover {
  readonly theme: string;
  readonly indicators: number;
  /** Rows, those of sub-groups too. */
  readonly observations: number;
}

interface Covered {
  /** By place id, places without a row too. */
  readonly places: ReadonlyMap<string, PlaceCover>;
  /** In order of first appearance in indicators.csv; themes without a row not counted. */
  readonly themes: readonly ThemeCover[];
  /** First and last day that any result covers, ISO; empty if none. A forecast isn't a result. */
  readonly earliest: string;
  readonly cutoff: string;
}

export const coveredOf = memoByDataset((dataset): Covered => {
  const { places, summary } = dataset;
  const { rowsAt, cutoffAt, earliest, cutoff } = coverSums(dataset);
  return {
    places: new Map(
      places.map(({ id }, at) => {
        const indicators = summary.reports.reduce((sum, reports) => sum + reports[at]!, 0);
        return [id, { indicators, observations: rowsAt[at]!, cutoff: cutoffAt[at]! }];
      })
    ),
    themes: themesOf(dataset, summary.countOf),
    earliest,
    cutoff
  };
});

/** @param rows how many each indicator has, in the order of the table */
function themesOf({ indicators }: Dataset, rows: readonly number[]): ThemeCover[] {
  const themes = new Map<string, ThemeCover>();
  indicators.forEach(({ theme }, i) => {
    const known = themes.get(theme) ?? { theme, indicators: 0, observations: 0 };
    const more = rows[i]! > 0 ? 1 : 0;
    themes.set(theme, { theme, indicators: known.indicators + more, observations: known.observations + rows[i]! });
  });
  return [...themes.values()].filter(({ observations }) => observations > 0);
}
