/**
 * The cells of 缺. There may be hundreds of thousands: what is only read of those in sight (words, figures) is made
 * when it is asked for.
 */
import type { Gap, MissingKind } from './missingReason';
import type { PlaceNumbers } from '../model/placeNumbers';
import type { Observation, Place } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { formatValue } from '../wording/format';

export type CoverageKind = '有' | MissingKind;

export interface CoverageCell {
  readonly place: Place;
  readonly kind: CoverageKind;
  /** How many periods have a number; 0 where there is none. */
  readonly periods: number;
  /** Short word for an empty cell: `缺字`, `口径不同`, `未写`; empty where there is a number. */
  readonly word: string;
  /** `2期，最近2020年：90%`, or the reason in full. */
  readonly text: string;
  /** The latest figure. */
  readonly latest: Observation | null;
  /** What the reports say: its figures, latest first, with all who say them; of a hole the row that has it. */
  readonly figures: readonly Observation[];
}

/** A cell with numbers. */
export class FilledCell implements CoverageCell {
  readonly kind = '有';
  readonly word = '';

  /** @param at position of the place in its table */
  constructor(
    readonly place: Place,
    private readonly numbers: PlaceNumbers,
    private readonly at: number
  ) {}

  get periods(): number {
    return this.numbers.periods[this.at]!;
  }

  get latest(): Observation {
    return this.numbers.latestAt(this.at);
  }

  get text(): string {
    const { value, qualifier, period } = this.numbers.latestAt(this.at);
    return `${this.periods}期，最近${periodLabel(period)}：${formatValue(value, this.numbers.indicator, qualifier)}`;
  }

  get figures(): readonly Observation[] {
    return this.numbers.factsAt(this.place).flatMap((f) => [...f.witnesses, ...f.conflicts]);
  }
}

/** A cell without a number. */
export class EmptyCell implements CoverageCell {
  readonly periods = 0;
  readonly latest = null;

  constructor(
    readonly place: Place,
    private readonly gap: Gap
  ) {}

  get kind(): MissingKind {
    return this.gap.kind;
  }

  get word(): string {
    return this.gap.word;
  }

  get text(): string {
    return this.gap.text;
  }

  get figures(): readonly Observation[] {
    return this.gap.evidence ? [this.gap.evidence] : [];
  }
}
