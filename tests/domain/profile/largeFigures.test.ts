import { describe, expect, it } from 'vitest';
import { profile } from '../../../src/domain/profile/profile';
import { count, dataset, indicator, type Small } from '../factory';
import { BASE, RATE, VISITS } from './counties';

const ask = (id: string, small = BASE) => profile(dataset(small), id)!;

describe('the large figures of a profile', () => {
  const names = (small: Small) => ask('甲县', small).keys.map((r) => r.indicator.name);

  it('are, of equally wide comparisons, those that tell better from worse', () => {
    const small: Small = {
      indicators: [VISITS, RATE],
      facts: ['甲县', '乙县', '丙县'].flatMap((at, n) => [
        { of: VISITS.id, at, in: '2020', value: 900 - n },
        { of: RATE.id, at, in: '2020', value: n === 0 ? 80 : 70 + 20 * (n - 1) }
      ])
    };
    // 门诊人次 is the most of three, 建档率 only the middle; a count of visits is no merit.
    expect(names(small)).toEqual(['建档率', '门诊人次']);
  });
  const wide = (name: string, theme: string) => indicator({ name, theme });
  const field = (of: string, values: readonly number[]) =>
    values.map((value, i) => ({ of, at: ['甲县', '乙县', '丙县', '丁县'][i]!, in: '2020', value }));

  it('are those compared with most places, the ends of a field first', () => {
    const indicators = [
      wide('居中', '一'),
      wide('最好', '二'),
      wide('两地', '三'),
      wide('四地', '四'),
      wide('独有', '五')
    ];
    const facts = [
      ...field('居中', [2, 1, 3]),
      ...field('最好', [3, 1, 2]),
      ...field('两地', [1, 2]),
      ...field('四地', [2, 1, 3, 4]),
      ...field('独有', [1])
    ];
    expect(names({ ...BASE, indicators, facts, tasks: [] })).toEqual(['四地', '最好', '居中', '两地']);
  });

  it('are never doubtful or bounds, nor more than two of a theme', () => {
    const indicators = ['一', '二', '三', '四', '五'].map((name) => wide(name, name === '五' ? '乙题' : '甲题'));
    const facts = [
      ...field('一', [3, 1, 2]),
      ...field('二', [3, 1, 2]),
      ...field('三', [3, 1, 2]),
      { of: '四', at: '甲县', in: '2020', value: 9, status: '存疑' as const },
      { of: '五', at: '甲县', in: '2020', value: 9, qualifier: '≥' as const }
    ];
    expect(names({ ...BASE, indicators, facts, tasks: [] })).toEqual(['一', '二']);
  });

  it('are filled up to four with what compares with nothing', () => {
    const indicators = ['一', '二', '三', '四', '五'].map((name) => wide(name, name));
    expect(names({ ...BASE, indicators, facts: indicators.flatMap((i) => field(i.id, [1])), tasks: [] })).toEqual([
      '一',
      '二',
      '三',
      '四'
    ]);
  });

  it('are filled up with rates before counts', () => {
    const indicators = [count({ name: '甲数', theme: '一' }), count({ name: '乙数', theme: '二' }), wide('丙率', '三')];
    expect(names({ ...BASE, indicators, facts: indicators.flatMap((i) => field(i.id, [1])), tasks: [] })).toEqual([
      '丙率',
      '甲数',
      '乙数'
    ]);
  });

  it('are in 万 in a sentence about them', () => {
    const small: Small = {
      indicators: [VISITS],
      facts: [{ of: VISITS.id, at: '甲县', in: '2020', value: 18_360_000, status: '预计' }]
    };
    expect(ask('甲县', small).notes.map(({ text }) => text)).toContain('门诊人次（2020年）1,836万人次是预计数。');
  });
});
