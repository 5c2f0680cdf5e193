import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { dayYearBefore } from '../../../src/domain/time/calendar';
import { count, dataset, programme, type Fact, type Task } from '../factory';

const DONE = count({ id: 'done', name: '结肠镜检查例数', unit: '例', decimals: 0 });

function lastYear(task: Partial<Task>, before: readonly Task[] = [], facts: readonly Fact[] = []) {
  const data = dataset({
    indicators: [DONE],
    programmes: [programme('结肠镜检查', { indicator: 'done' })],
    facts,
    tasks: [
      { of: '结肠镜检查', at: '象山县', in: '2020', done: 3000, target: 4000, asOf: '2020-10-31', ...task },
      ...before
    ]
  });
  return progressBoard(data, { period: '2020' }).rows[0]!.lastYear;
}
const then = (task: Partial<Task>): Task => ({
  of: '结肠镜检查',
  at: '象山县',
  in: '2019',
  asOf: '2019-10-31',
  ...task
});

describe('上年同期', () => {
  it('is the completion of the same programme and place at the same point of the year before', () => {
    expect(lastYear({}, [then({ rate: 65.2, done: 2100 })])).toMatchObject({
      percent: 65.2,
      basis: '完成率',
      derived: false,
      text: '上年同期65.2%'
    });
    // 2100 ÷ 3000 = 70
    expect(lastYear({}, [then({ target: 3000, done: 2100 })])).toMatchObject({ percent: 70, text: '上年同期70%' });
  });

  it('stands a count without a rate against this year’s target', () => {
    // 2400 ÷ 4000 = 60
    expect(lastYear({}, [then({ done: 2400 })])).toMatchObject({
      percent: 60,
      basis: '完成数',
      derived: false,
      text: '上年同期2,400例'
    });
    // 3000 at 75% implies 4,000
    expect(lastYear({ target: null, rate: 75 }, [then({ done: 2400 })])).toMatchObject({ percent: 60, derived: true });
    expect(lastYear({ target: null }, [then({ done: 2400 })])).toBeNull();
  });

  it('takes no other point of the year, place, period or unit', () => {
    for (const other of [
      { asOf: '2019-09-30' },
      { in: '2019-H2' },
      { at: '中方县' },
      { unit: '人' },
      { qualifier: '≥' },
      { status: '存疑' }
    ] as const) {
      expect(lastYear({}, [then({ rate: 65, ...other })])).toBeNull();
    }
  });

  it('is a figure of the programme’s indicator for the same days of the year before', () => {
    expect(lastYear({}, [], [{ of: 'done', at: '象山县', in: '2019-01/2019-10', value: 2000 }])).toMatchObject({
      percent: 50,
      text: '上年同期2,000例'
    });
  });

  it('is worked back from a stated change: 3,000 after a growth of 25% means 2,400', () => {
    const facts: Fact[] = [{ of: 'done', at: '象山县', in: '2020-01/2020-10', value: 25, measure: '同比(%)' }];
    expect(lastYear({}, [], facts)).toMatchObject({
      percent: 60,
      basis: '完成数',
      derived: true,
      text: '上年同期推算2,400例'
    });
    expect(lastYear({}, [], [{ ...facts[0]!, value: -100 }])).toBeNull();
    expect(lastYear({}, [], [{ ...facts[0]!, in: '2020-H1' }])).toBeNull();
  });

  it('of a stock (时点) is the count of that day one year before, or worked back from the change stated for the day', () => {
    const managed = count({ id: 'managed', name: '管理人数', unit: '例', decimals: 0, basis: '时点' });
    const stock = (fact: Fact) =>
      progressBoard(
        dataset({
          indicators: [managed],
          programmes: [programme('管理', { indicator: 'managed' })],
          facts: [fact],
          tasks: [{ of: '管理', at: '象山县', in: '2020', done: 3000, target: 4000, asOf: '2020-10-31' }]
        })
      ).rows[0]!.lastYear;
    expect(stock({ of: 'managed', at: '象山县', in: '2019-10-31', value: 2000 })).toMatchObject({
      percent: 50,
      derived: false,
      text: '上年同期2,000例'
    });
    expect(stock({ of: 'managed', at: '象山县', in: '2020-10-31', value: 25, measure: '同比(%)' })).toMatchObject({
      percent: 60,
      derived: true
    });
    expect(stock({ of: 'managed', at: '象山县', in: '2019-09-30', value: 2000 })).toBeNull();
  });

  it('isn’t known without a cut-off day or for a rate as target', () => {
    expect(lastYear({ asOf: '' }, [then({ rate: 65 })])).toBeNull();
    expect(lastYear({ unit: '%', target: 80, done: 60 }, [then({ rate: 65, unit: '%' })])).toBeNull();
  });

  it('takes no row that states nothing, and works out no rate of a target of 0', () => {
    expect(lastYear({}, [then({ target: 3000, status: '实际' })])).toBeNull();
    // 2400 of this year's 4,000
    expect(lastYear({}, [then({ target: 0, done: 2400 })])).toMatchObject({ percent: 60, basis: '完成数' });
    expect(lastYear({ target: 0 }, [then({ done: 2400 })])).toBeNull();
  });

  it('trusts no target worked back from a figure in doubt', () => {
    expect(lastYear({ target: null, rate: 75, status: '存疑' }, [then({ done: 2400 })])).toBeNull();
  });

  it('takes no figure in doubt, no bound, no change for a figure, and none before the work began', () => {
    const before: Fact = { of: 'done', at: '象山县', in: '2019-01/2019-10', value: 2000 };
    for (const other of [{ status: '存疑' }, { qualifier: '≥' }, { measure: '同比(%)' }] as const) {
      expect(lastYear({}, [], [{ ...before, ...other }])).toBeNull();
    }
    expect(lastYear({ asOf: '2019-06-30' }, [], [before])).toBeNull();
    expect(lastYear({ unit: '人' }, [], [before])).toBeNull();
  });

  it('works nothing back from a change in points, a figure, or without what was done', () => {
    const change: Fact = { of: 'done', at: '象山县', in: '2020-01/2020-10', value: 25, measure: '同比(%)' };
    expect(lastYear({}, [], [{ ...change, measure: '同比(百分点)' }])).toBeNull();
    expect(lastYear({}, [], [{ ...change, measure: '数值' }])).toBeNull();
    expect(lastYear({ done: null, rate: 75 }, [], [change])).toBeNull();
  });

  it('works back from the change of the whole period only once it is over', () => {
    const year: Fact = { of: 'done', at: '象山县', in: '2020', value: 25, measure: '同比(%)' };
    expect(lastYear({ asOf: '2021-01-15' }, [], [year])).toMatchObject({ percent: 60 });
    expect(lastYear({ asOf: '2020-12-31' }, [], [year])).toMatchObject({ percent: 60 });
    expect(lastYear({ asOf: '2020-10-31' }, [], [year])).toBeNull();
    expect(lastYear({ asOf: '2021-01-15' }, [], [{ ...year, in: '2020-H2' }])).toBeNull();
  });

  it('works back to whole cases, to decimals of money, and to as many as the indicator has', () => {
    const workedBack = (unit: string, decimals: number | null, done: number) =>
      progressBoard(
        dataset({
          indicators: [{ ...DONE, unit, decimals }],
          programmes: [programme('结肠镜检查', { indicator: 'done', unit })],
          facts: [{ of: 'done', at: '象山县', in: '2020-01/2020-10', value: 25, measure: '同比(%)' }],
          tasks: [{ of: '结肠镜检查', at: '象山县', in: '2020', done, target: 10, asOf: '2020-10-31' }]
        })
      ).rows[0]!.lastYear!;
    // 3.1 ÷ 1.25 = 2.48
    expect(workedBack('例', null, 3.1)).toMatchObject({ percent: 20, text: '上年同期推算2例' });
    expect(workedBack('万元', null, 3.1)).toMatchObject({ percent: 24.8, text: '上年同期推算2.48万元' });
    expect(workedBack('例', 1, 3.1)).toMatchObject({ percent: 25, text: '上年同期推算2.5例' });
  });

  it('isn’t known for a target in ‰ either, whose rate is no completion', () => {
    expect(lastYear({ unit: '‰', target: 6, done: 4 }, [then({ rate: 4.4, unit: '‰' })])).toBeNull();
  });

  it.each([
    ['2020-10-26', '2019-10-26'],
    ['2020-02-29', '2019-02-28'],
    ['2021-02-28', '2020-02-29'],
    ['2021-02-27', '2020-02-27'],
    ['2020-02-28', '2019-02-28']
  ])('one year before %s is %s', (day, before) => {
    expect(dayYearBefore(day)).toBe(before);
  });
});
