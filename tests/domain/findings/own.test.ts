import { describe, expect, it } from 'vitest';
import { ownSummary } from '../../../src/domain/findings/own';
import { overview } from '../../../src/domain/findings/overview';
import { overviewPeriod } from '../../../src/domain/findings/overviewPeriod';
import { dataset, indicator, place, programme, unit, type Small, type Task } from '../factory';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'];
const done = (of: string, at: string, month: string, rate: number): Task => ({
  of,
  at,
  in: '2024',
  asOf: `2024-${month}-${['04', '06', '09', '11'].includes(month) ? '30' : month === '02' ? '29' : '31'}`,
  rate
});

/**
 * 序时 of 2024: 31 October is day 305 of 366, 83.33%; 30 November is day 335, 91.53%.
 * 绿 not behind, 黄 up to 5 behind, 红 more.
 */
const SMALL: Small = {
  indicators: [indicator({ id: 'htn', name: '规范管理率' })],
  places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县'), place('乙县'), place('丙县')],
  programmes: [programme('筛查'), programme('接种')],
  facts: [
    ...months.flatMap((month) =>
      ['甲县', '乙县', '丙县'].map((at, i) => ({ of: 'htn', at, in: `2024-${month}`, value: 70 + i }))
    )
  ],
  tasks: [
    done('筛查', '甲县', '10', 84), // 绿
    done('筛查', '甲县', '11', 60), // 红: 31.5 behind
    done('筛查', '一院', '10', 60), // 红
    done('筛查', '一院', '11', 90), // 黄: 1.5 behind
    done('接种', '一院', '10', 90), // 绿
    done('接种', '一院', '11', 100), // 绿, nothing left to do
    done('接种', '二院', '09', 70),
    done('接种', '二院', '10', 80), // 黄
    done('筛查', '乙县', '10', 90),
    done('筛查', '乙县', '11', 95)
  ]
};
const data = dataset(SMALL);
const of = (id: string, period: string) => ownSummary(data, id, overviewPeriod(data, period)!, data.defaultRule)!;

describe('what is said of the own place', () => {
  it('counts its own tasks and its organisations’ apart, each once', () => {
    expect(of('甲县', '2024-11').lights.map((g) => [g.title, g.tasks, g.counts, g.change])).toEqual([
      ['本级', 1, { bad: 1, middling: 0, good: 0, none: 0 }, '比2024年10月 1项变差'],
      ['下属单位', 2, { bad: 0, middling: 1, good: 1, none: 0 }, '比2024年10月 1项变好']
    ]);
    expect(of('甲县', '2024-10').lights.map((g) => [g.title, g.tasks])).toEqual([
      ['本级', 1],
      ['下属单位', 3]
    ]);
  });

  it('lists what is unfinished and due within two months, the slowest first', () => {
    // 30 November to 31 December: 31 days. 接种 of 一院 is done.
    expect(of('甲县', '2024-11').due.map((c) => [c.place.name, c.programme.name, c.rate])).toEqual([
      ['甲县', '筛查', 60],
      ['一院', '筛查', 90]
    ]);
    // 30 September to 31 December: 92 days.
    expect(of('甲县', '2024-09').due).toEqual([]);
  });

  it('names who has not reported the month', () => {
    expect(of('甲县', '2024-11').unreported.map((r) => [r.place.name, r.state, r.missing])).toEqual([
      ['二院', '未报', ['接种']]
    ]);
  });

  it('says where it stands', () => {
    expect(of('甲县', '2024-11').standing).toBe('1项指标与别处可比：1项居末');
    expect(of('乙县', '2024-11').standing).toBe('1项指标与别处可比，不居首也不居末');
    expect(of('丙县', '2024-11').standing).toBe('1项指标与别处可比：1项居首');
  });

  it('shares the last place as the first, and is neither where all are alike', () => {
    const standing = (...values: readonly number[]) => {
      const facts = values.map((value, i) => ({ of: 'htn', at: `${'甲乙丙丁'[i]!}县`, in: '2024-11', value }));
      const own = dataset({ ...SMALL, tasks: [], facts });
      return ['甲县', '丙县'].map(
        (id) => ownSummary(own, id, overviewPeriod(own, '2024-11')!, own.defaultRule)!.standing
      );
    };
    // 90, 90, 80, 80: 甲 and 乙 first, 丙 and 丁 third of four, which is last.
    expect(standing(90, 90, 80, 80)).toEqual(['1项指标与别处可比：1项居首', '1项指标与别处可比：1项居末']);
    expect(standing(80, 80, 80)).toEqual(['1项指标与别处可比，不居首也不居末', '1项指标与别处可比，不居首也不居末']);
    // Two places are no field.
    expect(standing(90, 80)).toEqual(['', '']);
  });

  it('says where it has nothing, and the nearest time in which it has', () => {
    const late = dataset({
      ...SMALL,
      places: [...SMALL.places!, place('丁县')],
      facts: [...SMALL.facts!, { of: 'htn', at: '丁县', in: '2024-02', value: 71 }]
    });
    const own = ownSummary(late, '丁县', overviewPeriod(late, '2024-11')!, late.defaultRule)!;
    expect(own).toMatchObject({ reports: false, lights: [], due: [], standing: '' });
    expect(own.nearest!.text).toBe('2024-02');
  });
});

describe('总览 of one time', () => {
  it('counts the lights reported in it, and how the same tasks changed', () => {
    const november = overview(data, data.defaultRule, undefined, overviewPeriod(data, '2024-11'));
    // 甲县 红, 一院 黄 and 绿, 乙县 绿; of them 甲县 went from 绿, 一院 from 红.
    expect(november.counts).toEqual({ bad: 1, middling: 1, good: 2, none: 0 });
    expect(november.lightChange).toBe('比2024年10月 1项变好、1项变差');
    const february = overview(data, data.defaultRule, undefined, overviewPeriod(data, '2024-02'));
    expect(february.counts).toEqual({ bad: 0, middling: 0, good: 0, none: 0 });
    expect(february.lightChange).toBe('');
  });

  it('shows the own place first', () => {
    const own = overview(data, data.defaultRule, '丙县', overviewPeriod(data, '2024-11'));
    expect(own.byPlace.map((p) => p.place.name)).toEqual(['丙县', '甲县', '乙县']);
    expect(own.headlines[0]!.text).toBe('丙县2024年11月规范管理率72%，3个地区中列第1');
  });
});
