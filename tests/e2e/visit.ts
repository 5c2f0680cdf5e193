/**
 * One page for the tests that only read a screen: reading the scripts and the data anew costs four times what going to
 * another address does. What a test leaves in the page ends it, so that none finds what another did.
 */
import type { Page } from 'playwright-core';
import { keepOpen, openApp } from './support';
import type { OpenedApp, OpenOptions } from './support';

/** Pages of one dataset, one size and one folder are one. */
type VisitOptions = Pick<OpenOptions, 'dataset' | 'viewport' | 'via' | 'edit'> & {
  /** Names what `edit` makes: tests that give the same name find the folder that the first of them made. */
  made?: string;
};

interface Kept {
  readonly app: OpenedApp<Page>;
  /** In the address; none for the first of the list. */
  readonly dataset: string;
  /** What the browser held, and what the page might complain of, before the first test. */
  readonly stored: string;
  readonly allowances: number;
  visits: number;
}

/** A screen without a figure: what the screen of the test before remembered goes with it. */
const between = (dataset: string) => (dataset ? `#/about?dataset=${dataset}` : '#/about');
/** The page reads itself anew for another dataset of the list: each has a page of its own. */
const datasetOf = (address: string) => /[?&]dataset=([^&]*)/.exec(address)?.[1] ?? '';
/** A page grows with its use, and each takes its memory. */
const MOST_VISITS = 40;
const MOST_KEPT = 4;

/** The one visited last stands last. */
const kept = new Map<string, Kept>();
/** Of the test that runs: keys of `kept`. */
const visited = new Set<string>();

/**
 * The screen of an address, built anew in a page that earlier tests have read in. For tests of what a screen shows and
 * does at a click; whoever asks how the page starts, or works by keyboard from its top, opens one by `openApp`.
 */
export async function visit(route: string, options: VisitOptions = {}): Promise<OpenedApp<Page>> {
  const { edit, made, ...plain } = options;
  if (edit && made === undefined) throw new Error('what is made for several tests has a name: give `made`');
  const dataset = datasetOf(route);
  const key = JSON.stringify([dataset, plain, made]);
  const known = kept.get(key) ?? (await openKept(dataset, options));
  kept.delete(key);
  kept.set(key, known);
  visited.add(key);
  await closeOldest();
  if (known.visits > 0) await known.app.go(between(dataset));
  known.visits += 1;
  await known.app.go(route);
  return known.app;
}

async function openKept(dataset: string, options: OpenOptions): Promise<Kept> {
  const app = await openApp({ ...options, route: between(dataset) });
  keepOpen(app);
  return { app, dataset, stored: await storedIn(app.page), allowances: app.problems.allowances(), visits: 0 };
}

async function closeOldest(): Promise<void> {
  for (const [key, { app }] of kept) {
    if (kept.size <= MOST_KEPT) return;
    if (visited.has(key)) continue;
    kept.delete(key);
    await app.close();
  }
}

/**
 * After each test: a page that is as it came is left for the next one.
 * @param failed nobody knows how a test left the page that ended in its middle
 * @throws when the page had an unexpected problem
 */
export async function leaveVisited(failed: boolean): Promise<void> {
  const faults: string[] = [];
  for (const key of visited) {
    const known = kept.get(key);
    if (!known || (!failed && (await asItCame(known).catch(() => false)))) continue;
    kept.delete(key);
    await known.app.close().catch((error: Error) => faults.push(error.message));
  }
  visited.clear();
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function asItCame({ app, dataset, stored, allowances, visits }: Kept): Promise<boolean> {
  if (visits >= MOST_VISITS || !app.untouched() || datasetOf(app.page.url()) !== dataset) return false;
  if ((await storedIn(app.page)) !== stored) return false;
  return app.problems.unexpected().length === 0 && app.problems.allowances() === allowances;
}

/** What outlives the page in the browser, and its name. A dialog that is open is closed: it stands over any screen. */
function storedIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      (await indexedDB.databases()).map(({ name }) => name),
      window.name
    ]);
  });
}
