import { flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import type { Dataset } from '../../src/domain/model/dataset';
import { dataset, indicator, place } from '../domain/factory';

/** So many numbers that what 时期对比 shows is worked out in parts. */
const PLACES = Array.from({ length: 850 }, (_, i) => `第${i + 1}县`);
const MONTHS = Array.from({ length: 25 }, (_, i) => `${2022 + Math.floor(i / 12)}-${`0${(i % 12) + 1}`.slice(-2)}`);
const data: Dataset = dataset({
  indicators: [indicator({ id: 'rate' })],
  places: PLACES.map((id) => place(id)),
  facts: PLACES.flatMap((at) => MONTHS.map((month) => ({ of: 'rate', at, in: month, value: 50 })))
});
vi.mock('../../src/stores/dataset', () => ({ useDatasetStore: () => ({ ready: () => data }) }));
vi.mock('../../src/figures/facetsFigure', () => ({ facetsFigure: vi.fn() }));
vi.mock('../../src/figures/changesFigure', () => ({ changesFigure: vi.fn(), prepareChanges: () => [] }));

// Read anew: a module that a file before has in the room already doesn't meet what stands in for its parts.
const read = async () => ({
  ...(await import('../../src/figures/facetsFigure')),
  ...(await import('../../src/figures/changesFigure')),
  ...(await import('../../src/stores/view')),
  PeriodsView: (await import('../../src/views/periods/PeriodsView.vue')).default
});
let parts: Awaited<ReturnType<typeof read>>;
beforeAll(async () => {
  vi.resetModules();
  parts = await read();
});
afterAll(() => vi.resetModules());

/** Each view once: what is worked out before is asked for again where it is shown. */
const tabsAsked = (figure: typeof parts.facetsFigure | typeof parts.changesFigure) => {
  const views = vi.mocked(figure).mock.calls.map(([, view]) => view);
  return [...new Set<object>(views)].map((view) => ('tab' in view ? view.tab : undefined));
};

/** Every promise and every pause of long work has come and gone. */
async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await flushPromises();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

let router: Router;
beforeEach(async () => {
  const component = { template: '<i />' };
  router = createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/places', '/periods'].map((path) => ({ path, component }))
  });
  await router.push('/periods?tab=facets&i=rate');
  vi.mocked(parts.facetsFigure).mockClear();
  vi.mocked(parts.changesFigure).mockClear();
});

describe('a tab that is being left', () => {
  it('works out nothing of the address that comes', async () => {
    const screen = mount(parts.PeriodsView, {
      global: { plugins: [createPinia(), router], stubs: { IndicatorScreen: true, ViewProblems: true } }
    });
    await settled();
    expect(tabsAsked(parts.facetsFigure)).toEqual(['facets']);
    await router.push('/periods?tab=changes');
    await settled();
    expect([tabsAsked(parts.facetsFigure), tabsAsked(parts.changesFigure)]).toEqual([['facets'], ['changes']]);
    await router.push('/periods?tab=facets&i=rate');
    await settled();
    expect(tabsAsked(parts.changesFigure)).toEqual(['changes']);
    screen.unmount();
  });
});

describe('a screen that is being left', () => {
  it('keeps its view, and reads the address again when it is back', async () => {
    const seen: unknown[] = [];
    const one = {
      setup() {
        const { view } = parts.useScreenView('periods');
        return () => {
          seen.push(view.value);
          return view.value.tab;
        };
      }
    };
    const screen = mount(one, { global: { plugins: [createPinia(), router] } });
    await router.push('/places?tab=table');
    await flushPromises();
    expect([screen.text(), seen.length]).toEqual(['facets', 1]);
    await router.push('/periods?tab=changes');
    await flushPromises();
    expect([screen.text(), seen.length]).toEqual(['changes', 2]);
    screen.unmount();
  });
});
