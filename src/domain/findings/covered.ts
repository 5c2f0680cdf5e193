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
  const { coded, value } = dataset.observationColumns();
  const { indicator, place, period, measure, status, part } = coded;
  const isForecast = status.entries.map((entry) => entry === '预计');
  const isValue = measure.entries.map((entry) => entry === '数值');
  const isWhole = part.entries.map((entry) => entry === '');
  const rowsAt = new Int32Array(place.entries.length);
  const indicatorsAt = new Int32Array(place.entries.length);
  const rowsOf = new Int32Array(indicator.entries.length);
  const seen = new Uint8Array(place.entries.length * indicator.entries.length);
  const hasResult = new Uint8Array(period.entries.length);
  const hasResultAt = new Uint8Array(place.entries.length * period.entries.length);
  for (let row = 0; row < value.length; row++) {
    const at = place.codes[row]!;
    const of = indicator.codes[row]!;
    const when = period.codes[row]!;
    rowsOf[of]! += 1;
    const isResult = !Number.isNaN(value[row]!) && !isForecast[status.codes[row]!];
    if (isResult) hasResult[when] = 1;
    if (!isWhole[part.codes[row]!]) continue;
    rowsAt[at]! += 1;
    if (Number.isNaN(value[row]!) || !isValue[measure.codes[row]!]) continue;
    if (isResult) hasResultAt[at * period.entries.length + when] = 1;
    const pair = at * indicator.entries.length + of;
    if (seen[pair] === 0) indicatorsAt[at]! += 1;
    seen[pair] = 1;
  }
  const latest = (has: Uint8Array) =>
    period.entries.reduce((day, { end }, i) => (has[i] === 1 && end > day ? end : day), '');
  return {
    places: new Map(
      place.entries.map(({ id }, at) => {
        const own = hasResultAt.subarray(at * period.entries.length, (at + 1) * period.entries.length);
        return [id, { indicators: indicatorsAt[at]!, observations: rowsAt[at]!, cutoff: latest(own) }];
      })
    ),
    themes: themesOf(dataset, rowsOf),
    earliest: period.entries.reduce(
      (day, { start }, i) => (hasResult[i] === 1 && (day === '' || start < day) ? start : day),
      ''
    ),
    cutoff: latest(hasResult)
  };
});

/** @param rows how many each indicator has, in the order of the table */
function themesOf({ indicators }: Dataset, rows: Int32Array): ThemeCover[] {
  const themes = new Map<string, ThemeCover>();
  indicators.forEach(({ theme }, i) => {
    const known = themes.get(theme) ?? { theme, indicators: 0, observations: 0 };
    const more = rows[i]! > 0 ? 1 : 0;
    themes.set(theme, { theme, indicators: known.indicators + more, observations: known.observations + rows[i]! });
  });
  return [...themes.values()].filter(({ observations }) => observations > 0);
}
