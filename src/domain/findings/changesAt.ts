/**
 * Points with a change against the year before, over all indicators and places. Of plain indicators they are read from the
 * columns; of others only the rows that the changes of the time are made of become observations.
 */
import { isEnough, isExact, reportableChange } from './reportableChange';
import { twoYearsBefore } from './newsworthy';
import type { Dataset } from '../model/dataset';
import { cutoffOf } from '../model/facts';
import { hasFlag } from '../model/flags';
import { type NumberRows, numberRows } from '../model/numberRows';
import type { ObservationBlock } from '../model/observationBlock';
import { observationAt, type ObservationColumns } from '../model/observationColumns';
import { type Indicator, isBound, type Place, QUALIFIERS } from '../model/records';
import type { Steps } from '../steps/steps';
import { contains, type Period, yearsBefore } from '../time/period';
import { pointsOf } from '../trend/points';
import type { TrendPoint } from '../trend/trend';
import { eachYearPair } from '../trend/yearPairs';
import { difference } from '../wording/difference';

export interface PointAt {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly period: Period;
  /** How large its reportable change is, percent or points; 0 for none. */
  readonly size: number;
  /** Whether the change as stated isn't the one between the two figures. */
  readonly differs: boolean;
  /** Made when it is asked for: most are only counted. */
  readonly point: TrendPoint;
}

/**
 * Every point with a change against the year before, of every indicator and place (with a focus of that place, an
 * organisation too), not older than two years before the latest: by indicator, then places as they come in the file.
 * @throws NotLoadedError
 */
export function* changesAt(dataset: Dataset, focus: string | undefined, within: Period | undefined): Steps<PointAt[]> {
  const out: PointAt[] = [];
  if (!focus) dataset.need(dataset.indicators.map(({ id }) => id));
  for (const found of focus ? ownChanges(dataset, focus, within) : allChanges(dataset, within)) {
    for (const one of found) out.push(one);
    yield out.length;
  }
  const since = twoYearsBefore(cutoffOf(out.map(({ period }) => period)));
  return out.filter(({ period }) => period.end >= since);
}

/** Whether a period ends in the time asked about; every one does where none is. */
export function isIn(within: Period | undefined, { end }: Period): boolean {
  return !within || contains(within, end);
}

/** The point of a period, as the dataset has it; throws for one that isn't there (a programming fault). */
export function pointIn(dataset: Dataset, indicator: Indicator, place: Place, { text }: Period): TrendPoint {
  const points = pointsOf(indicator, dataset.observationsIn(indicator.id, place.id));
  const found = points.find(({ derived, period }) => !derived && period.text === text);
  if (!found) throw new Error(`no point of ${indicator.id} at ${place.id} in ${text}`);
  return found;
}

function* ownChanges(dataset: Dataset, focus: string, within: Period | undefined): Generator<PointAt[], void> {
  const place = dataset.place(focus);
  if (!place) return;
  const blocks = dataset.blocksAt(focus).map((block) => ({ block, isWanted: wantedRows(block, within) }));
  for (const indicator of dataset.indicators)
    for (const { block, isWanted } of blocks) {
      const rows = Array.from(block.rowsIn(indicator.id, focus));
      if (rows.length > 0) yield pairChanges({ dataset, indicator, within, block, isWanted }, place, rows);
    }
}

function* allChanges(dataset: Dataset, within: Period | undefined): Generator<PointAt[], void> {
  for (const indicator of dataset.indicators) yield* indicatorChanges(dataset, indicator, within);
}

/** Those of one indicator at all places but organisations, a place or all at a time. */
export function* indicatorChanges(
  dataset: Dataset,
  indicator: Indicator,
  within: Period | undefined
): Generator<PointAt[], void> {
  const block = dataset.blockOf(indicator.id);
  const numbers = numberRows(dataset, indicator.id);
  if (!block || !numbers) return;
  const rows = rowsByPlace(block, indicator.id);
  if (numbers.isPlain) {
    yield plainChanges({ dataset, indicator, within }, numbers, [...rows.keys()]);
    return;
  }
  const asking = { dataset, indicator, within, block, isWanted: wantedRows(block, within) };
  for (const [at, own] of rows) yield pairChanges(asking, dataset.places[at]!, own);
}

