import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDataset, type LoadResult } from '../../../src/datasets/loadDataset';
import type { FetchBytes } from '../../../src/datasets/loadEffects';
import { AbsentFileError } from '../../../src/datasets/fileError';
import { PACK_INDEX } from '../../../src/datasets/pack/format';
import type { Batch } from '../../../src/domain/batch/batch';
import { fetchFromFolder } from '../../../tools/dataFolder';
import { dataPack } from '../../../tools/dataPack';
import { contentOf, readBlocks } from '../../fixtures/packContent';
import { fixtureFolder } from '../../fixtures/readFolder';

let dir = '';
let chunk = '';
const index = `observations.pack/${PACK_INDEX}`;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kanban-pack-'));
  await dataPack(['--from', fixtureFolder('data/demo'), '--out', dir, '--force']);
  chunk = (await readdir(join(dir, 'observations.pack'))).find((name) => /^[0-9a-f]+\.bin$/.test(name))!;
});

afterAll(() => rm(dir, { recursive: true }));

/** The files of the packed folder, some of them others or (undefined) not there; notes what was asked for. */
function folder(
  others: Readonly<Record<string, Uint8Array | string | undefined>> = {},
  asked: string[] = []
): FetchBytes {
  const read = fetchFromFolder(dir);
  return async (path) => {
    asked.push(path);
    if (!(path in others)) return read(path);
    const other = others[path];
    if (other === undefined) throw new AbsentFileError('文件不存在');
    return typeof other === 'string' ? new TextEncoder().encode(other) : other;
  };
}
const text = (path: string) => readFile(join(dir, path), 'utf8');
/** A batch that takes out the first row of the table. */
async function oneRowLess(): Promise<Batch> {
  const [first, row] = (await text('observations.csv')).split('\n').map((line) => line.split(','));
  const before = Object.fromEntries(first!.map((name, i) => [name, row![i]!]));
  return {
    ...{ id: '2024-05-06-1a2b3c4d', made: '2024-05-06T08:00:00Z', kind: '手工', title: '删一行', files: [] },
    ...{ base: '', decisions: [], changes: [{ table: 'observations', before, after: null }] }
  } as never;
}
const packIssues = ({ issues }: LoadResult) => issues.filter(({ rule }) => rule === '数据包');
const chunkPath = () => `observations.pack/${chunk}`;
const size = (result: LoadResult) => (result.kind === 'ok' ? result.dataset.size : undefined);

describe('a package with a pack', () => {
  it('is the very dataset that its tables give, without asking for the large one', async () => {
    const asked: string[] = [];
    const fetchBytes = folder({}, asked);
    const packed = await loadDataset({ fetchBytes, packs: true });
    expect(asked.filter((path) => path.startsWith('observations'))).toEqual([index]);
    await readBlocks(packed, fetchBytes);
    expect(asked.filter((path) => path.startsWith('observations'))).toEqual([index, chunkPath()]);
    expect(size(packed)).toBe(14_025);
    const plain = await loadDataset({ fetchBytes: fetchFromFolder(fixtureFolder('data/demo')) });
    expect(contentOf(packed)).toEqual(contentOf(plain));
  });

  it('is read from its tables by what checks tables', async () => {
    const asked: string[] = [];
    const result = await loadDataset({ fetchBytes: folder({}, asked) });
    expect(asked).toContain('observations.csv');
    expect(asked.filter((path) => path.startsWith('observations.pack'))).toEqual([]);
    expect(size(result)).toBe(14_025);
  });

  it('is read from its tables where a batch changes them', async () => {
    const asked: string[] = [];
    const batch = await oneRowLess();
    await loadDataset({ fetchBytes: folder({}, asked), packs: true, batches: () => Promise.resolve([batch]) });
    expect(asked).toContain('observations.csv');
    expect(asked.filter((path) => path.startsWith('observations.pack'))).toEqual([]);
  });

  it('is shown without the changes of a batch where there is no table that they could lie on, and that is said', async () => {
    const batch = await oneRowLess();
    const fetchBytes = folder({ 'observations.csv': undefined });
    const result = await loadDataset({ fetchBytes, packs: true, batches: () => Promise.resolve([batch]) });
    expect(size(result)).toBe(14_025);
    expect(result.issues).toEqual([
      {
        level: '错误',
        file: 'observations.csv',
        rule: '批次',
        why: '数据包旁边没有读到 observations.csv，上新里改到它的各批没有叠上去',
        todo: '数据包是从数据库做的，请把改动写进数据库，重新做，再在“变动”里撤回这几批；不是的，请把 observations.csv 放回去。',
        wholeFile: true
      }
    ]);
  });

  it('leaves out the rows of a place that its table has no more, and says how many', async () => {
    const places = (await text('places.csv')).split('\n').filter((row) => !row.startsWith('lining,'));
    const others = { 'places.csv': places.join('\n') };
    const packed = await loadDataset({ fetchBytes: folder(others), packs: true });
    const plain = await loadDataset({ fetchBytes: folder(others) });
    expect(packed.issues.filter(({ file }) => file === 'observations.csv')).toEqual([
      {
        level: '错误',
        file: 'observations.csv',
        column: 'place',
        value: 'lining',
        rule: '外键',
        why: '没有编号是“lining”的地区，它的944行没有读入',
        todo: '请核对编号有没有写错，改好后重新做数据包。'
      }
    ]);
    expect(size(packed)).toBe(14_025 - 944);
    expect(size(plain)).toBe(14_025 - 944);
  });
});

