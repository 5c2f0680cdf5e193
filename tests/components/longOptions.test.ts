import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import LongOptions from '../../src/components/controls/LongOptions.vue';

/** `县1`, `县2` … and one with a longer name, the 100th. */
function counties(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at + 1}`,
    name: at === 99 ? '名字很长的自治县' : `县${at + 1}`
  }));
}

const Select = defineComponent({
  props: { count: { type: Number, required: true }, chosen: { type: String, required: true } },
  setup: (props) => () =>
    h('select', { value: props.chosen }, [
      h('option', { value: '' }, '未选'),
      h(LongOptions, { items: counties(props.count), chosen: props.chosen, prefix: 'place:' })
    ])
});

function select(count: number, chosen = '') {
  const wrapper = mount(Select, { props: { count, chosen } });
  return {
    wrapper,
    texts: () => wrapper.findAll('option').map((option) => option.text()),
    value: () => wrapper.get('select').element.value
  };
}

describe('the options of a long select', () => {
  it('are all there where they are 200', () => {
    const { texts } = select(200);
    expect(texts()).toHaveLength(201);
    expect(texts()[200]).toBe('县200');
  });

  it('of 201 are the chosen one and the longest, which keeps the width, while the select is closed', () => {
    expect(select(201).texts()).toEqual(['未选', '名字很长的自治县']);
    const { texts, value } = select(201, 'place:p7');
    expect(texts()).toEqual(['未选', '县7', '名字很长的自治县']);
    expect(value()).toBe('place:p7');
  });

  it.each(['pointerdown', 'mousedown', 'focus'])(
    'come all, in their order, at %s; the chosen one stays chosen',
    async (event) => {
      const { wrapper, texts, value } = select(201, 'place:p7');
      await wrapper.get('select').trigger(event);
      expect(texts()).toEqual(['未选', ...counties(201).map(({ name }) => name)]);
      expect(value()).toBe('place:p7');
    }
  );

  it('follow a choice made elsewhere', async () => {
    const { wrapper, texts, value } = select(201, 'place:p7');
    await wrapper.setProps({ chosen: 'place:p150' });
    expect(texts()).toEqual(['未选', '名字很长的自治县', '县150']);
    expect(value()).toBe('place:p150');
    await wrapper.setProps({ chosen: '' });
    expect(value()).toBe('');
  });

  it('that become many only later come at opening too', async () => {
    const { wrapper, texts } = select(3);
    await wrapper.setProps({ count: 300 });
    expect(texts()).toEqual(['未选', '名字很长的自治县']);
    await wrapper.get('select').trigger('focus');
    expect(texts()).toHaveLength(301);
  });

  it('leave no listener on a select that stays', async () => {
    const { wrapper } = select(201);
    const { element } = wrapper.get('select');
    const added = vi.spyOn(element, 'addEventListener');
    const removed = vi.spyOn(element, 'removeEventListener');
    const events = (spy: typeof added | typeof removed) =>
      spy.mock.calls.filter(([, listener]) => typeof listener === 'function').map(([event]) => event);
    await wrapper.setProps({ count: 3 });
    expect(events(removed)).toEqual(['pointerdown', 'mousedown', 'focus']);
    await wrapper.setProps({ count: 300 });
    expect(events(added)).toEqual(['pointerdown', 'mousedown', 'focus']);
    wrapper.unmount();
    expect(events(removed).slice(-3)).toEqual(['pointerdown', 'mousedown', 'focus']);
  });
});
