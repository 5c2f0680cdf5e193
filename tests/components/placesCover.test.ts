import { mount } from '@vue/test-utils';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PlaceSummary } from '../../src/domain/findings/overview';
import { dataset, indicator, place } from '../domain/factory';

const data = dataset({
  indicators: [indicator({ id: 'rate' })],
  places: [place('甲县')],
  facts: [{ at: '甲县', in: '2020', value: 50 }]
});
vi.mock('../../src/stores/dataset', () => ({ useDatasetStore: () => ({ ready: () => data }) }));
vi.mock('../../src/stores/view', () => ({
  useScreenLink:
    () =>
    (screen: string, { place: at }: { place: string }) =>
      `/${screen}/${at}`
}));

// Read anew: a module that a file before has in the room already doesn't meet what stands in for its parts.
let PlacesCover: (typeof import('../../src/views/overview/PlacesCover.vue'))['default'];
beforeAll(async () => {
  vi.resetModules();
  PlacesCover = (await import('../../src/views/overview/PlacesCover.vue')).default;
});
afterAll(() => vi.resetModules());

const summary = (name: string): PlaceSummary => ({
  ...{ place: place(name), counts: { good: 0, warn: 0, bad: 0, dark: 0 } as never, legend: [] },
  ...{ indicators: 1, observations: 12, cutoff: '2024-12-31' }
});
const table = (count: number) =>
  mount(PlacesCover, {
    props: { places: Array.from({ length: count }, (_, at) => summary(`第${at + 1}县`)), rule: data.defaultRule },
    global: { stubs: { RouterLink: { props: ['to'], template: '<a :href="to"><slot /></a>' } } }
  });
const names = (wrapper: ReturnType<typeof table>) => wrapper.findAll('tbody th').map((head) => head.text());

describe('各地情况', () => {
  it('of a nation comes a page at a time, the first place first, and whole on paper', async () => {
    const wrapper = table(230);
    expect(names(wrapper)).toHaveLength(100);
    expect(names(wrapper)[0]).toBe('第1县');
    expect(wrapper.get('.pager').text()).toContain('第 1 页，共 3 页（230个地区）');
    await wrapper.get('.pager button:last-child').trigger('click');
    expect(names(wrapper)[0]).toBe('第101县');
    window.dispatchEvent(new Event('beforeprint'));
    expect(names(wrapper)).toHaveLength(230);
    window.dispatchEvent(new Event('afterprint'));
    wrapper.unmount();
  });

  it('of a province stands on one page, each place with the way to its profile and its numbers', () => {
    const wrapper = table(134);
    expect(names(wrapper)).toHaveLength(134);
    expect(wrapper.find('.pager').exists()).toBe(false);
    expect(
      wrapper
        .findAll('tbody tr')[0]!
        .findAll('a')
        .map((link) => link.attributes('href'))
    ).toEqual(['/profile/第1县', '/data/第1县']);
    wrapper.unmount();
  });
});
