/**
 * Observations in columns: typed arrays and dictionaries instead of as many objects as there are rows.
 */
import { type DictionaryColumn, type CodedColumns, ColumnBuilder } from './codedColumn';
import {
  type Indicator,
  isShare,
  type Measure,
  MEASURES,
  type Observation,
  type Place,
  type Qualifier,
  QUALIFIERS,
  type Source,
  type Status,
  STATUSES
} from './records';
import type { Period } from '../time/period';
import { changedObservation } from './changedObservation';

/** The columns of observations that repeat themselves and can be asked for. */
export interface ObservationFields {
  indicator: Indicator;
  place: Place;
  period: Period;
  measure: Measure;
  source: Source;
  status: Status;
  part: string;
  flags: string;
  cell: string;
  written: string;
  section: string;
  note: string;
}

/** Columns of numbers that most datasets don't have: null where no row has one, else NaN for "no value". */
type OptionalNumbers = { readonly [K in (typeof OPTIONAL_NUMBERS)[number]]: Float64Array | null };
const OPTIONAL_NUMBERS = ['lower', 'upper', 'numerator', 'denominator'] as const;

export interface ObservationColumns extends OptionalNumbers {
  readonly coded: CodedColumns<ObservationFields>;
  readonly row: Int32Array;
  /** NaN stands for "no value"; it never leaves the domain's columns. */
  readonly value: Float64Array;
  readonly qualifier: Uint8Array;
  /** NaN where the figure stands in no line. */
  readonly line: Float64Array;
}

/** The tables that observations point at. */
export interface ObservationTables {
  readonly indicators: readonly Indicator[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
}

/** Positions, in their own tables, of what an observation points at. */
export interface ObservationCodes {
  readonly indicator: number;
  readonly place: number;
  readonly source: number;
}

/** What an observation holds itself. */
export type ObservationValues = Omit<Observation, 'index' | 'smallBase' | keyof ObservationCodes>;

/** Fills the columns row by row, without an object a row. */
export class ObservationColumnsBuilder {
  private size = 0;
  private readonly codes: Readonly<Record<keyof ObservationCodes, Int32Array>>;
  private readonly measure: Uint8Array;
  private readonly status: Uint8Array;
  private readonly qualifier: Uint8Array;
  private readonly row: Int32Array;
  private readonly value: Float64Array;
  private readonly line: Float64Array;
  private readonly period: ColumnBuilder<Period>;
  private readonly texts: Readonly<Record<(typeof TEXTS)[number], ColumnBuilder<string>>>;
  private readonly optional: Readonly<Record<(typeof OPTIONAL_NUMBERS)[number], SparseNumbers>>;

  /** @param most how many rows there may be */
  constructor(
    most: number,
    private readonly tables: ObservationTables
  ) {
    const ints = (): Int32Array => new Int32Array(most);
    const texts = (): ColumnBuilder<string> => new ColumnBuilder(most);
    const numbers = (): SparseNumbers => new SparseNumbers(most);
    this.codes = { indicator: ints(), place: ints(), source: ints() };
    this.measure = new Uint8Array(most);
    this.status = new Uint8Array(most);
    this.qualifier = new Uint8Array(most);
    this.row = ints();
    this.value = new Float64Array(most);
    this.line = new Float64Array(most);
    this.period = new ColumnBuilder(most, ({ text }) => text);
    this.texts = { part: texts(), flags: texts(), cell: texts(), written: texts(), section: texts(), note: texts() };
    this.optional = { lower: numbers(), upper: numbers(), numerator: numbers(), denominator: numbers() };
  }

  add(codes: ObservationCodes, values: ObservationValues): void {
    const i = this.size++;
    this.codes.indicator[i] = codes.indicator;
    this.codes.place[i] = codes.place;
    this.codes.source[i] = codes.source;
    this.measure[i] = MEASURES.indexOf(values.measure);
    this.status[i] = STATUSES.indexOf(values.status);
    this.qualifier[i] = QUALIFIERS.indexOf(values.qualifier);
    this.row[i] = values.row;
    this.value[i] = values.value ?? NaN;
    this.line[i] = values.line ?? NaN;
    this.period.set(i, values.period);
    for (const name of TEXTS) this.texts[name].set(i, values[name] ?? '');
    for (const name of OPTIONAL_NUMBERS) this.optional[name].set(i, values[name]);
  }

