import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import SourceList from '../../src/components/source/SourceList.vue';
import SourceTable from '../../src/components/source/SourceTable.vue';
import { citationOf } from '../../src/domain/evidence/citation';
import { dataset, indicator, place, source } from '../domain/factory';

const DATA = dataset({
  indicators: [indicator({ id: 'htn', name: '规范管理率' })],
  places: [place('甲县')],
  sources: [source('甲')],
  facts: [{ at: '甲县', in: '2020', value: 95.39, written: '95.39%', line: 3 }]
});
const LINE = citationOf(DATA.observationsOf('htn', '数值')[0]!);

/** Rows of the table body now. */
function count(wrapper: { findAll: (selector: string) => unknown[] }): number {
  return wrapper.findAll('tbody tr').length;
}

describe('a table in pages', () => {
  it('is whole on paper the moment it is laid out for it, and in pages again afterwards', async () => {
    const wrapper = mount(SourceTable, {
      props: { lines: Array.from({ length: 450 }, (_, at) => ({ ...LINE, line: at + 1 })) }
    });
    expect(count(wrapper)).toBe(100);
    window.dispatchEvent(new Event('beforeprint'));
    // Nothing is awaited: a browser lays the paper out right after this event.
    expect(count(wrapper)).toBe(450);
    window.dispatchEvent(new Event('afterprint'));
    expect(count(wrapper)).toBe(100);
    await wrapper.get('.pager button:last-child').trigger('click');
    await nextTick();
    expect(wrapper.get('tbody tr button').text()).toBe('101');
    wrapper.unmount();
    window.dispatchEvent(new Event('beforeprint'));
    expect(count(wrapper)).toBe(100);
  });

  it('of more rows than anybody prints stops at 3,000', () => {
    const wrapper = mount(SourceList, {
      props: { sources: Array.from({ length: 3100 }, (_, at) => source('甲', { id: `s${at}` })) }
    });
    window.dispatchEvent(new Event('beforeprint'));
    expect(count(wrapper)).toBe(3000);
    expect(wrapper.get('.print-only').text()).toBe('只印前3000行，共3100份；全部请导出。');
    window.dispatchEvent(new Event('afterprint'));
    wrapper.unmount();
  });

  it('of 200 rows is no pages at all', () => {
    const wrapper = mount(SourceList, {
      props: { sources: Array.from({ length: 200 }, (_, at) => source('甲', { id: `s${at}` })) }
    });
    expect(count(wrapper)).toBe(200);
    expect(wrapper.find('.pager').exists()).toBe(false);
    wrapper.unmount();
  });
});
