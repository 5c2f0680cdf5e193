/** A visit to a page with very many numbers: how long each screen takes, and the longest time it answers to nothing. */
import type { Browser, CDPSession, Page } from 'playwright-core';

export interface Step {
  readonly name: string;
  /** From the change of the address (or the navigation) to the last change of the page, ms. */
  readonly took: number;
  /** Processor time of the page's own thread, ms: on a busy machine it says more than the clock. */
  readonly cpu: number;
  /** The longest time that the page answered to nothing, ms; 0 below 50. */
  readonly block: number;
}

export interface Walk {
  readonly steps: readonly Step[];
  /** Heap in use after the last step and a collection, bytes. */
  readonly heap: number;
}

/** Without a change for so long a screen is taken for finished, ms. */
const QUIET = 400;

/** Runs in the page before its own scripts: the time of the last change, and the long tasks. */
const PROBE = `(function () {
  var walk = (window.__walk = { last: 0, block: 0 });
  new MutationObserver(function () { walk.last = performance.now(); })
    .observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (one) { walk.block = Math.max(walk.block, one.duration); });
  }).observe({ type: 'longtask', buffered: true });
})();`;

interface Probe {
  last: number;
  block: number;
}

/** Opens `url` at the first route and then goes to each of the others. */
export async function walk(
  browser: Browser,
  url: string,
  routes: readonly (readonly [name: string, route: string])[]
): Promise<Walk> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript({ content: PROBE });
    const steps: Step[] = [];
    for (const [name, route] of routes) {
      const before = await metric(session, 'TaskDuration');
      const start = steps.length === 0 ? 0 : await page.evaluate(goTo, route);
      if (steps.length === 0) await page.goto(url + route);
      const { last, block } = await settled(page, start);
      steps.push({
        name,
        took: last - start,
        cpu: ((await metric(session, 'TaskDuration')) - before) * 1000,
        block
      });
    }
    await session.send('HeapProfiler.collectGarbage');
    return { steps, heap: await metric(session, 'JSHeapUsedSize') };
  } finally {
    await context.close();
  }
}

/** Changes the address; returns when. */
function goTo(route: string): number {
  const probe = (window as unknown as { __walk: Probe }).__walk;
  probe.block = 0;
  probe.last = performance.now();
  location.hash = route;
  return probe.last;
}

/** Waits until the screen stands and nothing has changed for a while. */
async function settled(page: Page, start: number): Promise<Probe> {
  const handle = await page.waitForFunction(
    ({ quiet, from }) => {
      const probe = (window as unknown as { __walk: Probe }).__walk;
      const isThere = document.querySelector('main h1, main h2, main figure, [role=alert] h1') !== null;
      // What is worked out in steps changes nothing on the page meanwhile.
      const works = Array.from(document.querySelectorAll('main [role=status]')).some(
        ({ textContent }) => textContent === '正在计算'
      );
      return isThere && !works && probe.last > from && performance.now() - probe.last > quiet ? { ...probe } : null;
    },
    { quiet: QUIET, from: start },
    { timeout: 180_000, polling: 100 }
  );
  return (await handle.jsonValue())!;
}

/** One of the page's performance metrics, as the protocol names them. */
export async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN;
}
