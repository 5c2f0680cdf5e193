import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../src/datasets/batch/batchFile';
import { newBatch } from '../../src/datasets/batch/newBatch';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import type { Batch, RowChange, TableRow } from '../../src/domain/batch/batch';
import { useBatchesStore } from '../../src/stores/batches';
import { useDatasetStore } from '../../src/stores/dataset';
import { change } from '../domain/batch/tables';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';
import { Memory } from './memory';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

const ROW: TableRow = {
  indicator: 'htn',
  place: 'jia',
  period: '2020',
  measure: '数值',
  source: 's1',
  value: '95.39',
  status: '实际',
  line: '3',
  written: '95.39%',
  section: '一、慢病'
};

function batch(title: string, made: string, ...changes: RowChange[]): Batch {
  return newBatch({ made, kind: '上新', title, files: [], base: '0.1.0', decisions: [], changes });
}

const FIRST = batch('十月', '2020-11-01T00:00:00Z', change('observations', ROW, { ...ROW, value: '96' }));
const SECOND = batch(
  '改十月',
  '2020-11-02T00:00:00Z',
  change('observations', { ...ROW, value: '96' }, { ...ROW, value: '97' })
);

let memory: Memory;
beforeEach(() => {
  setActivePinia(createPinia());
  memory = new Memory();
});

async function started(fetchBytes: FetchBytes = small, names: string[] = []) {
  const store = useBatchesStore();
  await store.start(
    (name) => {
      names.push(name);
      return memory;
    },
    () => fetchBytes
  );
  return store;
}

const value = () => useDatasetStore().ready().observationsOf('htn')[0]!.value;

describe('useBatchesStore', () => {
  it('opens the storage of the package and loads the dataset with what is on', async () => {
    await memory.add(FIRST);
    const names: string[] = [];
    const store = await started(small, names);
    expect(names).toEqual(['weijian-kanban-data']);
    expect(store.state).toEqual({ kind: 'ready' });
    expect(value()).toBe(96);
    expect(useDatasetStore().ready().batches).toBe(1);
  });

  it('keeps a batch and shows it at once', async () => {
    const store = await started();
    expect(value()).toBe(95.39);
    expect(await store.add(FIRST)).toBe('');
    expect(value()).toBe(96);
    expect(store.batches.map(({ batch: { title }, on }) => [title, on])).toEqual([['十月', true]]);
  });

  it('switches a batch off with what rests on it, and on with what it rests on', async () => {
    const store = await started();
    await store.add(FIRST);
    await store.add(SECOND);
    expect(value()).toBe(97);
    expect((await store.dependents(FIRST.id, false)).map(({ title }) => title)).toEqual(['改十月']);
    expect(await store.switchTo(FIRST.id, false)).toBe('');
    expect(value()).toBe(95.39);
    expect((await store.dependents(SECOND.id, true)).map(({ title }) => title)).toEqual(['十月']);
    await store.switchTo(SECOND.id, true);
    expect(value()).toBe(97);
    await store.switchTo(SECOND.id, false);
    expect(value()).toBe(96);
  });

  it('says why where nothing can be kept, and shows the package all the same', async () => {
    memory.refusal = '浏览器的存储空间满了。';
    const store = await started();
    expect(store.state).toEqual({ kind: 'unavailable', why: '浏览器的存储空间满了。' });
    expect(value()).toBe(95.39);
    expect(await store.probe()).toBe('浏览器的存储空间满了。');
    expect(await store.add(FIRST)).toBe('浏览器的存储空间满了。');
    memory.refusal = '';
    expect(await store.probe()).toBe('');
    expect(await store.add(FIRST)).toBe('');
    expect(store.state).toEqual({ kind: 'ready' });
    expect(value()).toBe(96);
  });

  it('follows another window and says so, until something is done here', async () => {
    const store = await started();
    await memory.elsewhere(() => memory.add(FIRST));
    await expect.poll(() => store.followed).toBe('另一个窗口改了批次，这里已跟着更新。');
    expect(value()).toBe(96);
    await store.switchTo(FIRST.id, false);
    expect(store.followed).toBe('');
  });

  it('takes a batch from the list and, with its file, puts it back', async () => {
    const store = await started();
    await store.add(FIRST);
    await store.switchTo(FIRST.id, false);
    await store.show(FIRST.id, false);
    expect(store.batches.map(({ shown }) => shown)).toEqual([false]);
    const { name, content } = await store.fileOf(FIRST);
    expect(name).toBe('批次 十月 2020-11-01.jsonl');
    expect(await store.addFile(content)).toBe('');
    expect(store.batches.map(({ shown }) => shown)).toEqual([true]);
    expect(await store.addFile(content)).toBe('这一批已经在了。');
    expect(await store.addFile(new Blob(['x']))).toBe('这不是批次文件。');
  });

  it('a batch of another browser comes with its file', async () => {
    const store = await started();
    const { content } = await store.fileOf(FIRST);
    expect(await store.addFile(new Blob([writeBatch(FIRST, 'other')]))).toBe('这是另一套数据（other）的批次。');
    expect(await store.addFile(content)).toBe('');
    expect(value()).toBe(96);
  });

  it('undoes what the package holds already by a batch of its own', async () => {
    await memory.add(FIRST);
    const newer: FetchBytes = async (path, onBytes) => {
      const bytes = await small(path, onBytes);
      if (path !== 'observations.csv') return bytes;
      return new TextEncoder().encode(new TextDecoder().decode(bytes).replace('s1,95.39,', 's1,96,'));
    };
    const store = await started(newer);
    expect(useDatasetStore().report.there).toEqual(new Set([FIRST.id]));
    expect(await store.takeBack(FIRST)).toBe('');
    expect(value()).toBe(95.39);
    expect(store.batches[1]!.batch).toMatchObject({ kind: '改正', title: '撤回“十月”' });
    expect(useDatasetStore().report.conflicts).toEqual([]);
  });

  it('settles a conflict by letting the other figure stand', async () => {
    const stale = batch(
      '旧表',
      '2020-11-01T00:00:00Z',
      change('observations', { ...ROW, value: '90' }, { ...ROW, value: '91' })
    );
    const store = await started();
    await store.add(stale);
    expect(value()).toBe(91);
    const { conflicts } = useDatasetStore().report;
    expect(conflicts).toHaveLength(1);
    await store.settle('旧表', conflicts);
    expect(value()).toBe(95.39);
    expect(useDatasetStore().report.conflicts).toEqual([]);
  });

  it('gives the text rows as they are shown', async () => {
    const store = await started();
    await store.add(FIRST);
    const { base, applied } = await store.tables();
    expect(base.get('observations')![0]!.value).toBe('95.39');
    expect(applied.tables.get('observations')![0]!.value).toBe('96');
    expect(applied.tables.get('relations')).toBeUndefined();
    expect(await store.asideText('a')).toBe('text of a');
  });
});
