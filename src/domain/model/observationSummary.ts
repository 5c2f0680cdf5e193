/**
 * What is known of the observations of a dataset without meeting one: counts, and the words that they share. A pack says
 * it in its directory; of a table it is worked out when first asked for.
 */
import type { Period } from '../time/period';
import type { ObservationColumns, ObservationTables } from './observationColumns';

/** Plain values only: it crosses from worker to page. Positions are those of the tables. */
export interface ObservationSummary {
  /** Different periods; their order means nothing. */
  readonly periods: readonly Period[];
  /** Whether any is of a sub-group, has an end of a confidence interval, a numerator or denominator, stands in a cell. */
  readonly hasParts: boolean;
  readonly hasIntervals: boolean;
  readonly hasFractions: boolean;
  readonly hasCells: boolean;
  /** By indicator and by place: how many there are, those of sub-groups too. */
  readonly countOf: readonly number[];
  readonly countAt: readonly number[];
  /** By indicator, for each place 1 where it has a 数值 with a value that isn't of a sub-group. */
  readonly reports: readonly Uint8Array[];
  /** By place, the sources that its observations are of, ascending. */
  readonly sourcesAt: readonly (readonly number[])[];
}

/** Sums up blocks that come one after the other. */
export class SummaryBuilder {
  private readonly periods = new Map<string, Period>();
  private readonly has = { hasParts: false, hasIntervals: false, hasFractions: false, hasCells: false };
  private readonly countOf: number[];
  private readonly countAt: number[];
  private readonly reports: Uint8Array[];
  private readonly sourcesAt: Set<number>[];

  constructor({ indicators, places }: ObservationTables) {
    this.countOf = indicators.map(() => 0);
    this.countAt = places.map(() => 0);
    this.reports = indicators.map(() => new Uint8Array(places.length));
    this.sourcesAt = places.map(() => new Set());
  }

  /** One walk. @param columns their codes point into the tables given before */
  add(columns: ObservationColumns): this {
    const { coded, value } = columns;
    const { indicator, place, source, measure, part } = coded;
    const isNumber = measure.entries.map((entry) => entry === '数值');
    const isWhole = part.entries.map((entry) => entry === '');
    const last = new Int32Array(this.countAt.length).fill(-1);
    for (let row = 0; row < value.length; row += 1) {
      const [of, at, from] = [indicator.codes[row]!, place.codes[row]!, source.codes[row]!];
      this.countOf[of]! += 1;
      this.countAt[at]! += 1;
      // Rows of one place come most often from one report.
      if (last[at] !== from) this.sourcesAt[at]!.add((last[at] = from));
      if (isNumber[measure.codes[row]!] && isWhole[part.codes[row]!] && !Number.isNaN(value[row]))
        this.reports[of]![at] = 1;
    }
    for (const period of coded.period.entries) this.periods.set(period.text, period);
    if (isWhole.includes(false)) this.has.hasParts = true;
    if (columns.lower || columns.upper) this.has.hasIntervals = true;
    if (columns.numerator || columns.denominator) this.has.hasFractions = true;
    if (coded.cell.entries.some((cell) => cell !== '')) this.has.hasCells = true;
    return this;
  }

  build(): ObservationSummary {
    const { countOf, countAt, reports } = this;
    return {
      ...this.has,
      periods: [...this.periods.values()],
      ...{ countOf, countAt, reports },
      sourcesAt: this.sourcesAt.map((set) => [...set].sort((a, b) => a - b))
    };
  }
}
