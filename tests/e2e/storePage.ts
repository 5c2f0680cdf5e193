import type { Page } from 'playwright-core';
import { storeBundle, type StoreBundle } from './storeBundle';

declare const kanbanStore: StoreBundle;

/** What a page says of its store: ids with their marks, and what was put by. */
export interface Seen {
  readonly batches: string[];
  readonly aside: string[];
}

/** In the page: a batch of so many rows. */
export const MAKE_BATCH = `function makeBatch(id, rows) {
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

declare function seen(content: import('../../src/datasets/batch/batchStorage').StorageContent): Seen;

/** The page with the store of batches, and what makes one, in its scope. */
export async function withStore(page: Page): Promise<Page> {
  await page.evaluate(`${await storeBundle()};${MAKE_BATCH}`);
  return page;
}

/** What the store of a dataset holds. */
export const read = (page: Page, name: string) =>
  page.evaluate(async (dataset) => seen(await kanbanStore.openBatchStore(dataset).read()), name);
