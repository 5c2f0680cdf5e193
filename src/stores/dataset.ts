import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { type BatchesReport, NO_BATCHES } from '../datasets/loadDataset';
import type { FetchBytes, LoadEffects, Progress } from '../datasets/loadEffects';
import { loadSteadily } from '../datasets/steadyLoad';
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';

/** One status for the whole life of the loaded dataset. */
export type DatasetState =
  | { readonly kind: 'loading'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly issues: readonly Issue[] }
  | { readonly kind: 'ready'; readonly dataset: Dataset; readonly issues: readonly Issue[] };

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

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const useDatasetStore = defineStore('dataset', () => {
  const state = shallowRef<DatasetState>({ kind: 'loading', progress: null });
  /** What became of the batches of the dataset shown. */
  const report = shallowRef<BatchesReport>(NO_BATCHES);
  let run = 0;
  let batches: LoadEffects['batches'];

  /**
   * Loads the dataset; an answer that a later call has overtaken is dropped.
   * @param laidOver gives the batches to be laid over it, now and when it is read again
   */
  async function load(fetchBytes: FetchBytes, laidOver?: LoadEffects['batches']): Promise<void> {
    const mine = ++run;
    batches = laidOver;
    state.value = { kind: 'loading', progress: null };
    const result = await loadSteadily({
      fetchBytes,
      wait,
      batches,
      onProgress: (progress) => {
        if (mine === run && state.value.kind === 'loading') state.value = { kind: 'loading', progress };
      }
    });
    if (mine !== run) return;
    if (result.kind === 'ok') report.value = result.batches;
    state.value =
      result.kind === 'ok'
        ? { kind: 'ready', dataset: result.dataset, issues: result.issues }
        : { kind: 'failed', issues: result.issues };
  }

  /** The dataset; views are shown only once it is there. */
  function ready(): Dataset {
    if (state.value.kind !== 'ready') throw new Error('dataset is not loaded');
    return state.value.dataset;
  }

  /**
   * Loads again without a loading screen: the new data takes the place of the old only when it is whole.
   * @returns why it failed, in Chinese; empty where it didn't. The old data then stays.
   */
  async function refresh(fetchBytes: FetchBytes): Promise<string> {
    const mine = ++run;
    const result = await loadSteadily({ fetchBytes, wait, batches });
    if (mine !== run) return '';
    if (result.kind === 'failed')
      return result.issues[0] ? `${result.issues[0].file}：${result.issues[0].why}` : '读不到数据';
    report.value = result.batches;
    state.value = { kind: 'ready', dataset: result.dataset, issues: result.issues };
    return '';
  }

  /** Reads every table anew and counts; what is shown stays. */
  async function probe(fetchBytes: FetchBytes): Promise<Probe> {
    const { kind, issues, tables } = await loadSteadily({ fetchBytes, wait });
    return {
      isWhole: kind === 'ok',
      tables: tables.map(({ title, file, encoding, found, kept }) => ({
        title,
        found,
        kept: encoding === null ? null : kept,
        problems: issues.filter((issue) => issue.file === file).length
      }))
    };
  }

  return { state, report, load, refresh, ready, probe };
});
