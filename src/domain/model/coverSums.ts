/** What the numbers of a dataset cover, by place and by month, summed up from the columns: no observation is made for it. */
import type { Period } from '../time/period';
import type { ObservationColumns, ObservationTables } from './observationColumns';

/** A number without 预计 is a result. Positions are those of the table of places. */
export interface CoverSums {
  /** By place, its rows that aren't of a sub-group. */
  readonly rowsAt: readonly number[];
  /** By place, the latest end day of its 数值 that aren't of a sub-group, ISO; empty if none. */
  readonly cutoffAt: readonly string[];
  /** First and last day that any result covers, ISO; empty if none. */
  readonly earliest: string;
  readonly cutoff: string;
  /** Months in which a result's period ends. */
  readonly months: readonly CoveredMonth[];
}

export interface CoveredMonth {
  /** `2024-05` */
  readonly month: string;
  /** How many results. */
  readonly figures: number;
  /** For each place 1 where it has one. */
  readonly places: Uint8Array;
}

/** Sums up blocks that come one after the other. */
export class CoverBuilder {
  private readonly rowsAt: number[];
  private readonly cutoffAt: string[];
  private earliest = '';
  private cutoff = '';
  private readonly months = new Map<string, { month: string; figures: number; places: Uint8Array }>();

  constructor({ places }: Pick<ObservationTables, 'places'>) {
    this.rowsAt = places.map(() => 0);
    this.cutoffAt = places.map(() => '');
  }

  /** One walk. @param columns their codes point into the places given before */
  add({ coded, value }: ObservationColumns): this {
    const { place, period, status, measure, part } = coded;
    const isForecast = status.entries.map((entry) => entry === '预计');
    const isValue = measure.entries.map((entry) => entry === '数值');
    const isWhole = part.entries.map((entry) => entry === '');
    const used = new Uint8Array(period.entries.length);
    // Found by the code of the period: a month is looked up once.
    const months: (ReturnType<CoverBuilder['monthOf']> | undefined)[] = period.entries.map(() => undefined);
    for (let row = 0; row < value.length; row += 1) {
      const at = place.codes[row]!;
      const isOwn = isWhole[part.codes[row]!]!;
      if (isOwn) this.rowsAt[at]! += 1;
      if (Number.isNaN(value[row]!) || isForecast[status.codes[row]!]) continue;
      const code = period.codes[row]!;
      const { end } = period.entries[code]!;
      used[code] = 1;
      const month = (months[code] ??= this.monthOf(end));
      month.figures += 1;
      month.places[at] = 1;
      if (isOwn && isValue[measure.codes[row]!] && end > this.cutoffAt[at]!) this.cutoffAt[at] = end;
    }
    period.entries.forEach((one, code) => used[code] && this.reach(one));
    return this;
  }

  build(): CoverSums {
    const { rowsAt, cutoffAt, earliest, cutoff, months } = this;
    return { rowsAt, cutoffAt, earliest, cutoff, months: [...months.values()] };
  }

  private monthOf(day: string): { month: string; figures: number; places: Uint8Array } {
    const month = day.slice(0, 7);
    let known = this.months.get(month);
    if (!known) this.months.set(month, (known = { month, figures: 0, places: new Uint8Array(this.rowsAt.length) }));
    return known;
  }

  private reach({ start, end }: Period): void {
    if (this.earliest === '' || start < this.earliest) this.earliest = start;
    if (end > this.cutoff) this.cutoff = end;
  }
}
