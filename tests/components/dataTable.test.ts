import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import DataTable from '../../src/components/figure/DataTable.vue';
import { OPEN_SOURCE } from '../../src/components/source/openSource';
import type { Citation } from '../../src/domain/evidence/citation';
import type { Table } from '../../src/domain/table/table';

const LINES = [{ place: '甲县', what: '规范管理率（2020年）' }] as unknown as readonly Citation[];
const TABLE: Table = {
  caption: '规范管理率',
  columns: [
    { key: 'place', title: '地区', align: '左' },
    { key: 'value', title: '数值（%）', align: '右' }
  ],
  rows: [
    [
      { text: '<i>甲县</i>', value: null },
      { text: '95.39', value: 95.39, sources: LINES }
    ],
    [
      { text: '乙县', value: null },
      { text: '未报', value: null }
    ]
  ],
  notes: []
};

function table() {
  const opened: (readonly Citation[])[] = [];
  const wrapper = mount(DataTable, {
    props: { table: TABLE },
    global: { provide: { [OPEN_SOURCE as symbol]: (lines: readonly Citation[]) => opened.push(lines) } }
  });
  return { wrapper, opened };
}

describe('the table of a figure', () => {
  it('has a caption, a head a column and a head a row, numbers to the right', () => {
    const { wrapper } = table();
    expect(wrapper.get('caption').text()).toBe('规范管理率');
    expect(wrapper.get('[role="region"]').attributes('aria-label')).toBe('规范管理率');
    expect(wrapper.findAll('th[scope="col"]').map((head) => [head.text(), head.classes()])).toEqual([
      ['地区', []],
      ['数值（%）', ['table-number']]
    ]);
    expect(wrapper.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))).toEqual([
      ['<i>甲县</i>', '95.39'],
      ['乙县', '未报']
    ]);
    expect(wrapper.findAll('tbody th').map((head) => head.attributes('scope'))).toEqual(['row', 'row']);
    expect(wrapper.findAll('tbody td').map((cell) => cell.classes())).toEqual([['table-number'], ['table-number']]);
  });

  it('of thousands of rows shows a page at a time', async () => {
    const rows = Array.from({ length: 3144 }, (_, i) => [
      { text: `第${i + 1}县`, value: null },
      { text: '1', value: 1 }
    ]);
    const wrapper = mount(DataTable, { props: { table: { ...TABLE, rows } } });
    expect(wrapper.findAll('tbody tr')).toHaveLength(100);
    expect(wrapper.get('.pager').text()).toContain('第 1 页，共 32 页（3144行）');
    await wrapper.findAll('.pager button')[1]!.trigger('click');
    expect(wrapper.get('tbody th').text()).toBe('第101县');
    await wrapper.setProps({ table: TABLE });
    expect(wrapper.find('.pager').exists()).toBe(false);
  });

  it('takes names for text, never for HTML', () => {
    expect(table().wrapper.find('tbody i').exists()).toBe(false);
  });

  it('leads from a number to where it stands, and from a word nowhere', async () => {
    const { wrapper, opened } = table();
    const buttons = wrapper.findAll('button');
    expect(buttons.map((button) => button.text())).toEqual(['95.39']);
    await buttons[0]!.trigger('click');
    expect(opened).toEqual([LINES]);
  });
});
