import { copyFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/datasets/loadDataset';
import { fetchFromFolder } from '../../../tools/dataFolder';
import { dataPack } from '../../../tools/dataPack';
import { duckDb, openDuckDb } from '../../../tools/sql/duckdb';
import { contentOf, readBlocks } from '../../fixtures/packContent';
import { demoRows, packFiles, writeDuckDb, writeFolder } from './rowsOfDemo';

const found = await duckDb();

let dir = '';
/** What was said when odd.duckdb was packed into `duck`; the pack itself is left as it is, and copied where one goes on with it. */
let said: readonly string[] = [];
const at = (...parts: readonly string[]) => join(dir, ...parts);
const pack = (source: string, out: string, ...more: readonly string[]) =>
  dataPack(['--from', at('odd'), '--source', at(source), '--out', at(out), '--force', ...more]);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kanban-duck-'));
  writeFolder(at('odd'), demoRows(true));
  if (!found) return;
  await writeDuckDb(at('odd'), at('odd.duckdb'), at('odd.parquet'));
  await dataPack(['--from', at('odd'), '--out', at('plain'), '--force']);
  said = (await pack('odd.duckdb', 'duck')).lines;
});

afterAll(() => rm(dir, { recursive: true }));

async function alter(file: string, sql: string): Promise<void> {
  const instance = await (await duckDb())!.DuckDBInstance.create(at(file), {});
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const packOf = (out: string) => packFiles(at(out));

describe('npm run data:pack --source of DuckDB', () => {
  beforeEach((context) => {
    if (!found) context.skip('没有装 @duckdb/node-api，这一项没有测（npm ci 不带 --omit=optional）');
  });

  it('gives the very chunks of the table with the same rows, and leaves out the same ones for the same reasons', () => {
    const [plain, duck] = [packOf('plain'), packOf('duck')];
    expect(duck.chunks).toEqual(plain.chunks);
    expect(duck.index.issues).toEqual(plain.index.issues);
    expect(duck.index.summary).toEqual(plain.index.summary);
    expect([duck.index.found, duck.index.rows]).toEqual([1_416, 1_405]);
    expect(duck.index.issues.map(({ column, value, rule }) => [column, value, rule])).toEqual(LEFT_OUT);
  });

  it('gives the same pack from Parquet and from CSV', async () => {
    expect((await pack('odd.parquet', 'parquet')).exitCode).toBe(0);
    expect((await pack('odd/observations.csv', 'csv')).exitCode).toBe(0);
    const duck = packOf('duck');
    expect(packOf('parquet').index).toEqual(duck.index);
    // A table of texts has its lines in another order.
    expect(packOf('csv').index.found).toBe(1_416);
  });

  it('is the dataset that the table gives, for a page that finds no table', async () => {
    const fetchBytes = fetchFromFolder(at('duck'));
    const packed = await loadDataset({ fetchBytes, packs: true });
    await readBlocks(packed, fetchBytes);
    const plain = await loadDataset({ fetchBytes: fetchFromFolder(at('plain')) });
    expect(contentOf(packed)).toEqual(contentOf(plain));
    expect(await readdir(at('duck'))).not.toContain('observations.csv');
  });

  it('names the rows left out by what stands in them', () => {
    expect(said).toContain(
      'observations.csv 第34行 “status”列，值“大概”：“大概”不在可填的值里（枚举）。只能填：实际、预计、存疑、原文错误、缺字、未报、不适用。（这一行：hospital-visits | nizhou | 2022-01 | 数值）'
    );
    expect(said).toContain(
      'observations.csv 第1417行 “indicator”列，值“nobody-knows”：indicators.csv里没有“nobody-knows”（外键）。请核对有没有写错；确实是新的，请先在indicators.csv里添一行。（这一行：nobody-knows | nizhou | 2022-01 | 数值）'
    );
    expect(said.at(-2)).toMatch(
      /^1416行，采用1405个数，没有采用11行；数据包 observations\.[0-9a-f]{16}\.pack：6个文件，共0\.1 MB。$/
    );
  });

  it('keeps the pack before the new one, and no older one', async () => {
    const folders = async () => (await readdir(at('kept'))).filter((name) => name.startsWith('observations'));
    await cp(at('duck'), at('kept'), { recursive: true });
    const [first] = await folders();
    await alter('odd.duckdb', "UPDATE observations SET value = 77 WHERE written = '一遍'");
    await pack('odd.duckdb', 'kept');
    const two = await folders();
    expect(two).toHaveLength(2);
    expect(two).toContain(first);
    await alter('odd.duckdb', "UPDATE observations SET value = 78 WHERE written = '一遍'");
    await pack('odd.duckdb', 'kept');
    expect(await folders()).toHaveLength(2);
    expect(await folders()).not.toContain(first);
  });

  it('mends a pack of the same rows that has lost a chunk', async () => {
    await pack('odd.duckdb', 'mended');
    const { index } = packOf('mended');
    const folder = (await readdir(at('mended'))).find((name) => name.endsWith('.pack'))!;
    await rm(at('mended', folder, index.chunks[0]!.file));
    await pack('odd.duckdb', 'mended');
    expect(packOf('mended').chunks).toHaveLength(1);
  });

  it('takes away a table and a pack that were made of it', async () => {
    await cp(at('plain'), at('turned'), { recursive: true });
    await pack('odd.duckdb', 'turned');
    await pack('odd.duckdb', 'turned');
    expect((await readdir(at('turned'))).filter((name) => /^observations(\.csv|\.pack)/.test(name))).toEqual([]);
  });

  it('reads another table where it is asked to', async () => {
    await alter('odd.duckdb', 'CREATE VIEW "月报" AS SELECT * FROM observations LIMIT 1400');
    const { lines } = await pack('odd.duckdb', 'view', '--table', '月报');
    expect(lines.at(-2)).toMatch(/^1400行/);
  });

  it.each<[string, string, string]>([
    [
      'a table that has lost most of its rows',
      'DELETE FROM observations WHERE rowid > 500',
      '表里有501行，现在的数据包是照1416行做的，少了一半以上，可能没有入完库。确实如此的，请加 --force。'
    ],
    ['an empty table', 'DELETE FROM observations', '表里没有一行数据。'],
    [
      'a view that reads a file',
      `CREATE OR REPLACE VIEW observations AS SELECT * FROM read_csv('package.json')`,
      'DuckDB读不成（'
    ],
    [
      'a table without a column that is needed',
      'ALTER TABLE observations DROP COLUMN status',
      'observations.csv 第1行，值“indicator,place,period,part,measure,source,value,lower,upper,numerator,denominat”：表头里缺少必需的列：status（状态）（缺列）。'
    ],
    [
      'ids that are numbers',
      'ALTER TABLE observations ALTER indicator TYPE INTEGER USING 1',
      '“indicator”列不是文本，请改成文本，或另建一个视图。'
    ],
    ['another table', 'ALTER TABLE observations RENAME TO others', 'DuckDB里没有这张表，请核对 --table。']
  ])('refuses %s, and leaves the pack as it was', async (_, sql, why) => {
    await rm(at('bad.duckdb'), { force: true });
    await copyFile(at('odd.duckdb'), at('bad.duckdb'));
    const before = packOf('duck');
    const isView = sql.includes('OR REPLACE VIEW');
    await alter('bad.duckdb', isView ? 'DROP TABLE observations CASCADE' : sql);
    if (isView) await alter('bad.duckdb', sql);
    const { lines, exitCode } = await dataPack([
      '--from',
      at('odd'),
      '--source',
      at('bad.duckdb'),
      '--out',
      at('duck')
    ]);
    expect([lines[0]!.slice(0, why.length), lines.at(-1), exitCode]).toEqual([why, '没有做数据包，原来的没有动。', 1]);
    expect(packOf('duck')).toEqual(before);
  });

  it('refuses a place that is a file', async () => {
    const { lines, exitCode } = await pack('odd.duckdb', 'odd.parquet');
    expect([lines[0], exitCode]).toEqual(['新文件夹的位置上是一个文件，请核对 --out。', 1]);
  });

  it('refuses what is no database', async () => {
    await writeFile(at('no.duckdb'), 'indicator,place\n'.repeat(1000));
    await writeFile(at('no.parquet'), 'PAR1, but nothing else that would be Parquet');
    await writeFile(at('no.csv'), new Uint8Array([0xd6, 0xb8, 0x2c, 0xb1, 0xea, 0x0a, 0xd6, 0xb8, 0x2c, 0xb1, 0x0a]));
    const first = async (source: string) => (await pack(source, 'none')).lines[0];
    expect(await first('no.duckdb')).toBe(`“${at('no.duckdb')}”不是 DuckDB 的数据库文件，或者是更新的版本写的。`);
    expect(await first('no.parquet')).toBe('DuckDB不是完整的 Parquet 文件。');
    expect(await first('no.csv')).toBe(`“${at('no.csv')}”不是 UTF-8，请另存为 UTF-8，或改用 --from。`);
    expect(await first('none.duckdb')).toBe(`没有“${at('none.duckdb')}”这个文件，请核对 --source。`);
  });
});

/** Of the thirteen odd rows those that are left out, in the order of the table: by column, what stands there, and rule. */
const LEFT_OUT: readonly (readonly (string | undefined)[])[] = [
  ['place', 'atlantis', '外键'],
  ['source', 'nowhere', '外键'],
  ['status', '大概', '枚举'],
  // A remark: the row stays.
  ['note', '�', '乱码'],
  [
    'indicator+place+period+measure+source+line+written',
    'hospital-visits | nizhou | 2022-01 | 数值 | t2023-01 | 3 | 一遍',
    '主键重复'
  ],
  ['section', '\u0007', '字符'],
  ['line', undefined, '必填'],
  ['status', undefined, '数值或原因'],
  ['value', undefined, '数值或原因'],
  ['period', '2023-13', '时期'],
  ['place', '例宁县', '外键'],
  ['indicator', 'nobody-knows', '外键']
];

describe('npm run data:pack --source', () => {
  it('says what to do where DuckDB is not installed', async () => {
    await expect(openDuckDb('a.duckdb', 'observations', () => Promise.resolve(undefined))).rejects.toThrow(
      '这台机器上没有装 DuckDB，请在本文件夹运行 npm ci（不要带 --omit=optional）；这种系统没有它的，请改用 --from 文件夹'
    );
  });

  it.each([
    [['--source', 'a.xlsx'], '--source 请写 .duckdb、.parquet 或 .csv 文件，或者 clickhouse://主机:端口/库。'],
    [['--table', 'a'], '--table 要和 --source 一起写。'],
    [['--source', 'a.duckdb', '--table', 'a"; DROP'], '表名只能用字母、汉字、数字和下划线。'],
    [['--source', 'clickhouse://a/b', '--table', 'a.b'], '表名只能用字母、汉字、数字和下划线。'],
    [['--source', 'clickhouse://a/b;c'], '库名、集群名只能用字母、数字和下划线。请写成'],
    [['--source', 'clickhouse://a/b?cluster=x(y'], '库名、集群名只能用字母、数字和下划线。请写成'],
    [['--source', 'clickhouse://a/b?password=x'], '地址里有不认识的“password”。请写成'],
    [['--source', 'clickhouse://'], '地址读不懂。请写成']
  ])('refuses %j', async (args, why) => {
    const { lines, exitCode } = await dataPack(['--from', 'data', '--out', 'elsewhere', ...args]);
    expect(lines[0]!.slice(0, why.length)).toBe(why);
    expect(exitCode).toBe(2);
  });

  it('never takes a password out of an address, nor repeats it', async () => {
    const { lines, exitCode } = await dataPack([
      ...['--from', 'data', '--out', 'elsewhere', '--source', 'clickhouse://user:pass-word@a/b']
    ]);
    expect(lines[0]).toBe('用户和密码不要写在地址里，请放在环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD 里。');
    expect(lines.join()).not.toContain('pass-word');
    expect(exitCode).toBe(2);
  });

  it('wants another folder for what it makes', async () => {
    const { lines } = await dataPack(['--from', 'data', '--out', 'data', '--source', 'a.duckdb']);
    expect(lines[0]).toBe('从数据库做，新文件夹要另外一个，不能就是数据文件夹。');
  });
});
