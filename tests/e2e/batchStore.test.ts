import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launchArguments } from '../../tools/browser/engine';
import { findBrowser } from '../../tools/browser/findBrowser';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { PATIENCE } from './reading';
import { storeBundle, type StoreBundle } from './storeBundle';
import { openApp, openOldApp } from './support';

declare const kanbanStore: StoreBundle;

/** What a page says of its store: ids with their marks, and what was put by. */
interface Seen {
  readonly batches: string[];
  readonly aside: string[];
}

/** In the page: a batch of so many rows. */
const MAKE_BATCH = `function makeBatch(id, rows) {
  var changes = [];
  for (var i = 0; i < rows; i++)
    changes.push({ table: 'places', before: null, after: { place: id + '-' + i, name: '第' + i + '个地方' } });
  return { id: id, made: '2020-11-01T08:00:00Z', kind: '上新', title: id, files: [], base: '1', decisions: [], changes: changes };
}
function seen(content) {
  return {
    batches: content.batches.map(function (b) {
      return [b.batch.id, b.batch.changes.length, b.on ? 'on' : 'off', b.shown ? '' : 'hidden'].filter(Boolean).join(' ');
    }),
    aside: content.aside.map(function (a) { return a.key + '：' + a.why; })
  };
}`;

declare function makeBatch(id: string, rows: number): import('../../src/domain/batch/batch').Batch;
declare function seen(content: import('../../src/datasets/batch/batchStorage').StorageContent): Seen;

async function withStore(page: Page): Promise<Page> {
  await page.evaluate(`${await storeBundle()};${MAKE_BATCH}`);
  return page;
}

async function openStore(via: 'http' | 'file'): Promise<Page> {
  // Of its own, so that nothing else is kept there.
  const { page } = await openApp({ via, route: '#/data?tab=sources', context: {} });
  return withStore(page);
}

const read = (page: Page, name: string) =>
  page.evaluate(async (dataset) => seen(await kanbanStore.openBatchStore(dataset).read()), name);

const refusal = (page: Page, name: string) =>
  page.evaluate(
    (dataset) =>
      kanbanStore
        .openBatchStore(dataset)
        .probe()
        .then(
          () => '',
          (error: Error) => error.message
        ),
    name
  );

/** Writes records past the store, as a fault would leave them. */
async function spoil(page: Page, records: Record<string, [key: string, value: unknown][]>): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('kanban-batches:d');
        request.onerror = () => reject(request.error!);
        request.onsuccess = () => {
          const tx = request.result.transaction(Object.keys(all), 'readwrite');
          for (const [store, list] of Object.entries(all))
            for (const [key, value] of list) tx.objectStore(store).put(value, key);
          tx.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    records
  );
}

