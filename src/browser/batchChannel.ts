/** The database of a dataset's batches: pages on file:// share one origin. @param dataset name of its package */
export function batchDatabase(dataset: string): string {
  return `kanban-batches:${dataset}`;
}

/** Where the windows of one browser tell each other that its batches have changed; undefined in old engines. */
export function batchChannel(dataset: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(batchDatabase(dataset));
}
