/**
 * The dataset as the rest of the house sees it.
 *
 * Small tables are plain records. Observations, the one table that grows, sit in blocks of columns (typed arrays and
 * dictionaries); `Observation` objects are made only for the rows that a question touches. A block may not be in the page
 * yet: whatever asks for it throws `NotLoadedError`, so that no answer is ever made of half of the numbers.
 */
import { DEFAULT_RULE, type LightRule } from '../lights/rule';
import type { Annotation } from './annotation';
import { BlockList } from './blockList';
import type { Boundaries } from './boundaries';
import { fileOrder } from './codedColumn';
import type { DatasetTables, PackedObservations } from './datasetParts';
import { NotLoadedError } from './notLoaded';
import type { ObservationBlock } from './observationBlock';
import { observationAt, type ObservationColumns } from './observationColumns';
import { positionsById } from './positionsById';
import { type ObservationSummary, SummaryBuilder } from './observationSummary';
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
import { type AnswerName, type Answers, StoredAnswers } from './storedAnswers';
import { DEFAULT_SMALL_BASE } from './smallBase';
import { DEFAULT_SMALL_NUMBERS, type SmallNumberRule } from './smallNumberRule';

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
  /** Observations that are loaded block by block, as they were given; undefined where all were there from the start. */
  readonly packed: PackedObservations | undefined;
  /** Checks that an audit may come to; fewer only where a pack is made of it. */
  readonly mostChecks: number = Infinity;
  /** What was worked out when the pack was made. */
  readonly answers: StoredAnswers;

  private readonly placeById: ReadonlyMap<string, Place>;
  private readonly indicatorById: ReadonlyMap<string, Indicator>;
  private readonly placeAt: ReadonlyMap<string, number>;
  private readonly list: BlockList;
  /** Of a table: worked out when first asked for. */
  private summed: ObservationSummary | undefined;
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
    this.placeById = new Map(tables.places.map((p) => [p.id, p]));
    this.placeAt = positionsById(tables.places);
    this.indicatorById = new Map(tables.indicators.map((i) => [i.id, i]));
    const { observations } = tables;
    this.list = this.listOf(observations);
    this.size = this.list.size;
    this.packed = 'coded' in observations ? undefined : observations;
    this.summed = this.packed?.summary;
    this.answers = new StoredAnswers(this.packed?.answers ?? [], this.list.positions);
  }

  place(id: string): Place | undefined {
    return this.placeById.get(id);
  }

  indicator(id: string): Indicator | undefined {
    return this.indicatorById.get(id);
  }

  /** What is known of the observations without meeting one. */
  get summary(): ObservationSummary {
    this.summed ??= this.blocks()
      .reduce((sums, { columns }) => sums.add(columns), new SummaryBuilder(this))
      .build();
    return this.summed;
  }

  /** The observation at `index`; throws for an index out of range (a programming fault). */
  observation(index: number): Observation {
    if (!(index >= 0 && index < this.size)) throw new Error(`observation index out of range: ${index}`);
    const block = this.list.with(index);
    return observationAt(block, index - block.from, this.smallBase);
  }

  /** All observations of an indicator in file order, none of a sub-group; only those of `measure` where given. Unknown id: empty. */
  observationsOf(indicatorId: string, measure?: Measure): Observation[] {
    const block = this.blockOf(indicatorId);
    return block ? this.pick(block, block.rowsOf(indicatorId), measure) : [];
  }

  /** All observations of a place, none of a sub-group, by block and in file order; only those of `measure` where given. Unknown id: empty. */
  observationsAt(placeId: string, measure?: Measure): Observation[] {
    return this.blocksAt(placeId).flatMap((block) => this.pick(block, block.rowsAt(placeId), measure));
  }

  /** Those of an indicator at a place, in file order, none of a sub-group: costs what they are, not what the indicator has. */
  observationsIn(indicatorId: string, placeId: string, measure?: Measure): Observation[] {
    const block = this.list.in(indicatorId, placeId);
    return block ? this.pick(block, block.rowsIn(indicatorId, placeId), measure) : [];
  }

  /** The observations of an indicator that are of a sub-group, in file order. Unknown id: empty. */
  partsOf(indicatorId: string): Observation[] {
    const block = this.blockOf(indicatorId);
    return block ? this.pick(block, block.partsOf(indicatorId), undefined) : [];
  }

  /** How many observations a place has, sub-groups included; cheaper than asking for them. */
  countAt(placeId: string): number {
    return this.summary.countAt[this.placeAt.get(placeId) ?? -1] ?? 0;
  }

  /** Every observation, those of sub-groups too; for lists and audits, not for charts. */
  allObservations(): Observation[] {
    return this.blocks().flatMap((block) => this.pick(block, fileOrder(block.size), undefined));
  }

  /** The sources that speak of a place, in the order of their table. Unknown id: none. */
  sourcesAt(placeId: string): Source[] {
    this.sourcesByPlace ??= this.readSourcesByPlace();
    const used = this.sourcesByPlace.get(placeId);
    return used ? Array.from(used, (at) => this.sources[at]!) : [];
  }

  /** Positions of the sources of each place, in order: what a place has costs nothing for what others have. */
  private readSourcesByPlace(): Map<string, Int32Array> {
    const sets = this.summary.sourcesAt.map((used) => new Set(used));
    const sourceAt = new Map(this.sources.map((item, at) => [item, at]));
    for (const row of this.progress) sets[this.placeAt.get(row.place.id)!]!.add(sourceAt.get(row.source)!);
    return new Map(this.places.map(({ id }, at) => [id, Int32Array.from(sets[at]!).sort()]));
  }

  /** All blocks, for the domain's lists and counts that read the columns; views ask the questions above. @throws NotLoadedError */
  blocks(): readonly ObservationBlock[] {
    return this.list.all();
  }

  /**
   * Blocks that have all observations of a place, among others: the one by place where it is there or not all others are.
   * @throws NotLoadedError
   */
  blocksAt(placeId: string): readonly ObservationBlock[] {
    return this.list.at(placeId);
  }

  /** What was worked out when the pack was made; undefined where it is to be worked out from the blocks. @throws NotLoadedError */
  answer<K extends AnswerName>(name: K): Answers[K] | undefined {
    return this.answers.of(name, () => this.missing().length === 0);
  }

  /** The blocks one after the other, for what is summed up: not every dataset holds them all at once. @throws NotLoadedError */
  walk(): Iterable<ObservationBlock> {
    return this.blocks();
  }

  /** The block of an indicator; undefined for one that has no row in any. @throws NotLoadedError */
  blockOf(indicatorId: string): ObservationBlock | undefined {
    return this.list.of(indicatorId);
  }

  /** Positions of the blocks that are not in the page: of some indicators, or of all. Those by place aren't needed for that. */
  missing(indicatorIds?: Iterable<string>): number[] {
    return this.list.missing(indicatorIds);
  }

  /** Names at once what would be missed one after the other. @throws NotLoadedError */
  need(indicatorIds: Iterable<string>): void {
    const missing = this.missing(indicatorIds);
    if (missing.length > 0) throw new NotLoadedError(missing);
  }

  /**
   * A block is there now.
   * @param columns with as many rows as was said of it
   * @param indexes of its observations, ascending for each place, for a block by place
   */
  load(at: number, columns: ObservationColumns, indexes: Int32Array | null = null): void {
    this.list.load(at, columns, indexes);
  }

  /** A block isn't needed any more; it may be loaded again. */
  forget(at: number): void {
    this.list.forget(at);
  }

  /** @throws NotLoadedError */
  protected block(at: number): ObservationBlock {
    return this.list.loaded(at);
  }

  /** Most datasets wait until a block is brought. */
  protected listOf(observations: DatasetTables['observations']): BlockList {
    return new BlockList(observations);
  }

  protected pick(block: ObservationBlock, rows: Int32Array, measure: Measure | undefined): Observation[] {
    const out: Observation[] = [];
    const wanted = measure === undefined ? -1 : MEASURES.indexOf(measure);
    for (const row of rows)
      if (wanted < 0 || block.columns.coded.measure.codes[row] === wanted)
        out.push(observationAt(block, row, this.smallBase));
    return out;
  }
}
