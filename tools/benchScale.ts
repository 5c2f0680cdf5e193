// `npm run bench:scale`: what the page costs with very many numbers, beside the time in which PapaParse alone reads the
// same file in the same browser. `-- city tasks` measures only these shapes; `-- --built` takes dist/ as it is.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { median } from './bench/statistics';
import { type Shape, SHAPES } from './bench/scale/shapes';
import { writeSite } from './bench/scale/site';
import { metric, walk, type Walk } from './bench/scale/walk';
import { findBrowser } from './browser/findBrowser';
import { launchBrowser } from './browser/launch';
import { startServer } from './serve.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROUNDS = 3;

const ROUTES = [
  ['首图', '#/places'],
  ['换指标', '#/places?i=i7'],
  ['总览', '#/'],
  ['时期对比', '#/periods'],
  ['小图', '#/periods?tab=facets'],
  ['多项变化', '#/periods?tab=changes'],
  ['热力表', '#/places?tab=heat'],
  ['热力表换次序', '#/places?tab=heat&col=p0&row=i3'],
  ['任务完成', '#/progress'],
  ['挂图', '#/progress?tab=matrix'],
  ['计划', '#/progress?tab=plans'],
  ['督办', '#/progress?tab=supervise'],
  ['合计', '#/progress?tab=sums'],
  ['地区画像', '#/profile?place=p0'],
  ['数据', '#/data'],
  ['自查', '#/data?tab=audit']
] as const;

/** ms, by the clock and of the page's own thread. */
interface Cost {
  readonly took: number;
  readonly cpu: number;
}

/** What it costs PapaParse to read the largest table of a folder, on a page that has nothing else. */
async function parseAlone(browser: Browser, url: string, file: string): Promise<Cost> {
  const page = await browser.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${url}papa.html`);
    const before = await metric(session, 'TaskDuration');
    const took = await page.evaluate(async (name) => {
      const text = await (await fetch(`data/${name}`)).text();
      const start = performance.now();
      (window as unknown as { Papa: { parse(text: string, options: object): unknown } }).Papa.parse(text, {
        header: true
      });
      return performance.now() - start;
    }, file);
    return { took, cpu: ((await metric(session, 'TaskDuration')) - before) * 1000 };
  } finally {
    await page.close();
  }
}

/** dist/ with the data of a shape, and beside it the page that only parses. */
async function siteOf(shape: Shape, dir: string): Promise<void> {
  await writeSite(ROOT, shape, dir);
  cpSync(join(ROOT, 'node_modules/papaparse/papaparse.min.js'), join(dir, 'papa.js'));
  writeFileSync(join(dir, 'papa.html'), '<!doctype html><meta charset="utf-8" /><script src="papa.js"></script>');
}

async function measure(browser: Browser, shape: Shape): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'kanban-scale-'));
  await siteOf(shape, dir);
  const server = await startServer({ root: dir });
  try {
    const walks: Walk[] = [];
    const alone: Cost[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(await parseAlone(browser, server.url, shape.tasks > 0 ? 'progress.csv' : 'observations.csv'));
      walks.push(await walk(browser, server.url, ROUTES));
    }
    print(shape, walks, { took: median(alone.map((one) => one.took)), cpu: median(alone.map((one) => one.cpu)) });
  } finally {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function print(shape: Shape, walks: readonly Walk[], alone: Cost): void {
  const { places, indicators, months, tasks } = shape;
  console.log(`\n${shape.title}：${places} 个地区 × ${indicators} 项指标 × ${months} 个月，任务 ${tasks} 行。`);
  console.log(
    `PapaParse 单独读最大的一张表：${alone.took.toFixed(0)} ms，处理器 ${alone.cpu.toFixed(0)} ms。堆 ${(median(walks.map((w) => w.heap)) / 1e6).toFixed(0)} MB。\n`
  );
  console.log('| 画面 | 用时 ms | 倍 | 主线程处理器 ms | 倍 | 最长一段不应答 ms |\n|---|---:|---:|---:|---:|---:|');
  ROUTES.forEach(([name], i) => {
    const of = (key: 'took' | 'cpu' | 'block') => median(walks.map((w) => w.steps[i]![key]));
    console.log(
      `| ${name} | ${of('took').toFixed(0)} | ${(of('took') / alone.took).toFixed(1)} | ${of('cpu').toFixed(0)} | ${(of('cpu') / alone.cpu).toFixed(1)} | ${of('block').toFixed(0)} |`
    );
  });
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !SHAPES.some((shape) => shape.name === name));
  if (unknown.length > 0)
    throw new Error(`没有这样的规模：${unknown.join('、')}。可用：${SHAPES.map((s) => s.name).join('、')}。`);
  if (!args.includes('--built')) await build({ root: ROOT, logLevel: 'warn' });
  if (!existsSync(join(ROOT, 'dist', 'index.html'))) throw new Error('没有找到构建好的页面，请先运行 npm run build。');
  const engine = await findBrowser();
  console.log(
    `浏览器：${engine.label}；处理器：${cpus().length} 核；Node ${process.versions.node}；各测 ${ROUNDS} 次，取中位数。`
  );
  const browser = await launchBrowser(engine);
  try {
    for (const shape of SHAPES) if (names.length === 0 || names.includes(shape.name)) await measure(browser, shape);
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
