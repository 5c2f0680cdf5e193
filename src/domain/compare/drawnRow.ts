import type { ComparisonRow } from './comparison';
import type { Fact, NumericObservation } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import { asPrinted, formatInScale, formatScaled, type Scale } from '../wording/format';
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
  readonly printed: number;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly fits: boolean;
  /** Set by the comparison, which sees the other rows too. */
  gapToNext = '';
  private readonly printing: Printing;

  constructor(
    { place, observation, witnesses, conflicts }: Fact,
    readonly value: number,
    /** Why it doesn't fit; empty when it does. */
    readonly reason: string,
    rank: Rank | undefined,
    readonly isFocus: boolean,
    printing: Printing
  ) {
    this.place = place;
    this.observation = observation;
    this.witnesses = witnesses;
    this.conflicts = conflicts;
    this.printed = asPrinted(value, printing.scale, printing.shown);
    this.rank = rank?.rank ?? null;
    this.tied = rank?.tied ?? false;
    this.fits = reason === '';
    this.printing = printing;
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
