import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { loadDatasetIndex } from '../datasets/datasetIndex';
import { type BatchesReport, type LoadResult, NO_BATCHES } from '../datasets/loadDataset';
import type { BlockLoader } from '../datasets/blockLoader';
import type { FetchBytes, LoadEffects, Progress } from '../datasets/loadEffects';
import { type LoadElsewhere, loadLarge } from '../datasets/loading/loadLarge';
import type { PackFiles } from '../datasets/packedTable';
import type { Query } from '../domain/address/address';
import type { Dataset } from '../domain/model/dataset';
import { chooseDataset, type DatasetEntry, OWN_DATASET } from '../domain/model/datasetEntry';
import type { Issue } from '../domain/model/issue';
import { pauses, wait } from './pauses';

/** One status for the whole life of the loaded dataset. */
export type DatasetState =
  | { readonly kind: 'loading'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly issues: readonly Issue[] }
  | ReadyState;

interface ReadyState {
  readonly kind: 'ready';
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  /** Where the numbers lie that the dataset is without as yet; absent where it has them all. */
  readonly pack?: PackFiles;
}

/** What a reading that changes nothing found, in counts. */
export interface Probe {
  /** Whether the page could show it. */
  readonly isWhole: boolean;
  /** `kept` is null where the table couldn't be read. */
  readonly tables: readonly {
    readonly title: string;
    readonly found: number;
    readonly kept: number | null;
    readonly problems: number;
  }[];
}

