import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { BatchStorage, OpenStorage, SetAside, StoredBatch } from '../datasets/batch/batchStorage';
import type { PackageFiles } from '../datasets/batch/packageFiles';
import type { ReadBytes, TextTables } from '../datasets/batch/textTables';
import { AbsentFileError } from '../datasets/fileError';
import { loadDataset } from '../datasets/loadDataset';
import { PACKAGE_FILE } from '../datasets/read/packageFile';
import type { FetchBytes, PackageName } from '../datasets/loadEffects';
import type { Conflict } from '../domain/batch/apply';
import type { Batch } from '../domain/batch/batch';
import { reversed } from '../domain/batch/between';
import { markedName } from '../domain/model/fictional';
import type { Dataset } from '../domain/model/dataset';
import { dependentsOf, prerequisitesOf } from '../domain/batch/depend';
import { useDatasetStore } from './dataset';
import { pauses } from './pauses';

/** Whether batches can be kept; `why` is a whole Chinese sentence. */
export type BatchesState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly why: string };

/** The batches of this browser, and the dataset with those that are on. Methods answer '' or why not, in Chinese. */
export const useBatchesStore = defineStore('batches', () => {
  const data = useDatasetStore();
  const state = shallowRef<BatchesState>({ kind: 'opening' });
  const batches = shallowRef<readonly StoredBatch[]>([]);
  const aside = shallowRef<readonly SetAside[]>([]);
  /** What became of the last thing done, for the screen that is mounted again with other data. */
  const notice = ref('');
  /** What another window did; empty for nothing. */
  const followed = ref('');
  const on = computed(() => batches.value.filter((stored) => stored.on).map(({ batch }) => batch));
  /** Of the package that is open. */
  let packageName = '';
  let storage: BatchStorage | undefined;
  let openStorage: OpenStorage | undefined;
  let newFetch: (() => FetchBytes) | undefined;

  /** Loads the dataset with the batches that are kept for it. */
  async function start(open: OpenStorage, fetcher: () => FetchBytes): Promise<void> {
    openStorage = open;
    newFetch = fetcher;
    await data.load(fetcher(), batchesOf);
  }

  /** What the loader asks for, at the start and each time it reads again. */
  async function batchesOf({ name }: PackageName): Promise<readonly Batch[]> {
    packageName = name;
    if (!storage && openStorage) {
      storage = openStorage(name);
      storage.onElsewhere(() => void follow());
    }
    await read();
    return on.value;
  }

  /** Of the package that is open; what else is kept for it goes by the same name. */
  const nameOfPackage = (): string => packageName;

  async function read(): Promise<void> {
    if (!storage) return;
    try {
      const content = await storage.read();
      batches.value = content.batches;
      aside.value = content.aside;
      state.value = { kind: 'ready' };
    } catch (error) {
      state.value = { kind: 'unavailable', why: messageOf(error) };
    }
  }

  async function follow(): Promise<void> {
    if ((await refreshed()) === '') followed.value = '另一个窗口改了批次，这里已跟着更新。';
  }

  async function refreshed(): Promise<string> {
    return newFetch ? data.refresh(newFetch()) : '';
  }

  /** Writes, then shows the dataset as it is now. */
  async function write(work: (kept: BatchStorage) => Promise<void>): Promise<string> {
    if (!storage) return '数据还没有读好，请稍等再试。';
    followed.value = '';
    try {
      await work(storage);
    } catch (error) {
      return messageOf(error);
    }
    return refreshed();
  }

  /** Whether work can be kept: to be asked before it begins. */
  async function probe(): Promise<string> {
    if (!storage) return '数据还没有读好，请稍等再试。';
    return storage.probe().then(() => '', messageOf);
  }

  function add(...added: readonly Batch[]): Promise<string> {
    return write((kept) => kept.add(...added));
  }

  /** The same. @param onKept called once they are kept, before the dataset is read with them: what they were made of can go */
  function addThen(added: readonly Batch[], onKept: () => void): Promise<string> {
    return write((kept) => kept.add(...added).then(onKept));
  }

  /** The batches that go along when one is switched. */
  function dependents(id: string, toOn: boolean): Batch[] {
    const { schema } = data.report;
    if (!toOn) return dependentsOf(id, on.value, schema);
    const all = batches.value.map(({ batch }) => batch);
    return prerequisitesOf(id, all, schema).filter((batch) => !on.value.includes(batch));
  }

  /** Switches a batch, and with it those that rest on it, or that it rests on. */
  function switchTo(id: string, toOn: boolean): Promise<string> {
    const ids = [id, ...dependents(id, toOn).map((batch) => batch.id)];
    return write((kept) => kept.mark(new Map(ids.map((one) => [one, { on: toOn }]))));
  }

  /** Takes a batch that is off from the list, or puts it back; it stays in the store. */
  function show(id: string, shown: boolean): Promise<string> {
    return write((kept) => kept.mark(new Map([[id, { shown }]])));
  }

  /** Undoes a batch that the package holds already, by a batch of its own. */
  function takeBack(batch: Batch): Promise<string> {
    return correct(`撤回“${batch.title}”`, reversed(batch));
  }

  /** Lets what was there before stand where a batch met another row than the one it was made for. */
  function settle(title: string, conflicts: readonly Conflict[]): Promise<string> {
    const changes = conflicts.map(({ table, change, found }) => ({ table, before: change.after, after: found }));
    return correct(`“${title}”的冲突改用原来的数`, changes);
  }

  async function correct(title: string, changes: Batch['changes']): Promise<string> {
    const base = data.ready().version;
    const { newBatch } = await import('../datasets/batch/newBatch');
    return add(
      newBatch({ made: new Date().toISOString(), kind: '改正', title, files: [], base, decisions: [], changes })
    );
  }

  /** A batch as a file to take away. */
  async function fileOf(batch: Batch): Promise<{ readonly name: string; readonly content: Blob }> {
    const { fileContent } = await import('../datasets/batch/takenBatch');
    return {
      name: `${markedName(data.ready(), '批次')} ${batch.title} ${batch.made.slice(0, 10)}.jsonl`,
      content: await fileContent(batch, packageName, pauses())
    };
  }

  /** Takes in a batch that was taken away as a file. */
  async function addFile(file: Blob): Promise<string> {
    const { readFileContent } = await import('../datasets/batch/takenBatch');
    const reading = await readFileContent(file, packageName, pauses());
    if (reading.kind === 'refused') return `${reading.why}。`;
    const known = batches.value.find(({ batch }) => batch.id === reading.batch.id);
    if (!known) return add(reading.batch);
    return known.shown ? '这一批已经在了。' : show(known.batch.id, true);
  }

  /** Reads files of the package; rejects with a Chinese reason where one can't be read that may be there. */
  function reader(): ReadBytes {
    if (!newFetch) throw new Error('数据还没有读好，请稍等再试');
    const fetchBytes = newFetch();
    return (path) =>
      fetchBytes(path).catch((error: unknown) => {
        if (error instanceof AbsentFileError) return undefined;
        throw error;
      });
  }

  /** Text rows as the package has them and as they are shown now; rejects with a Chinese reason. */
  async function tables(readBytes: ReadBytes = reader()): Promise<TextTables> {
    const { readTextTables } = await import('../datasets/batch/textTables');
    return readTextTables(new TextDecoder().decode(await readBytes(PACKAGE_FILE)), readBytes, on.value, pauses());
  }

  /**
   * What is shown, as a data package; rejects with a Chinese reason.
   * @param isPublic with small counts of people withheld
   */
  async function exportPackage(textNames: readonly string[], isPublic: boolean): Promise<PackageFiles> {
    const readBytes = reader();
    const day = new Date().toISOString().slice(0, 10);
    const { packageFiles } = await import('../datasets/batch/packageFiles');
    const packed = await packageFiles(await tables(readBytes), readBytes, { batches: on.value, day, textNames });
    if (!isPublic) return packed;
    const { publicPackage } = await import('../datasets/publicPackage');
    return publicPackage(packed, day, textNames);
  }

  /** Takes in what a package from elsewhere has and this one hasn't. */
  async function addPackage(
    archive: { readonly name: string; readonly bytes: Uint8Array },
    files: ReadonlyMap<string, Uint8Array>
  ): Promise<string> {
    const about = { made: new Date().toISOString(), base: data.ready().version };
    const { takePackage } = await import('../datasets/batch/takePackage');
    const taking = await takePackage(files, archive, await tables(), about);
    if (taking.kind === 'batch') return add(taking.batch);
    return taking.kind === 'same' ? '数据包里的内容这里都已经有了，没有新的。' : `${taking.why}。`;
  }

  /** The dataset as it would be with batches that aren't kept; rejects with a Chinese reason. */
  async function preview(more: readonly Batch[]): Promise<Dataset> {
    if (!newFetch) throw new Error('数据还没有读好，请稍等再试。');
    const result = await loadDataset({
      fetchBytes: newFetch(),
      yieldToPaint: pauses(),
      batches: async () => [...on.value, ...more]
    });
    if (result.kind === 'ok') return result.dataset;
    throw new Error(`${result.issues[0]?.why ?? '读不到数据'}。`);
  }

  /** A bad record that was put by, as a file to take away. */
  function asideText(key: string): Promise<string> {
    return storage ? storage.asideText(key) : Promise.resolve('');
  }

  return {
    state,
    batches,
    aside,
    notice,
    followed,
    on,
    nameOfPackage,
    start,
    probe,
    add,
    addThen,
    dependents,
    switchTo,
    show,
    takeBack,
    settle,
    fileOf,
    addFile,
    tables,
    preview,
    exportPackage,
    addPackage,
    asideText
  };
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
