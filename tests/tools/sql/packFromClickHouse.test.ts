/** Against two real servers, shards of one cluster; where Debian's clickhouse-server isn't installed nothing is tested here. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLUSTER, hasClickHouse, OWNER, READER, type Shards, startShards } from '../../../tools/bench/clickHouseShards';
import { dataPack } from '../../../tools/dataPack';
import { demoRows, documentedSql, FIELDS, packFiles, tabSeparated, writeFolder } from './rowsOfDemo';

const NOT_THERE = '没有装 clickhouse-server，这一项没有测（apt-get install clickhouse-server）';

let dir = '';
let shards: Shards | undefined;
const at = (...parts: readonly string[]) => join(dir, ...parts);
const address = (more = '') => `clickhouse://127.0.0.1:${shards!.ports[0]}/health${more}`;
const pack = (source: string, out: string, ...more: readonly string[]) =>
  dataPack(['--from', at('odd'), '--source', source, '--out', at(out), '--force', ...more]);

beforeAll(async () => {
  if (!hasClickHouse) return;
  dir = await mkdtemp(join(tmpdir(), 'kanban-click-'));
  const rows = demoRows(true);
  writeFolder(at('odd'), rows);
  shards = await startShards();
  const sql = documentedSql();
  for (const shard of [0, 1] as const) {
    for (const one of sql.shard) await shards.tell(shard, one);
    // Each place is on one of them, the last rows first.
    const own = rows.filter(({ place = '' }) => place.charCodeAt(place.length - 1) % 2 === shard).reverse();
    await shards.tell(shard, `INSERT INTO health.local (${FIELDS.join(', ')}) FORMAT TabSeparated`, tabSeparated(own));
  }
  await shards.tell(0, sql.asked);
});

afterAll(async () => {
  await shards?.stop();
  if (dir) await rm(dir, { recursive: true });
});

beforeEach((context) => {
  if (!hasClickHouse) context.skip(NOT_THERE);
  vi.stubEnv('CLICKHOUSE_USER', READER.user);
  vi.stubEnv('CLICKHOUSE_PASSWORD', READER.password);
});

function asOwner(): void {
  vi.stubEnv('CLICKHOUSE_USER', OWNER.user);
  vi.stubEnv('CLICKHOUSE_PASSWORD', OWNER.password);
}

describe('npm run data:pack --source of two ClickHouse shards', () => {
  it('gives the very chunks of the table with the same rows, and leaves out the same ones for the same reasons', async () => {
    expect((await dataPack(['--from', at('odd'), '--out', at('plain'), '--force'])).exitCode).toBe(0);
    const { lines, exitCode } = await pack(address(), 'click');
    expect([exitCode, lines.at(-2)!.slice(0, 26)]).toEqual([0, '1416行，采用1405个数，没有采用11行；数据包']);
    const [plain, click] = [packFiles(at('plain')), packFiles(at('click'))];
    expect(click.chunks).toEqual(plain.chunks);
    expect(click.index.issues).toEqual(plain.index.issues);
  });

  it('asks all shards of a cluster itself, without a Distributed table', async () => {
    await pack(address(), 'click');
    const { lines } = await pack(address(`?cluster=${CLUSTER}`), 'none', '--table', 'local');
    expect(lines[0]).toMatch(
      /：这个用户只能读（readonly），不能用地址里的 cluster，请改读 Distributed 表，或者换一个用户。$/
    );
    asOwner();
    expect((await pack(address(`?cluster=${CLUSTER}`), 'cluster', '--table', 'local')).exitCode).toBe(0);
    expect(packFiles(at('cluster')).index).toEqual(packFiles(at('click')).index);
  });

  it('asks for an indicator whose id has a quote and a backslash in it', async () => {
    const odd = "it's \\ odd";
    const blank = FIELDS.map((name) => (name === 'indicator' ? odd : name === 'line' || name === 'value' ? '\\N' : ''));
    await shards!.tell(1, 'CREATE TABLE health.odd AS health.local ENGINE = Memory');
    await shards!.tell(0, 'CREATE TABLE health.odd AS health.local ENGINE = Memory');
    const line = FIELDS.map((name, i) =>
      /^(value|lower|upper|numerator|denominator|line)$/.test(name) ? '\\N' : blank[i]!.replace(/\\/g, '\\\\')
    );
    await shards!.tell(0, `INSERT INTO health.odd (${FIELDS.join(', ')}) FORMAT TabSeparated`, `${line.join('\t')}\n`);
    const { lines, exitCode } = await pack(address(), 'odd-ids', '--table', 'odd');
    expect(exitCode).toBe(1);
    expect(lines.at(-2)).toBe('表里的1行一行也没有读入。');
  });

  it.each<[string, () => string, readonly string[], string]>([
    ['another table', () => address(), ['--table', 'nothing'], '没有这张表，请核对 --table。'],
    ['another database', () => address().replace('/health', '/wealth'), [], '没有这个库，请核对地址。'],
    ['another cluster', () => address('?cluster=other'), ['--table', 'local'], '没有这个集群，请核对地址里的 cluster。']
  ])('names %s', async (_, source, more, why) => {
    asOwner();
    const { lines, exitCode } = await pack(source(), 'none', ...more);
    const where = `ClickHouse（127.0.0.1:${shards!.ports[0]}）：`;
    expect([lines[0], lines.at(-1), exitCode]).toEqual([`${where}${why}`, '没有做数据包，原来的没有动。', 1]);
    expect(await readdir(dir)).not.toContain('none');
  });

  it('names a wrong password, and never says it', async () => {
    vi.stubEnv('CLICKHOUSE_PASSWORD', 'not-the-password');
    const { lines, exitCode } = await pack(address(), 'none');
    expect(lines[0]).toContain('用户名或密码不对，请核对环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD。');
    expect(lines.join('\n')).not.toContain('not-the-password');
    expect(exitCode).toBe(1);
  });

  it('says that a shard is gone, and leaves the pack as it was', async () => {
    await pack(address(), 'click');
    const before = await readFile(at('click', 'datapackage.json'));
    shards!.processes[1]!.kill('SIGKILL');
    const { lines, exitCode } = await pack(address(), 'click');
    expect(lines[0]).toMatch(/：有分片(连不上|没有应答)，请核对各分片是不是都开着。$/);
    expect(exitCode).toBe(1);
    expect(await readFile(at('click', 'datapackage.json'))).toEqual(before);
    expect(packFiles(at('click')).chunks).toHaveLength(1);
  });
});
