import { mount } from '@vue/test-utils';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import IndicatorPicker from '../../src/components/controls/IndicatorPicker.vue';
import { indicator } from '../domain/factory';

const ENTRIES = [
  { indicator: indicator({ id: 'htn', name: '高血压管理率', theme: '慢病', aliases: ['血压'] }), count: 4 },
  { indicator: indicator({ id: 'dm', name: '糖尿病管理率', theme: '慢病' }), count: 2 },
  { indicator: indicator({ id: 'births', name: '住院分娩率', theme: '妇幼' }), count: 2 },
  { indicator: indicator({ id: 'rare', name: '结核病治愈率', theme: '传染病' }), count: 1 },
  { indicator: indicator({ id: 'none', name: '麻风病人数', theme: '传染病' }), count: 0 }
];

function picker(props: object = {}) {
  const wrapper = mount(IndicatorPicker, {
    props: { entries: ENTRIES, chosen: 'htn', foot: '数字为有数据的地区数', least: 2, ...props }
  });
  return {
    wrapper,
    themes: () => wrapper.findAll('.picker-theme').map((theme) => theme.text()),
    items: () => wrapper.findAll('.picker-item').map((item) => item.text()),
    search: (text: string) => wrapper.get('input').setValue(text),
    more: () => wrapper.find('.picker-foot .link')
  };
}

describe('the list of indicators', () => {
  beforeAll(async () => {
    // The first list of a page comes after its chart; whether this is the first depends on the tests before.
    const { items } = picker();
    await vi.waitFor(() => expect(items()).toHaveLength(3));
  });

  it('stands under themes in the order of the table, each with its count, and folds away what one place alone has', () => {
    const { themes, items, more } = picker();
    expect(themes()).toEqual(['慢病', '妇幼']);
    expect(items()).toEqual(['高血压管理率 · 4', '糖尿病管理率 · 2', '住院分娩率 · 2']);
    expect(more().text()).toBe('另有 2 项只有一个地区有数，全部列出');
  });

  it('lists all when asked, and then offers no more', async () => {
    const { themes, items, more } = picker();
    await more().trigger('click');
    expect(themes()).toEqual(['慢病', '妇幼', '传染病']);
    expect(items()).toHaveLength(5);
    expect(more().exists()).toBe(false);
  });

  it('keeps the chosen one though only one place has it', () => {
    const { items, more, wrapper } = picker({ chosen: 'rare' });
    expect(items()).toEqual(['高血压管理率 · 4', '糖尿病管理率 · 2', '住院分娩率 · 2', '结核病治愈率 · 1']);
    expect(more().text()).toBe('另有 1 项只有一个地区有数，全部列出');
    expect(wrapper.get('[aria-current="true"]').text()).toBe('结核病治愈率 · 1');
    expect(wrapper.get('summary').text()).toBe('指标：结核病治愈率（点击更换）');
  });

  it('folds nothing where the limit is met exactly', () => {
    const { items, more } = picker({ least: 0 });
    expect(items()).toHaveLength(5);
    expect(more().exists()).toBe(false);
  });

  it('finds by name, by alias and by theme, folded ones too', async () => {
    const { items, search, more } = picker();
    await search('血压');
    expect(items()).toEqual(['高血压管理率 · 4']);
    await search('传染');
    expect(items()).toEqual(['结核病治愈率 · 1', '麻风病人数 · 0']);
    expect(more().exists()).toBe(false);
    await search('   ');
    expect(items()).toHaveLength(3);
  });

  it('finds by pinyin once that is there', async () => {
    const { items, search, wrapper } = picker();
    await search('tnb');
    expect(items()).toEqual([]);
    expect(wrapper.get('nav').text()).toBe('没有找到“tnb”。可试指标的别称或拼音首字母，如“gxy”。');
    await wrapper.setProps({ match: (name: string, query: string) => query === 'tnb' && name.startsWith('糖尿病') });
    expect(items()).toEqual(['糖尿病管理率 · 2']);
  });

  it('takes what is typed for text', async () => {
    const { search, wrapper } = picker();
    await search('<b>x</b>');
    expect(wrapper.find('nav b').exists()).toBe(false);
    expect(wrapper.get('nav').text()).toContain('没有找到“<b>x</b>”');
  });

  it('asks for the one clicked, and says when somebody is about to type', async () => {
    const { wrapper } = picker();
    await wrapper.get('[data-indicator="dm"]').trigger('click');
    await wrapper.get('input').trigger('focus');
    expect(wrapper.emitted('choose')).toEqual([['dm']]);
    expect(wrapper.emitted('typing')).toEqual([[]]);
  });

  it('says that none is chosen where the address names an unknown one', () => {
    expect(picker({ chosen: 'gone' }).wrapper.get('summary').text()).toBe('指标：未选（点击更换）');
  });
});