describe.each(['http', 'file'] as const)('the store of batches over %s', (via) => {
  it('keeps batches in order with their marks, each dataset its own, through a reload', async () => {
    const page = await openStore(via);
    expect(await read(page, 'd')).toEqual({ batches: [], aside: [] });
    await page.evaluate(async () => {
      const store = kanbanStore.openBatchStore('d');
      await store.add(makeBatch('b', 2));
      await store.add(makeBatch('a', 3));
      await store.add(makeBatch('b', 9));
      await store.mark(
        new Map([
          ['b', { on: false, shown: false }],
          ['none', { on: false }]
        ])
      );
      await kanbanStore.openBatchStore('e').add(makeBatch('c', 1));
    });
    await page.reload();
    await withStore(page);
    expect(await read(page, 'd')).toEqual({ batches: ['b 2 off hidden', 'a 3 on'], aside: [] });
    expect(await read(page, 'e')).toEqual({ batches: ['c 1 on'], aside: [] });
    expect(await refusal(page, 'd')).toBe('');
    expect((await read(page, 'd')).batches).toHaveLength(2);
  });

  it('tells another window, which reads what the first wrote', async () => {
    const page = await openStore(via);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await withStore(other);
    await other.evaluate(() => {
      const store = kanbanStore.openBatchStore('d');
      store.onElsewhere(() => {
        void store.read().then((content) => (document.title = seen(content).batches.join()));
      });
    });
    await page.evaluate(() => kanbanStore.openBatchStore('d').add(makeBatch('a', 1)));
    await expect.poll(() => other.title(), PATIENCE).toBe('a 1 on');
    await page.evaluate(() => kanbanStore.openBatchStore('d').mark(new Map([['a', { on: false }]])));
    await expect.poll(() => other.title(), PATIENCE).toBe('a 1 off');
  });

  it('two windows that write at once lose nothing', async () => {
    const page = await openStore(via);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await withStore(other);
    const ten = (name: string) => {
      const store = kanbanStore.openBatchStore('d');
      return Promise.all(Array.from({ length: 10 }, (_, i) => store.add(makeBatch(`${name}${i}`, 1)))).then(
        () => undefined
      );
    };
    await Promise.all([page.evaluate(ten, 'p'), other.evaluate(ten, 'q')]);
    const { batches } = await read(page, 'd');
    expect([...batches].sort()).toEqual(
      ['p', 'q'].flatMap((name) => Array.from({ length: 10 }, (_, i) => `${name}${i} 1 on`))
    );
  });

  it('a bad record is put by and can be taken away; the others stay, and nothing is wiped', async () => {
    const page = await openStore(via);
    await page.evaluate(async () => {
      const store = kanbanStore.openBatchStore('d');
      for (const id of ['a', 'b', 'c', 'd']) await store.add(makeBatch(id, 1));
      await store.mark(new Map([['d', { on: false }]]));
    });
    await spoil(page, {
      batches: [
        ['b', '{"id":"b","tables":'],
        ['c', { id: 'c' }]
      ]
    });
    const mended = {
      batches: ['a 1 on', 'd 1 off'],
      aside: ['b：批次的内容不是合格的 JSON', 'c：批次的内容不是合格的文字']
    };
    expect(await read(page, 'd')).toEqual(mended);
    expect(await read(page, 'd')).toEqual(mended);
    const text = (key: string) => page.evaluate((k) => kanbanStore.openBatchStore('d').asideText(k), key);
    expect(await text('b')).toBe('{"id":"b","tables":');
    expect(await text('c')).toBe('{"id":"c"}');
    // The same once more does not push the first out.
    await spoil(page, { batches: [['b', 'worse']] });
    expect((await read(page, 'd')).aside).toHaveLength(3);
    expect(await text('b')).toBe('{"id":"b","tables":');
    expect(await text('b（2）')).toBe('worse');
  });

  it('a bad list is put by before anything is written over it; all batches are on then', async () => {
    const page = await openStore(via);
    await page.evaluate(async () => {
      const store = kanbanStore.openBatchStore('d');
      await store.add(makeBatch('b', 1));
      await store.add(makeBatch('a', 1));
    });
    await spoil(page, { list: [['list', { entries: [{ id: 'b' }] }]] });
    await page.evaluate(() => kanbanStore.openBatchStore('d').add(makeBatch('c', 1)));
    expect(await read(page, 'd')).toEqual({
      batches: ['a 1 on', 'b 1 on', 'c 1 on'],
      aside: ['清单：批次清单不完整，没有列出的各批都按打开处理']
    });
  });

  it('lets go when a newer page wants to raise the version, and then says that it can’t read it', async () => {
    const page = await openStore(via);
    await page.evaluate(async () => {
      const store = kanbanStore.openBatchStore('d');
      await store.add(makeBatch('a', 1));
    });
    const raised = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('kanban-batches:d', 2);
          request.onblocked = () => resolve('blocked');
          request.onsuccess = () => {
            request.result.close();
            resolve('raised');
          };
        })
    );
    expect(raised).toBe('raised');
    expect(await refusal(page, 'd')).toBe('浏览器里的上新由更新版的看板保存，这个旧版读不了，请用新版打开。');
  });

  it('says when the browser allows nothing', async () => {
    const page = await openStore(via);
    await page.evaluate(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    expect(await refusal(page, 'd')).toBe('浏览器不让这个网页保存数据，可能是无痕窗口，也可能是单位的安全设置。');
  });
});

