import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createPinia, setActivePinia } from 'pinia';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AbsentFileError } from '../../src/datasets/fileError';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import { PACK_INDEX } from '../../src/datasets/pack/format';
import { sha256 } from '../../src/datasets/read/sha256';
import { useDatasetStore } from '../../src/stores/dataset';
import { fetchFromFolder } from '../../tools/dataFolder';
import { dataPack } from '../../tools/dataPack';
import { fixtureFolder } from '../fixtures/readFolder';

type Others = Record<string, Uint8Array | string | undefined>;

let dir = '';
let chunk = '';
const index = `observations.pack/${PACK_INDEX}`;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kanban-blocks-'));
  await dataPack(['--from', fixtureFolder('data/demo'), '--out', dir, '--force']);
  chunk = (await readdir(join(dir, 'observations.pack'))).find((name) => /^[0-9a-f]+\.bin$/.test(name))!;
});

afterAll(() => rm(dir, { recursive: true }));
beforeEach(() => setActivePinia(createPinia()));

const chunkPath = () => `observations.pack/${chunk}`;
const text = (path: string) => readFile(join(dir, path), 'utf8');
const bytes = async () => new Uint8Array(await readFile(join(dir, chunkPath())));

/** The files of the packed folder, some of them others or (undefined) not there. */
function folder(others: Others): FetchBytes {
  const read = fetchFromFolder(dir);
  return async (path) => {
    if (!(path in others)) return read(path);
    const other = others[path];
    if (other === undefined) throw new AbsentFileError('文件不存在');
    return typeof other === 'string' ? new TextEncoder().encode(other) : other;
  };
}

describe('a block that is of no use', () => {
  /** A page that has opened the pack and then asks for its numbers, with some files others than they should be. */
  async function ask(others: Others) {
    const store = useDatasetStore();
    await store.load(folder(others));
    const before = store.ready();
    expect(before.missing()).toEqual([0]);
    return { store, before, loading: store.loadBlocks(before, [0]) };
  }
  const issues = () => useDatasetStore().issues.filter(({ rule }) => rule === '数据包');

  it.each<[string, () => Promise<Others>, string]>([
    ['a chunk that is not there', async () => ({ [chunkPath()]: undefined }), '文件不存在'],
    ['a chunk that was cut', async () => ({ [chunkPath()]: (await bytes()).slice(0, -9) }), '不完整：应有'],
    [
      'a chunk with another byte',
      async () => {
        const other = await bytes();
        other[other.length - 20]! ^= 1;
        return { [chunkPath()]: other };
      },
      '校验值不对'
    ],
    [
      'a chunk that says to be larger',
      async () => {
        const raw = gunzipSync(await bytes());
        const other = gzipSync(Buffer.concat([raw.subarray(0, 4), Buffer.from('{"rows":9,'), raw.subarray(14)]));
        const entry = { bytes: other.length, sha256: sha256(other) };
        return {
          [chunkPath()]: other,
          [index]: JSON.stringify({
            ...JSON.parse(await text(index)),
            chunks: [{ ...JSON.parse(await text(index)).chunks[0], ...entry }]
          })
        };
      },
      '内容损坏'
    ]
  ])('%s: it is named, and the table is read', async (_, make, why) => {
    const { store, before, loading } = await ask(await make());
    await loading;
    expect(store.ready()).not.toBe(before);
    expect(store.ready().missing()).toEqual([]);
    expect(store.ready().allObservations()).toHaveLength(14_025);
    expect(issues()).toHaveLength(1);
    const [issue] = issues();
    expect(issue).toMatchObject({ level: '提醒', file: chunkPath() });
    expect(issue!.why).toContain(why);
    expect(issue!.todo).toBe(
      '已经改读 observations.csv，会慢一些。请重新运行 npm run data:pack，把做好的数据包整个复制过去。'
    );
  });

  it('with no table beside it the screen is told why, whoever asks, and the rest of the dataset stays', async () => {
    const { store, before, loading } = await ask({ [chunkPath()]: undefined, 'observations.csv': undefined });
    const why = `${chunkPath()}：数据包用不上，文件不存在；也没有 observations.csv 可以改读`;
    await expect(Promise.all([loading, store.loadBlocks(before, [0])])).rejects.toThrow(why);
    await expect(store.loadBlocks(before, [0])).rejects.toThrow(why);
    expect(store.ready()).toBe(before);
  });

  it('is found when every table is read anew, and what would be shown instead is counted', async () => {
    const store = useDatasetStore();
    await store.load(folder({}));
    const tableOf = async (others: Others) => {
      const { isWhole, tables } = await store.probe(folder(others));
      return [isWhole, tables.find(({ title }) => title === '观测值')];
    };
    const sound = { title: '观测值', found: 14_025, kept: 14_025, problems: 0 };
    expect(await tableOf({})).toEqual([true, sound]);
    expect(await tableOf({ [chunkPath()]: undefined })).toEqual([true, { ...sound, problems: 1 }]);
    const lost = { [chunkPath()]: undefined, 'observations.csv': undefined };
    expect(await tableOf(lost)).toEqual([false, { ...sound, found: 0, kept: null, problems: 2 }]);
  });

  it('what was worked out of all numbers, that was altered: the table is read in place of the pack', async () => {
    const name = (await readdir(join(dir, 'observations.pack'))).find((one) => /^cover-.*\.bin$/.test(one))!;
    const path = `observations.pack/${name}`;
    const altered = new Uint8Array(await readFile(join(dir, path)));
    altered[40]! ^= 255;
    const store = useDatasetStore();
    await store.load(folder({ [path]: altered }));
    const [cover] = store.ready().answers.missing();
    await store.loadBlocks(store.ready(), [cover!]);
    expect(store.ready().packed).toBe(undefined);
    expect(issues().map(({ file, why }) => [file, why])).toEqual([
      [path, '数据包用不上：校验值不对，内容改过或者没有传完整']
    ]);
  });

  it('where another pack has taken its place, that one is opened', async () => {
    const other = gzipSync(gunzipSync(await bytes()), { level: 1 });
    const named = { file: 'of-today.bin', bytes: other.length, sha256: sha256(other) };
    const root = JSON.parse(await text(index)) as { chunks: object[] };
    const files: Others = { [chunkPath()]: undefined };
    const { store, before, loading } = await ask(files);
    files[index] = JSON.stringify({ ...root, chunks: [{ ...root.chunks[0], ...named }] });
    files['observations.pack/of-today.bin'] = other;
    await loading;
    const now = store.ready();
    expect(now).not.toBe(before);
    expect(now.missing()).toEqual([0]);
    await store.loadBlocks(now, [0]);
    expect(now.allObservations()).toHaveLength(14_025);
    expect(issues()).toEqual([]);
  });
});