  /** The columns of the rows added; nothing may be added afterwards. */
  build(): ObservationColumns {
    const { size, codes, tables, texts, optional } = this;
    return {
      coded: {
        indicator: { entries: tables.indicators, codes: codes.indicator.subarray(0, size) },
        place: { entries: tables.places, codes: codes.place.subarray(0, size) },
        source: { entries: tables.sources, codes: codes.source.subarray(0, size) },
        measure: { entries: MEASURES, codes: this.measure.subarray(0, size) },
        status: { entries: STATUSES, codes: this.status.subarray(0, size) },
        period: this.period.column(size),
        part: texts.part.column(size),
        flags: texts.flags.column(size),
        cell: texts.cell.column(size),
        written: texts.written.column(size),
        section: texts.section.column(size),
        note: texts.note.column(size)
      },
      row: this.row.subarray(0, size),
      value: this.value.subarray(0, size),
      qualifier: this.qualifier.subarray(0, size),
      line: this.line.subarray(0, size),
      lower: optional.lower.column(size),
      upper: optional.upper.column(size),
      numerator: optional.numerator.column(size),
      denominator: optional.denominator.column(size)
    };
  }
}

const TEXTS = ['part', 'flags', 'cell', 'written', 'section', 'note'] as const;

/** A column that takes no room until a row has a number. */
class SparseNumbers {
  private values: Float64Array | null = null;

  constructor(private readonly most: number) {}

  set(row: number, value: number | null): void {
    if (value === null) return;
    this.values ??= new Float64Array(this.most).fill(NaN);
    this.values[row] = value;
  }

  column(size: number): Float64Array | null {
    return this.values && this.values.subarray(0, size);
  }
}

/**
 * One row as an object that reads from the columns what it is asked for: nearly every question wants a few of the
 * twenty-two, of very many rows. It isn't to be spread (`{ ...row }` would have nothing of it): `changedObservation` is.
 * @param row its position in the columns of the block
 * @param limit below which denominator a rate is marked
 */
export function observationAt(
  block: { readonly columns: ObservationColumns; indexOf(row: number): number },
  row: number,
  limit: number
): Observation {
  return new ObservationRow(block.columns, row, block.indexOf(row), limit);
}

class ObservationRow implements Observation {
  constructor(
    private readonly columns: ObservationColumns,
    private readonly at: number,
    readonly index: number,
    private readonly limit: number
  ) {}

  get row(): number {
    return this.columns.row[this.at]!;
  }
  get indicator(): Indicator {
    return entryAt(this.columns.coded.indicator, this.at);
  }
  get place(): Place {
    return entryAt(this.columns.coded.place, this.at);
  }
  get period(): Period {
    return entryAt(this.columns.coded.period, this.at);
  }
  get part(): string {
    return entryAt(this.columns.coded.part, this.at);
  }
  get measure(): Measure {
    return entryAt(this.columns.coded.measure, this.at);
  }
  get source(): Source {
    return entryAt(this.columns.coded.source, this.at);
  }
  get value(): number | null {
    return numberAt(this.columns.value, this.at);
  }
  get lower(): number | null {
    return numberAt(this.columns.lower, this.at);
  }
  get upper(): number | null {
    return numberAt(this.columns.upper, this.at);
  }
  get numerator(): number | null {
    return numberAt(this.columns.numerator, this.at);
  }
  get denominator(): number | null {
    return numberAt(this.columns.denominator, this.at);
  }
  get smallBase(): number | undefined {
    const { denominator } = this;
    const isSmall = isShare(this.indicator) && denominator !== null && denominator < this.limit;
    return isSmall ? this.limit : undefined;
  }
  get qualifier(): Qualifier {
    return QUALIFIERS[this.columns.qualifier[this.at]!]!;
  }
  get status(): Status {
    return entryAt(this.columns.coded.status, this.at);
  }
  get flags(): string {
    return entryAt(this.columns.coded.flags, this.at);
  }
  get line(): number | null {
    return numberAt(this.columns.line, this.at);
  }
  get cell(): string {
    return entryAt(this.columns.coded.cell, this.at);
  }
  get written(): string {
    return entryAt(this.columns.coded.written, this.at);
  }
  get section(): string {
    return entryAt(this.columns.coded.section, this.at);
  }
  get note(): string {
    return entryAt(this.columns.coded.note, this.at);
  }
  /** All of it, as a plain object. */
  toJSON(): Observation {
    return changedObservation(this, {});
  }
}

function entryAt<T>({ entries, codes }: DictionaryColumn<T>, index: number): T {
  return entries[codes[index]!]!;
}

function numberAt(values: Float64Array | null, index: number): number | null {
  const value = values ? values[index]! : NaN;
  return Number.isNaN(value) ? null : value;
}
