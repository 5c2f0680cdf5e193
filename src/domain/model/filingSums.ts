/** Which place has figures of which indicator in which month, and from which sources, summed up from the columns. */
import type { ObservationColumns, ObservationTables } from './observationColumns';
import type { Period } from '../time/period';

/** A number without 预计 is a figure; its month is that of the last day of its period. Positions are those of the tables. */
export interface FilingSums {
  /** `2024-05`, ascending. */
  readonly months: readonly string[];
  /** By indicator; undefined for one without figures. */
  readonly filed: readonly (Filings | undefined)[];
  /** By place, for each month the position in `sourceSets` of what its figures are from. */
  readonly sourcesAt: readonly Int32Array[];
  /** Positions of sources, ascending; the first set is empty. */
  readonly sourceSets: readonly (readonly number[])[];
}

export interface Filings {
  /** `monthWords` words a place, a bit a month: 1 where it has a figure, the first month in the lowest bit of the first. */
  readonly bits: Uint32Array;
  /** By place, usual months between two as far as the period of its first figure tells; 0 without figures. */
  readonly spans: Uint16Array;
}

/** How many words hold a bit a month. */
export function monthWords(months: number): number {
  return Math.ceil(months / 32);
}

/** Sums up blocks that come one after the other. */
export class FilingBuilder {
  private readonly months: readonly string[];
  private readonly words: number;
  private readonly filed: (Filings | undefined)[];
  private readonly sourcesAt: Int32Array[];
  private readonly sets = new SourceSets();

  /** @param periods all that the blocks have */
  constructor(
    private readonly tables: Pick<ObservationTables, 'indicators' | 'places'>,
    periods: readonly Period[]
  ) {
    this.months = [...new Set(periods.map(({ end }) => end.slice(0, 7)))].sort();
    this.words = monthWords(this.months.length);
    this.filed = tables.indicators.map(() => undefined);
    this.sourcesAt = tables.places.map(() => new Int32Array(this.months.length));
  }

  /** One walk. @param columns their codes point into the tables given before */
  add({ coded, value }: ObservationColumns): this {
    const { indicator, place, period, source, status } = coded;
    const isForecast = status.entries.map((entry) => entry === '预计');
    const at = new Map(this.months.map((month, i) => [month, i]));
    const monthOf = period.entries.map(({ end }) => at.get(end.slice(0, 7))!);
    const spanOf = period.entries.map(({ kind, months }) => (kind === '累计' || months === 0 ? 1 : months));
    for (let row = 0; row < value.length; row += 1) {
      if (Number.isNaN(value[row]!) || isForecast[status.codes[row]!]) continue;
      const [where, when] = [place.codes[row]!, period.codes[row]!];
      const month = monthOf[when]!;
      const { bits, spans } = (this.filed[indicator.codes[row]!] ??= this.none());
      bits[where * this.words + (month >> 5)]! |= 1 << (month & 31);
      if (spans[where] === 0) spans[where] = spanOf[when]!;
      const sources = this.sourcesAt[where]!;
      sources[month] = this.sets.with(sources[month]!, source.codes[row]!);
    }
    return this;
  }

  build(): FilingSums {
    const { months, filed, sourcesAt, sets } = this;
    return { months, filed, sourcesAt, sourceSets: sets.all };
  }

  private none(): Filings {
    const { length } = this.tables.places;
    return { bits: new Uint32Array(length * this.words), spans: new Uint16Array(length) };
  }
}

/** Sets of positions, each kept once. */
class SourceSets {
  readonly all: (readonly number[])[] = [[]];
  private readonly known = new Map<string, number>();
  /** By set, where it is with one more. */
  private readonly more: Map<number, number>[] = [new Map()];

  /** Position of the set with `source` in it. */
  with(set: number, source: number): number {
    let to = this.more[set]!.get(source);
    if (to === undefined) this.more[set]!.set(source, (to = this.find(set, source)));
    return to;
  }

  private find(set: number, source: number): number {
    const own = this.all[set]!;
    if (own.includes(source)) return set;
    const wider = [...own, source].sort((a, b) => a - b);
    const key = wider.join();
    let at = this.known.get(key);
    if (at === undefined) {
      this.known.set(key, (at = this.all.push(wider) - 1));
      this.more.push(new Map());
    }
    return at;
  }
}
