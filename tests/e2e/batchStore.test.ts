import { type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { PATIENCE } from './reading';
import { storeBundle, type StoreBundle } from './storeBundle';
import { openApp, openOldApp } from './support';
import { MAKE_BATCH, read, withStore, type Seen } from './storePage';

declare const kanbanStore: StoreBundle;
declare function makeBatch(id: string, rows: number): import('../../src/domain/batch/batch').Batch;
declare function seen(content: import('../../src/datasets/batch/batchStorage').StorageContent): Seen;

async function openStore(via: 'http' | 'file'): Promise<Page> {
  // Of its own, so that nothing else is kept there.
  const { page } = await openApp({ via, route: '#/data?tab=sources' });
  return withStore(page);
}

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

/** Takes the last bytes from a batch that is kept as a file. */
async function cutShort(page: Page, id: string): Promise<void> {
  await page.evaluate(
    (key) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('kanban-batches:d');
        request.onerror = () => reject(request.error!);
        request.onsuccess = () => {
          const store = request.result.transaction('batches', 'readwrite').objectStore('batches');
          store.get(key).onsuccess = ({ target }) => {
            const blob = (target as IDBRequest<Blob>).result;
            store.put(blob.slice(0, blob.size - 100), key).transaction!.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        };
      }),
    id
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

  it('keeps a large batch as a file, whole through a reload, and puts by one that is cut short', async () => {
    const page = await openStore(via);
    await page.evaluate(async () => {
      const store = kanbanStore.openBatchStore('d');
      await store.add(makeBatch('large', 20_001), makeBatch('small', 2));
    });
    await page.reload();
    await withStore(page);
    expect(await read(page, 'd')).toEqual({ batches: ['large 20001 on', 'small 2 on'], aside: [] });
    const last = await page.evaluate(async () => {
      const { batches } = await kanbanStore.openBatchStore('d').read();
      return batches[0]!.batch.changes[20_000];
    });
    expect(last).toEqual({ table: 'places', before: null, after: { place: 'large-20000', name: '第20000个地方' } });
    await cutShort(page, 'large');
    expect(await read(page, 'd')).toEqual({
      batches: ['small 2 on'],
      aside: ['large：批次的内容不完整：最后一行没有写完']
    });
    const kept = await page.evaluate(() => kanbanStore.openBatchStore('d').asideText('large'));
    expect(kept.slice(0, 52)).toBe('{"format":"kanban-batch-lines","changes":20001,"id":');
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
  const { page: other, url } = await openApp();
  // The browser asks for the room once and remembers the answer: it has to be small before the page first writes.
  const context = await other.context().browser()!.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 1000 });
  await page.goto(`${url}#/data?tab=sources`);
  await withStore(page);
  expect(await refusal(page, 'd')).toBe('浏览器的存储空间满了，请清理磁盘或浏览器数据后再试。');
  await context.close();
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
