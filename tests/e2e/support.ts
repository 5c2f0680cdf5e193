import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CdpBrowser } from '../../tools/browser/cdp';
import type { CdpPage } from '../../tools/browser/cdpPage';
import { findBrowser, findTestBrowser } from '../../tools/browser/findBrowser';
import { launchBrowser } from '../../tools/browser/launch';
import { oldBrowser } from '../../tools/browser/oldBrowsers';
import type { OldMajor } from '../../tools/browser/oldBrowsers';
import { writeTwins } from '../../tools/dataTwins';
import { borrowPage } from './pages';
import { ProblemLog } from './problemLog';
import { openSite } from './site';
import type { Site, SiteOptions } from './site';

/** How the built page is opened. */
export interface OpenOptions extends SiteOptions {
  viewport?: { width: number; height: number };
  /** First address, e.g. `#/places`. */
  route?: string;
  /** Further Playwright settings, e.g. `{ hasTouch: true }`; without effect in an old engine. */
  context?: BrowserContextOptions;
  /** Opens in an installed browser, where there is one: it has windows and is mostly newer than the one of the tests. */
  installed?: boolean;
}

/** The page in a browser, and what it complained of. */
export interface OpenedApp<P> {
  page: P;
  /** Address of the folder, ending with a slash. */
  url: string;
  /** The folder opened: a copy that may be changed when `dataset` or `edit` was given, else dist/ itself. */
  folder: string;
  problems: ProblemLog;
  /** Goes to an address such as `#/places?indicator=…` in the page already open. */
  go: (route: string) => Promise<void>;
  /** Whether nothing was done to the page that it would keep beyond what it shows and stores. */
  untouched: () => boolean;
  /** Replaces one file of the copy's data folder; a reload shows it. */
  replaceData: (name: string, content: string | Buffer) => void;
  /** Closes, and throws when the page had an unexpected problem. Called after each test by itself. */
  close: () => Promise<void>;
}

/** Both drivers listen to the console; this brings the breaches there, with what was blocked and where. */
export const REPORT_CSP = `document.addEventListener('securitypolicyviolation', function (event) {
  console.error('CSP: ' + event.violatedDirective + ' blocked ' + event.blockedURI + ' at ' + event.sourceFile + ':' + event.lineNumber);
});`;

const JS_FLAGS = [
  '--no-maglev',
  '--invocation-count-for-turbofan=30000',
  '--no-lazy-feedback-allocation',
  '--no-flush-bytecode',
  '--single-threaded-gc'
];

/**
 * What a page that is used again and again would otherwise cost: with a document of its own for every navigation,
 * Chromium carries Playwright's script contexts over to the next one, two more each time, a tenth of the processor
 * (the first feature is Playwright's own and would be lost: a later list replaces an earlier one); and the optimizing
 * compilers work beside the page on code that the next navigation throws away, a third of what the page itself takes.
 * So the middle one is off, and the last one waits ten times as long: long loops still come to it. What has run once is
 * compiled at once and stays so, and memory is cleared by the thread that is running (two cores have others to do): the
 * same 70 tests took a sixth less of the processor (117 against 141 s, each the mean of two runs in turn, 2026-11-30).
 */
const REUSED_PAGES = [
  '--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame',
  `--js-flags=${JS_FLAGS.join(' ')}`
];

const modern = new Map<typeof findBrowser, Promise<Browser>>();
const old = new Map<OldMajor, Promise<CdpBrowser>>();
const opened = new Set<{ close: () => Promise<void> }>();

/** Closes what a test opened, and throws when one of the pages had an unexpected problem. */
export async function closeOpenedApps(): Promise<void> {
  const results = await Promise.allSettled([...opened].map((app) => app.close()));
  const faults = results.flatMap((result) =>
    result.status === 'rejected' ? [String(result.reason?.message ?? result.reason)] : []
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Leaves a page open after its test: whoever asks closes it. */
export function keepOpen<P>(app: OpenedApp<P>): void {
  opened.delete(app);
}

/** Ends the old engines of a test file: few files use one. */
export async function closeOldBrowsers(): Promise<void> {
  // One that didn't start has failed its tests already.
  const started = await Promise.allSettled(old.values());
  old.clear();
  await Promise.all(started.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)));
}

/** Today's browser: one a worker, started at first use and again when it is gone. It ends with the worker, by its pipe. */
export async function browser(find = findTestBrowser): Promise<Browser> {
  const known = modern.get(find);
  if (known && (await known).isConnected()) return known;
  const started = find().then((engine) => {
    console.log(`浏览器：${engine.label}`);
    return launchBrowser(engine, REUSED_PAGES);
  });
  modern.set(find, started);
  return started;
}

