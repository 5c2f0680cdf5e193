/**
 * The dataset as the rest of the house sees it.
 *
 * Small tables are plain records. Observations, the one table that grows, sit in
 * columns (typed arrays and dictionaries); `Observation` objects are made only for
 * the rows that a question touches.
 */
import { DEFAULT_RULE, type LightRule } from '../lights/rule';
import type { Annotation } from './annotation';
import type { Boundaries } from './boundaries';
import { type DictionaryColumn, fileOrder } from './codedColumn';
import { observationAt, type ObservationColumns } from './observationColumns';
import {
  type Indicator,
  type Measure,
  MEASURES,
  type Observation,
  type Place,
  type Programme,
  type ProgressRow,
  type Source
} from './records';
import type { ReadyDeck } from './readyDeck';
import type { Relation } from './relation';
import type { ScorecardDefinition } from './scorecardDefinition';
import { DEFAULT_SMALL_BASE } from './smallBase';
import { DEFAULT_SMALL_NUMBERS, type SmallNumberRule } from './smallNumberRule';

export interface DatasetTables {
  readonly title: string;
  /** Of the data shown, batches included. */
  readonly version: string;
  /** How many batches lie on top of the package; absent for none. */
  readonly batches?: number;
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  readonly indicators: readonly Indicator[];
  readonly programmes: readonly Programme[];
  /** Their codes point into `indicators`, `places` and `sources`. */
  readonly observations: ObservationColumns;
  readonly progress: readonly ProgressRow[];
  /** Absent where the dataset came without the table. */
  readonly relations?: readonly Relation[] | null;
  /** What people wrote on figures; absent: nothing. */
  readonly annotations?: readonly Annotation[];
  /** Rules of the lights to choose among, one of them the default; absent: the built-in rule alone. */
  readonly lightRules?: readonly LightRule[];
  /** Id of the indicator that holds the population; absent: `population`. */
  readonly populationIndicator?: string;
  /** Themes of what a bureau does for itself, told after its work for people; absent: none. */
  readonly internalThemes?: readonly string[];
  /** Decks that come with it. */
  readonly readyDecks?: readonly ReadyDeck[];
  /** Tables of the indicators that matter, as stated; absent: none. */
  readonly scorecards?: readonly ScorecardDefinition[];
  /** Outlines of places; absent or null: none. */
  readonly boundaries?: Boundaries | null;
  /** Whether all of it is invented; absent: it isn't. */
  readonly fictional?: boolean;
  /** Which counts of people are too small to be published; absent: below 5. */
  readonly smallNumbers?: SmallNumberRule;
  /** Below which denominator a rate is marked as of a small base; absent: 50; 0 for never. */
  readonly smallBase?: number;
}

/** A loaded dataset. Views reach rows by questions (`observationsOf`, `observationsAt`), never by the columns. */
export class Dataset {
  readonly title: string;
  /** Of the data shown, batches included. */
  readonly version: string;
  /** How many batches lie on top of the package. */
  readonly batches: number;
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  readonly indicators: readonly Indicator[];
  readonly programmes: readonly Programme[];
  readonly progress: readonly ProgressRow[];
  /** How figures hang together; null where the dataset came without the table. */
  readonly relations: readonly Relation[] | null;
  /** What people wrote on figures, in the order of the table. */
  readonly annotations: readonly Annotation[];
  /** Rules of the lights to choose among; never empty. */
  readonly lightRules: readonly LightRule[];
  /** Decks that come with it, each slide as stated; `domain/deck/readyDecks` leaves out what it can't show. */
  readonly readyDecks: readonly ReadyDeck[];
  /** Tables of the indicators that matter, as stated; `scorecard/definitions` has those that can be shown. */
  readonly scorecards: readonly ScorecardDefinition[];
  /** Outlines of places that lie beside the page; null for none. */
  readonly boundaries: Boundaries | null;
  /** Which counts of people are too small to be published. */
  readonly smallNumbers: SmallNumberRule;
  /** Below which denominator a rate is marked as of a small base. */
  readonly smallBase: number;
  /** The rule in force until the reader chooses another. */
  readonly defaultRule: LightRule;
  /** Id of the indicator that holds the population; the dataset need not have it. */
  readonly populationIndicator: string;
  /** Themes of what a bureau does for itself, told after its work for people. */
  readonly internalThemes: ReadonlySet<string>;
  /** Whether all of it is invented, so that everything made of it has to say so (`fictional`). */
  readonly fictional: boolean;
  /** How many observations there are, sub-groups included. */
  readonly size: number;
  /** Whether any observation is of a sub-group, has an end of a confidence interval, a numerator or a denominator. */
  readonly hasParts: boolean;
  readonly hasIntervals: boolean;
  readonly hasFractions: boolean;
  /** Whether any observation stands in a cell of a table. */
  readonly hasCells: boolean;