interface Asked {
  readonly dataset: Dataset;
  readonly indicator: Indicator;
  readonly within: Period | undefined;
}

interface AskedOfRows extends Asked {
  /** Has all of its observations. */
  readonly block: ObservationBlock;
  /** Whether the changes of the time are made of a row, among others. */
  readonly isWanted: (row: number) => boolean;
}

/** By position of a place in the table, in the order in which the file first has them, organisations left out. */
function rowsByPlace(block: ObservationBlock, indicatorId: string): Map<number, number[]> {
  const { codes, entries } = block.columns.coded.place;
  const found = new Map<number, number[]>();
  for (const row of block.rowsOf(indicatorId)) {
    const at = codes[row]!;
    const own = found.get(at);
    if (own) own.push(row);
    else if (entries[at]!.level !== '机构') found.set(at, [row]);
  }
  return found;
}

function pairChanges(asked: AskedOfRows, place: Place, rows: readonly number[]): PointAt[] {
  const { dataset, indicator, within, block, isWanted } = asked;
  const observations = rows.filter(isWanted).map((row) => observationAt(block, row, dataset.smallBase));
  return pointsOf(indicator, observations).flatMap((point): PointAt[] => {
    const { period, derived } = point;
    // The time first: a change is worked out when it is asked for.
    if (derived || !isIn(within, period) || !(point.statedChange ?? point.computedChange)) return [];
    const size = Math.abs(reportableChange(indicator, point)?.value ?? 0);
    return [{ indicator, place, period, size, differs: point.differs && point.computedChange?.value != null, point }];
  });
}

/** Those of periods that end in the time, or are a year before one that does, and those of a 口径调整. */
function wantedRows({ columns }: ObservationBlock, within: Period | undefined): (row: number) => boolean {
  if (!within) return () => true;
  const { period, flags } = columns.coded;
  const inTime = period.entries.filter((one) => isIn(within, one));
  const texts = new Set([...inTime, ...inTime.flatMap((one) => yearsBefore(one))].map(({ text }) => text));
  const isWanted = period.entries.map(({ text }) => texts.has(text));
  // From a 口径调整 on figures aren't held against those before, whenever it was.
  const isBreak = flags.entries.map((entry) => hasFlag({ flags: entry }, '口径调整'));
  return (row) => isWanted[period.codes[row]!]! || isBreak[flags.codes[row]!]!;
}

/** @param places positions in their table, in the order wanted */
function plainChanges(
  { dataset, indicator, within }: Asked,
  numbers: NumberRows,
  places: readonly number[]
): PointAt[] {
  const { codes, entries } = numbers.columns.coded.period;
  const isAsked = entries.map((period) => isIn(within, period));
  const found = new Map(places.map((at) => [at, [] as PointAt[]]));
  eachYearPair(numbers, (at, now, then) => {
    if (isAsked[codes[now]!]) found.get(at)?.push(new PlainChange(dataset, indicator, numbers.columns, now, then));
    return false;
  });
  return [...found.values()].flatMap((own) => own.reverse());
}

/** A change between two rows of an indicator that has nothing but numbers. */
class PlainChange implements PointAt {
  readonly differs = false;

  constructor(
    private readonly dataset: Dataset,
    readonly indicator: Indicator,
    private readonly columns: ObservationColumns,
    private readonly now: number,
    private readonly then: number
  ) {}

  get place(): Place {
    const { entries, codes } = this.columns.coded.place;
    return entries[codes[this.now]!]!;
  }
  get period(): Period {
    const { entries, codes } = this.columns.coded.period;
    return entries[codes[this.now]!]!;
  }
  /** As `reportableChange` says of the point. */
  get size(): number {
    const { indicator, columns, now, then } = this;
    const { value, qualifier, coded } = columns;
    const status = coded.status.entries[coded.status.codes[now]!]!;
    if (!isExact({ status, qualifier: QUALIFIERS[qualifier[now]!]! }) || isBound(QUALIFIERS[qualifier[then]!]!))
      return 0;
    const change = difference(value[now]!, value[then]!, indicator).value;
    return change !== null && isEnough(indicator, value[now]!, change) ? Math.abs(change) : 0;
  }
  get point(): TrendPoint {
    return pointIn(this.dataset, this.indicator, this.place, this.period);
  }
}
