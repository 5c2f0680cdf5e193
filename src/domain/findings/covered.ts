/** What the numbers of a dataset cover, by place and theme, read from the columns: no observation is made for a count. */
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
  const rowsAt = new Int32Array(places.length);
  const cutoffAt = places.map(() => '');
  let earliest = '';
  let cutoff = '';
  for (const { columns, size } of dataset.blocks()) {
    const { place, period, status, measure, part } = columns.coded;
    const isForecast = status.entries.map((entry) => entry === '预计');
    const isValue = measure.entries.map((entry) => entry === '数值');
    const isWhole = part.entries.map((entry) => entry === '');
    for (let row = 0; row < size; row++) {
      const at = place.codes[row]!;
      const isOwn = isWhole[part.codes[row]!]!;
      if (isOwn) rowsAt[at]! += 1;
      if (Number.isNaN(columns.value[row]!) || isForecast[status.codes[row]!]) continue;
      const { start, end } = period.entries[period.codes[row]!]!;
      if (earliest === '' || start < earliest) earliest = start;
      if (end > cutoff) cutoff = end;
      if (isOwn && isValue[measure.codes[row]!] && end > cutoffAt[at]!) cutoffAt[at] = end;
    }
  }
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