/** Opens the built page in today's browser, in a page that remembers nothing. */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp<Page>> {
  // First the browser: when there is none, no server is left behind.
  const running = await browser(options.installed ? findBrowser : findTestBrowser);
  const site = await openSite(options);
  const { problems } = site;
  allowAbsentTexts(problems);
  const { page, release, untouched } = await borrowPage(
    running,
    REPORT_CSP,
    { size: options.viewport, settings: options.context },
    {
      // Listened to, not held up: asking here about every request made each page a tenth dearer.
      onRequest: (url) => {
        if (!site.isInside(url)) problems.add(`request outside the folder: ${url}`);
      },
      onComplaint: (text) => problems.add(text)
    }
  );
  const app = finish(site, page, {
    go: async (route) => {
      await page.goto(site.page + route);
      await screenShown(page, route);
    },
    settle: () => page.evaluate('0'),
    untouched,
    end: () => release(problems.unexpected().length === 0)
  });
  await app.go(options.route ?? '');
  return app;
}

const SCREENS = ['/', '/places', '/periods', '/progress', '/profile', '/data', '/present', '/about'];

/** A screen's script is read when it is opened: until then the one before stays, and must not be read for it. */
async function screenShown(page: Page, route: string): Promise<void> {
  const path = /^#(\/[^?]*)/.exec(route)?.[1] ?? '/';
  if (!SCREENS.includes(path)) return;
  await page.waitForFunction((wanted) => {
    const main = document.querySelector<HTMLElement>('main[data-screen]');
    return !main || main.dataset.screen === wanted;
  }, path);
}

/**
 * The texts of the reports lie beside few pages, and a small dataset has neither relations nor rules of its own:
 * the browser notes that one is absent, the page goes on without it.
 */
function allowAbsentTexts(problems: ProblemLog): void {
  problems.allow(/status of 404 .*data\/(?:sources\/|relations\.csv|lights\.json|decks\.json|scorecards\.json)/);
}

/**
 * Opens the built page in a real old engine. All of them are driven by the small driver in tools/browser/cdp.ts:
 * Playwright doesn't know 79, and its clicks need `checkVisibility`, which came with 105.
 */
export async function openOldApp(major: OldMajor, options: OpenOptions = {}): Promise<OpenedApp<CdpPage>> {
  const running = await oldEngine(major);
  const site = await openSite(options);
  const { problems } = site;
  allowAbsentTexts(problems);
  const page = await running.newPage({
    viewport: options.viewport,
    initScript: REPORT_CSP,
    allowRequest: site.isInside,
    onComplaint: ({ kind, text }) => problems.add(kind === 'request' ? `request outside the folder: ${text}` : text)
  });
  const app = finish(site, page, {
    go: (route) => page.goto(site.page + route),
    settle: () => page.evaluate('0'),
    untouched: () => false,
    end: () => page.close()
  });
  await app.go(options.route ?? '');
  return app;
}

function oldEngine(major: OldMajor): Promise<CdpBrowser> {
  let running = old.get(major);
  if (!running) {
    running = oldBrowser(major).then((engine) => {
      console.log(`浏览器：${engine.label}`);
      return CdpBrowser.launch(engine);
    });
    old.set(major, running);
  }
  return running;
}

interface Driver {
  go: (route: string) => Promise<void>;
  settle: () => Promise<unknown>;
  untouched: () => boolean;
  end: () => Promise<void>;
}

function finish<P>(site: Site, page: P, driver: Driver): OpenedApp<P> {
  const { url, folder, problems } = site;
  let closed = false;
  const app: OpenedApp<P> = {
    page,
    url,
    folder,
    problems,
    go: driver.go,
    untouched: driver.untouched,
    replaceData: (name, content) => {
      if (!site.own) throw new Error('this is dist/ itself: open with `edit` or `dataset` to work on a copy');
      writeFileSync(join(folder, 'data', name), content);
      writeTwins(join(folder, 'data'));
    },
    close: async () => {
      if (closed) return;
      closed = true;
      opened.delete(app);
      // One round trip, so that what the page said last has arrived.
      await driver.settle().catch(() => undefined);
      await driver.end();
      await site.close();
      const unexpected = problems.unexpected();
      if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join('\n')}`);
    }
  };
  opened.add(app);
  return app;
}
