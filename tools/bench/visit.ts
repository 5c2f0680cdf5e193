import type { Browser, CDPSession, Page } from 'playwright-core';

/** One resource as it came over the wire, headers included. */
export interface Transfer {
  url: string;
  bytes: number;
  beforeFirstChart: boolean;
}

/** What one visit to a page measured. */
export interface Visit {
  /** From the start of navigation to the painted first chart, ms. */
  firstChart: number;
  /** From the start of navigation to the first text or picture on the screen, ms. */
  firstPaint: number;
  transfers: Transfer[];
  /** From click to painted chart, ms, one per indicator. */
  switches: number[];
  /** Indicators whose chart didn't change within the time allowed. */
  stuck: string[];
  /** Largest JavaScript heap in use seen, bytes. */
  peakHeap: number;
  /** Ids of the indicators that can be clicked, and the one shown first. */
  indicators: string[];
  shown: string | null;
}

export interface VisitOptions {
  /** How many times slower the processor is made: 1 = as it is. */
  slowdown: number;
  /** Indicators to click, in order. */
  clicks: readonly string[];
}

const HEAP_SAMPLE_MS = 100;
const PAUSE_BETWEEN_CLICKS_MS = 120;
const SETTLE_MS = 600;
const FIRST_CHART_TIMEOUT_MS = 60_000;

/**
 * Runs in the page before its own scripts. Two animation frames after the change has reached the document,
 * the frame that shows it has been painted; the first of them may be the frame itself.
 */
const PROBE = `(function () {
  var bench = (window.__bench = { first: null });
  function chart() {
    var svg = document.querySelector('figure .chart svg');
    return svg && svg.querySelector('path') && svg.querySelector('text') ? svg : null;
  }
  function painted(done) {
    requestAnimationFrame(function () { requestAnimationFrame(function () { done(performance.now()); }); });
  }
  function watch(ready, done) {
    var observer = new MutationObserver(function () {
      if (!ready()) return;
      observer.disconnect();
      painted(done);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: false });
    return observer;
  }
  watch(chart, function (now) { bench.first = now; });
  bench.switchTo = function (id, timeout) {
    return new Promise(function (resolve) {
      var before = chart() ? chart().textContent : '';
      var button = Array.prototype.find.call(document.querySelectorAll('[data-indicator]'), function (one) {
        return one.getAttribute('data-indicator') === id;
      });
      if (!button) return resolve(null);
      var start = performance.now();
      var observer = watch(
        function () { var now = chart(); return now && now.textContent !== before; },
        function (now) { resolve(now - start); }
      );
      setTimeout(function () { observer.disconnect(); resolve(null); }, timeout);
      button.click();
    });
  };
})();`;

interface Bench {
  first: number | null;
  switchTo: (id: string, timeout: number) => Promise<number | null>;
}

/** Opens a page afresh (own context, empty cache), waits for its first chart and clicks through indicators. */
export async function visit(browser: Browser, url: string, options: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const transfers = await recordTransfers(session);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: options.slowdown });
    await page.addInitScript({ content: PROBE });
    const heap = sampleHeap(session);
    await page.goto(url, { waitUntil: 'commit' });
    const firstChart = await waitForFirstChart(page, url);
    await page.waitForTimeout(SETTLE_MS);
    const indicators = await page.$$eval('[data-indicator]', (all) =>
      all.map((one) => one.getAttribute('data-indicator')!)
    );
    const shown = await page
      .$eval('[data-indicator][aria-current="true"]', (one) => one.getAttribute('data-indicator'))
      .catch(() => null);
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
    );
    const { switches, stuck } = await clickThrough(page, options.clicks);
    return {
      firstChart,
      firstPaint,
      transfers: transfers(firstChart),
      switches,
      stuck,
      peakHeap: await heap(),
      indicators,
      shown
    };
  } finally {
    await context.close();
  }
}

async function waitForFirstChart(page: Page, url: string): Promise<number> {
  const handle = await page
    .waitForFunction(() => (window as unknown as { __bench: Bench }).__bench.first, undefined, {
      timeout: FIRST_CHART_TIMEOUT_MS
    })
    .catch(() => {
      throw new Error(`没有等到第一张图（figure .chart svg）：${decodeURI(url)}`);
    });
  return (await handle.jsonValue())!;
}

async function clickThrough(page: Page, clicks: readonly string[]): Promise<{ switches: number[]; stuck: string[] }> {
  const switches: number[] = [];
  const stuck: string[] = [];
  for (const id of clicks) {
    const took = await page.evaluate(
      (wanted) => (window as unknown as { __bench: Bench }).__bench.switchTo(wanted, 5000),
      id
    );
    if (took === null) stuck.push(id);
    else switches.push(took);
    await page.waitForTimeout(PAUSE_BETWEEN_CLICKS_MS);
  }
  return { switches, stuck };
}

/** Follows the network; the answer tells what had arrived when the first chart was there. */
async function recordTransfers(session: CDPSession): Promise<(firstChart: number) => Transfer[]> {
  const urls = new Map<string, string>();
  const ended: { url: string; bytes: number; at: number }[] = [];
  let start: number | undefined;
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    start ??= timestamp;
    urls.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    ended.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength, at: timestamp });
  });
  await session.send('Network.enable');
  return (firstChart) =>
    ended
      .filter(({ url }) => url.startsWith('http'))
      // The protocol's clock counts seconds.
      .map(({ url, bytes, at }) => ({ url, bytes, beforeFirstChart: (at - (start ?? 0)) * 1000 <= firstChart }));
}

/** Samples the heap until asked for the largest value. */
function sampleHeap(session: CDPSession): () => Promise<number> {
  let peak = 0;
  const sample = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    peak = Math.max(peak, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
  };
  // A sample during navigation may get no answer; the next one will.
  const timer = setInterval(() => void sample().catch(() => undefined), HEAP_SAMPLE_MS);
  return async () => {
    clearInterval(timer);
    await sample();
    return peak;
  };
}
