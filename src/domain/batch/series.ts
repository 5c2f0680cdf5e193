/**
 * The series over time that rows are part of. What is worked out of a series is worked out while it is looked at, so that
 * a million rows cost the room of their places and not that of what is said of them.
 */
import { sorted, type Steps, STEP_ROWS } from '../steps/steps';
import type { TableName } from '../model/tableName';
import type { TableRow } from './batch';
import {
  byPeriod,
  cellOf,
  type FigureTable,
  isFigureTable,
  type StatedFigure,
  statedFigure,
  recordIdOf
} from './statedFigure';

/** All rows of the tables as they are shown now. */
type ShownRows = ReadonlyMap<TableName, readonly TableRow[]>;

/** A row among those that are asked about; null for one that isn't to be looked at. */
export type RowAt = (at: number) => { readonly table: TableName; readonly row: TableRow } | null;

export interface Series {
  readonly table: FigureTable;
  /** The rows that are there already, as their table has them. */
  readonly there: readonly TableRow[];
  /** Places of those that are asked about, in order. */
  readonly own: Int32Array;
}

const NONE: readonly TableRow[] = [];

/** Series by number, in the order in which they are met. */
export class SeriesList {
  private readonly topics = new Map<string, number>();
  private readonly places = new Map<string, number>();
  private readonly numbers = new Map<number, number>();
  private readonly tables: FigureTable[] = [];
  private readonly there = new Map<number, TableRow[]>();
  /** Places by series, and where each series begins among them. */
  private own = new Int32Array(0);
  private starts = new Int32Array(0);

  get size(): number {
    return this.tables.length;
  }

  at(number: number): Series {
    return {
      table: this.tables[number]!,
      there: this.there.get(number) ?? NONE,
      own: this.own.subarray(this.starts[number], this.starts[number + 1])
    };
  }

  /** Its number; a new one is given where it is met for the first time. */
  meet(figure: StatedFigure): number {
    const topic = codeIn(this.topics, topicOf(figure));
    const key = pairOf(topic, codeIn(this.places, figure.place));
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.tables.length;
      this.numbers.set(key, number);
      this.tables.push(figure.table);
    }
    return number;
  }

  addThere(figure: StatedFigure): void {
    const number = this.find(figure);
    if (number === undefined) return;
    const rows = this.there.get(number);
    if (rows) rows.push(figure.row);
    else this.there.set(number, [figure.row]);
  }

  /** @param numbers the series of each row that is asked about; -1 for none */
  place(numbers: Int32Array): void {
    const starts = new Int32Array(this.size + 1);
    for (const number of numbers) if (number >= 0) starts[number + 1]! += 1;
    for (let i = 0; i < this.size; i++) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    this.own = new Int32Array(starts[this.size]!);
    for (let at = 0; at < numbers.length; at++) if (numbers[at]! >= 0) this.own[next[numbers[at]!]!++] = at;
    this.starts = starts;
  }

  /** The number of a figure's series; undefined where none of the rows is of it. */
  find(figure: StatedFigure): number | undefined {
    const topic = this.topics.get(topicOf(figure));
    const place = this.places.get(figure.place);
    return topic === undefined || place === undefined ? undefined : this.numbers.get(pairOf(topic, place));
  }
}

/** What the series of all places have in common. A plan and a result are two. */
function topicOf({ table, subject, part, measure, row }: StatedFigure): string {
  const plan = table === 'progress' && cellOf(row, 'status') === '计划' ? '计划' : '';
  return `${table}\u0001${subject}\u0001${part}\u0001${measure}\u0001${plan}`;
}

function codeIn(codes: Map<string, number>, text: string): number {
  let code = codes.get(text);
  if (code === undefined) codes.set(text, (code = codes.size));
  return code;
}

/** Two codes as one number: exact for as many as memory holds. */
function pairOf(topic: number, place: number): number {
  return topic * 0x4000000 + place;
}

/**
 * The series of `count` rows with what is there of each. Rows of other tables, and those whose period can't be read, are
 * of none.
 */
export function* seriesOf(shown: ShownRows, count: number, rowAt: RowAt): Steps<SeriesList> {
  const list = new SeriesList();
  const numbers = new Int32Array(count).fill(-1);
  const subjects = { observations: new Set<string>(), progress: new Set<string>() };
  for (let at = 0; at < count; at++) {
    if (at % STEP_ROWS === 0) yield at;
    const asked = rowAt(at);
    const figure = asked && isFigureTable(asked.table) ? statedFigure(asked.table, asked.row) : undefined;
    if (!figure) continue;
    numbers[at] = list.meet(figure);
    subjects[figure.table].add(figure.subject);
  }
  list.place(numbers);
  // A month's workbook costs what its own indicators have and not what the dataset holds.
  for (const table of ['observations', 'progress'] as const) {
    const wanted = subjects[table];
    if (wanted.size === 0) continue;
    for (const [at, row] of (shown.get(table) ?? []).entries()) {
      if (at % STEP_ROWS === 0) yield at;
      const figure = wanted.has(recordIdOf(table, row)) ? statedFigure(table, row) : undefined;
      if (figure) list.addThere(figure);
    }
  }
  return list;
}

/** The figures of rows that are there, the earliest first, equal ones as they stand. */
export function* figuresThere({ table, there }: Series): Steps<StatedFigure[]> {
  if (there.length === 0) return [];
  const figures: StatedFigure[] = [];
  for (const [at, row] of there.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    figures.push(statedFigure(table, row)!);
  }
  return yield* sorted(figures, byPeriod);
}
