import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import PageButtons from '../../src/components/paging/PageButtons.vue';

function shown(page: number, pages: number, total?: string) {
  const wrapper = mount(PageButtons, { props: { page, pages, total } });
  const [back, forward] = wrapper.findAll('button');
  return { wrapper, back: back!, forward: forward!, text: wrapper.get('span').text() };
}

describe('the buttons of pages', () => {
  it('say which page it is, and of how many rows where that is known', () => {
    expect(shown(2, 5).text).toBe('第 2 页，共 5 页');
    expect(shown(1, 1, '共 12 项').text).toBe('第 1 页，共 1 页（共 12 项）');
  });

  it('ask for the page before and the page after', async () => {
    const { wrapper, back, forward } = shown(2, 3);
    await back.trigger('click');
    await forward.trigger('click');
    expect(wrapper.emitted('choose')).toEqual([[1], [3]]);
  });

  it('lead neither before the first page nor beyond the last', async () => {
    const first = shown(1, 2);
    expect(first.back.attributes('disabled')).toBe('');
    expect(first.forward.attributes('disabled')).toBeUndefined();
    await first.back.trigger('click');
    expect(first.wrapper.emitted('choose')).toBeUndefined();

    const last = shown(2, 2);
    expect(last.back.attributes('disabled')).toBeUndefined();
    expect(last.forward.attributes('disabled')).toBe('');

    const only = shown(1, 1);
    expect([only.back, only.forward].map((button) => button.attributes('disabled'))).toEqual(['', '']);
  });
});