it('says when the store is full', async () => {
  const page = await openStore('http');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1000 });
  expect(await refusal(page, 'd')).toBe('浏览器的存储空间满了，请清理磁盘或浏览器数据后再试。');
});

it.each(oldMajorsToTry())('keeps batches in Chromium %i by double click', async (major) => {
  const { page } = await openOldApp(major, { via: 'file', route: '#/data?tab=sources' });
  await page.evaluate(`${await storeBundle()};${MAKE_BATCH}; 0`);
  const batches = await page.evaluate<string[]>(`(async () => {
    const store = kanbanStore.openBatchStore('old' + Date.now());
    await store.probe();
    await store.add(makeBatch('a', 2));
    await store.mark(new Map([['a', { on: false }]]));
    return seen(await store.read()).batches;
  })()`);
  expect(batches).toEqual(['a 2 off']);
});

describe('a browser that is killed during a write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanban-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** Writes under way at each kill; each in a store of its own. */
  const STORES = 5;
  const KILLS = 10;

  it(`${KILLS * STORES} writes at varied moments: each store is in one of the two states`, async () => {
    const blank = join(folder, 'blank.html');
    writeFileSync(blank, '<!doctype html><meta charset="utf-8">');
    const names = Array.from({ length: STORES }, (_, i) => `kill${i}`);
    /** Batches that were acknowledged, by store, and those that were under way. */
    const known = names.map(() => [] as string[]);
    const underWay = names.map(() => '');
    for (let round = 0; round <= KILLS; round++) {
      const { page, child } = await startBrowser(join(folder, 'profile'), pathToFileURL(blank).href);
      await withStore(page);
      for (const [i, name] of names.entries()) {
        const { batches, aside } = await read(page, name);
        expect(aside).toEqual([]);
        const added = underWay[i] ? [...known[i]!, `${underWay[i]} 2000 on`] : known[i]!;
        expect([known[i], added]).toContainEqual(batches);
        known[i] = batches;
      }
      if (round === KILLS) {
        child.kill('SIGKILL');
        break;
      }
      const done = names.map(() => false);
      names.forEach((name, i) => {
        const id = `r${round}-${i}`;
        underWay[i] = id;
        page
          .evaluate(([dataset, batch]) => kanbanStore.openBatchStore(dataset!).add(makeBatch(batch!, 2000)), [name, id])
          .then(
            () => (done[i] = true),
            () => undefined
          );
      });
      // From before the first write to after most of them.
      await new Promise((resolve) => setTimeout(resolve, round * 20));
      await ended(child);
      done.forEach((isDone, i) => {
        if (!isDone) return;
        known[i] = [...known[i]!, `${underWay[i]} 2000 on`];
        underWay[i] = '';
      });
    }
    // Of the later rounds some were in before the end.
    expect(known.flat().length).toBeGreaterThan(0);
  }, 60_000);

  async function startBrowser(profile: string, address: string): Promise<{ page: Page; child: ChildProcess }> {
    const engine = await findBrowser();
    const child = spawn(
      engine.executable,
      [...launchArguments(), '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, address],
      { env: { ...process.env, ...engine.env }, stdio: ['ignore', 'ignore', 'pipe'] }
    );
    const endpoint = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr!.on('data', (data: Buffer) => {
        said += String(data);
        const match = /DevTools listening on (ws:\S+)/.exec(said);
        if (match) resolve(match[1]!);
      });
      child.once('exit', () => reject(new Error(`the browser didn't start: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(endpoint);
    const page = browser.contexts()[0]!.pages()[0]!;
    await page.waitForURL(address);
    return { page, child };
  }

  function ended(child: ChildProcess): Promise<unknown> {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    return gone;
  }
});
