import type { Valued } from './candidates';
import type { ComparisonRow } from './comparison';
import type { NumericObservation } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import { formatInScale, formatScaled, type Scale } from '../wording/format';
import type { Rank } from './ranking';

/** The unit of the figures of one comparison and how finely they are printed. */
interface Printing {
  readonly shown: Indicator;
  readonly scale: Scale;
}

/**
 * A row of a comparison, whose texts are made when they are read: a table of many indicators shows a few of its cells. A
 * class, because an object with getters of its own takes five times as long to make.
 */
export class DrawnRow implements ComparisonRow {
  readonly place: Place;
  readonly observation: NumericObservation;
  readonly witnesses: readonly NumericObservation[];
  readonly conflicts: readonly NumericObservation[];
  rank: number | null = null;
  tied = false;
  readonly value: number;
  readonly fits: boolean;
  /** Why it doesn't fit; empty when it does. */
  readonly reason: string;
  /** Set by the comparison, which sees the other rows too. */
  gapToNext = '';
  private readonly printing: Printing;

  /** @param printed the value as it is printed (`asPrinted`) */
  constructor(
    { fact, value, reason }: Valued,
    readonly printed: number,
    readonly isFocus: boolean,
    printing: Printing
  ) {
    this.place = fact.place;
    this.observation = fact.observation;
    this.witnesses = fact.witnesses;
    this.conflicts = fact.conflicts;
    this.value = value;
    this.reason = reason;
    this.fits = reason === '';
    this.printing = printing;
  }

  /** Among the rows of its comparison; one that isn't ranked gets none. */
  setRank({ rank, tied }: Rank): void {
    this.rank = rank;
    this.tied = tied;
  }

  get text(): string {
    const { scale, shown } = this.printing;
    return `${formatInScale(this.value, scale, shown, this.observation.qualifier)}${smallBaseMark(this.observation)}`;
  }

  get bare(): string {
    const { scale, shown } = this.printing;
    return `${formatScaled(this.value, scale, shown, this.observation.qualifier)}${smallBaseMark(this.observation)}`;
  }
}