  private readonly columns: ObservationColumns;
  private readonly placeById: ReadonlyMap<string, Place>;
  private readonly indicatorById: ReadonlyMap<string, Indicator>;
  private readonly byIndicator: ReadonlyMap<string, Int32Array>;
  private readonly byPlace: ReadonlyMap<string, Int32Array>;
  /** By indicator and place; each indicator is worked out when first asked for. */
  private readonly byPair = new Map<string, ReadonlyMap<string, Int32Array>>();
  /** Rows of sub-groups: no other question but theirs and `allObservations` meets them. */
  private readonly partRows: Int32Array;
  private readonly countByPlace: ReadonlyMap<string, number>;
  /** Worked out when first asked for. */
  private sourcesByPlace: Map<string, Int32Array> | undefined;

  constructor(tables: DatasetTables) {
    this.title = tables.title;
    this.version = tables.version;
    this.batches = tables.batches ?? 0;
    this.sources = tables.sources;
    this.places = tables.places;
    this.indicators = tables.indicators;
    this.programmes = tables.programmes;
    this.progress = tables.progress;
    this.lightRules = tables.lightRules && tables.lightRules.length > 0 ? tables.lightRules : [DEFAULT_RULE];
    this.defaultRule = this.lightRules.find((rule) => rule.default) ?? this.lightRules[0]!;
    this.relations = tables.relations ?? null;
    this.annotations = tables.annotations ?? [];
    this.populationIndicator = tables.populationIndicator ?? 'population';
    this.internalThemes = new Set(tables.internalThemes);
    this.readyDecks = tables.readyDecks ?? [];
    this.scorecards = tables.scorecards ?? [];
    this.boundaries = tables.boundaries ?? null;
    this.fictional = tables.fictional ?? false;
    this.smallNumbers = tables.smallNumbers ?? DEFAULT_SMALL_NUMBERS;
    this.smallBase = tables.smallBase ?? DEFAULT_SMALL_BASE;
    this.columns = tables.observations;
    this.size = this.columns.row.length;
    this.placeById = new Map(tables.places.map((p) => [p.id, p]));
    this.indicatorById = new Map(tables.indicators.map((i) => [i.id, i]));
    const { indicator, place, part } = this.columns.coded;
    const isWhole = part.entries.map((entry) => entry === '');
    const all = fileOrder(this.size);
    const whole = isWhole.includes(false) ? all.filter((i) => isWhole[part.codes[i]!]) : all;
    this.partRows = whole === all ? new Int32Array(0) : all.filter((i) => !isWhole[part.codes[i]!]);
    this.hasParts = this.partRows.length > 0;
    this.hasIntervals = Boolean(this.columns.lower || this.columns.upper);
    this.hasCells = this.columns.coded.cell.entries.some((cell) => cell !== '');
    this.hasFractions = Boolean(this.columns.numerator || this.columns.denominator);
    this.byIndicator = groupRows(indicator, whole);
    this.byPlace = groupRows(place, whole);
    const counts = countCodes(place, all);
    this.countByPlace = new Map(tables.places.map(({ id }, i) => [id, counts[i]!]));
  }

  place(id: string): Place | undefined {
    return this.placeById.get(id);
  }

  indicator(id: string): Indicator | undefined {
    return this.indicatorById.get(id);
  }

  /** The observation at `index`; throws for an index out of range (a programming fault). */
  observation(index: number): Observation {
    if (!(index >= 0 && index < this.size)) throw new Error(`observation index out of range: ${index}`);
    return observationAt(this.columns, index, this.smallBase);
  }

  /** All observations of an indicator in file order, none of a sub-group; only those of `measure` where given. Unknown id: empty. */
  observationsOf(indicatorId: string, measure?: Measure): Observation[] {
    return this.pick(this.rowsOf(indicatorId), measure);
  }

  /** All observations of a place in file order, none of a sub-group; only those of `measure` where given. Unknown id: empty. */
  observationsAt(placeId: string, measure?: Measure): Observation[] {
    return this.pick(this.byPlace.get(placeId), measure);
  }

