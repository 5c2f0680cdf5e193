/**
 * Pages that are used again: a new context and its process cost as much as loading the app. A page is handed on only
 * as it came: whatever outlives a navigation (a route, a listener, a clock, another page …) ends it with its test.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Who hears of what happens in a page. */
export interface PageListener {
  onRequest: (url: string) => void;
  /** An error, a warning or an exception, in the words of the browser. */
  onComplaint: (text: string) => void;
}

export interface BorrowedPage {
  page: Page;
  /** Gives the page back. `reusable`: nothing went wrong in it. */
  release: (reusable: boolean) => Promise<void>;
}

interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  listener: PageListener | undefined;
  touched: boolean;
  uses: number;
}

/** A page grows with its use, and a process of its own is soon made. */
const MOST_USES = 40;
const DEFAULT_VIEWPORT = { width: 1280, height: 720 };

/** What a test may do that the next one would notice. */
const LASTING: { readonly [holder in 'page' | 'context' | 'clock']: readonly string[] } = {
  page: ['on', 'once', 'route', 'addInitScript', 'exposeFunction', 'exposeBinding', 'emulateMedia', 'setViewportSize'],
  context: ['on', 'once', 'route', 'addInitScript', 'newPage', 'newCDPSession', 'setOffline', 'grantPermissions'],
  clock: ['install', 'fastForward', 'pauseAt', 'resume', 'runFor', 'setFixedTime', 'setSystemTime']
};

const idle: Seat[] = [];

/**
 * A page without a past, of the usual size unless `settings` says otherwise; with `settings` it is never handed on.
 * @param initScript run in every document before its own scripts
 */
export async function borrowPage(
  browser: Browser,
  initScript: string,
  settings: BrowserContextOptions | undefined,
  listener: PageListener
): Promise<BorrowedPage> {
  const known = settings ? undefined : takeIdle(browser);
  const seat = known ?? (await makeSeat(browser, initScript, settings));
  seat.listener = listener;
  seat.uses += 1;
  return {
    page: seat.page,
    release: async (reusable) => {
      seat.listener = undefined;
      if (reusable && !settings && !seat.touched && seat.uses < MOST_USES && (await emptied(seat))) idle.push(seat);
      else await seat.context.close();
    }
  };
}

function takeIdle(browser: Browser): Seat | undefined {
  for (let seat = idle.pop(); seat; seat = idle.pop()) {
    if (seat.context.browser() === browser && browser.isConnected()) return seat;
  }
  return undefined;
}

async function makeSeat(
  browser: Browser,
  initScript: string,
  settings: BrowserContextOptions | undefined
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: DEFAULT_VIEWPORT,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...settings
  });
  await context.addInitScript({ content: initScript });
  const page = await context.newPage();
  // What isn't there by then won't come, even on a machine that has much else to do: a test that waits in vain says so.
  page.setDefaultTimeout(20_000);
  page.setDefaultNavigationTimeout(60_000);
  const seat: Seat = { context, page, listener: undefined, touched: false, uses: 0 };
  context.on('request', (request) => seat.listener?.onRequest(request.url()));
  context.on('console', (message) => {
    if (/^(error|warning|assert)$/.test(message.type())) {
      seat.listener?.onComplaint(`${message.type()}: ${message.text()} ${message.location().url}`.trim());
    }
  });
  context.on('weberror', (error) =>
    seat.listener?.onComplaint(`exception: ${error.error().stack ?? error.error().message}`)
  );
  const touch = () => {
    seat.touched = true;
  };
  watchCalls(page, LASTING.page, touch);
  watchCalls(context, LASTING.context, touch);
  watchCalls(page.clock, LASTING.clock, touch);
  return seat;
}

function watchCalls(holder: object, names: readonly string[], called: () => void): void {
  const methods = holder as Record<string, (...args: unknown[]) => unknown>;
  for (const name of names) {
    const method = methods[name]!.bind(holder);
    methods[name] = (...args) => {
      called();
      return method(...args);
    };
  }
}

/** Whether the page is blank again and remembers nothing. */
async function emptied({ context, page }: Seat): Promise<boolean> {
  if (context.pages().length !== 1) return false;
  try {
    await page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      window.name = '';
      const databases = await indexedDB.databases();
      const deleted = databases.map(
        ({ name }) =>
          new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name!);
            request.onsuccess = resolve;
            request.onerror = reject;
          })
      );
      await Promise.all(deleted);
    });
    await page.goto('about:blank');
    return true;
  } catch {
    return false;
  }
}