export const useDatasetStore = defineStore('dataset', () => {
  const state = shallowRef<DatasetState>({ kind: 'loading', progress: null });
  /** What became of the batches of the dataset shown. */
  const report = shallowRef<BatchesReport>(NO_BATCHES);
  /** The dataset of this visit to the page: another one is another visit, so that nothing of the two ever meets. */
  const current = shallowRef<DatasetEntry>(OWN_DATASET);
  /** All there are to choose from; empty until the list is there. */
  const entries = shallowRef<readonly DatasetEntry[]>([]);
  const indexIssues = shallowRef<readonly Issue[]>([]);
  /** Why another dataset is open than the address asks for, one sentence; empty where it isn't. */
  const problem = shallowRef('');
  /** Fulfilled once it is known which dataset is open. */
  const chosen = shallowRef<Promise<void>>(Promise.resolve());
  let run = 0;
  let fetch: FetchBytes | undefined;
  let instead: Promise<void> | undefined;
  let loader: BlockLoader | undefined;
  let batches: LoadEffects['batches'];
  let elsewhere: LoadElsewhere = () => Promise.resolve(undefined);

  /** The key of the address that says which dataset it is about; none for the one in `data/` itself. */
  const query = computed((): Query => (current.value.folder === '' ? {} : { dataset: current.value.id }));

  /**
   * Finds the dataset that the address asks for. The one in `data/` itself doesn't wait for the list of the others.
   * @param asked an id, empty for none in particular
   * @param loadElsewhere reads what is large; absent: the page does
   * @returns fulfilled once it is known which one is to be loaded
   */
  function choose(readIndex: FetchBytes, asked: string, loadElsewhere?: LoadElsewhere): Promise<void> {
    if (loadElsewhere) elsewhere = loadElsewhere;
    const listed = loadDatasetIndex(readIndex).then((index) => {
      entries.value = index.entries;
      indexIssues.value = index.issues;
      const choice = chooseDataset(index.entries, asked);
      current.value = choice.entry;
      problem.value = choice.problem;
    });
    if (asked !== '') chosen.value = listed;
    return chosen.value;
  }

  /** Whether an address that asks for `asked` is about the dataset that is open. */
  function isOpen(asked: string): boolean {
    return entries.value.length === 0 || chooseDataset(entries.value, asked).entry.id === current.value.id;
  }

  /** All of a dataset listed as 示例 is invented, whatever its package says. */
  const fictional = (): boolean => current.value.kind === '示例';

  const read = (fetchBytes: FetchBytes, more: Pick<LoadEffects, 'batches' | 'onProgress' | 'packs'>) =>
    loadLarge({ packs: true, ...more, fetchBytes, wait, yieldToPaint: pauses(), fictional: fictional() }, elsewhere);

  const show = (result: Extract<LoadResult, { kind: 'ok' }>): void => {
    const { dataset, issues, pack } = result;
    report.value = result.batches;
    state.value = { kind: 'ready', dataset, issues, ...(pack && { pack }) };
  };

  /**
   * Loads the dataset; an answer that a later call has overtaken is dropped.
   * @param laidOver gives the batches to be laid over it, now and when it is read again
   */
  async function load(fetchBytes: FetchBytes, laidOver?: LoadEffects['batches']): Promise<void> {
    const mine = ++run;
    batches = laidOver;
    fetch = fetchBytes;
    state.value = { kind: 'loading', progress: null };
    const result = await read(fetchBytes, {
      batches,
      onProgress: (progress) => {
        if (mine === run && state.value.kind === 'loading') state.value = { kind: 'loading', progress };
      }
    });
    if (mine !== run) return;
    if (result.kind === 'ok') show(result);
    else state.value = { kind: 'failed', issues: result.issues };
  }

  /**
   * Brings blocks of a packed dataset into the page. Where one can't be read the whole is read anew: from the pack that
   * has taken its place meanwhile, or from the table beside it, with the reason among the issues.
   * @param asked as `BlockLoader` takes it; of a dataset that is shown no longer nothing is done
   * @throws an Error with a Chinese message where there is nothing else to read
   */
  async function loadBlocks(dataset: Dataset, ...asked: Parameters<BlockLoader['load']>): Promise<void> {
    const now = state.value;
    if (now.kind !== 'ready' || now.dataset !== dataset || !now.pack || !fetch) return;
    const { BlockLoader: Loader, readInstead } = await import('../datasets/blockLoader');
    if (loader?.dataset !== dataset) loader = new Loader(dataset, now.pack, fetch, pauses());
    try {
      await loader.load(...asked);
    } catch (error) {
      if (state.value !== now) return;
      // Several may have asked for blocks of the same pack.
      instead ??= readInstead((packs) => read(fetch!, { batches, packs }), now.pack, error)
        .then((result) => {
          if (state.value === now) show(result);
        })
        .finally(() => (instead = undefined));
      await instead;
    }
  }

  /** The dataset; views are shown only once it is there. */
  function ready(): Dataset {
    if (state.value.kind !== 'ready') throw new Error('dataset is not loaded');
    return state.value.dataset;
  }

  /** What is wrong with the list of datasets and with the one that is open. */
  const issues = computed((): readonly Issue[] => [
    ...indexIssues.value,
    ...(state.value.kind === 'loading' ? [] : state.value.issues)
  ]);

  /**
   * Loads again without a loading screen: the new data takes the place of the old only when it is whole.
   * @returns why it failed, in Chinese; empty where it didn't. The old data then stays.
   */
  async function refresh(fetchBytes: FetchBytes): Promise<string> {
    const mine = ++run;
    const result = await read(fetchBytes, { batches });
    if (mine !== run) return '';
    if (result.kind === 'failed')
      return result.issues[0] ? `${result.issues[0].file}：${result.issues[0].why}` : '读不到数据';
    show(result);
    return '';
  }

  /** Reads every table anew and counts; what is shown stays. */
  async function probe(fetchBytes: FetchBytes): Promise<Probe> {
    const first = await read(fetchBytes, {});
    const faults =
      first.kind === 'ok' && first.pack
        ? await (await import('../datasets/blockLoader')).faultyBlocks(first.dataset, first.pack, fetchBytes)
        : [];
    const { kind, issues, tables } = faults.length > 0 ? await read(fetchBytes, { packs: false }) : first;
    return {
      isWhole: kind === 'ok',
      tables: tables.map(({ table, title, file, encoding, found, kept }) => ({
        title,
        found,
        kept: encoding === null ? null : kept,
        problems: issues.filter((issue) => issue.file === file).length + (table === 'observations' ? faults.length : 0)
      }))
    };
  }

  return {
    state,
    report,
    current,
    entries,
    problem,
    chosen,
    query,
    issues,
    choose,
    isOpen,
    load,
    loadBlocks,
    refresh,
    ready,
    probe
  };
});