describe('a pack that is of no use', () => {
  const altered = async (change: (root: { source: object; summary: { indicators: object[] } }) => object) =>
    JSON.stringify({ ...JSON.parse(await text(index)), ...change(JSON.parse(await text(index))) });

  it.each<[string, () => Promise<Record<string, Uint8Array | string | undefined>>, string, string]>([
    [
      'another form',
      async () => ({ [index]: await altered(() => ({ formatVersion: 1 })) }),
      index,
      '是第1版格式，这个程序只认第3版'
    ],
    [
      'another dataset',
      async () => ({ [index]: await altered(() => ({ dataset: '邻县' })) }),
      index,
      '是另一个数据集“邻县”的'
    ],
    [
      'an older version',
      async () => ({ [index]: await altered(() => ({ version: '1' })) }),
      index,
      '是数据第1版的，现在是第'
    ],
    [
      'another table',
      async () => ({
        [index]: await altered(({ source }) => ({ source: { ...source, sha256: '0'.repeat(64) } }))
      }),
      index,
      '不是照现在这份 observations.csv 做的'
    ],
    ['no directory', async () => ({ [index]: undefined }), index, '文件不存在'],
    [
      'a directory that was cut',
      async () => ({ [index]: (await text(index)).slice(0, 200) }),
      index,
      '不是合格的 JSON'
    ],
    [
      'a directory that says more places than it has bits for',
      async () => ({
        [index]: await altered(({ summary }) => ({
          summary: { ...summary, indicators: summary.indicators.map((one) => ({ ...one, reports: 'AA==' })) }
        }))
      }),
      index,
      '目录里的概要合不上'
    ]
  ])('%s: it is named, and the table is read', async (_, make, file, why) => {
    const result = await loadDataset({ fetchBytes: folder(await make()), packs: true });
    expect(size(result)).toBe(14_025);
    expect(packIssues(result)).toHaveLength(1);
    const [issue] = packIssues(result);
    expect(issue).toMatchObject({ level: '提醒', file: file === 'chunk' ? chunkPath() : file });
    expect(issue!.why).toContain(why);
    expect(issue!.todo).toBe(
      '已经改读 observations.csv，会慢一些。请重新运行 npm run data:pack，把做好的数据包整个复制过去。'
    );
  });

  it('without the table beside it both are named, and nothing is shown', async () => {
    const others = { [index]: undefined, 'observations.csv': undefined };
    const result = await loadDataset({ fetchBytes: folder(others), packs: true });
    expect(result.kind).toBe('failed');
    expect(result.issues.map(({ level, file, rule }) => [level, file, rule])).toEqual([
      ['错误', index, '数据包'],
      ['错误', 'observations.csv', '缺文件']
    ]);
  });

  it('a path that leads out of the folder is no pack', async () => {
    const root = JSON.parse(await text('datapackage.json')) as { resources: { name: string; pack?: string }[] };
    for (const resource of root.resources) if (resource.pack) resource.pack = '../observations.pack/index.json';
    const result = await loadDataset({ fetchBytes: folder({ 'datapackage.json': JSON.stringify(root) }), packs: true });
    expect(size(result)).toBe(14_025);
    expect(result.issues.map(({ why }) => why)).toEqual([
      '“observations”的 pack“../observations.pack/index.json”不是同一文件夹里的文件名，没有读数据包'
    ]);
  });
});

describe('npm run data:pack', () => {
  it('gives the same files again, and removes what the one before the last had', async () => {
    const names = async () => (await readdir(join(dir, 'observations.pack'))).sort();
    const before = await names();
    await writeFile(join(dir, 'observations.pack/0123456789abcdef.bin'), 'of long ago');
    const report = await dataPack(['--from', fixtureFolder('data/demo'), '--out', dir, '--force']);
    expect(report.exitCode).toBe(0);
    expect(await names()).toEqual(before);
  });

  it('leaves a small dataset as it is', async () => {
    const out = join(dir, '../kanban-pack-none');
    const report = await dataPack(['--from', fixtureFolder('data/demo'), '--out', out]);
    expect(report).toEqual({
      lines: ['只有14025个数，照原样放就很快，没有做数据包（要做，请加 --force；满50000个数才用得着）。'],
      exitCode: 0
    });
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it.each([
    [['--from', 'data'], '要写明从哪个文件夹读（--from）、写到哪个文件夹（--out）。'],
    [['--from', 'data', '--out', 'data/new'], '新文件夹不能在数据文件夹里面。'],
    [['--of', 'data'], '有不认识的参数。']
  ])('refuses %j', async (args, why) => {
    const { lines, exitCode } = await dataPack(args);
    expect(lines[0]).toBe(why);
    expect(exitCode).toBe(2);
  });
});
