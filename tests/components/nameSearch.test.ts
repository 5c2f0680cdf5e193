import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import NameSearch from '../../src/components/intake/NameSearch.vue';

const NAMES = new Map([
  ['门诊人次', 'visits'],
  ['急诊人次', 'urgent'],
  ['门诊人次占比', 'share'],
  ['出院人数', 'discharged']
]);

function search(names: ReadonlyMap<string, string> = NAMES) {
  const wrapper = mount(NameSearch, { props: { what: '指标', names, listId: 'known' }, attachTo: document.body });
  const field = wrapper.find('input');
  return {
    wrapper,
    field,
    shown: () => wrapper.findAll('[role="option"]').map((item) => item.text()),
    marked: () => wrapper.findAll('[aria-selected="true"]').map((item) => item.text())
  };
}

describe('NameSearch', () => {
  it('offers the names that hold what is typed, those that begin so first', async () => {
    const { wrapper, field, shown } = search();
    expect(document.activeElement).toBe(field.element);
    expect(shown()).toEqual([]);
    await field.setValue('诊人次');
    expect(shown()).toEqual(['门诊人次', '急诊人次', '门诊人次占比']);
    await field.setValue('急');
    expect(shown()).toEqual(['急诊人次']);
    await field.setValue('住院');
    expect(wrapper.find('[role="status"]').text()).toBe('没有名称里带“住院”的指标。');
    expect(wrapper.emitted('choose')).toBeUndefined();
  });

  it('takes a name by the arrows and Enter, and tells a screen reader which one is marked', async () => {
    const { wrapper, field, marked } = search();
    await field.setValue('门诊');
    await field.trigger('keydown', { key: 'ArrowDown' });
    await field.trigger('keydown', { key: 'ArrowDown' });
    expect(marked()).toEqual(['门诊人次占比']);
    expect(field.attributes('aria-activedescendant')).toBe(wrapper.find('[aria-selected="true"]').attributes('id'));
    await field.trigger('keydown', { key: 'Enter' });
    expect(wrapper.emitted('choose')).toEqual([['share']]);
  });

  it('takes the first without an arrow, a click, and a whole name that is typed and no other begins with', async () => {
    const { wrapper, field } = search();
    const taken = () => wrapper.emitted('choose') ?? [];
    /** As keys do, without leaving the field. */
    const type = async (words: string) => {
      field.element.value = words;
      await field.trigger('input');
    };
    await type('门诊');
    await field.trigger('keydown', { key: 'Enter' });
    await wrapper.findAll('[role="option"]')[1]!.trigger('click');
    expect(taken()).toEqual([['visits'], ['share']]);
    // Another name begins so: typing may go on.
    await type('门诊人次');
    expect(taken()).toHaveLength(2);
    await field.trigger('change');
    expect(taken().slice(2)).toEqual([['visits']]);
    await type('出院人数');
    expect(taken().slice(3)).toEqual([['discharged']]);
  });

  it('leaves the keys of an input method alone, and Escape gives up', async () => {
    const { wrapper, field } = search();
    await field.setValue('门诊');
    await field.trigger('keydown', { key: 'Enter', isComposing: true });
    expect(wrapper.emitted('choose')).toBeUndefined();
    await field.trigger('keydown', { key: 'Escape' });
    expect(wrapper.emitted('close')).toEqual([[]]);
  });

  it('lists eight, and says how many more there are', async () => {
    const { wrapper, field, shown } = search(new Map(Array.from({ length: 11 }, (_, i) => [`指标${i}`, `i${i}`])));
    await field.setValue('指标');
    expect(shown()).toHaveLength(8);
    expect(wrapper.find('[role="status"]').text()).toBe('还有3个，请多打几个字。');
  });
});
