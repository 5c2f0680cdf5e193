import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import CoverageGrid from '../../src/components/tables/CoverageMatrix.vue';
import { coverageMatrix } from '../../src/domain/missing/coverageMatrix';
import { dataset, indicator, place } from '../domain/factory';

/** Place p has the first p indicators only: 第100县 has all, and stands first. */
function answer(indicators: number, places: number, focus?: string) {
  const list = Array.from({ length: indicators }, (_, n) => indicator({ name: `指标${n + 1}` }));
  const data = dataset({
    indicators: list,
    places: Array.from({ length: places }, (_, n) => place(`第${n + 1}县`)),
    facts: list.flatMap((one, i) =>
      Array.from({ length: places - i > 0 ? places - i : 1 }, (_, n) => ({
        of: one.id,
        at: `第${places - n}县`,
        in: '2020',
        value: 1
      }))
    )
  });
  return coverageMatrix(data, { all: true, focus });
}

function shown(indicators: number, places: number, focus?: string) {
  const wrapper = mount(CoverageGrid, {
    attachTo: document.body,
    props: { answer: answer(indicators, places, focus) }
  });
  return {
    wrapper,
    rows: () => wrapper.findAll('.coverage tbody tr th .link:first-child').map((name) => name.text()),
    columns: () => wrapper.findAll('.coverage thead .coverage-upright').map((name) => name.text()),
    pagers: () => wrapper.findAll('.grid-parts .pager span').map((text) => text.text())
  };
}

describe('缺 of many indicators and places', () => {
  it('is shown whole up to sixty of each', () => {
    const { wrapper, rows, columns } = shown(60, 60);
    expect([rows().length, columns().length]).toEqual([60, 60]);
    expect(wrapper.find('.grid-parts').exists()).toBe(false);
    wrapper.unmount();
  });

  it('comes fifty rows and forty places at a time, and says so', async () => {
    const { wrapper, rows, columns, pagers } = shown(70, 100);
    expect(pagers()).toEqual([
      '第 1 页，共 2 页（共70项，显示第1—50项）',
      '第 1 页，共 3 页（共100个地区，显示第1—40个地区）'
    ]);
    expect([rows().length, columns().length]).toEqual([50, 40]);
    await wrapper.get('[aria-label="翻指标"] button:last-child').trigger('click');
    expect(rows()[0]).toBe('指标51');
    expect(rows()).toHaveLength(20);
    expect(wrapper.get('tbody tr').attributes('aria-rowindex')).toBe('52');
    wrapper.unmount();
  });

  it('keeps the own place in sight on every page, and finds another', async () => {
    const { wrapper, columns } = shown(3, 100, '第7县');
    expect(columns()[0]).toBe('第7县');
    await wrapper.get('[aria-label="翻地区"] .pager button:last-child').trigger('click');
    expect([columns().length, columns()[0]]).toEqual([41, '第7县']);
    const box = wrapper.get<HTMLInputElement>('input[type="search"]');
    await box.setValue('第55县');
    await box.trigger('change');
    expect(columns()).toContain('第55县');
    await box.setValue('无此地');
    await box.trigger('change');
    expect(wrapper.get('[aria-label="翻地区"] [role="status"]').text()).toBe('没有找到“无此地”');
    wrapper.unmount();
  });

  it('turns the page with an arrow at its edge', async () => {
    const { wrapper, rows } = shown(70, 4);
    for (let i = 0; i < 50; i += 1) {
      await wrapper.get('td button[tabindex="0"]').trigger('keydown', { key: 'ArrowDown' });
      await wrapper.vm.$nextTick();
    }
    expect(rows()[0]).toBe('指标51');
    expect((document.activeElement as HTMLElement).dataset).toMatchObject({ row: '0', column: '0' });
    await wrapper.get('td button[tabindex="0"]').trigger('keydown', { key: 'ArrowUp' });
    await wrapper.vm.$nextTick();
    expect(rows()[0]).toBe('指标1');
    expect((document.activeElement as HTMLElement).dataset).toMatchObject({ row: '49', column: '0' });
    wrapper.unmount();
  });

  it('goes on paper whole', () => {
    const { wrapper } = shown(70, 20);
    window.dispatchEvent(new Event('beforeprint'));
    const tables = wrapper.findAll('.print-rows table');
    // 16 places, then 4; the name of the indicator before each.
    expect(tables.map((table) => table.findAll('th[scope="col"]').length)).toEqual([17, 5]);
    expect(tables.map((table) => table.findAll('tbody tr').length)).toEqual([70, 70]);
    expect(tables[0]!.get('tbody td').text()).toBe('●');
    window.dispatchEvent(new Event('afterprint'));
    expect(wrapper.findAll('.print-rows table')).toHaveLength(0);
    wrapper.unmount();
  });
});
