import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import RankGrid from '../../src/components/tables/RankGrid.vue';
import { compare } from '../../src/domain/compare/compare';
import { rankList } from '../../src/domain/ranks/rankList';
import { dataset, indicator, type Fact } from '../domain/factory';

const DATA = (places: number) =>
  dataset({
    indicators: [indicator({ id: 'rate' })],
    facts: Array.from({ length: places }, (_, n): Fact[] => [
      { of: 'rate', at: `第${n + 1}县`, in: '2019', value: 50 },
      { of: 'rate', at: `第${n + 1}县`, in: '2020', value: 90 - n / 10 }
    ]).flat()
  });

function grid(places: number, focus: string) {
  const data = DATA(places);
  const list = rankList(data, compare(data, { indicator: 'rate', focus })!, {
    against: { base: 'year' },
    order: 'value',
    reversed: false
  });
  return mount(RankGrid, { props: { list, rows: list.rows, order: 'value', reversed: false } });
}

describe('名次表', () => {
  it('is a table with a row a place: rank, name, figure, change and course', () => {
    const wrapper = grid(3, '');
    expect(wrapper.findAll('thead th').map((th) => th.text())).toEqual([
      '名次 ↓',
      '地区',
      '数值（%）',
      '比上年同期',
      '走势'
    ]);
    const [first] = wrapper.findAll('tbody tr');
    expect(first!.findAll('th, td').map((cell) => cell.text())).toEqual(['1', '第1县', '90', '▲40好转', '']);
    expect(first!.get('.ranks-spark').attributes('aria-label')).toBe('第1县近2期：2019年50%、2020年90%');
    expect(first!.get('.ranks-change').attributes('title')).toBe('比2019年上升40个百分点（好转）');
    expect(wrapper.get('table').attributes('aria-rowcount')).toBeUndefined();
  });

  it('asks for another order at a head, for the other way at the same one, and says how it is ordered', async () => {
    const wrapper = grid(3, '');
    const [rank, place, value, change] = wrapper.findAll('.ranks-sort');
    await change!.trigger('click');
    await place!.trigger('click');
    await rank!.trigger('click');
    await value!.trigger('click');
    expect(wrapper.emitted('sort')).toEqual([
      ['change', false],
      ['official', false],
      ['value', true],
      ['value', true]
    ]);
    expect(wrapper.findAll('th[aria-sort]').map((th) => th.attributes('aria-sort'))).toEqual(['ascending']);
    await wrapper.setProps({ order: 'change', reversed: true });
    expect(wrapper.get('th[aria-sort]').text()).toBe('比上年同期 ↑');
    expect(wrapper.get('th[aria-sort]').attributes('aria-sort')).toBe('ascending');
  });

  it('has all of 134 in the page, the own one marked where it stands', () => {
    const rows = grid(134, '第80县').findAll('tbody tr');
    expect(rows).toHaveLength(134);
    expect(rows.map((row) => row.classes('ranks-own')).indexOf(true)).toBe(79);
  });

  it('has of hundreds a page at a time, the own place on each, and says where a row stands', () => {
    const wrapper = grid(250, '第180县');
    const rows = wrapper.findAll('tbody tr');
    expect(rows).toHaveLength(101);
    expect(rows[0]!.attributes('data-place')).toBe('第180县');
    expect(wrapper.get('table').attributes('aria-rowcount')).toBe('251');
    expect(rows.slice(0, 2).map((row) => row.attributes('aria-rowindex'))).toEqual(['181', '2']);
    expect(wrapper.text()).toContain('第 1 页，共 3 页（250个地区）');
  });

  it('leads from a name to the place', async () => {
    const wrapper = grid(3, '');
    await wrapper.get('.ranks-name').trigger('click');
    expect(wrapper.emitted('open')).toEqual([['第1县']]);
  });
});
