/**
 * Observations in columns: typed arrays and dictionaries instead of as many objects as there are rows.
 */
import { type CodedColumn, type CodedColumns, ColumnBuilder } from './codedColumn';
import {
  type Indicator,
  type Measure,
  MEASURES,
  type Observation,
  type Place,
  QUALIFIERS,
  type Source,
  type Status,
  STATUSES
} from './records';
import type { Period } from '../time/period';

/** What Dataset takes for one observation: ids resolved, text parsed. */
export type ObservationInput = Omit<Observation, 'index'>;

/** The columns of observations that repeat themselves and can be asked for. */
export interface ObservationFields {
  indicator: Indicator;
  place: Place;
  period: Period;
  measure: Measure;
  source: Source;
  status: Status;
  written: string;
  section: string;
  note: string;
}

export interface ObservationColumns {
  readonly coded: CodedColumns<ObservationFields>;
  readonly row: Int32Array;
  /** NaN stands for "no value"; it never leaves the domain's columns. */
  readonly value: Float64Array;
  readonly qualifier: Uint8Array;
  readonly line: Int32Array;
}

interface Dictionaries {
  readonly indicators: readonly Indicator[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
}

/** Columns from rows; throws for a record that isn't in its own table (a programming fault). */
export function toColumns(rows: readonly ObservationInput[], tables: Dictionaries): ObservationColumns {
  const n = rows.length;
  const period = new ColumnBuilder<Period>(n, (p) => p.text);
  const texts = {
    written: new ColumnBuilder<string>(n),
    section: new ColumnBuilder<string>(n),
    note: new ColumnBuilder<string>(n)
  };
  const codes = {
    indicator: new Int32Array(n),
    place: new Int32Array(n),
    source: new Int32Array(n),
    measure: new Uint8Array(n),
    status: new Uint8Array(n)
  };
  const row = new Int32Array(n);
  const value = new Float64Array(n);
  const qualifier = new Uint8Array(n);
  const line = new Int32Array(n);
  const indicatorAt = indexById(tables.indicators);
  const placeAt = indexById(tables.places);
  const sourceAt = indexById(tables.sources);
  rows.forEach((o, i) => {
    codes.indicator[i] = known(indicatorAt, o.indicator.id);
    codes.place[i] = known(placeAt, o.place.id);
    codes.source[i] = known(sourceAt, o.source.id);
    codes.measure[i] = MEASURES.indexOf(o.measure);
    codes.status[i] = STATUSES.indexOf(o.status);
    period.set(i, o.period);
    texts.written.set(i, o.written);
    texts.section.set(i, o.section);
    texts.note.set(i, o.note);
    row[i] = o.row;
    value[i] = o.value === null ? NaN : o.value;
    qualifier[i] = QUALIFIERS.indexOf(o.qualifier);
    line[i] = o.line;
  });
  return {
    coded: {
      indicator: { entries: tables.indicators, codes: codes.indicator },
      place: { entries: tables.places, codes: codes.place },
      source: { entries: tables.sources, codes: codes.source },
      measure: { entries: MEASURES, codes: codes.measure },
      status: { entries: STATUSES, codes: codes.status },
      period: period.column(),
      written: texts.written.column(),
      section: texts.section.column(),
      note: texts.note.column()
    },
    row,
    value,
    qualifier,
    line
  };
}

/** One row as an object. */
export function observationAt(columns: ObservationColumns, index: number): Observation {
  const { coded } = columns;
  const entry = <T>({ entries, codes }: CodedColumn<T>): T => entries[codes[index]!]!;
  const value = columns.value[index]!;
  return {
    index,
    row: columns.row[index]!,
    indicator: entry(coded.indicator),
    place: entry(coded.place),
    period: entry(coded.period),
    measure: entry(coded.measure),
    source: entry(coded.source),
    value: Number.isNaN(value) ? null : value,
    qualifier: QUALIFIERS[columns.qualifier[index]!]!,
    status: entry(coded.status),
    line: columns.line[index]!,
    written: entry(coded.written),
    section: entry(coded.section),
    note: entry(coded.note)
  };
}

function indexById(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map((item, i) => [item.id, i]));
}

function known(at: Map<string, number>, id: string): number {
  const i = at.get(id);
  if (i === undefined) throw new Error(`unknown id: ${id}`);
  return i;
}