  /** Those of an indicator at a place, in file order, none of a sub-group: costs what they are, not what the indicator has. */
  observationsIn(indicatorId: string, placeId: string, measure?: Measure): Observation[] {
    let places = this.byPair.get(indicatorId);
    if (!places) this.byPair.set(indicatorId, (places = this.byPlaceOf(indicatorId)));
    return this.pick(places.get(placeId), measure);
  }

  private byPlaceOf(indicatorId: string): ReadonlyMap<string, Int32Array> {
    return groupRows(this.columns.coded.place, this.rowsOf(indicatorId), true);
  }

  /** Positions of what `observationsOf` gives, for counts that read the columns. */
  rowsOf(indicatorId: string): Int32Array {
    return this.byIndicator.get(indicatorId) ?? new Int32Array(0);
  }

  /** The observations of an indicator that are of a sub-group, in file order. Unknown id: empty. */
  partsOf(indicatorId: string): Observation[] {
    const { codes, entries } = this.columns.coded.indicator;
    const rows = this.partRows.filter((i) => entries[codes[i]!]!.id === indicatorId);
    return Array.from(rows, (i) => this.observation(i));
  }

  /** How many observations a place has, sub-groups included; cheaper than asking for them. */
  countAt(placeId: string): number {
    return this.countByPlace.get(placeId) ?? 0;
  }

  /** Every observation, those of sub-groups too; for lists and audits, not for charts. */
  allObservations(): Observation[] {
    return Array.from({ length: this.size }, (_, i) => this.observation(i));
  }

  /** The sources that speak of a place, in the order of their table. Unknown id: none. */
  sourcesAt(placeId: string): Source[] {
    this.sourcesByPlace ??= this.readSourcesByPlace();
    const used = this.sourcesByPlace.get(placeId);
    return used ? Array.from(used, (at) => this.sources[at]!) : [];
  }

  /** Positions of the sources of each place, in order: what a place has costs nothing for what others have. */
  private readSourcesByPlace(): Map<string, Int32Array> {
    const sets = this.places.map(() => new Set<number>());
    const { source, place } = this.columns.coded;
    // Rows of one place come most often from one report.
    const last = new Int32Array(sets.length).fill(-1);
    for (let i = 0; i < this.size; i += 1) {
      const [at, from] = [place.codes[i]!, source.codes[i]!];
      if (last[at] !== from) sets[at]!.add((last[at] = from));
    }
    const placeAt = new Map(this.places.map(({ id }, at) => [id, at]));
    const sourceAt = new Map(this.sources.map((item, at) => [item, at]));
    for (const row of this.progress) sets[placeAt.get(row.place.id)!]!.add(sourceAt.get(row.source)!);
    return new Map(this.places.map(({ id }, at) => [id, Int32Array.from(sets[at]!).sort()]));
  }

  /** The columns themselves: for the domain's lists (`dataRows`), which ask them; views ask those. */
  observationColumns(): ObservationColumns {
    return this.columns;
  }

  private pick(rows: Int32Array | undefined, measure: Measure | undefined): Observation[] {
    const out: Observation[] = [];
    if (!rows) return out;
    const wanted = measure === undefined ? -1 : MEASURES.indexOf(measure);
    for (const i of rows)
      if (wanted < 0 || this.columns.coded.measure.codes[i] === wanted) out.push(this.observation(i));
    return out;
  }
}

type IdColumn = DictionaryColumn<{ readonly id: string }>;

function countCodes({ entries, codes }: IdColumn, rows: Int32Array): Int32Array {
  const counts = new Int32Array(entries.length);
  for (let i = 0; i < rows.length; i += 1) counts[codes[rows[i]!]!]! += 1;
  return counts;
}

/**
 * Rows by the id their key column points at, in file order (a counting sort).
 * @param used leaves out ids without a row
 */
function groupRows(column: IdColumn, rows: Int32Array, used = false): Map<string, Int32Array> {
  const { entries, codes } = column;
  const counts = countCodes(column, rows);
  const groups: (Int32Array | undefined)[] = entries.map((_, i) =>
    used && counts[i] === 0 ? undefined : new Int32Array(counts[i]!)
  );
  const filled = new Int32Array(entries.length);
  for (let i = 0; i < rows.length; i += 1) {
    const code = codes[rows[i]!]!;
    groups[code]![filled[code]!++] = rows[i]!;
  }
  return new Map(entries.flatMap((item, i) => (groups[i] ? [[item.id, groups[i]] as const] : [])));
}
