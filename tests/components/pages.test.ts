import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import RemarkTable from '../../src/components/intake/RemarkTable.vue';
import { usePages, usePagesAt } from '../../src/components/paging/pages';
import type { Remark } from '../../src/domain/batch/proposal';

describe('rows a page at a time', () => {
  it('begin with the first page, and the last holds what is left', () => {
    const { page, pages, from, to } = usePages(() => 25, 12);
    expect([pages.value, page.value, from.value, to.value]).toEqual([3, 1, 0, 12]);
    page.value = 3;
    expect([page.value, from.value, to.value]).toEqual([3, 24, 25]);
  });

  it('are one page where they just fit, or there are none', () => {
    const count = ref(12);
    const { pages, from, to } = usePages(() => count.value, 12);
    expect([pages.value, from.value, to.value]).toEqual([1, 0, 12]);
    count.value = 13;
    expect([pages.value, from.value, to.value]).toEqual([2, 0, 12]);
    count.value = 0;
    expect([pages.value, from.value, to.value]).toEqual([1, 0, 0]);
  });

  it('stay whole up to a number of their own', () => {
    const count = ref(200);
    const { pages, to } = usePages(() => count.value, 100, 200);
    expect([pages.value, to.value]).toEqual([1, 200]);
    count.value = 201;
    expect([pages.value, to.value]).toEqual([3, 100]);
  });
});

describe('pages that follow the row at hand', () => {
  it('show the page that the row stands on, the first where there is no row', () => {
    const at = ref(-1);
    const { page, pages, from, to } = usePagesAt(
      () => 25,
      12,
      () => at.value,
      (row) => (at.value = row)
    );
    expect([page.value, pages.value, from.value, to.value]).toEqual([1, 3, 0, 12]);
    at.value = 11;
    expect(page.value).toBe(1);
    at.value = 12;
    expect([page.value, from.value, to.value]).toEqual([2, 12, 24]);
  });

  it('go to the first row of a page that is chosen', () => {
    const at = ref(3);
    const { page, to } = usePagesAt(
      () => 25,
      12,
      () => at.value,
      (row) => (at.value = row)
    );
    page.value = 3;
    expect([at.value, page.value, to.value]).toEqual([24, 3, 25]);
  });

  it('are one page where there are no rows', () => {
    const { page, pages, to } = usePagesAt(
      () => 0,
      12,
      () => -1,
      () => undefined
    );
    expect([page.value, pages.value, to.value]).toEqual([1, 1, 0]);
  });
});

describe('a table whose rows go away', () => {
  const remarks = (count: number): Remark[] =>
    Array.from({ length: count }, (_, at) => ({
      level: '未采用',
      origin: { file: 'a.csv', sheet: '', cell: `A${at + 1}`, shown: '' },
      rule: '',
      why: '',
      todo: ''
    }));

  it('shows the last page that is left, and not an empty one', async () => {
    const wrapper = mount(RemarkTable, { props: { remarks: remarks(101), label: '没有采用的' } });
    const [, next] = wrapper.findAll('.pager button');
    await next!.trigger('click');
    await next!.trigger('click');
    expect(wrapper.findAll('tbody tr')).toHaveLength(1);
    await wrapper.setProps({ remarks: remarks(60) });
    expect(wrapper.get('.pager span').text()).toBe('第 2 页，共 2 页');
    expect(wrapper.findAll('tbody tr')).toHaveLength(10);
    await wrapper.setProps({ remarks: remarks(50) });
    expect(wrapper.find('.pager').exists()).toBe(false);
    expect(wrapper.findAll('tbody tr')).toHaveLength(50);
  });
});
