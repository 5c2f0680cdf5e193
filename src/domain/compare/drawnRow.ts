import type { ComparisonRow } from './comparison';
import type { Fact, NumericObservation } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import { formatInScale, formatScaled, type Scale } from '../wording/format';

/** The unit of the figures of one comparison and how finely they are printed. */
export interface Printing {
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
  readonly fits: boolean;
  /** Set by the comparison, which sees the other rows too. */
  gapToNext = '';

  /**
   * @param value that is compared: the figure, or what it is per head
   * @param printed the value as it is printed (`asPrinted`)
   * @param reason why it doesn't fit; empty when it does
   * @param rank null where it isn't ranked
   */
  constructor(
    { place, observation, witnesses, conflicts }: Fact,
    readonly value: number,
    readonly printed: number,
    readonly reason: string,
    readonly rank: number | null,
    readonly tied: boolean,
    readonly isFocus: boolean,
    private readonly printing: Printing
  ) {
    this.place = place;
    this.observation = observation;
    this.witnesses = witnesses;
    this.conflicts = conflicts;
    this.fits = reason === '';
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
