import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import IndicatorCard from '../../src/components/figure/IndicatorCard.vue';
import { indicatorCard } from '../../src/domain/cards/indicatorCard';
import { dataset, indicator } from '../domain/factory';

/** The card of an indicator that 县1, 县2 … report. */
function reportersOf(count: number) {
  const facts = Array.from({ length: count }, (_, at) => ({ at: `县${at + 1}`, in: '2020', value: at }));
  const data = dataset({ indicators: [indicator({ id: 'htn' })], facts });
  const wrapper = mount(IndicatorCard, { props: { card: indicatorCard(data, 'htn')! } });
  return { wrapper, lines: () => wrapper.findAll('.card-reporters li').map((line) => line.text()) };
}

describe('the 口径卡', () => {
  it('names all who report where they are 24', () => {
    expect(reportersOf(24).lines()).toHaveLength(24);
    expect(reportersOf(24).lines()[23]).toBe('县24（2020年）');
  });

  it('counts those beyond the 24th until somebody asks for them', async () => {
    const { wrapper, lines } = reportersOf(1_025);
    expect(lines()).toHaveLength(25);
    expect(lines()[23]).toBe('县24（2020年）');
    expect(lines()[24]).toMatch(/^等1,025个\s*全部列出$/);
    await wrapper.get('button').trigger('click');
    expect(lines()).toHaveLength(1_025);
    expect(lines()[1_024]).toBe('县1025（2020年）');
  });

  it('says where nobody has reported it', () => {
    expect(reportersOf(0).wrapper.text()).toContain('还没有地区或单位报告这项数');
  });
});
