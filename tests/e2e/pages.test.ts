import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findTestBrowser } from '../../tools/browser/findBrowser';
import { launchBrowser } from '../../tools/browser/launch';
import { borrowPage } from './pages';
import { openSite } from './site';
import { openApp } from './support';

/** What a page finds of those who had it before. */
const found = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    // The page opens its own once it has time.
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => !name?.startsWith('kanban-')),
    name: window.name,
    print: matchMedia('print').matches,
    width: window.innerWidth
  }));
const BLANK = { local: [], session: [], databases: [], name: '', print: false, width: 1280 };

describe.each(['http', 'file'] as const)('a page that is used again over %s', (via) => {
  it('remembers nothing of what was stored, not even in a database that is still open, nor of a second window', async () => {
    const first = await openApp({ via, route: '#/about' });
    const before = await found(first.page);
    await first.page.evaluate(async () => {
      localStorage.setItem('left', '1');
      sessionStorage.setItem('left', '1');
      window.name = 'left';
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('left');
        request.onupgradeneeded = () => request.result.createObjectStore('left');
        request.onsuccess = () => resolve(Object.assign(window, { left: request.result }));
        request.onerror = reject;
      });
    });
    const second = await first.page.context().newPage();
    await second.goto(first.page.url());
    expect(await second.evaluate(() => localStorage.getItem('left'))).toBe('1');
    await first.close();
    const { page } = await openApp({ via, route: '#/about' });
    expect(await found(page)).toEqual(before);
    expect(before).toMatchObject({ ...BLANK, local: before.local });
    expect(page.context().pages()).toHaveLength(1);
  });

  it('is of the usual size, on a screen, and asks the server again', async () => {
    const first = await openApp({ via, route: '#/about' });
    const before = await found(first.page);
    await first.page.emulateMedia({ media: 'print' });
    await first.page.setViewportSize({ width: 600, height: 400 });
    await first.page.route('**/nothing', (route) => route.fulfill({ body: 'a route of the test before' }));
    await first.page.addInitScript(() => localStorage.setItem('left', '1'));
    await first.close();
    const { page, problems } = await openApp({ via, route: '#/about' });
    expect(await found(page)).toEqual(before);
    problems.allow(/nothing/);
    const answer = await page.evaluate(() =>
      fetch('nothing').then(
        (one) => one.text(),
        () => ''
      )
    );
    expect(answer).not.toContain('a route');
  });
});

it('has the size that is asked for, whatever its context was made for', async () => {
  const browser = await launchBrowser(await findTestBrowser());
  const site = await openSite({ via: 'file' });
  const ofSize = async (width: number) => {
    const size = { width, height: 700 };
    const borrowed = await borrowPage(
      browser,
      '',
      { size },
      { onRequest: () => undefined, onComplaint: () => undefined }
    );
    await borrowed.page.goto(site.page);
    return borrowed;
  };
  const widthOf = (page: Page) => page.evaluate(() => window.innerWidth);
  try {
    const narrow = await ofSize(390);
    await narrow.release(true);
    const wide = await ofSize(1280);
    expect(await widthOf(wide.page)).toBe(1280);
    await wide.page.emulateMedia({ media: 'print' });
    await wide.release(true);
    const another = await ofSize(1280);
    expect(another.page.context()).toBe(narrow.page.context());
    expect(await widthOf(another.page)).toBe(1280);
    await another.release(true);
  } finally {
    await browser.close();
    await site.close();
  }
});
