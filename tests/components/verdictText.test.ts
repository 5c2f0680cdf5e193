import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import VerdictText from '../../src/components/figure/VerdictText.vue';

const shown = (text: string) => {
  const { element } = mount({
    components: { VerdictText },
    setup: () => ({ text }),
    template: '<h2><VerdictText :text="text" /></h2>'
  });
  const whole = [...element.querySelectorAll('.text-whole')].map((one) => one.textContent);
  return { text: element.textContent, clauses: [...element.children].map((one) => one.textContent), whole };
};

it('a verdict is clauses, in which a number keeps its unit and what closes it', () => {
  expect(shown('宝安区糖尿病患者管理人数48,319人，比上年同期增长67.5%（原文同比）')).toEqual({
    text: '宝安区糖尿病患者管理人数48,319人，比上年同期增长67.5%（原文同比）',
    clauses: ['宝安区糖尿病患者管理人数48,319人，', '比上年同期增长67.5%（原文同比）'],
    whole: ['48,319人，', '67.5%']
  });
});

it('a verdict without a number, and an empty one', () => {
  expect(shown('还没有单位报过数')).toEqual({ text: '还没有单位报过数', clauses: ['还没有单位报过数'], whole: [] });
  expect(shown('').text).toBe('');
});
