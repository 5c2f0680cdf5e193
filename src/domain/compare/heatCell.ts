/** The cells of a heat table. Their texts are made where they are read: a screen shows a few of very many. */
import type { ComparisonRow, MissingPlace } from './comparison';
import type { HeatCell } from './heatAnswer';
import type { Held } from './heldAgainst';
import type { Observation, Place } from '../model/records';

const STANDINGS: Readonly<Record<Held['judgement'], number | null>> = { 更好: 1, 相同: 0.5, 更差: 0, 不评价: null };

/** The figure of a place, as the comparison of its row has it: a table has a hundred thousand of them, and shows a few. */
export class FigureCell implements HeatCell {
  constructor(
    private readonly row: ComparisonRow,
    private readonly standingOf: () => number | null
  ) {}

  get standing(): number | null {
    return this.standingOf();
  }

  get place(): Place {
    return this.row.place;
  }
  get observation(): Observation {
    return this.row.observation;
  }
  get value(): number {
    return this.row.value;
  }
  get reason(): string {
    return this.row.reason;
  }
  get fits(): boolean {
    return this.row.fits;
  }
  get rank(): number | null {
    return this.row.rank;
  }
  get witnesses(): readonly Observation[] {
    return this.row.witnesses;
  }
  get conflicts(): readonly Observation[] {
    return this.row.conflicts;
  }
  get text(): string {
    return this.row.text;
  }
}

/** The same as a plain object, to be changed in part. */
export function plainCell(cell: HeatCell): HeatCell {
  const { place, observation, value, text, figure, reason, standing, held, unheld, fits, rank } = cell;
  return {
    ...{
      place,
      observation,
      value,
      text,
      reason,
      standing,
      fits,
      witnesses: cell.witnesses,
      conflicts: cell.conflicts
    },
    ...(rank === undefined ? {} : { rank }),
    ...(figure === undefined ? {} : { figure }),
    ...(held ? { held } : {}),
    ...(unheld === undefined ? {} : { unheld })
  };
}

/** A figure beside what it is held against. */
export class HeldCell extends FigureCell {
  constructor(
    row: ComparisonRow,
    readonly held: Held
  ) {
    super(row, () => STANDINGS[held.judgement]);
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
    super(row, () => null);
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
