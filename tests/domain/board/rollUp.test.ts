import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { rollUpSources } from '../../../src/domain/board/rollUp';
import { rollUpTable } from '../../../src/domain/board/tables';
import { count, dataset, place, programme, unit, type Small, type Task } from '../factory';

const UNITS: Small = {
  places: [
    place('象山县'),
    unit('第一医院集团', '象山县'),
    unit('台胞医院集团', '象山县'),
    unit('中医医院集团', '象山县')
  ],
  programmes: [programme('结肠镜检查')]
};
const row = (at: string, done: number | null, more: Partial<Task> = {}): Task => ({
  of: '结肠镜检查',
  at,
  in: '2020',
  asOf: '2020-10-31',
  done,
  ...more
});
const THREE = [
  row('第一医院集团', 1134),
  row('台胞医院集团', 1096, { rate: 100.02, status: '存疑' }),
  row('中医医院集团', 752, { rate: 73 })
];
const rollUps = (tasks: readonly Task[]) => progressBoard(dataset({ ...UNITS, tasks })).rollUps;

describe('roll-ups', () => {
  it('add up the three groups of 象山县 and stand the county’s own figure beside them', () => {
    const [r] = rollUps([...THREE, row('象山县', 2707, { rate: 67.68, asOf: '2020-10-26' })]);
    // 1,134 + 1,096 + 752 = 2,982; 2,982 − 2,707 = 275
    expect(r).toMatchObject({
      done: 2982,
      target: null,
      rate: null,
      asOf: '2020-10-31',
      difference: 275,
      own: { done: 2707 }
    });
    expect(r!.parts.map((c) => c.place.name)).toEqual(['第一医院集团', '台胞医院集团', '中医医院集团']);
    expect(r!.text).toBe(
      '象山县结肠镜检查：3家单位合计2,982例（截至2020年10月31日），比全县自报2,707例（截至2020年10月26日）多275例'
    );
    expect(r!.notes).toEqual([
      { level: '警示', text: '各单位合计大于自报数，两者截止日不同，原文未说明原因。' },
      { level: '警示', text: '合计中有存疑的数。' },
      { level: '说明', text: '合计的是有这项任务的3家单位，不一定是全部单位。' }
    ]);
  });

  it('know where each part stands, and for the difference the county’s own figure too', () => {
    const [r] = rollUps([...THREE, row('象山县', 2707, { rate: 67.68, asOf: '2020-10-26' })]);
    expect(rollUpSources(r!).map((s) => `${s.place}${s.line}`)).toEqual([
      '第一医院集团1',
      '台胞医院集团2',
      '中医医院集团3'
    ]);
    expect(rollUpSources(r!, true).map((s) => s.line)).toEqual([1, 2, 3, 4]);
  });

  it('divide sum by sum, never the mean of rates', () => {
    // (90 + 10) ÷ (100 + 300) = 25%, while the mean of 90% and 3.33% is 46.67%
    const [r] = rollUps([row('第一医院集团', 90, { target: 100 }), row('台胞医院集团', 10, { target: 300 })]);
    expect(r).toMatchObject({ done: 100, target: 400, rate: 25, own: null, difference: null });
    expect(r!.text).toBe('象山县结肠镜检查：2家单位合计100例，完成25.00%（截至2020年10月31日）');
  });

  it('give no sum where one of them doesn’t report', () => {
    const [planned] = rollUps([...THREE.slice(0, 2), row('中医医院集团', null, { target: 1030, asOf: '' })]);
    expect(planned).toMatchObject({
      done: null,
      rate: null,
      text: '象山县结肠镜检查：中医医院集团没有完成数，不作合计'
    });
    const [rateOnly] = rollUps([...THREE.slice(0, 2), row('中医医院集团', null, { rate: 73 })]);
    expect(rateOnly!.missing.map((p) => p.name)).toEqual(['中医医院集团']);
  });

  it('give no sum over different days, units or rates', () => {
    expect(rollUps([THREE[0]!, row('台胞医院集团', 5, { asOf: '2020-09-30' })])[0]!.text).toBe(
      '象山县结肠镜检查：各单位截止日不一，不作合计'
    );
    expect(rollUps([THREE[0]!, row('台胞医院集团', 5, { unit: '人' })])[0]!.text).toBe(
      '象山县结肠镜检查：各单位口径不一，不作合计'
    );
    expect(
      rollUps([row('第一医院集团', 90, { unit: '%' }), row('台胞医院集团', 80, { unit: '%' })])[0]!.done
    ).toBeNull();
    expect(rollUps([THREE[0]!, THREE[2]!, row('第一医院集团', 1200)])[0]!.done).toBeNull();
  });

  it('give no sum that falls short of what the county counted no later: somebody isn’t in the data', () => {
    const own = row('象山县', 78429, { asOf: '2020-10-26' });
    const [r] = rollUps([row('台胞医院集团', 21343), row('中医医院集团', 21968), own]);
    expect(r!.text).toBe(
      '象山县结肠镜检查：有数的2家单位合计43,311例，少于全县自报78,429例（截至2020年10月26日），单位没有报全，不作合计'
    );
    expect(r).toMatchObject({ done: null, difference: null });
    const [earlier] = rollUps([row('台胞医院集团', 21343), row('中医医院集团', 21968), { ...own, asOf: '2020-11-30' }]);
    expect(earlier).toMatchObject({ done: 43311, difference: -35118 });
  });

  it('need two organisations, and leave a single one alone', () => {
    expect(rollUps([THREE[0]!, row('象山县', 2707)])).toEqual([]);
    expect(progressBoard(dataset({ ...UNITS, tasks: THREE }), { organisation: '中医医院集团' }).rollUps).toEqual([]);
  });

  describe('beside the county’s own figure of the same day', () => {
    const two = [row('第一医院集团', 100), row('台胞医院集团', 200)];
    const beside = (own: number) => rollUps([...two, row('象山县', own)])[0]!;

    it('are said to be equal where they are, with no warning', () => {
      expect(beside(300)).toMatchObject({
        done: 300,
        difference: 0,
        text: '象山县结肠镜检查：2家单位合计300例（截至2020年10月31日），与全县自报300例（截至2020年10月31日）相等',
        notes: [{ level: '说明', text: '合计的是有这项任务的2家单位，不一定是全部单位。' }]
      });
    });

    it('are more by one', () => {
      const r = beside(299);
      expect(r.text).toContain('，比全县自报299例（截至2020年10月31日）多1例');
      expect(r.notes[0]).toEqual({ level: '警示', text: '各单位合计大于自报数，原文未说明原因。' });
    });

    it('are no sum where they are one short', () => {
      expect(beside(301)).toMatchObject({ done: null, difference: null, notes: [] });
      expect(beside(301).text).toBe(
        '象山县结肠镜检查：有数的2家单位合计300例，少于全县自报301例（截至2020年10月31日），单位没有报全，不作合计'
      );
    });
  });

  it('give no target where one is missing, and no rate of a target of 0', () => {
    const [one] = rollUps([row('第一医院集团', 90, { target: 100 }), row('台胞医院集团', 10)]);
    expect(one).toMatchObject({ done: 100, target: null, rate: null });
    const [none] = rollUps([row('第一医院集团', 90, { target: 0 }), row('台胞医院集团', 10, { target: 0 })]);
    expect(none).toMatchObject({ done: 100, target: 0, rate: null });
  });
});

