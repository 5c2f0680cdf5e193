import { batchBody, readBatchBody } from '../../src/datasets/batch/batchFile';
import type { BatchStorage, StoredBatch } from '../../src/datasets/batch/batchStorage';
import type { Batch } from '../../src/domain/batch/batch';

/** A storage in memory, as text; `elsewhere` writes as another window would. */
export class Memory implements BatchStorage {
  readonly kept = new Map<string, { body: string; on: boolean; shown: boolean }>();
  refusal = '';
  private readonly told: (() => void)[] = [];

  private attempt(): void {
    if (this.refusal) throw new Error(this.refusal);
  }

  async read() {
    this.attempt();
    const batches = [...this.kept.values()].map(({ body, on, shown }): StoredBatch => {
      const reading = readBatchBody(body);
      if (reading.kind === 'refused') throw new Error(reading.why);
      return { batch: reading.batch, on, shown };
    });
    return { batches, aside: [] };
  }

  async add(...batches: readonly Batch[]) {
    this.attempt();
    for (const batch of batches)
      if (!this.kept.has(batch.id)) this.kept.set(batch.id, { body: batchBody(batch), on: true, shown: true });
  }

  async mark(marks: ReadonlyMap<string, object>) {
    this.attempt();
    marks.forEach((mark, id) => Object.assign(this.kept.get(id) ?? {}, mark));
  }

  async probe() {
    this.attempt();
  }

  async asideText(key: string) {
    return `text of ${key}`;
  }

  onElsewhere(changed: () => void) {
    this.told.push(changed);
  }

  async elsewhere(work: () => Promise<void>) {
    await work();
    this.told.forEach((tell) => tell());
  }
}
