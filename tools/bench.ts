// `npm run bench`: what the page costs beside the least page that draws the same chart from the same file with
// the same libraries, both in one run and by turns, because only the ratio holds from machine to machine.
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
import type { Visit } from './bench/visit';
import { visit } from './bench/visit';
import { startServer } from './serve.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
const BARE = join(ROOT, 'node_modules', '.cache', 'bench', 'bare');

const ROUNDS = 7;
const CLICKS_PER_ROUND = 8;
const SLOWDOWN = 4;
const ROUTE = '#/places';

interface Pages {
  app: string;
  bare: string;
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

async function main(): Promise<void> {
  await build({ root: ROOT, logLevel: 'warn' });
  if (!existsSync(join(DIST, 'data', 'observations.csv')))
    throw new Error('dist/data/observations.csv 不存在，没有可画的数据。');
  await buildBareSite(ROOT, BARE, join(DIST, 'data'));
  const engine = await findBrowser();
  console.log(`浏览器：${engine.label}；处理器：${cpus().length} 核；Node ${process.versions.node}。`);
  const [appServer, bareServer, browser] = await Promise.all([
    startServer({ root: DIST }),
    startServer({ root: BARE }),
    launchBrowser(engine)
  ]);
  try {
    const { app, bare } = await measure(browser, { app: appServer.url, bare: bareServer.url });
    printTransfers('看板传输', app.plain[0]!);
    printTransfers('对照页传输', bare.plain[0]!);
    const clicks = app.slowed.reduce((sum, one) => sum + one.switches.length, 0);
    console.log(`\n${ROUNDS} 轮，两页交替；换指标 ${clicks} 次。时间取中位数，传输与堆同。\n`);
    console.log(reportTable(reportLines(app, bare, SLOWDOWN)));
    const stuck = [...new Set(app.slowed.flatMap((one) => one.stuck))];
    if (stuck.length > 0) console.log(`\n点击后 5 秒内图没有变化的指标：${stuck.join('、')}。`);
  } finally {
    await browser.close();
    await Promise.all([appServer.close(), bareServer.close()]);
    rmSync(BARE, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
