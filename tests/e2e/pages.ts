/**
 * Pages that are used again: a new context and its process cost as much as loading the app. A page is handed on only
 * as it came: whatever outlives a navigation (a route, a listener, a clock, another page …) ends it with its test.
 */
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

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

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly resize: (size: PageSize) => Promise<void>;
  readonly devTools: CDPSession;
  size: PageSize;
  listener: PageListener | undefined;
  touched: boolean;
  uses: number;
}

/** A page grows with its use, and a process of its own is soon made. */
const MOST_USES = 40;
const USUAL_SIZE: PageSize = { width: 1280, height: 720 };

/** What a test may do that the next one would notice. */
const LASTING: { readonly [holder in 'page' | 'context' | 'clock']: readonly string[] } = {
  page: ['on', 'once', 'route', 'addInitScript', 'exposeFunction', 'exposeBinding', 'emulateMedia', 'setViewportSize'],
  context: ['on', 'once', 'route', 'addInitScript', 'newPage', 'newCDPSession', 'setOffline', 'grantPermissions'],
  clock: ['install', 'fastForward', 'pauseAt', 'resume', 'runFor', 'setFixedTime', 'setSystemTime']
};

const idle: Seat[] = [];

/**
 * A page without a past; with `settings` of its own it is never handed on.
 * @param initScript run in every document before its own scripts; the same for all pages
 */
export async function borrowPage(
  browser: Browser,
  initScript: string,
  { size = USUAL_SIZE, settings }: { readonly size?: PageSize; readonly settings?: BrowserContextOptions },
  listener: PageListener
): Promise<BorrowedPage> {
  const known = settings ? undefined : takeIdle(browser, size);
  const seat = known ?? (await makeSeat(browser, initScript, size, settings));
  if (seat.size.width !== size.width || seat.size.height !== size.height) {
    await seat.resize(size);
    seat.size = size;
  }
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

/** One of that size if there is one. */
function takeIdle(browser: Browser, { width, height }: PageSize): Seat | undefined {
  const usable = idle.filter((seat) => seat.context.browser() === browser && browser.isConnected());
  const seat = usable.find(({ size }) => size.width === width && size.height === height) ?? usable[0];
  idle.splice(0, idle.length, ...usable.filter((one) => one !== seat));
  return seat;
}

async function makeSeat(
  browser: Browser,
  initScript: string,
  size: PageSize,
  settings: BrowserContextOptions | undefined
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...settings
  });
  await context.addInitScript({ content: initScript });
  const page = await context.newPage();
  // What isn't there by then won't come, even on a machine that has much else to do: a test that waits in vain says so.
  page.setDefaultTimeout(20_000);
  page.setDefaultNavigationTimeout(60_000);
  const seat: Seat = {
    context,
    page,
    resize: page.setViewportSize.bind(page),
    devTools: await context.newCDPSession(page),
    size,
    listener: undefined,
    touched: false,
    uses: 0
  };
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
