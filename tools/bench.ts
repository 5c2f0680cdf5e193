// `npm run bench`: what the page costs beside the least page that draws the same chart from the same file with
// the same libraries, both in one run and by turns, because only the ratio holds from machine to machine; with the data
// that it ships, and with a thousand rows. `-- rows` measures only the latter; `-- --built` takes dist/ as it is.
import { existsSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from './browser/findBrowser';
import { launchBrowser } from './browser/launch';
import { buildBareSite } from './bench/bareSite';
import { reportLines, reportTable } from './bench/report';
import type { Measured } from './bench/report';
import { SHAPES } from './bench/scale/shapes';
import { writeSite } from './bench/scale/site';
import type { Visit } from './bench/visit';
import { visit } from './bench/visit';
import { startServer } from './serve.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
const CACHE = join(ROOT, 'node_modules', '.cache', 'bench');

const ROUNDS = 7;
const CLICKS_PER_ROUND = 8;
const SLOWDOWN = 4;
const ROUTE = '#/places';

interface Pages {
  app: string;
  bare: string;
}

/** The data that a pair of pages is measured with. */
interface Setting {
  readonly name: string;
  readonly title: string;
  /** kB aimed at until the first chart. */
  readonly most: number;
  /** Folders of the two pages. */
  readonly app: string;
  readonly bare: string;
}

/** Indicators of one round, spread evenly over the whole list: neighbours in the list are much alike. */
function clicksOfRound(indicators: readonly string[], round: number): string[] {
  const all = ROUNDS * CLICKS_PER_ROUND;
  const step = Math.max(1, indicators.length / all);
  return Array.from({ length: CLICKS_PER_ROUND }, (_, i) => {
    const place = Math.floor((round * CLICKS_PER_ROUND + i) * step);
    return indicators[place % indicators.length]!;
  });
}

/** A first look, not measured: warms the server's cache and tells which indicators both pages offer. */
async function warmUp(browser: Browser, { app, bare }: Pages): Promise<{ shown: string; indicators: string[] }> {
  const ofApp = await visit(browser, app + ROUTE, { slowdown: 1, clicks: [] });
  const ofBare = await visit(browser, bare, { slowdown: 1, clicks: [] });
  const shared = ofApp.indicators.filter((id) => ofBare.indicators.includes(id));
  const shown = ofApp.shown !== null && shared.includes(ofApp.shown) ? ofApp.shown : shared[0];
  // The one shown comes last: a click on it would change nothing.
  const others = shared.filter((id) => id !== shown);
  if (shown === undefined || others.length === 0)
    throw new Error('页面上少于两个带 data-indicator 的指标，没法测切换。');
  return { shown, indicators: others.length === 1 ? [...others, shown] : others };
}

async function measure(browser: Browser, pages: Pages): Promise<{ app: Measured; bare: Measured }> {
  const { shown, indicators } = await warmUp(browser, pages);
  console.log(`首图指标：${shown}；参与切换的指标 ${indicators.length} 个。`);
  const results = { app: { plain: [], slowed: [] } as Measured, bare: { plain: [], slowed: [] } as Measured };
  const address = { app: pages.app + ROUTE, bare: `${pages.bare}?indicator=${encodeURIComponent(shown)}` };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever goes first may find a cooler machine: they take turns.
    const order = round % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const);
    for (const which of order)
      results[which].plain.push(await visit(browser, address[which], { slowdown: 1, clicks: [] }));
    const clicks = clicksOfRound(indicators, round);
    for (const which of order)
      results[which].slowed.push(await visit(browser, address[which], { slowdown: SLOWDOWN, clicks }));
    console.log(`第 ${round + 1} / ${ROUNDS} 轮完成。`);
  }
  return results;
}

function printTransfers(title: string, one: Visit): void {
  console.log(`\n${title}（字节，含响应头）：`);
  for (const { url, bytes, beforeFirstChart } of one.transfers) {
    const path = decodeURI(new URL(url).pathname);
    console.log(`  ${String(bytes).padStart(8)}  ${path}${beforeFirstChart ? '' : '（在第一张图之后）'}`);
  }
}

/** A thousand rows for both pages: what the shipped data costs apart from the page is left out. */
const SAME = SHAPES.find(({ name }) => name === 'rows')!;

async function settings(): Promise<Setting[]> {
  const shipped = { name: 'shipped', title: '随带的数据', most: 260, app: DIST, bare: join(CACHE, 'bare') };
  const same = {
    name: 'rows',
    title: '一千行的同一份数据',
    most: 230,
    app: join(CACHE, 'same'),
    bare: join(CACHE, 'bare-same')
  };
  await buildBareSite(ROOT, shipped.bare, join(DIST, 'data'));
  await writeSite(ROOT, SAME, same.app);
  await buildBareSite(ROOT, same.bare, join(same.app, 'data'));
  return [shipped, same];
}

async function measureSetting(browser: Browser, { title, most, app, bare }: Setting): Promise<void> {
  const servers = await Promise.all([startServer({ root: app }), startServer({ root: bare })]);
  try {
    console.log(`\n## ${title}`);
    const measured = await measure(browser, { app: servers[0].url, bare: servers[1].url });
    print(measured, most);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

function print({ app, bare }: { readonly app: Measured; readonly bare: Measured }, most: number): void {
  printTransfers('看板传输', app.plain[0]!);
  printTransfers('对照页传输', bare.plain[0]!);
  const clicks = app.slowed.reduce((sum, one) => sum + one.switches.length, 0);
  console.log(`\n${ROUNDS} 轮，两页交替；换指标 ${clicks} 次。时间取中位数，传输与堆同。\n`);
  console.log(reportTable(reportLines(app, bare, SLOWDOWN, most)));
  const stuck = [...new Set(app.slowed.flatMap((one) => one.stuck))];
  if (stuck.length > 0) console.log(`\n点击后 5 秒内图没有变化的指标：${stuck.join('、')}。`);
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  if (!process.argv.includes('--built')) await build({ root: ROOT, logLevel: 'warn' });
  if (!existsSync(join(DIST, 'data', 'observations.csv')))
    throw new Error('dist/data/observations.csv 不存在，没有可画的数据。');
  rmSync(CACHE, { recursive: true, force: true });
  const all = await settings();
  const unknown = wanted.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new Error(`没有这样的数据：${unknown.join('、')}。可用：${all.map(({ name }) => name).join('、')}。`);
  const engine = await findBrowser();
  console.log(`浏览器：${engine.label}；处理器：${cpus().length} 核；Node ${process.versions.node}。`);
  const browser = await launchBrowser(engine);
  try {
    for (const one of all) if (wanted.length === 0 || wanted.includes(one.name)) await measureSetting(browser, one);
  } finally {
    await browser.close();
    rmSync(CACHE, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
