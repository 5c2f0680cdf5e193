/** The cells of a heat table. Their texts are made where they are read: a screen shows a few of very many. */
import type { ComparisonRow, MissingPlace } from './comparison';
import type { HeatCell } from './heatAnswer';
import type { Held } from './heldAgainst';
import type { Observation, Place } from '../model/records';

const STANDINGS: Readonly<Record<Held['judgement'], number | null>> = { 更好: 1, 相同: 0.5, 更差: 0, 不评价: null };

/** The figure of a place; a class, because an object with getters of its own takes five times as long to make. */
export class FigureCell implements HeatCell {
  readonly place: Place;
  readonly observation: Observation;
  readonly value: number;
  readonly reason: string;
  readonly fits: boolean;
  readonly rank: number | null;
  readonly witnesses: readonly Observation[];
  readonly conflicts: readonly Observation[];

  constructor(
    private readonly row: ComparisonRow,
    readonly standing: number | null
  ) {
    this.place = row.place;
    this.observation = row.observation;
    this.value = row.value;
    this.reason = row.reason;
    this.fits = row.fits;
    this.rank = row.rank;
    this.witnesses = row.witnesses;
    this.conflicts = row.conflicts;
  }

  get text(): string {
    return this.row.text;
  }
}

/** A figure beside what it is held against. */
export class HeldCell extends FigureCell {
  constructor(
    row: ComparisonRow,
    readonly held: Held
  ) {
    super(row, STANDINGS[held.judgement]);
  }

  get figure(): string {
    return super.text;
  }

  override get text(): string {
    return `${super.text} ${this.held.short}`;
  }
}

/** A figure that there is nothing to hold against. */
export class UnheldCell extends FigureCell {
  constructor(
    row: ComparisonRow,
    readonly unheld: string
  ) {
    super(row, null);
  }
}

/** 无数据, with the reason why and the row that says so where a report does. */
export function emptyCell(place: Place, missing: MissingPlace | undefined): HeatCell {
  const { reason = '', evidence = null } = missing ?? {};
  return {
    place,
    observation: evidence,
    value: null,
    text: '无数据',
    reason,
    standing: null,
    fits: false,
    witnesses: evidence ? [evidence] : [],
    conflicts: []
  };
}
