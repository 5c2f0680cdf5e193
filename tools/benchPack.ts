// `npm run bench:pack`: what it costs to make the pack of a nation from DuckDB and, where clickhouse-server is installed,
// from two ClickHouse shards: time, peak resident memory of the command, bytes. `-- province` takes a smaller one,
// `-- clickhouse` leaves DuckDB out.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasClickHouse, READER, startShards } from './bench/clickHouseShards';
import { carryToClickHouse, makeInDuckDb } from './bench/packData';
import { type Shape, SHAPES, writeShape } from './bench/scale/shapes';

const NATION: Shape = { name: 'nation', title: '全国县区五年', places: 2850, indicators: 100, months: 60, tasks: 0 };

const ROOT = join(import.meta.dirname, '..');

/** Printed by the command itself at its end: peak resident memory, MB, and processor time, s. */
const METER = `data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();
console.log("METER",Math.round(maxRSS/1e3),Math.round((userCPUTime+systemCPUTime)/1e6))})`;

interface Cost {
  readonly seconds: number;
  /** Of the command alone, not of a server. */
  readonly processor: number;
  readonly peak: number;
  /** The last lines that the command said. */
  readonly said: string;
}

async function packOnce(from: string, source: string, out: string): Promise<Cost> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--import', METER, '--import', 'tsx', join(ROOT, 'tools/dataPack.ts')],
      ...['--from', from, '--source', source, '--out', out, '--force']
    ],
    {
      ...{ cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
      env: { ...process.env, CLICKHOUSE_USER: READER.user, CLICKHOUSE_PASSWORD: READER.password }
    }
  );
  let said = '';
  child.stdout!.on('data', (piece: Buffer) => (said += piece.toString()));
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(said);
  const seconds = (performance.now() - start) / 1000;
  const [, peak, processor] = /METER (\d+) (\d+)/.exec(said) ?? [];
  const [result = ''] = said.split('\n').filter((line) => line.includes('数据包'));
  return { seconds, processor: Number(processor), peak: Number(peak), said: result };
}

/** What the index of the one pack in a folder says. */
function indexOf(out: string): string {
  const folder = readdirSync(out).find((name) => name.endsWith('.pack'))!;
  return readFileSync(join(out, folder, 'index.json'), 'utf8');
}

function print(name: string, { seconds, processor, peak, said }: Cost): void {
  console.log(`| ${name} | ${seconds.toFixed(0)} | ${processor} | ${peak} | ${said} |`);
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${what}：${((performance.now() - start) / 1000).toFixed(1)} 秒`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const onlyClickHouse = args.includes('clickhouse');
  const [name = 'nation'] = args.filter((arg) => arg !== 'clickhouse');
  const shape = [NATION, ...SHAPES].find((one) => one.name === name);
  if (!shape) throw new Error(`没有这样的规模：${name}。`);
  const dir = mkdtempSync(join(tmpdir(), 'kanban-bench-pack-'));
  const { places, indicators, months } = shape;
  console.log(
    `${shape.title}：${places}×${indicators}×${months}；${cpus().length} 核；Node ${process.versions.node}。`
  );
  try {
    const [from, file] = [join(dir, 'from'), join(dir, 'rows.duckdb')];
    mkdirSync(from);
    writeShape({ ...shape, months: 0 }, from, join(ROOT, 'data', 'datapackage.json'));
    await timed('在 DuckDB 里造数', () => makeInDuckDb(shape, file));
    const duck = onlyClickHouse ? undefined : await packOnce(from, file, join(dir, 'duck'));
    console.log('\n| 来源 | 用时 秒 | 处理器 秒 | 最多占内存 MB | 结果 |\n|---|---:|---:|---:|---|');
    if (duck) print('DuckDB', duck);
    if (!hasClickHouse)
      return console.log('没有装 clickhouse-server，ClickHouse 没有测（apt-get install clickhouse-server）。');
    const shards = await startShards();
    try {
      await timed('送进 ClickHouse', () => carryToClickHouse(file, dir, shards));
      const click = await packOnce(from, `clickhouse://127.0.0.1:${shards.ports[0]}/health`, join(dir, 'click'));
      print('ClickHouse（两个分片）', click);
      if (!duck) return;
      const isSame = indexOf(join(dir, 'duck')) === indexOf(join(dir, 'click'));
      console.log(isSame ? '两个数据包的目录和各块校验值完全相同。' : '两个数据包不一样！');
      if (!isSame) process.exitCode = 1;
    } finally {
      await shards.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
