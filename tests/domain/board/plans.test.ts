import { describe, expect, it } from 'vitest';
import { planList, type PlanQuery, planResultSources, planSources } from '../../../src/domain/board/plans';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { count, dataset, place, programme, source, unit, type Fact, type Small, type Task } from '../factory';

const SMALL: Small = {
  programmes: [programme('站点', { unit: '个', indicator: 'sites' })],
  indicators: [count({ id: 'sites', name: '站点数', unit: '个', decimals: 0 })]
};
const plan = (more: Partial<Task> = {}): Task => ({ of: '站点', at: '舟山市', in: '2019', target: 110, ...more });
const result = (done: number, more: Partial<Task> = {}): Task => ({
  of: '站点',
  at: '舟山市',
  in: '2019',
  done,
  asOf: '2019-12-31',
  ...more
});

function outcome(tasks: readonly Task[], facts: readonly Fact[] = []): string {
  const [first] = planList(dataset({ ...SMALL, tasks, facts })).plans;
  return `${first!.outcome} ${first!.reason}`;
}

describe('planList(dataset, query)', () => {
  it('joins a plan to the final result of its own period', () => {
    expect(outcome([plan(), result(110)])).toBe('达成 到2019年12月31日完成110个，计划110个');
    expect(outcome([plan(), result(109)])).toBe('未达成 到2019年12月31日完成109个，计划110个');
  });

  it('takes what was reached early for reached, and waits where it wasn’t', () => {
    expect(outcome([plan(), result(129, { asOf: '2019-06-30' })])).toBe('达成 到2019年6月30日完成129个，计划110个');
    expect(outcome([plan(), result(80, { asOf: '2019-06-30' })])).toBe(
      '待报 到2019年6月30日完成80个，计划110个，未到期'
    );
    expect(outcome([plan()])).toBe('待报 还没有报结果');
  });

  it('tells reports that end before the due day from one that covers it and is silent', () => {
    const told = (report: string) =>
      planList(dataset({ ...SMALL, sources: [source('甲', { period: parsePeriod(report)! })], tasks: [plan()] }))
        .plans[0]!.reason;
    expect(told('2019-H1')).toBe('本地报告只到2019年上半年，没有到期后的报告');
    expect(told('2019')).toBe('报告里没有写结果');
  });

  it('judges by the latest report that can decide it', () => {
    expect(outcome([plan(), result(80, { asOf: '2019-06-30' }), result(115)])).toBe(
      '达成 到2019年12月31日完成115个，计划110个'
    );
  });

  it('takes a longer period only where even that falls short', () => {
    const nine = plan({ in: '2019-01/2019-09', target: 2 });
    expect(outcome([nine, result(1)])).toBe('未达成 到2019年12月31日完成1个，计划2个');
    expect(outcome([nine, result(3)])).toBe('待报 结果的时期（2019年）与计划不同，不能判定');
  });

  it('takes no rate of a longer period for one that falls short: rates don’t add up', () => {
    for (const unit of ['%', '‰', '1/10万']) {
      const nine = plan({ in: '2019-01/2019-09', target: 2, unit });
      expect(outcome([nine, result(1, { unit })]), unit).toBe('待报 结果的时期（2019年）与计划不同，不能判定');
    }
  });

  it('keeps a ceiling by staying at or below it, and only at the end', () => {
    const zero = plan({ target: 0 });
    expect(outcome([zero, result(0)])).toBe('达成 到2019年12月31日完成0个，计划0个');
    expect(outcome([zero, result(0, { asOf: '2019-06-30' })])).toBe('待报 到2019年6月30日完成0个，计划0个，未到期');
    expect(outcome([plan({ target: 50, qualifier: '≤' }), result(51)])).toBe(
      '未达成 到2019年12月31日完成51个，计划≤50个'
    );
    expect(outcome([plan({ target: 50, qualifier: '<' }), result(50)])).toMatch(/^未达成/);
    expect(outcome([plan({ target: 50, qualifier: '>' }), result(50)])).toMatch(/^未达成/);
    expect(outcome([plan({ target: 50, qualifier: '≥' }), result(50)])).toMatch(/^达成/);
  });

  it('joins no other place, unit, period, nor figures in doubt or without exactness', () => {
    for (const other of [
      { at: '宝安区' },
      { unit: '家' },
      { in: '2020', asOf: '2020-12-31' },
      { status: '存疑' },
      { qualifier: '≥' }
    ] as const) {
      expect(outcome([plan(), result(110, other)])).toBe('待报 还没有报结果');
    }
  });

  it('finds a result among the figures of the programme’s indicator', () => {
    expect(outcome([plan()], [{ of: 'sites', at: '舟山市', in: '2019', value: 120 }])).toBe(
      '达成 到2019年12月31日完成120个，计划110个'
    );
    expect(outcome([plan()], [{ of: 'sites', at: '舟山市', in: '2018', value: 120 }])).toBe('待报 还没有报结果');
  });

  describe('as a list', () => {
    const data = dataset({
      ...SMALL,
      places: [place('舟山市'), unit('疾控中心', '舟山市')],
      tasks: [
        plan({ in: '2020', target: 5 }),
        plan(),
        plan({ at: '疾控中心', in: '2019-01/2019-09', target: 2 }),
        result(110),
        plan({ at: '宝安区', target: 9 })
      ]
    });
    const list = (query: PlanQuery = {}) => planList(data, query);

    it('is in order of the due day, counted before the filter by outcome', () => {
      expect(list().plans.map((p) => `${p.due} ${p.completion.place.name}`)).toEqual([
        '2019-09-30 疾控中心',
        '2019-12-31 舟山市',
        '2019-12-31 宝安区',
        '2020-12-31 舟山市'
      ]);
      expect(list({ outcome: '达成' })).toMatchObject({
        counts: { 达成: 1, 未达成: 0, 待报: 3 },
        plans: [{ due: '2019-12-31' }]
      });
      expect(list({ place: '宝安区' }).counts).toEqual({ 达成: 0, 未达成: 0, 待报: 1 });
    });

    it('knows where promise and result stand', () => {
      const kept = list({ outcome: '达成' }).plans[0]!;
      expect(planSources(kept).map((s) => [s.line, s.note])).toEqual([
        [2, ''],
        [4, '后来的结果']
      ]);
      expect(list({ place: '宝安区' }).plans.flatMap(planResultSources)).toEqual([]);
      const counted = planList(
        dataset({ ...SMALL, tasks: [plan()], facts: [{ of: 'sites', at: '舟山市', in: '2019', value: 120, line: 77 }] })
      ).plans[0]!;
      expect(planResultSources(counted).map((s) => [s.line, s.note])).toEqual([[77, '后来的结果']]);
    });

    it('says that waiting isn’t failing', () => {
      expect(list().verdict).toBe('4项计划中1项达成，3项待报结果');
      expect(list({ place: '宝安区' }).verdict).toBe('1项计划待报结果');
      expect(list().notes).toEqual([{ level: '说明', text: '待报的3项，数据里没有到期后的结果，不等于没有完成。' }]);
      expect(list({ place: '无此地' })).toMatchObject({
        verdict: '没有符合条件的计划',
        plans: [],
        notes: [],
        sources: []
      });
    });
  });
});
