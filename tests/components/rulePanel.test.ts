import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import RulePanel from '../../src/components/lights/RulePanel.vue';
import type { RulePreview } from '../../src/domain/board/rulePreview';
import { DEFAULT_RULE, type LightRule } from '../../src/domain/lights/rule';

const LISTED: LightRule = {
  id: 'done-90',
  name: '按完成率',
  family: '阈值',
  palette: '蓝黄红',
  greenFrom: 90,
  amberFrom: 70,
  default: false,
  note: '市里的用法'
};
const COUNTS = { bad: 1, middling: 2, good: 3, none: 0 };

function panel(changed = 0) {
  const tried: string[] = [];
  const change = (n: number) => ({
    completion: {
      row: { row: n },
      place: { name: `第${n}县`, naming: '原文' },
      programme: { name: '筛查' },
      light: { level: 'bad', shape: '■', word: '滞后', reason: '慢9个百分点' }
    },
    from: { shape: '●', word: '达序时' }
  });
  const preview = (rule: LightRule): RulePreview => {
    tried.push(rule.id);
    return {
      before: COUNTS,
      after: COUNTS,
      changed: Array.from({ length: changed }, (_, n) => change(n + 1)) as unknown as RulePreview['changed'],
      hasLimits: false,
      text: '改用后红灯由2个变为5个'
    };
  };
  const wrapper = mount(RulePanel, { props: { rules: [DEFAULT_RULE, LISTED], rule: DEFAULT_RULE, preview } });
  const keep = () => wrapper.get<HTMLButtonElement>('.button.button--main');
  return {
    wrapper,
    tried,
    keep,
    choose: (list: 'rule-list' | 'rule-family' | 'rule-palette', value: string) =>
      wrapper.get(`select.${list}`).setValue(value),
    number: (key: string) => wrapper.get<HTMLInputElement>(`[data-number="${key}"]`),
    outcome: () => wrapper.get('.rule-preview').text()
  };
}

describe('the panel of the light rule', () => {
  it('starts with the rule in force, which there is nothing to keep of', () => {
    const { outcome, keep, number, wrapper } = panel();
    expect(number('amberWithin').element.value).toBe('5');
    expect(wrapper.get('[role="status"] p').text()).toBe(
      '不慢于序时为绿，慢5个百分点以内为黄，其余为红；没有完成率或序时不亮灯。'
    );
    expect(outcome()).toBe('这就是现在的规则');
    expect(keep().element.disabled).toBe(true);
  });

  it('says what another number would do before it is kept, and gives the rule when it is', async () => {
    const { outcome, keep, number, wrapper } = panel();
    await number('amberWithin').setValue('7.5');
    expect(outcome()).toBe('改用后红灯由2个变为5个');
    expect(keep().element.disabled).toBe(false);
    await keep().trigger('click');
    expect(wrapper.emitted('keep')).toEqual([
      [expect.objectContaining({ id: 'pace-7.5-ryg', family: '序时', amberWithin: 7.5, palette: '红黄绿' })]
    ]);
  });

  it('takes the ends of the range, and nothing beyond them, nothing empty and no word', async () => {
    const { outcome, keep, number } = panel();
    const bad = '数字不全或超出范围；中间档的界限不能高于好的界限。';
    for (const [typed, said] of [
      ['0', '改用后红灯由2个变为5个'],
      ['100', '改用后红灯由2个变为5个'],
      ['100.5', bad],
      ['-0.5', bad],
      ['', bad]
    ] as const) {
      await number('amberWithin').setValue(typed);
      expect([typed, outcome(), keep().element.disabled]).toEqual([typed, said, said === bad]);
    }
  });

  it('lets the middling limit be the good one, and not above it', async () => {
    const { choose, outcome, number } = panel();
    await choose('rule-family', '阈值');
    await number('amberFrom').setValue('90');
    expect(outcome()).toBe('改用后红灯由2个变为5个');
    await number('amberFrom').setValue('90.5');
    expect(outcome()).toBe('数字不全或超出范围；中间档的界限不能高于好的界限。');
  });

  it('turns to a listed rule whole, with its colours and its note', async () => {
    const { choose, wrapper, number, keep } = panel();
    await choose('rule-list', 'done-90');
    expect(wrapper.classes()).toEqual(['rule-panel', 'light-palette--蓝黄红']);
    expect(number('greenFrom').element.value).toBe('90');
    expect(number('amberFrom').element.value).toBe('70');
    expect(wrapper.get('.text-faint').text()).toBe('市里的用法。');
    await keep().trigger('click');
    expect(wrapper.emitted('keep')).toEqual([[LISTED]]);
  });

  it('names a rule made by hand as the list does where it says the same', async () => {
    const { choose, wrapper, keep } = panel();
    await choose('rule-family', '阈值');
    await choose('rule-palette', '蓝黄红');
    expect(wrapper.get<HTMLSelectElement>('.rule-list').element.value).toBe('done-90');
    await keep().trigger('click');
    expect(wrapper.emitted('keep')).toEqual([[LISTED]]);
  });

  it('starts each family with its usual numbers', async () => {
    const { choose, wrapper } = panel();
    const numbers: Record<string, (string | number)[]> = {};
    for (const family of ['序时', '阈值', '位次', '逾期', '预测']) {
      await choose('rule-family', family);
      numbers[family] = wrapper.findAll<HTMLInputElement>('.rule-number').map((input) => input.element.value);
    }
    expect(numbers).toEqual({ 序时: ['5'], 阈值: ['90', '70'], 位次: ['3', '6'], 逾期: ['30'], 预测: ['100', '90'] });
  });

  it('lists twelve changes and counts the rest', async () => {
    for (const [changed, last] of [
      [12, '第12县筛查：●达序时 → ■滞后（慢9个百分点）'],
      [13, '另有 1 项。']
    ] as const) {
      const { number, wrapper } = panel(changed);
      await number('amberWithin').setValue('9');
      const items = wrapper.findAll('.rule-changes li').map((item) => item.text().replace(/\s+/g, ' '));
      expect(items[0]).toBe('第1县筛查：●达序时 → ■滞后（慢9个百分点）');
      expect(items[items.length - 1]).toBe(last);
    }
  });

  it('follows the rule in force when that changes, and closes without keeping', async () => {
    const { wrapper, number } = panel();
    await wrapper.setProps({ rule: LISTED });
    expect(number('greenFrom').element.value).toBe('90');
    await wrapper.findAll('button')[1]!.trigger('click');
    expect(wrapper.emitted('close')).toEqual([[]]);
    expect(wrapper.emitted('keep')).toBeUndefined();
  });
});
