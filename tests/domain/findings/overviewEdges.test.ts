import { describe, expect, it } from 'vitest';
import { overview } from '../../../src/domain/findings/overview';
import { overviewPeriod, overviewPeriods } from '../../../src/domain/findings/overviewPeriod';
import { ownSummary } from '../../../src/domain/findings/own';
import { updatesOf } from '../../../src/domain/findings/updates';
import { count, dataset, type Fact, indicator, place, programme, type Small, type Task, unit } from '../factory';

const RATE = indicator({ id: 'htn', name: '规范管理率' });
/** Of one indicator the figures of 甲县, 乙县 … in one time. */
const row = (of: string, time: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at: `${'甲乙丙丁戊己'[i]!}县`, in: time, value }));

describe('what is due soon', () => {
  const due = (more: Partial<Task>) => {
    const data = dataset({
      programmes: [programme('筛查'), programme('病例控制', { indicator: 'cases' })],
      indicators: [count({ id: 'cases', name: '病例', unit: '例', better: '低' })],
      places: [place('甲县'), unit('一院', '甲县'), place('乙县', { parent: '甲县' })],
      tasks: [{ of: '筛查', at: '甲县', in: '2024', asOf: '2024-11-30', rate: 60, ...more }]
    });
    const [at] = overviewPeriods(data);
    return ownSummary(data, '甲县', at!, data.defaultRule)!.due.length;
  };

  it('is what ends within 62 days and isn’t done, the last day and days after it among them', () => {
    // 30 October to 31 December are 62 days.
    expect([due({ asOf: '2024-10-30' }), due({ asOf: '2024-10-29' })]).toEqual([1, 0]);
    expect([due({ asOf: '2024-12-31' }), due({ asOf: '2025-01-15' })]).toEqual([1, 1]);
    expect([due({ rate: 99.99 }), due({ rate: 100 })]).toEqual([1, 0]);
  });

  it('is no limit, nothing without a day or a completion, and nothing of an area below', () => {
    expect([due({ of: '病例控制', target: 10, done: 5, rate: null }), due({ asOf: '' })]).toEqual([0, 0]);
    expect([due({ rate: null, done: 5 }), due({ at: '乙县' }), due({ at: '一院' })]).toEqual([0, 0, 1]);
  });
});

describe('总览 at its edges', () => {
  it('lists five behind and three ahead, those in doubt aside', () => {
    const rates = [10, 20, 30, 40, 50, 60, 110, 120, 130, 140];
    const o = overview(
      dataset({
        programmes: [programme('筛查')],
        tasks: rates.map((rate, i): Task => ({
          ...{ of: '筛查', at: `县${i}`, in: '2020', asOf: '2020-12-31', rate },
          ...(rate === 140 ? { status: '存疑' as const } : {})
        }))
      })
    );
    expect(o.behind.map((c) => c.rate)).toEqual([10, 20, 30, 40, 50]);
    expect(o.ahead.map((c) => c.rate)).toEqual([130, 120, 110]);
  });

  it('says what it spans: results alone, a cut-off day alone, nothing', () => {
    const span = (small: Small) => overview(dataset(small)).span;
    expect(span({ facts: [{ at: '甲县', in: '2020', value: 1 }] })).toBe('数据 2020-01-01 至 2020-12-31');
    expect(
      span({
        programmes: [programme('筛查')],
        tasks: [{ of: '筛查', at: '甲县', in: '2020', asOf: '2020-06-30', rate: 1 }]
      })
    ).toBe('数据截至 2020-06-30');
    expect(span({ facts: [{ at: '甲县', in: '2020', value: 1, status: '预计' }] })).toBe('');
  });

  it('is by months from eight months of one year on', () => {
    const months = (n: number) =>
      overviewPeriods(
        dataset({
          facts: Array.from({ length: n }, (_, i) => ({ at: '甲县', in: `2020-0${i + 1}`, value: 1 })).concat([
            { at: '甲县', in: '2019-12', value: 1 }
          ])
        })
      ).map((one) => one.period.text);
    expect(months(7)).toEqual(['2020', '2019']);
    expect(months(8).slice(0, 2)).toEqual(['2020-08', '2020-07']);
  });

  it('opens with the latest time that has half of the fullest, half included', () => {
    const small = (latest: number): Small => ({
      facts: [
        ...row('规范管理率', '2019', 1, 2, 3, 4),
        ...row('规范管理率', '2020', ...Array.from({ length: latest }, () => 1))
      ]
    });
    expect(overviewPeriod(dataset(small(2)))!.period.text).toBe('2020');
    expect(overviewPeriod(dataset(small(1)))!.period.text).toBe('2019');
  });
});

describe('what is new', () => {
  it('is told by indicator and task, three numbers of each, the others counted', () => {
    const data = dataset({
      indicators: [RATE],
      programmes: [programme('筛查')],
      facts: row('htn', '2020', 80, 81, 82, 83),
      tasks: [
        { of: '筛查', at: '甲县', in: '2020', target: 10, done: 5, rate: 50 },
        { of: '筛查', at: '乙县', in: '2020', rate: 0 }
      ]
    });
    const updates = updatesOf([...data.observationsOf('htn'), ...data.progress]);
    expect(updates.map(({ name, count: n, texts }) => [name, n, texts])).toEqual([
      ['规范管理率', 4, ['甲县 2020年 80%', '乙县 2020年 81%', '丙县 2020年 82%']],
      ['筛查', 2, ['甲县 2020年 目标10例，完成5例，完成率50%', '乙县 2020年 完成率0%']]
    ]);
    expect(updatesOf([])).toEqual([]);
  });
});
