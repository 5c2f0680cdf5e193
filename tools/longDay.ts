/**
 * `npm run bench:day [-- TURNS]`: shows a deck on the wall for TURNS (2,000) slides with the data read anew after each
 * round, and prints what the page holds on to. Exit code 1 where it grows. Wants a build in dist/.
 */
import { join } from 'node:path';
import { findBrowser } from './browser/findBrowser';
import { launchBrowser } from './browser/launch';
import { growth, turnAndMeasure } from './browser/longDay';
import { startServer } from './serve.mjs';

const SECONDS = 3;
const turns = Number(process.argv[2] ?? 2000);
const server = await startServer({ root: join(import.meta.dirname, '../dist') });
const browser = await launchBrowser(await findBrowser());
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  let readings = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/data/observations.csv')) readings += 1;
  });
  await page.clock.install();
  await page.goto(`${server.url}#/present?deck=monthly&auto=${SECONDS}`);
  await page.locator('.slide-number').first().waitFor();
  const step = Math.max(10, Math.floor(turns / 10));
  const marks = Array.from({ length: Math.floor(turns / step) }, (_, i) => (i + 1) * step);
  const held = await turnAndMeasure(page, SECONDS, marks);
  for (const { turns: at, heap, nodes, listeners } of held)
    console.log(`第${at}张：堆${(heap / 1e6).toFixed(1)} MB，节点${nodes}，监听${listeners}`);
  const grown = growth(held);
  console.log(grown.length === 0 ? `${turns}张，数据读了${readings}遍，没有增长。` : grown.join('\n'));
  process.exitCode = grown.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}
