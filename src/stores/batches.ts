import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { BatchStorage, OpenStorage } from '../datasets/batch/batchStorage';
import type { FetchBytes, PackageName } from '../datasets/loadEffects';
import type { Conflict } from '../domain/batch/apply';
import type { Batch } from '../domain/batch/batch';
import { markedName } from '../domain/model/fictional';
import { useDatasetStore } from './dataset';
import { keptBatches } from './keptBatches';
import { packageFiles } from './packageFiles';
import { pauses } from './pauses';

/** The batches of this browser, and the dataset with those that are on. Methods answer '' or why not, in Chinese. */
export const useBatchesStore = defineStore('batches', () => {
  const data = useDatasetStore();
  const kept = keptBatches(() => void follow());
  const { state, batches, aside, on, asideText } = kept;
  /** What became of the last thing done, for the screen that is mounted again with other data. */
  const notice = ref('');
  /** What another window did; empty for nothing. */
  const followed = ref('');
  /** Of the package that is open. */
  let packageName = '';
  let openStorage: OpenStorage | undefined;
  let newFetch: (() => FetchBytes) | undefined;
  const { tables, exportPackage, preview } = packageFiles(
    () => newFetch,
    () => on.value
  );

  /** Loads the dataset with the batches that are kept for it. */
  async function start(open: OpenStorage, fetcher: () => FetchBytes): Promise<void> {
    openStorage = open;
    newFetch = fetcher;
    await data.load(fetcher(), batchesOf);
  }

  /** What the loader asks for, at the start and each time it reads again. */
  async function batchesOf({ name }: PackageName): Promise<readonly Batch[]> {
    packageName = name;
    if (openStorage) kept.open(openStorage, name);
    await kept.read();
    return on.value;
  }

  /** Of the package that is open; what else is kept for it goes by the same name. */
  const nameOfPackage = (): string => packageName;

  async function follow(): Promise<void> {
    if ((await refreshed()) === '') followed.value = '另一个窗口改了批次，这里已跟着更新。';
  }

  async function refreshed(): Promise<string> {
    return newFetch ? data.refresh(newFetch()) : '';
  }

  /** Writes, then shows the dataset as it is now. */
  async function write(work: (storage: BatchStorage) => Promise<void>): Promise<string> {
    followed.value = '';
    return (await kept.attempt(work)) || refreshed();
  }

  /** Whether work can be kept: to be asked before it begins. */
  const probe = (): Promise<string> => kept.attempt((storage) => storage.probe());

  function add(...added: readonly Batch[]): Promise<string> {
    return write((storage) => storage.add(...added));
  }

  /** The same. @param onKept called once they are kept, before the dataset is read with them: what they were made of can go */
  function addThen(added: readonly Batch[], onKept: () => void): Promise<string> {
    return write((storage) => storage.add(...added).then(onKept));
  }

  /** The batches that go along when one is switched. */
  async function dependents(id: string, toOn: boolean): Promise<Batch[]> {
    const { dependentsOf, prerequisitesOf } = await import('../domain/batch/depend');
    const { schema } = data.report;
    if (!toOn) return dependentsOf(id, on.value, schema);
    const all = batches.value.map(({ batch }) => batch);
    return prerequisitesOf(id, all, schema).filter((batch) => !on.value.includes(batch));
  }

  /** Switches a batch, and with it those that rest on it, or that it rests on. */
  async function switchTo(id: string, toOn: boolean): Promise<string> {
    const ids = [id, ...(await dependents(id, toOn)).map((batch) => batch.id)];
    return write((storage) => storage.mark(new Map(ids.map((one) => [one, { on: toOn }]))));
  }

  /** Takes a batch that is off from the list, or puts it back; it stays in the store. */
  function show(id: string, shown: boolean): Promise<string> {
    return write((storage) => storage.mark(new Map([[id, { shown }]])));
  }

  /** Undoes a batch that the package holds already, by a batch of its own. */
  async function takeBack(batch: Batch): Promise<string> {
    const { reversed } = await import('../domain/batch/between');
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

  return {
    ...{ state, batches, aside, notice, followed, on, nameOfPackage, start, probe, asideText },
    ...{ add, addThen, dependents, switchTo, show, takeBack, settle, fileOf, addFile, addPackage },
    ...{ tables, preview, exportPackage }
  };
});
