import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SeenNumbers, SeenStorage } from '../../src/datasets/batch/seenStorage';
import { updatesOf } from '../../src/domain/findings/updates';
import type { Dataset } from '../../src/domain/model/dataset';
import { fingerprint } from '../../src/domain/model/fingerprint';
import { useNewsStore } from '../../src/stores/news';
import { dataset as made, type Fact, source } from '../domain/factory';

let kept: SeenNumbers | undefined;
let refuses = false;
const storage: SeenStorage = {
  read: async () => {
    if (refuses) throw new Error('no storage');
    return kept;
  },
  add: async ({ stamp, prints }) => {
    kept = { stamp, prints: Uint32Array.from(new Set([...(kept?.prints ?? []), ...prints])) };
  }
};
beforeEach(() => {
  kept = undefined;
  refuses = false;
});

/** The page opened anew with a dataset. */
async function opened(dataset: Dataset) {
  setActivePinia(createPinia());
  const news = useNewsStore();
  await news.look(dataset, () => storage, 'main');
  return news;
}

const figure = (at: string, value: number): Fact => ({ at, in: '2020', value });
const SOURCES = [source('甲'), source('乙')];
const datasetOf = (version: string, facts: readonly Fact[]) => made({ version, facts, sources: SOURCES });
const A = figure('甲县', 5);
const B = figure('乙县', 6);

describe('what is new in this browser', () => {
  it('is nothing on the first visit, then what is other than it was', async () => {
    const first = await opened(datasetOf('1', [A, B]));
    expect([first.rows, first.hasAny]).toEqual([[], false]);
    const news = await opened(datasetOf('2', [A, figure('乙县', 7), figure('丙县', 1)]));
    expect(news.hasAny).toBe(true);
    expect(news.rows.map((one) => ('value' in one ? one.value : null))).toEqual([7, 1]);
    expect(updatesOf(news.rows).map(({ name, count, texts }) => [name, count, texts])).toEqual([
      ['规范管理率', 2, ['乙县 2020年 7%', '丙县 2020年 1%']]
    ]);
  });

  it('is seen once the screen that showed it is left; the others stay new', async () => {
    await opened(datasetOf('1', [A]));
    const dataset = datasetOf('2', [A, figure('乙县', 7), figure('丙县', 1)]);
    const news = await opened(dataset);
    expect([0, 1, 2].map((at) => news.marks(dataset.observation(at), false))).toEqual([false, true, true]);
    news.leave();
    expect(news.rows).toHaveLength(2);
    expect([0, 1, 2].map((at) => news.marks(dataset.observation(at), true))).toEqual([false, true, true]);
    news.leave();
    expect(news.rows).toEqual([]);
    await news.look(dataset, () => storage, 'main');
    expect((await opened(dataset)).rows).toEqual([]);
    expect(kept!.stamp).toBe('2 3 0');

    const more = datasetOf('3', [A, figure('乙县', 8), figure('丙县', 2)]);
    const later = await opened(more);
    later.marks(more.observation(1), true);
    later.leave();
    await later.look(more, () => storage, 'main');
    expect((await opened(more)).rows.map((one) => one.place.id)).toEqual(['丙县']);
  });

  it('a number that comes back is not new again', async () => {
    await opened(datasetOf('1', [A]));
    const news = await opened(datasetOf('2', [figure('甲县', 9)]));
    news.seeAll();
    await news.look(datasetOf('1', [A]), () => storage, 'main');
    expect(news.rows).toEqual([]);
    await news.look(datasetOf('2', [figure('甲县', 9)]), () => storage, 'main');
    expect(news.rows).toEqual([]);
  });

  it('is nothing where the browser keeps nothing', async () => {
    refuses = true;
    const dataset = datasetOf('2', [A]);
    const news = await opened(dataset);
    expect(news.rows).toEqual([]);
    expect(news.marks(dataset.observation(0), true)).toBe(false);
  });
});

describe('fingerprint(row)', () => {
  it('is another for another value, period, place or status, and the same whichever report says it', () => {
    const of = (fact: Fact) => fingerprint(datasetOf('1', [fact]).observation(0));
    expect(of({ ...A, source: '乙', line: 9 })).toBe(of(A));
    for (const other of [{ value: 5.1 }, { at: '乙县' }, { in: '2021' }, { status: '存疑' as const }])
      expect(of({ ...A, ...other })).not.toBe(of(A));
  });
});
