import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import ItemSearch from '../../src/components/intake/ItemSearch.vue';

const candidate = (id: string, name: string) => ({ id, name, unit: '人次', definition: '' });

function search() {
  const wrapper = mount(ItemSearch, {
    props: {
      offers: [candidate('visits', '门诊人次'), candidate('urgent', '急诊人次')] as never,
      all: [candidate('visits', '门诊人次'), candidate('discharged', '出院人次')] as never,
      fresh: '诊疗人次',
      task: false,
      matches: (name: string, query: string) => name.includes(query)
    },
    attachTo: document.body
  });
  return {
    wrapper,
    field: wrapper.find('input'),
    shown: () => wrapper.findAll('[role="option"]').map((item) => item.text()),
    marked: () => wrapper.findAll('[aria-selected="true"]').map((item) => item.text()),
    chosen: () => wrapper.emitted('choose') ?? []
  };
}

describe('ItemSearch', () => {
  it('begins at the likest, and ends at a new one', async () => {
    const { field, shown, marked, chosen } = search();
    expect(shown()).toEqual(['门诊人次人次', '急诊人次人次', '新指标“诊疗人次”']);
    expect(marked()).toEqual(['门诊人次人次']);
    for (let i = 0; i < 5; i++) await field.trigger('keydown', { key: 'ArrowDown' });
    expect(marked()).toEqual(['新指标“诊疗人次”']);
    await field.trigger('keydown', { key: 'Enter' });
    expect(chosen()).toEqual([['']]);
  });

  it('finds among all what is typed, and takes it by Enter; Escape closes', async () => {
    const { wrapper, field, shown, chosen } = search();
    await field.setValue('出院');
    expect(shown()).toEqual(['出院人次人次', '新指标“诊疗人次”']);
    await field.trigger('keydown', { key: 'Enter' });
    expect(chosen()).toEqual([['discharged']]);
    await field.trigger('keydown', { key: 'Escape' });
    expect(wrapper.emitted('close')).toHaveLength(1);
  });

  it('leaves Enter, arrows and Escape to an input method that is still at a word', async () => {
    const { wrapper, field, marked, chosen } = search();
    for (const key of ['Enter', 'ArrowDown', 'Escape']) {
      await field.trigger('keydown', { key, isComposing: true });
      // As engines say it that know no isComposing.
      await field.trigger('keydown', { key, keyCode: 229 });
    }
    expect(marked()).toEqual(['门诊人次人次']);
    expect(chosen()).toEqual([]);
    expect(wrapper.emitted('close')).toBeUndefined();
  });

  it('keeps its keys from the page, and lets all others pass', async () => {
    const { wrapper, field } = search();
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    await field.trigger('keydown', { key: 'ArrowUp' });
    expect(heard).not.toHaveBeenCalled();
    await field.trigger('keydown', { key: 'a' });
    expect(heard).toHaveBeenCalledTimes(1);
    document.body.removeEventListener('keydown', heard);
    wrapper.unmount();
  });
});
