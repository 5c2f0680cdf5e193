// `npm run bench:import`: what 上新 costs with files as large as anybody brings, until they are kept and read again: time,
// the longest time in which the page answers to nothing, and memory. `-- csv` or `-- xlsx` measures only one; `-- --built`
// takes dist/ as it is; `-- --heap=700` lets scripts hold so many MB at most, as on a machine with little memory: without
// a limit an engine with memory to spare leaves what nobody needs any more lying about, and that is counted too.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { csvOf, xlsxOf } from './bench/import/files';
import { findBrowser } from './browser/findBrowser';
import { launchBrowser } from './browser/launch';
import { startServer } from './serve.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PATIENCE = 600_000;

const FILES = [
  { kind: 'xlsx', title: '20万行 .xlsx', rows: 200_000, make: xlsxOf },
  { kind: 'csv', title: '100万行 .csv', rows: 1_000_000, make: csvOf }
] as const;

interface Step {
  readonly name: string;
  readonly took: number;
  /** The longest time that the page answered to nothing, ms; 0 below 50. */
  readonly block: number;
  /** Most bytes that scripts of the page held, as seen ten times a second. */
  readonly heap: number;
  /** Most memory that the process of the page had taken by then, its workers included, bytes; 0 where it can't be told. */
  readonly resident: number;
  /** Most of it, as seen ten times a second, that is the page's and its workers' own: without the browser's program. */
  readonly own: number;
}

/** Runs in the page before its own scripts. */
const PROBE = `(function () {
  window.__block = 0;
  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (one) { window.__block = Math.max(window.__block, one.duration); });
  }).observe({ type: 'longtask', buffered: true });
})();`;

async function measured(
  page: Page,
  session: CDPSession,
  process: () => Promise<number>,
  name: string,
  work: () => Promise<void>
): Promise<Step> {
  await page.evaluate('window.__block = 0');
  let heap = 0;
  let own = 0;
  const look = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    heap = Math.max(heap, metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? 0);
    own = Math.max(own, statusOf(await process(), 'RssAnon'));
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => (looking = looking.then(look)), 100);
  const start = performance.now();
  try {
    await work();
    const took = performance.now() - start;
    // The observer hears of a long task after it.
    await page.evaluate(
      'new Promise(function (resolve) { requestAnimationFrame(function () { setTimeout(resolve, 100); }); })'
    );
    return {
      name,
      took,
      block: Number(await page.evaluate('window.__block')),
      heap,
      own,
      resident: mostResident(await process())
    };
  } finally {
    clearInterval(timer);
    await looking;
  }
}

/** Most memory that a process has taken since it began. */
const mostResident = (pid: number) => statusOf(pid, 'VmHWM');

/** What Linux says of the memory of a process, in bytes; 0 elsewhere, and where there is no such process. */
function statusOf(pid: number, name: 'VmHWM' | 'RssAnon'): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * 1024;
}

/** The process of the page: of those that draw pages, the one that has taken most. */
async function processOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const drawing = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return drawing.sort((a, b) => mostResident(b) - mostResident(a))[0] ?? 0;
}

async function measure(browser: Browser, url: string, file: string, rows: number): Promise<Step[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.addInitScript({ content: PROBE });
    await page.goto(`${url}#/data?tab=intake`);
    await page.locator('.intake-drop').waitFor();
    const pid = await processOf(browser);
    const known = () => Promise.resolve(pid);
    const steps = [
      await measured(page, session, known, '读文件、认表', async () => {
        await page.locator('input[type=file]').first().setInputFiles(file);
        await page.getByText(`读出${rows}个数`).waitFor();
        await page.locator('.intake-reading').waitFor({ state: 'detached' });
      }),
      await measured(page, session, known, '名称都新建', async () => {
        await page.getByRole('button', { name: '其余都新建' }).click();
        await page
          .getByText('没有定的不采用')
          .waitFor({ state: 'detached' })
          .catch(() => undefined);
      }),
      await measured(page, session, known, '核对', async () => {
        await page.getByRole('button', { name: '核对', exact: true }).click();
        await page.getByRole('heading', { name: /^四、本次变动/ }).waitFor();
      }),
      await measured(page, session, known, '保留', async () => {
        await page.getByRole('button', { name: '保留', exact: true }).click();
        await page.getByText(/^已保留，/).waitFor();
      })
    ];
    // Another page: what the first held isn't counted. Which process is its own is known only once it has loaded.
    await page.close();
    const again = await context.newPage();
    again.setDefaultTimeout(PATIENCE);
    const later = await context.newCDPSession(again);
    await later.send('Performance.enable');
    await again.addInitScript({ content: PROBE });
    const opened = await measured(
      again,
      later,
      () => processOf(browser),
      '再打开',
      async () => {
        await again.goto(`${url}#/data?tab=sources`);
        await again.getByRole('heading', { name: '数据', exact: true }).waitFor();
      }
    );
    steps.push(opened);
    return steps;
  } finally {
    await context.close();
  }
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  if (!args.includes('--built')) await build({ root: ROOT, logLevel: 'warn' });
  if (!existsSync(join(ROOT, 'dist', 'index.html'))) throw new Error('没有找到构建好的页面，请先运行 npm run build。');
  const engine = await findBrowser();
  const limit = args.flatMap((arg) => /^--heap=(\d+)$/.exec(arg)?.[1] ?? [])[0];
  const flags = limit === undefined ? [] : [`--js-flags=--max-old-space-size=${limit}`];
  console.log(
    `浏览器：${engine.label}；处理器：${cpus().length} 核；${limit === undefined ? '' : `脚本最多占 ${limit} MB；`}各测1次。\n`
  );
  console.log(
    '| 文件 | 步骤 | 用时 s | 最长一段不应答 ms | 页面的堆最多 MB | 页面自己的内存最多 MB | 连浏览器程序 MB |\n|---|---|---:|---:|---:|---:|---:|'
  );
  const dir = mkdtempSync(join(tmpdir(), 'kanban-import-'));
  const server = await startServer({ root: join(ROOT, 'dist') });
  try {
    for (const { kind, title, rows, make } of FILES) {
      if (wanted.length > 0 && !wanted.includes(kind)) continue;
      const file = join(dir, `测算.${kind}`);
      writeFileSync(file, make(rows));
      // A browser of its own: what one file leaves behind isn't counted for the next.
      const browser = await launchBrowser(engine, flags);
      try {
        for (const step of await measure(browser, server.url, file, rows)) print(title, step);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function print(title: string, { name, took, block, heap, own, resident }: Step): void {
  const megabytes = (bytes: number) => (bytes === 0 ? '—' : (bytes / 1e6).toFixed(0));
  console.log(
    `| ${title} | ${name} | ${(took / 1000).toFixed(1)} | ${block.toFixed(0)} | ${megabytes(heap)} | ${megabytes(own)} | ${megabytes(resident)} |`
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
