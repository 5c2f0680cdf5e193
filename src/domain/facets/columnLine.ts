/**
 * Lines read from the columns. Where a place has one number a period and nothing else, the numbers are all there is to
 * know of its line: of a nation's counties none has to be made a point to say who is best.
 */
import type { Extent, ToldChange } from './answer';
import type { Line, LineLook, ToldLine } from './line';
import { extentOfValues } from './pointLine';
import type { Dataset } from '../model/dataset';
import { hasFlag } from '../model/flags';
import { type NumberRows, numberRows, placeRuns } from '../model/numberRows';
import type { ObservationBlock } from '../model/observationBlock';
import { observationAt } from '../model/observationColumns';
import { plainRows } from '../model/plainRows';
import { type Indicator, isBound, type Place, QUALIFIERS, type Source } from '../model/records';
import type { Period } from '../time/period';
import { spanLabel } from '../time/periodLabel';
import { baseChange, knownPeriods } from '../trend/baseChange';
import { basePeriod } from '../trend/changeBase';
import { judged } from '../trend/changesWording';
import { pointsOf } from '../trend/points';
import { segmentsOf } from '../trend/segments';
import { seriesLabel, spanSeriesOf } from '../trend/series';
import { pointInScale, shownSeries } from '../trend/shownSeries';
import { hasSingleMonths } from '../trend/singleMonths';
import type { TrendPoint, TrendSeries } from '../trend/trend';
import { beginningOf } from '../trend/wording';
import { difference } from '../wording/difference';

export interface ColumnLines {
  /** Of each place its lines, one a length of period, that which begins first first. */
  readonly lines: ReadonlyMap<Place, readonly Line[]>;
  /** Whether single months of some place can be worked out from sums. */
  readonly hasSingleMonths: boolean;
}

/**
 * The lines of the places that the columns tell all about: each number is the only one of its period, no change is stated
 * and no 口径 changed.
 * @param isWanted of others there is none here
 */
export function columnLines(dataset: Dataset, indicator: Indicator, isWanted: (place: Place) => boolean): ColumnLines {
  const numbers = numberRows(dataset, indicator.id);
  const block = dataset.blockOf(indicator.id);
  const lines = new Map<Place, readonly Line[]>();
  if (!numbers || !block) return { lines, hasSingleMonths: false };
  const shapeOf = shapes(numbers, indicator);
  const from = new LineColumns(dataset, indicator, block);
  let hasMonths = false;
  for (const run of placeRuns(numbers)) {
    const place = block.columns.coded.place.entries[run.place]!;
    const rows = numbers.rows.subarray(run.from, run.to);
    if (!isWanted(place) || numbers.changed.has(place) || from.isBroken(rows)) continue;
    const shape = shapeOf(rows, place);
    if (!shape) continue;
    hasMonths = hasMonths || shape.hasSingleMonths;
    lines.set(
      place,
      shape.spans.map((span) => new ColumnLine(from, place, span, rows))
    );
  }
  return { lines, hasSingleMonths: hasMonths };
}

/** Where the lines of one length of period of places with the same periods begin, break and end. */
interface SpanShape {
  readonly span: string;
  readonly periods: readonly Period[];
  /** By figure its position among all of the place. */
  readonly at: readonly number[];
  readonly isGapped: boolean;
  /** Which figure the change of the last begins with; the last itself where there is none. */
  readonly beginning: number;
}

interface Shape {
  readonly spans: readonly SpanShape[];
  readonly hasSingleMonths: boolean;
}

/** Very many places have the same periods: undefined where one of them comes twice. */
function shapes({ columns }: NumberRows, indicator: Indicator): (rows: Int32Array, place: Place) => Shape | undefined {
  const { entries, codes } = columns.coded.period;
  const known = new Map<string, Shape | undefined>();
  let before: Int32Array = new Int32Array(0);
  let last: Shape | undefined;
  return (rows, place) => {
    // That of the place before, most often.
    if (rows.length === before.length && rows.every((row, at) => codes[row] === codes[before[at]!])) return last;
    before = rows;
    const own = [...rows].map((row) => codes[row]!);
    const key = own.join();
    if (!known.has(key)) {
      const periods = own.map((code) => entries[code]!);
      known.set(key, new Set(periods).size < periods.length ? undefined : shapeOf(periods, indicator, place));
    }
    return (last = known.get(key));
  };
}

function shapeOf(periods: readonly Period[], indicator: Indicator, place: Place): Shape {
  const points = periods.map((period, at) => ({ period, at, derived: false, witnesses: [] }));
  const bySpan = new Map<string, typeof points>();
  for (const point of points) {
    const span = spanLabel(point.period);
    const run = bySpan.get(span);
    if (run) run.push(point);
    else bySpan.set(span, [point]);
  }
  const spans = [...bySpan].map(([span, own]): SpanShape => {
    const segments = segmentsOf(own);
    return {
      span,
      periods: own.map(({ period }) => period),
      at: own.map(({ at }) => at),
      isGapped: segments.length > 1,
      beginning: own.indexOf(beginningOf(segments))
    };
  });
  return { spans, hasSingleMonths: hasSingleMonths([{ place, indicator, points }]) };
}

/** What lines of one indicator read. */
class LineColumns {
  private readonly isPlain: (row: number) => boolean;
  private readonly isBreak: readonly boolean[];
  readonly isForecast: readonly boolean[];

