/** The blocks of the observations of a dataset, those that are there and those that aren't yet. */
import { fileOrder } from './codedColumn';
import type { PackedObservations } from './datasetParts';
import { NotLoadedError } from './notLoaded';
import { ObservationBlock } from './observationBlock';
import type { ObservationColumns } from './observationColumns';

export class BlockList {
  /** How many observations there are. */
  readonly size: number;
  /** Undefined: not loaded. Those by place stand after the others. */
  private readonly list: (ObservationBlock | undefined)[];
  /** How many aren't by place. */
  private readonly count: number;
  /** Index of the first observation of each of these. */
  private readonly froms: readonly number[];
  /** By indicator; without an entry: the first. */
  private readonly blockAt: ReadonlyMap<string, number>;
  /** By place; without an entry: it has none by place. */
  private readonly placeBlockAt: ReadonlyMap<string, number>;
  /** How many rows each has, those by place too. */
  private readonly rows: readonly number[];

  /** @param observations a table, which is one block and there, or what is said of blocks that aren't */
  constructor(private readonly observations: ObservationColumns | PackedObservations) {
    if ('coded' in observations) {
      this.list = [new ObservationBlock(0, observations)];
      this.rows = [observations.row.length];
      this.froms = [0];
      this.count = 1;
      this.blockAt = this.placeBlockAt = new Map<string, number>();
      this.size = observations.row.length;
      return;
    }
    const { blocks, byPlace = [] } = observations;
    this.rows = [...blocks, ...byPlace].map(({ rows }) => rows);
    this.list = this.rows.map(() => undefined);
    this.count = blocks.length;
    let size = 0;
    this.froms = blocks.map(({ rows }) => (size += rows) - rows);
    this.size = size;
    this.blockAt = new Map(blocks.flatMap(({ indicators }, at) => indicators.map((id) => [id, at] as const)));
    this.placeBlockAt = new Map(
      byPlace.flatMap(({ places }, at) => places.map((id) => [id, blocks.length + at] as const))
    );
  }

  /** All, none by place. @throws NotLoadedError */
  all(): readonly ObservationBlock[] {
    if (this.missing().length > 0) throw new NotLoadedError(this.missing());
    return this.list.slice(0, this.count) as ObservationBlock[];
  }

  /** That of an indicator; undefined for one that has no row in any. @throws NotLoadedError */
  of(indicatorId: string): ObservationBlock | undefined {
    if ('coded' in this.observations) return this.list[0];
    const at = this.blockAt.get(indicatorId);
    return at === undefined ? undefined : this.loaded(at);
  }

  /**
   * One that has all observations of an indicator at a place: that of the place where it is there and the other isn't;
   * undefined for an indicator that has no row in any. @throws NotLoadedError
   */
  in(indicatorId: string, placeId: string): ObservationBlock | undefined {
    const own = this.list[this.placeBlockAt.get(placeId) ?? -1];
    return own && this.missing([indicatorId]).length > 0 ? own : this.of(indicatorId);
  }

  /**
   * Those that have all observations of a place, among others: the one by place where it is there or not all others are.
   * @throws NotLoadedError
   */
  at(placeId: string): readonly ObservationBlock[] {
    const at = this.placeBlockAt.get(placeId);
    if (at === undefined) return this.placeBlockAt.size > 0 ? [] : this.all();
    return this.list[at] || this.missing().length > 0 ? [this.loaded(at)] : this.all();
  }

  /** The one, not by place, that has the observation of an index below `size`. @throws NotLoadedError */
  with(index: number): ObservationBlock {
    let from = 0;
    for (let to = this.froms.length; to - from > 1;) {
      const middle = (from + to) >> 1;
      if (this.froms[middle]! <= index) from = middle;
      else to = middle;
    }
    return this.loaded(from);
  }

  /** Positions of those that aren't there: of some indicators, or of all. Those by place aren't needed for that. */
  missing(indicatorIds?: Iterable<string>): number[] {
    const asked = indicatorIds ? [...indicatorIds].map((id) => this.blockAt.get(id) ?? -1) : fileOrder(this.count);
    return [...new Set(asked)].filter((at) => at >= 0 && this.list[at] === undefined);
  }

  /** How many positions there are, those by place counted. */
  get positions(): number {
    return this.list.length;
  }

  /** As `Dataset.load`. */
  load(at: number, columns: ObservationColumns, indexes: Int32Array | null): void {
    if (columns.row.length !== this.rows[at] || at >= this.count !== (indexes !== null))
      throw new Error(`block ${at} has other rows than stated`);
    this.list[at] ??= new ObservationBlock(this.froms[at] ?? 0, columns, indexes);
  }

  /** One isn't needed any more; it may be loaded again. */
  forget(at: number): void {
    if (!('coded' in this.observations)) this.list[at] = undefined;
  }

  /** The one at a position. @throws NotLoadedError */
  loaded(at: number): ObservationBlock {
    const block = this.list[at];
    if (!block) throw new NotLoadedError([at]);
    return block;
  }
}
