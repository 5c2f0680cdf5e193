import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import RowTable from '../../src/components/tables/RowTable.vue';

const COLUMNS = [
  { key: 'place', title: '地区', sort: 'place' as const },
  { key: 'value', title: '数值', number: true, sort: 'value' as const },
  { key: 'note', title: '说明' }
];

beforeEach(() => {
  // There is no layout here: the box is as high as ten rows of 37 px.
  for (const name of ['offsetHeight', 'clientHeight'] as const) {
    vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(370);
  }
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
});
afterEach(() => vi.restoreAllMocks());

async function table(count: number, props: object = {}) {
  const wrapper = mount(RowTable, {
    attachTo: document.body,
    props: {
      label: '数据行',
      kind: 'observations',
      columns: COLUMNS,
      // The rows in order are those of an answer, last first: 2 × 5, 2 × 4 …
      rows: Int32Array.from({ length: count }, (_, n) => 2 * (count - n)),
      texts: (row: number) => [`第${row}县`, String(row), { text: '存疑', mark: '〔推断〕' }],
      sort: 'value',
      descending: true,
      ...props
    }
  });
  await wrapper.vm.$nextTick();
  return {
    wrapper,
    heads: () => wrapper.findAll('.row-table th[scope="col"]'),
    rows: () => wrapper.findAll('.row-table tbody tr')
  };
}

describe('the table of rows', () => {
  it('shows the rows in the order given, numbers to the right, a mark after its text', async () => {
    const { rows, wrapper } = await table(3);
    expect(rows().map((row) => row.findAll('th, td').map((cell) => cell.text()))).toEqual([
      ['第6县', '6', '存疑〔推断〕'],
      ['第4县', '4', '存疑〔推断〕'],
      ['第2县', '2', '存疑〔推断〕']
    ]);
    expect(
      rows()[0]!
        .findAll('th, td')
        .map((cell) => cell.classes())
    ).toEqual([[], ['table-number'], []]);
    expect(rows().map((row) => row.attributes('aria-rowindex'))).toEqual(['2', '3', '4']);
    expect(wrapper.get('.row-table').attributes('aria-rowcount')).toBe('4');
    wrapper.unmount();
  });

  it('puts only those in sight into the page, and the room of all', async () => {
    const { rows, wrapper } = await table(5000);
    expect(rows().length).toBeGreaterThanOrEqual(10);
    expect(rows().length).toBeLessThan(60);
    expect(wrapper.get<HTMLElement>('.row-room').element.style.height).toBe(`${5001 * 37}px`);
    expect(rows()[0]!.text()).toContain('第10000县');
    wrapper.unmount();
  });

  it('has a head for no row too', async () => {
    const { rows, heads, wrapper } = await table(0);
    expect(rows()).toHaveLength(0);
    expect(heads().map((head) => head.text())).toEqual(['地区', '数值▼', '说明']);
    expect(wrapper.get<HTMLElement>('.row-room').element.style.height).toBe('37px');
    wrapper.unmount();
  });

  it('says by which column it is sorted and which way, and asks for another', async () => {
    const { heads, wrapper } = await table(2);
    expect(heads().map((head) => head.attributes('aria-sort'))).toEqual([undefined, 'descending', undefined]);
    await wrapper.setProps({ descending: false });
    expect(heads()[1]!.attributes('aria-sort')).toBe('ascending');
    expect(heads()[1]!.text()).toBe('数值▲');
    expect(heads()[2]!.find('button').exists()).toBe(false);
    await heads()[0]!.get('button').trigger('click');
    expect(wrapper.emitted('sort')).toEqual([['place']]);
    wrapper.unmount();
  });

  it('opens the row of the answer at a click anywhere on it, not while words are marked', async () => {
    const { rows, wrapper } = await table(3);
    await rows()[1]!.findAll('td')[0]!.trigger('click');
    await rows()[2]!.get('button').trigger('click');
    expect(wrapper.emitted('open')).toEqual([[4], [2]]);
    vi.spyOn(window, 'getSelection').mockReturnValue({ toString: () => '第4' } as unknown as Selection);
    await rows()[1]!.trigger('click');
    expect(wrapper.emitted('open')).toHaveLength(2);
    wrapper.unmount();
  });
});
