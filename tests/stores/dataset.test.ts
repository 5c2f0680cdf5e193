import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatasetStore } from '../../src/stores/dataset';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

beforeEach(() => setActivePinia(createPinia()));

describe('useDatasetStore', () => {
  it('goes from loading to ready', async () => {
    const store = useDatasetStore();
    expect(store.state.kind).toBe('loading');
    await store.load(fetchFrom([fixtureFolder('small'), fixtureFolder('data')]));
    expect(store.state.kind).toBe('ready');
    expect(store.ready().places.map((p) => p.name)).toContain('甲县');
  });

  it('tells progress while it loads, file by file', async () => {
    const store = useDatasetStore();
    const read = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);
    const seen: string[] = [];
    await store.load(async (path, onBytes) => {
      if (store.state.kind === 'loading' && store.state.progress) seen.push(store.state.progress.file);
      return read(path, onBytes);
    });
    expect(seen.length).toBeGreaterThan(0);
  });

  it('fails with an issue that names the missing table', async () => {
    const store = useDatasetStore();
    await store.load(fetchFrom([fixtureFolder('small'), fixtureFolder('data')], ['observations.csv']));
    expect(store.state.kind).toBe('failed');
    if (store.state.kind === 'failed') expect(store.state.issues.map((i) => i.file)).toContain('observations.csv');
    expect(() => store.ready()).toThrow('dataset is not loaded');
  });

  it('drops an answer that a later load has overtaken', async () => {
    const store = useDatasetStore();
    const read = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const slow = store.load(async (path) => {
      await gate;
      throw new Error(`旧的一次：${path}`);
    });
    await store.load(read);
    letGo();
    await slow;
    expect(store.state.kind).toBe('ready');
  });

  it('counts what a reading anew finds, and shows what it has shown', async () => {
    const store = useDatasetStore();
    const read = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);
    await store.load(read);
    const shown = store.ready();
    const { isWhole, tables } = await store.probe(async (path, onBytes) => {
      const bytes = await read(path, onBytes);
      if (path !== 'progress.csv') return bytes;
      return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/\n[^,]+/, '\n张三的任务'));
    });
    expect(isWhole).toBe(true);
    expect(tables.find(({ title }) => title === '任务进度')).toEqual({
      title: '任务进度',
      found: 2,
      kept: 1,
      problems: 1
    });
    expect(store.ready()).toBe(shown);
  });
});