  constructor(
    readonly dataset: Dataset,
    readonly indicator: Indicator,
    readonly block: ObservationBlock
  ) {
    const { status, flags } = block.columns.coded;
    this.isPlain = plainRows(block, dataset.smallBase);
    this.isForecast = status.entries.map((entry) => entry === '预计');
    this.isBreak = flags.entries.map((text) => hasFlag({ flags: text }, '口径调整'));
  }

  isBroken(rows: Int32Array): boolean {
    const { codes } = this.block.columns.coded.flags;
    return rows.some((row) => this.isBreak[codes[row]!]!);
  }

  /** Whether nothing is to be said of a row but its value. */
  isSilent(row: number): boolean {
    const { lower } = this.block.columns;
    return this.isPlain(row) && (!lower || Number.isNaN(lower[row]!));
  }

  point(row: number): TrendPoint {
    const { dataset, indicator, block } = this;
    return pointsOf(indicator, [observationAt(block, row, dataset.smallBase)])[0]!;
  }
}

class ColumnLine implements Line {
  readonly indicator: Indicator;
  readonly values: Float64Array;
  private readonly rows: Int32Array;
  private made: TrendSeries | undefined;

  constructor(
    private readonly from: LineColumns,
    readonly place: Place,
    private readonly shape: SpanShape,
    all: Int32Array
  ) {
    const { value } = from.block.columns;
    this.indicator = from.indicator;
    this.rows = shape.at.length === all.length ? all : Int32Array.from(shape.at, (at) => all[at]!);
    this.values = new Float64Array(this.rows.length);
    for (let at = 0; at < this.rows.length; at += 1) this.values[at] = value[this.rows[at]!]!;
  }

  get span(): string {
    return this.shape.span;
  }
  get periods(): readonly Period[] {
    return this.shape.periods;
  }
  get isGapped(): boolean {
    return this.shape.isGapped;
  }
  get extent(): Extent {
    const { lower, upper } = this.from.block.columns;
    if (!lower || !upper) return extentOfValues(this.values);
    const ends = [...this.rows].filter((row) => !Number.isNaN(lower[row]!) && !Number.isNaN(upper[row]!));
    return extentOfValues([...this.values, ...ends.flatMap((row) => [lower[row]!, upper[row]!])]);
  }
  get cutoff(): string {
    const { codes } = this.from.block.columns.coded.status;
    for (let at = this.rows.length - 1; at >= 0; at -= 1)
      if (!this.from.isForecast[codes[this.rows[at]!]!]) return this.periods[at]!.end;
    return '';
  }
  get sources(): ReadonlySet<Source> {
    const { entries, codes } = this.from.block.columns.coded.source;
    const used = new Set<number>();
    for (const row of this.rows) used.add(codes[row]!);
    return new Set([...used].map((code) => entries[code]!));
  }

  readonly isExact = (at: number): boolean => !this.isBoundAt(at);

  readonly noted = (look: LineLook) => {
    const { place, indicator, span, from } = this;
    const marked = this.rows.filter((row) => !from.isSilent(row));
    if (marked.length === 0) return [];
    const label = seriesLabel(place, indicator, span, look.apart);
    return Array.from(marked, (row) => ({ label, point: pointInScale(from.point(row), look.scale, indicator) }));
  };

  readonly series = (look: LineLook): TrendSeries => {
    if (this.made) return this.made;
    const { from, indicator, place, span } = this;
    const own = spanSeriesOf(from.dataset, indicator, [place]).filter((s) => s.span === span);
    return (this.made = shownSeries(from.dataset, own, look)[0]!);
  };

  readonly told = (look: LineLook): ToldLine => {
    const { from, indicator, rows } = this;
    const text = () => pointInScale(from.point(rows[rows.length - 1]!), look.scale, indicator).text;
    return {
      get text() {
        return text();
      },
      change: look.against.base === 'year' ? this.changeOfYear() : this.changeAgainst(look)
    };
  };

  private changeOfYear(): ToldChange | null {
    const { indicator, values, periods } = this;
    const [first, last] = [this.shape.beginning, values.length - 1];
    if (first === last || this.isBoundAt(first) || this.isBoundAt(last)) return null;
    const change = difference(values[last]!, values[first]!, indicator);
    return toldChange(indicator, { period: periods[first]! }, { period: periods[last]! }, change);
  }

  private changeAgainst({ against }: LineLook): ToldChange | null {
    const { from, indicator, periods, rows } = this;
    const last = from.point(rows[rows.length - 1]!);
    const base = basePeriod(last.period, against, knownPeriods(from.dataset, indicator.id));
    const at = periods.findIndex(({ text }) => text === base.period?.text);
    const points = at < 0 || at === rows.length - 1 ? [last] : [from.point(rows[at]!), last];
    const change = baseChange(indicator, last, points, base);
    return change.before && toldChange(indicator, change.before, last, change);
  }

  private isBoundAt(at: number): boolean {
    return isBound(QUALIFIERS[this.from.block.columns.qualifier[this.rows[at]!]!]!);
  }
}

function toldChange(
  indicator: Indicator,
  first: ToldChange['first'],
  last: ToldChange['last'],
  change: { readonly value: number | null; readonly text: string }
): ToldChange | null {
  const { value } = change;
  if (value === null) return null;
  return {
    ...{ first, last, value, judgement: judged(indicator, value, '') },
    get text() {
      return change.text;
    }
  };
}