describe('roll-ups at their edges', () => {
  it('stand in the order of the places, whatever the order of the rows', () => {
    const [r] = rollUps([THREE[2]!, THREE[0]!]);
    expect(r!.parts.map((c) => c.place.name)).toEqual(['第一医院集团', '中医医院集团']);
  });

  it('stand beside what the county did, not beside what it planned, and only in its own unit', () => {
    const two = [row('第一医院集团', 100), row('台胞医院集团', 200)];
    const plan = row('象山县', null, { target: 500, asOf: '' });
    expect(rollUps([plan, ...two])[0]!.own).toBeNull();
    expect(rollUps([...two, row('象山县', 299, { unit: '人' })])[0]).toMatchObject({ done: 300, difference: null });
    const [rateOnly] = rollUps([...two, row('象山县', null, { rate: 80 })]);
    expect(rateOnly!.text).toBe('象山县结肠镜检查：2家单位合计300例（截至2020年10月31日）');
    expect(rateOnly).toMatchObject({ difference: null, own: { done: null } });
  });

  it('say that they are fewer, where the county counted later', () => {
    const [r] = rollUps([
      row('第一医院集团', 100),
      row('台胞医院集团', 200),
      row('象山县', 310, { asOf: '2020-11-30' })
    ]);
    expect(r!.text).toBe(
      '象山县结肠镜检查：2家单位合计300例（截至2020年10月31日），比全县自报310例（截至2020年11月30日）少10例'
    );
    expect(r!.notes).toHaveLength(1);
  });

  it('of no stated day say none', () => {
    expect(rollUps([row('第一医院集团', 100, { asOf: '' }), row('台胞医院集团', 200, { asOf: '' })])[0]!.text).toBe(
      '象山县结肠镜检查：2家单位合计300例'
    );
  });

  it('add up no limit that doesn’t accumulate, even where only one of them says so', () => {
    const limit = row('第一医院集团', 90, { target: 100, qualifier: '≤' });
    expect(rollUps([limit, row('台胞医院集团', 10)])[0]!.text).toBe('象山县结肠镜检查：控制数不能相加，不作合计');
  });

  it('of limits that accumulate say how much is used', () => {
    const disputes = count({ id: 'd', name: '纠纷', unit: '例', basis: '期间', better: '低' });
    const [r] = progressBoard(
      dataset({
        ...UNITS,
        indicators: [disputes],
        programmes: [programme('结肠镜检查', { indicator: 'd' })],
        tasks: [row('第一医院集团', 90, { target: 100 }), row('台胞医院集团', 10, { target: 300 })]
      })
    ).rollUps;
    expect(r!.text).toBe('象山县结肠镜检查：2家单位合计100例，用去控制数的25.00%（截至2020年10月31日）');
  });
});

describe('the table of roll-ups', () => {
  it('says in every empty cell why it is empty', () => {
    const table = (tasks: readonly Task[]) =>
      rollUpTable(rollUps(tasks))
        .rows[0]!.slice(3, 10)
        .map((cell) => cell.text);
    expect(table([row('第一医院集团', 1134), row('中医医院集团', null, { rate: 73 })])).toEqual([
      '1家没有完成数，不作合计',
      '2020年10月31日',
      '不作合计',
      '没有自报',
      '没有自报',
      '没有自报',
      '不作合计'
    ]);
    expect(table([row('第一医院集团', 1134), row('中医医院集团', 752, { target: 1000 })])).toEqual([
      '1,886例',
      '2020年10月31日',
      '目标没有写全',
      '没有自报',
      '没有自报',
      '没有自报',
      '没有自报'
    ]);
    const days = [row('第一医院集团', 1134), row('中医医院集团', 752, { asOf: '2020-09-30' }), row('象山县', 2707)];
    expect(table(days)).toEqual([
      '不作合计',
      '截止日不一',
      '不作合计',
      '2,707例',
      '2020年10月31日',
      '没有写完成率',
      '不作合计'
    ]);
  });
});
