/** The dataset of a pack that has just been written: its blocks are read as they are asked for, and a few stay in memory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { blockColumns } from '../src/datasets/pack/blockColumns';
import { decodeChunk } from '../src/datasets/pack/decodeChunk';
import type { ChunkEntry, StoredSummary } from '../src/datasets/pack/format';
import { summaryOf } from '../src/datasets/pack/storedSummary';
import { changedObservation } from '../src/domain/model/changedObservation';
import { BlockList } from '../src/domain/model/blockList';
import { Dataset } from '../src/domain/model/dataset';
import type { DatasetTables } from '../src/domain/model/datasetParts';
import { tablesOf } from '../src/domain/model/datasetTables';
import type { ObservationBlock } from '../src/domain/model/observationBlock';
import type { Measure, Observation } from '../src/domain/model/records';

/** As many as a check of figures against each other asks for at once, mostly. */
const MOST_KEPT = 6;

/** More checks of one sort than that aren't stored: they would be as large as the numbers. */
const MOST_CHECKS = 50_000;

/** Blocks that are read when they are asked for. */
class ReadingList extends BlockList {
  /** Those asked for longest ago first. */
  private readonly kept = new Set<number>();

  /** @param read brings one */
  constructor(
    observations: DatasetTables['observations'],
    private readonly read: (at: number) => void
  ) {
    super(observations);
  }

  override loaded(at: number): ObservationBlock {
    if (!this.kept.delete(at)) {
      const [oldest] = this.kept;
      if (this.kept.size >= MOST_KEPT && oldest !== undefined) {
        this.kept.delete(oldest);
        this.forget(oldest);
      }
      this.read(at);
    }
    this.kept.add(at);
    return super.loaded(at);
  }
}

class PackReader extends Dataset {
  override readonly mostChecks = MOST_CHECKS;
  constructor(
    of: Dataset,
    summary: StoredSummary,
    private readonly chunks: readonly ChunkEntry[],
    private readonly folder: string
  ) {
    super({ ...tablesOf(of), observations: { ...summaryOf(summary, of), blocks: chunks } });
  }

  override *walk(): Generator<ObservationBlock, void> {
    for (const at of this.chunks.keys()) yield this.block(at);
  }

  // Whoever keeps an observation doesn't keep its block.
  override observation(index: number): Observation {
    return changedObservation(super.observation(index), {});
  }

  protected override pick(block: ObservationBlock, rows: Int32Array, measure: Measure | undefined): Observation[] {
    return super.pick(block, rows, measure).map((one) => changedObservation(one, {}));
  }

  protected override listOf(observations: DatasetTables['observations']): BlockList {
    return new ReadingList(observations, (at) => this.read(at));
  }

  private read(at: number): void {
    const chunk = decodeChunk(gunzipSync(readFileSync(join(this.folder, this.chunks[at]!.file))));
    this.load(at, blockColumns(chunk, this, this.summary.periods, null));
  }
}

/**
 * @param of the other tables; its own observations aren't looked at
 * @param folder that the chunks lie in
 */
export function packReader(
  of: Dataset,
  summary: StoredSummary,
  chunks: readonly ChunkEntry[],
  folder: string
): Dataset {
  return new PackReader(of, summary, chunks, folder);
}
