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
  /** Whether nothing was done to it that outlives a navigation, and it is the only one of its context. */
  untouched: () => boolean;
  /** Gives the page back. `reusable`: nothing went wrong in it. */
  release: (reusable: boolean) => Promise<void>;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

interface Seat {
  readonly context: BrowserContext;
  /** What a new page of the context comes with. */
  readonly sizeOfNew: PageSize;
  /** Absent once one that a test changed was closed: the next to sit here gets another. */
  page: Page | undefined;
  resize: (size: PageSize) => Promise<void>;
  size: PageSize;
  listener: PageListener | undefined;
  touched: 'no' | 'page' | 'context';
  uses: number;
}

/** A page grows with its use, and a process of its own is soon made. */
const MOST_USES = 40;
const USUAL_SIZE: PageSize = { width: 1280, height: 720 };

/** What a test may do that the next one would notice: in this page, or in every page of its context. */
const OF_PAGE = [
  ...['on', 'once', 'route', 'addInitScript', 'exposeFunction', 'exposeBinding', 'emulateMedia', 'setViewportSize']
];
const OF_CONTEXT = ['on', 'once', 'route', 'addInitScript', 'setOffline', 'grantPermissions'];
/** The clock of a page is the clock of its context. */
const OF_CLOCK = ['install', 'fastForward', 'pauseAt', 'resume', 'runFor', 'setFixedTime', 'setSystemTime'];

/** What a page may leave on the disk, in the words of DevTools; what it leaves in itself goes with it. */
const STORED = 'local_storage,indexeddb,cache_storage,service_workers,file_systems,cookies';

const idle: Seat[] = [];

/**
 * A page without a past; with `settings` of its own its context is never handed on.
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
  const page = seat.page ?? (await sitDown(seat));
  if (seat.size.width !== size.width || seat.size.height !== size.height) {
    await seat.resize(size);
    seat.size = size;
  }
  seat.listener = listener;
  seat.uses += 1;
  return {
    page,
    untouched: () => seat.touched === 'no' && seat.context.pages().length === 1,
    release: async (reusable) => {
      seat.listener = undefined;
      if (reusable && !settings && seat.touched !== 'context' && (await emptied(seat))) idle.push(seat);
      else await seat.context.close();
    }
  };
}

/** One of that size if there is one. */
function takeIdle(browser: Browser, { width, height }: PageSize): Seat | undefined {
  const living = idle.filter(({ context }) => context.browser()?.isConnected());
  const usable = living.filter(({ context }) => context.browser() === browser);
  const seat = usable.find(({ size }) => size.width === width && size.height === height) ?? usable[0];
  idle.splice(0, idle.length, ...living.filter((one) => one !== seat));
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
  const seat: Seat = {
    ...{ context, sizeOfNew: size, page: undefined, resize: async () => undefined, size },
    ...{ listener: undefined, touched: 'no', uses: 0 }
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
    seat.touched = 'context';
  };
  watchCalls(context, OF_CONTEXT, touch);
  watchCalls(context.clock, OF_CLOCK, touch);
  return seat;
}

/** A new page of a context that has read the scripts before: the browser has them compiled. */
async function sitDown(seat: Seat): Promise<Page> {
  const page = await seat.context.newPage();
  // What isn't there by then won't come, even on a machine that has much else to do: a test that waits in vain says so.
  page.setDefaultTimeout(20_000);
  page.setDefaultNavigationTimeout(60_000);
  const touch = () => {
    if (seat.touched === 'no') seat.touched = 'page';
  };
  const resize = page.setViewportSize.bind(page);
  Object.assign(seat, { page, resize, size: seat.sizeOfNew, touched: 'no', uses: 0 });
  watchCalls(page, OF_PAGE, touch);
  return page;
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

/**
 * Whether the page is blank again and remembers nothing. What is stored is thrown away by the browser once no page of
 * the context holds on to it: a database that is open would keep a page waiting.
 */
async function emptied(seat: Seat): Promise<boolean> {
  const { context, page } = seat;
  if (!page) return false;
  try {
    const origins = new Set(context.pages().map((one) => originOf(one.url())));
    const devTools = await context.newCDPSession(page);
    const alone = context.pages().length === 1;
    await Promise.all(context.pages().flatMap((one) => (one === page ? [] : [one.close()])));
    await page.evaluate(() => {
      sessionStorage.clear();
      window.name = '';
    });
    await page.goto('about:blank');
    for (const origin of origins) {
      await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: STORED });
    }
    await devTools.detach();
    if (!alone || seat.touched === 'page' || seat.uses >= MOST_USES) {
      await page.close();
      seat.page = undefined;
    }
    return true;
  } catch {
    return false;
  }
}

/** As the browser names it; by double click all pages are of one. */
function originOf(url: string): string {
  return url.startsWith('file:') ? 'file://' : new URL(url).origin;
}
