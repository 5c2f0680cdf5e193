/** What page and worker say to each other while a large dataset is read in the worker. */
import type { Batch } from '../../domain/batch/batch';
import { Dataset } from '../../domain/model/dataset';
import type { DatasetTables } from '../../domain/model/datasetParts';
import { tablesOf } from '../../domain/model/datasetTables';
import type { LoadResult } from '../loadDataset';
import type { PackageName, Progress } from '../loadEffects';

/** What the page says. Answers carry the number of what was asked. */
export type LoaderQuestion =
  | { readonly kind: 'load'; readonly fictional: boolean }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'nothing'; readonly id: number; readonly why: string; readonly absent: boolean }
  | { readonly kind: 'batches'; readonly id: number; readonly batches: readonly Batch[] };

/** What the worker says. */
export type LoaderAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'fetch'; readonly id: number; readonly path: string }
  | { readonly kind: 'lay'; readonly id: number; readonly about: PackageName }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: PackedResult }
  | { readonly kind: 'failed' };

type Ok = Extract<LoadResult, { kind: 'ok' }>;
/** A loading with the dataset as plain tables: a class doesn't cross. */
export type PackedResult =
  | Exclude<LoadResult, { kind: 'ok' }>
  | (Omit<Ok, 'dataset'> & { readonly dataset: DatasetTables });

export function packResult(result: LoadResult): PackedResult {
  return result.kind === 'ok' ? { ...result, dataset: tablesOf(result.dataset) } : result;
}

/** The loading again. Nothing of it is checked: both sides are of one build. */
export function unpackResult(packed: PackedResult): LoadResult {
  return packed.kind === 'ok' ? { ...packed, dataset: new Dataset(packed.dataset) } : packed;
}

/** The memory of its columns, to be handed over instead of copied; each once, several columns may lie in one. */
export function buffersOf(packed: PackedResult): ArrayBuffer[] {
  if (packed.kind !== 'ok') return [];
  const { observations } = packed.dataset;
  if (!('coded' in observations)) return [];
  const { coded, ...columns } = observations;
  const arrays = [...Object.values(columns), ...Object.values(coded).map(({ codes }) => codes)];
  return [...new Set(arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])))];
}
