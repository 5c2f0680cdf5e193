import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import {
  DEFAULT_RULE,
  type DueRule,
  type ForecastRule,
  type LightRule,
  type RankRule,
  type ThresholdRule
} from '../../../src/domain/lights/rule';
import type { Indicator } from '../../../src/domain/model/records';
import type { Completion } from '../../../src/domain/progress/completion';
import { goalOf } from '../../../src/domain/model/goal';
import { forecastOf, neededPace } from '../../../src/domain/progress/pace';
import { paceTexts } from '../../../src/domain/progress/paceTexts';
import { completionTexts } from '../../../src/domain/progress/texts';
import { count, dataset, indicator, programme, type Small, type Task } from '../factory';

const head = { palette: '红黄绿', default: false, note: '' } as const;
const THRESHOLD: ThresholdRule = { ...head, id: 't', name: '', family: '阈值', greenFrom: 90, amberFrom: 70 };
const RANK: RankRule = { ...head, id: 'r', name: '', family: '位次', last: 1, fewest: 2 };
const DUE: DueRule = { ...head, id: 'd', name: '', family: '逾期', amberDays: 30 };
const FORECAST: ForecastRule = { ...head, id: 'f', name: '', family: '预测', greenFrom: 100, amberFrom: 90 };

/** An incidence: stands where it stands. */
const INCIDENCE = indicator({ id: 'tb', name: '发病率', unit: '1/10万', kind: '比率', basis: '期间', better: '低' });
/** Disputes: add up through the year. */
const DISPUTES = count({ id: 'disputes', name: '纠纷', unit: '件', basis: '期间', better: '低' });
/** Transfers: nobody says whether many are good. */
const TRANSFERS = count({ id: 'transfers', name: '移送', unit: '起', better: '不评价' });

function small(of: Indicator | null, tasks: readonly Partial<Task>[]): Small {
  return {
    indicators: of ? [of] : [],
    programmes: [programme('任务', { unit: of?.unit ?? '例', indicator: of?.id ?? '' })],
    tasks: tasks.map((task): Task => ({ of: '任务', at: '甲县', in: '2020', status: '实际', target: 10, ...task }))
  };
}
const rows = (of: Indicator | null, task: Partial<Task>, rule: LightRule = DEFAULT_RULE): readonly Completion[] =>
  progressBoard(dataset(small(of, [task])), { rule }).rows;
const one = (of: Indicator | null, task: Partial<Task>, rule?: LightRule): Completion => rows(of, task, rule)[0]!;
const shown = (of: Indicator | null, task: Partial<Task>, rule?: LightRule) => {
  const { name, word, reason } = one(of, task, rule).light;
  return `${name || '无'} ${word} ${reason}`;
};
const END = { asOf: '2020-12-31' } as const;
/** 6 of 12 months. */
const HALF = { asOf: '2020-06-30' } as const;

describe('the direction of a target', () => {
  const direction = (of: Indicator | null, task: Partial<Task>) => one(of, { done: 8, ...END, ...task }).goal.direction;

  it.each([
    [null, '', '达到'],
    [null, '≤', '控制'],
    [null, '<', '控制'],
    [null, '≈', '达到'],
    [INCIDENCE, '', '控制'],
    [{ ...INCIDENCE, better: '高' } as Indicator, '', '达到'],
    [{ ...INCIDENCE, better: '高' } as Indicator, '≤', '控制'],
    [TRANSFERS, '', '不明'],
    [TRANSFERS, '≤', '控制']
  ] as const)('by the sign of the target, then by the indicator (%#)', (of, qualifier, expected) => {
    expect(direction(of, { qualifier })).toBe(expected);
  });

  it('takes ≥ of a plan for the target’s, of a result for that of what was done', () => {
    const plan = dataset(small(TRANSFERS, [{ qualifier: '≥', status: '计划' }])).progress[0]!;
    expect(goalOf(plan, TRANSFERS)).toMatchObject({ direction: '达到', strict: false });
    expect(goalOf({ ...plan, done: 8 }, TRANSFERS).direction).toBe('不明');
    expect(goalOf({ ...plan, done: 8, qualifier: '>' }, undefined)).toMatchObject({ direction: '达到', strict: false });
  });

  it('lets a limit accumulate only where it counts a flow in the unit of the task', () => {
    const adds = (of: Indicator, task: Partial<Task> = {}) => one(of, { done: 8, ...END, ...task }).goal.accumulates;
    expect(adds(DISPUTES)).toBe(true);
    expect(adds({ ...DISPUTES, kind: '金额' })).toBe(true);
    expect(adds({ ...DISPUTES, kind: '人均' })).toBe(false);
    expect(adds({ ...DISPUTES, basis: '时点' })).toBe(false);
    expect(adds(DISPUTES, { unit: '起' })).toBe(false);
    expect(adds(INCIDENCE)).toBe(false);
    expect(adds({ ...DISPUTES, better: '高' })).toBe(false);
    expect(one(null, { done: 8, qualifier: '≤', ...END }).goal.accumulates).toBe(false);
  });
});

describe('a limit that doesn’t accumulate', () => {
  it.each([
    // Share of 10 that is used: 80%, 100%, 104%, 105%, 106%, 120%
    [0, '绿 未超 低于控制数10/10万（控制在10/10万以内）', 100],
    [8, '绿 未超 低于控制数2/10万（控制在10/10万以内）', 20],
    [10, '绿 未超 等于控制数（控制在10/10万以内）', 0],
    [10.4, '黄 略超 超控制数0.4/10万（控制在10/10万以内）', -4],
    [10.5, '黄 略超 超控制数0.5/10万（控制在10/10万以内）', -5],
    [10.6, '红 超出 超控制数0.6/10万（控制在10/10万以内）', -6],
    [12, '红 超出 超控制数2/10万（控制在10/10万以内）', -20]
  ])('of 10 at %s is %s', (done, expected, lead) => {
    expect(shown(INCIDENCE, { done, ...HALF })).toBe(expected);
    expect(one(INCIDENCE, { done, ...HALF })).toMatchObject({ lead, elapsed: null, clock: null, over: false });
    // No day is needed to say whether a limit is kept.
    expect(shown(INCIDENCE, { done })).toBe(expected);
  });

  it('is not kept by reaching it where the target asks for less', () => {
    expect(shown(INCIDENCE, { done: 10, qualifier: '<' })).toBe('黄 略超 等于控制数（低于10/10万）');
    expect(one(INCIDENCE, { done: 10, qualifier: '<' }).exceeded).toBe(true);
    expect(shown(INCIDENCE, { done: 9.9, qualifier: '<' })).toBe('绿 未超 低于控制数0.1/10万（低于10/10万）');
  });

  it('by completion alone is kept or passed', () => {
    expect(shown(INCIDENCE, { done: 8 }, THRESHOLD)).toMatch(/^绿 未超/);
    expect(shown(INCIDENCE, { done: 10 }, THRESHOLD)).toMatch(/^绿 未超/);
    expect(shown(INCIDENCE, { done: 10.1 }, THRESHOLD)).toMatch(/^红 超出/);
    expect(shown(INCIDENCE, { done: 0 }, THRESHOLD)).toMatch(/^绿/);
  });

  it('by lateness has until the due day to come down', () => {
    expect(shown(INCIDENCE, { done: 8, ...HALF }, DUE)).toMatch(/^绿 未超/);
    expect(shown(INCIDENCE, { done: 12, ...HALF }, DUE)).toBe(
      '黄 待降 离到期（2020年12月31日）还有184天，超控制数2/10万（控制在10/10万以内）'
    );
    expect(shown(INCIDENCE, { done: 12, ...END }, DUE)).toBe(
      '红 超出 2020年12月31日到期，超控制数2/10万（控制在10/10万以内）'
    );
    expect(shown(INCIDENCE, { done: 12 }, DUE)).toBe('无 不亮灯 没有写明数据截止日，不知道是否到期');
  });

  it('by forecast is judged on the due day only', () => {
    expect(shown(INCIDENCE, { done: 8, ...HALF }, FORECAST)).toBe('无 不亮灯 控制数不随时间累计，到期才判');
    expect(shown(INCIDENCE, { done: 8, ...END }, FORECAST)).toMatch(/^绿 未超/);
    expect(shown(INCIDENCE, { done: 12, ...END }, FORECAST)).toMatch(/^红 超出/);
  });

  it('of 0 is kept by nothing and passed by anything, under every rule', () => {
    const at = (done: number, rule: LightRule) =>
      one(null, { target: 0, done, qualifier: '≤', ...END }, rule).light.level;
    for (const rule of [DEFAULT_RULE, THRESHOLD, RANK, DUE, FORECAST]) {
      expect(at(0, rule), rule.family).toBe('good');
      expect(at(1, rule), rule.family).toBe('bad');
    }
    expect(one(null, { target: 0, done: 1, qualifier: '≤' })).toMatchObject({ rate: null, lead: null, exceeded: true });
    // Without a sign a target of 0 may as well mean that nothing was asked.
    expect(shown(null, { target: 0, done: 3 })).toBe('无 不亮灯 目标为0，不算完成率');
  });

  it('goes by what was counted, not by a rate that may mean the other way round', () => {
    expect(one(INCIDENCE, { done: 8, rate: 125, written: '10 / 8 / 125%' })).toMatchObject({
      rate: 80,
      reported: 125,
      differs: true,
      light: { level: 'good' }
    });
    expect(shown(INCIDENCE, { target: null, rate: 100 })).toBe('无 不亮灯 没有控制数或实际数，判不了是否超出');
    expect(shown(INCIDENCE, { target: null, done: 8 })).toBe('无 不亮灯 没有控制数，判不了是否超出');
  });

  it('is left open by a bound that doesn’t decide it', () => {
    expect(shown(INCIDENCE, { done: 8, qualifier: '≥' })).toBe('无 不亮灯 完成数是界限而非确数，判不了是否超出');
    expect(shown(INCIDENCE, { done: 12, qualifier: '≥' })).toMatch(/^红 超出/);
    expect(shown(INCIDENCE, { done: 10, qualifier: '≥' })).toMatch(/^无/);
    expect(one(INCIDENCE, { done: 10, qualifier: '>' }).exceeded).toBe(true);
  });

  it('has no light for plans and figures in doubt', () => {
    expect(shown(INCIDENCE, { done: 12, status: '存疑' })).toBe('无 不亮灯 原文数字存疑');
    const [plan] = progressBoard(dataset(small(INCIDENCE, [{ status: '计划' }]))).plans;
    expect(plan!.light.reason).toBe('计划，尚无完成数');
  });

  it('says so in words beside the bar', () => {
    const c = one(INCIDENCE, { done: 12, ...END });
    expect(completionTexts(c)).toMatchObject({ target: '控制在10以内', rate: '120%', lead: '超2/10万', elapsed: '' });
    expect(paceTexts(c)).toMatchObject({ gap: '超2', perDay: '', instead: '已超控制数2/10万', forecastText: '' });
    const kept = one(INCIDENCE, { done: 8, ...END });
    expect(completionTexts(kept)).toMatchObject({ lead: '余2/10万', leadWithUnit: '余2/10万' });
    expect(paceTexts(kept)).toMatchObject({ gap: '余2', instead: '' });
    expect(completionTexts(one(null, { done: 9, qualifier: '<' })).target).toBe('低于10');
    const percent = { ...INCIDENCE, unit: '%' };
    expect(completionTexts(one(percent, { done: 12 })).lead).toBe('超2个百分点');
    expect(kept.notes.map((n) => n.text)).toEqual([
      '控制类任务不看序时：比率是实际数占控制数的百分比，不超过控制数为好。'
    ]);
  });
});

describe('a limit that accumulates', () => {
  it.each([
    // 6 of 12 months: half of it may be used
    [40, '绿 未超 少用10.0个百分点', 10],
    [50, '绿 未超 与序时持平', 0],
    [53, '黄 略超 多用3.0个百分点', -3],
    [55, '黄 略超 多用5.0个百分点', -5],
    [56, '红 超序时 多用6.0个百分点', -6],
    [120, '红 超序时 多用70.0个百分点；超控制数20件（控制在100件以内）', -70]
  ])('of 100 with %s used at half time is %s', (done, expected, lead) => {
    expect(shown(DISPUTES, { target: 100, done, ...HALF })).toBe(expected);
    expect(one(DISPUTES, { target: 100, done, ...HALF })).toMatchObject({ lead, elapsed: 50 });
  });

  it('needs a day, unless it is passed already', () => {
    expect(shown(DISPUTES, { done: 8 })).toBe('无 不亮灯 没有写明数据截止日，算不出序时');
    expect(shown(DISPUTES, { done: 12 })).toBe('红 超出 超控制数2件（控制在10件以内）');
  });

  it('can’t come down again', () => {
    expect(shown(DISPUTES, { done: 12, ...HALF }, DUE)).toMatch(/^红 超出/);
    expect(shown(DISPUTES, { done: 9, ...HALF }, DUE)).toMatch(/^绿 未超/);
    expect(shown(DISPUTES, { done: 12, ...HALF }, FORECAST)).toMatch(/^红 超出/);
  });

  it.each([
    // Twice what was used by half time
    [50, '绿 未超 推算到期用去100.0%'],
    [55, '黄 略超 推算到期用去110.0%'],
    [56, '红 会超出 推算到期用去112.0%']
  ])('with %s of 100 used at half time is by forecast %s', (done, expected) => {
    expect(shown(DISPUTES, { target: 100, done, ...HALF }, FORECAST)).toBe(expected);
  });

  it('is forecast and paced as a budget', () => {
    const c = one(DISPUTES, { done: 4, ...HALF });
    expect(forecastOf(c).text).toBe('推算到期用去80.0%（8件）');
    expect(neededPace(c)).toMatchObject({ text: '', remaining: 6, reason: '控制类任务，不折算日均' });
    expect(completionTexts(c)).toMatchObject({ lead: '少用10.0', leadWithUnit: '少用10.0个百分点', elapsed: '50%' });
  });

  it('ranks who uses most last', () => {
    const used: readonly (readonly [string, number])[] = [
      ['甲县', 40],
      ['乙县', 60],
      ['丙县', 70]
    ];
    const data = dataset(
      small(
        DISPUTES,
        used.map(([at, done]) => ({ at, target: 100, done, ...HALF }))
      )
    );
    expect(
      progressBoard(data, { rule: RANK, sort: 'official' }).rows.map((c) => `${c.light.name}${c.light.word}`)
    ).toEqual(['绿未超', '黄超序时', '红靠后']);
  });
});

describe('a target whose direction nobody states', () => {
  it('has a completion but neither light, lead nor praise, and says why', () => {
    const c = one(TRANSFERS, { done: 12, ...END });
    expect(c).toMatchObject({ rate: 120, lead: null, leadText: '', over: false, exceeded: null });
    for (const rule of [DEFAULT_RULE, THRESHOLD, RANK, DUE, FORECAST]) {
      expect(shown(TRANSFERS, { done: 12, ...END }, rule)).toBe(
        '无 不亮灯 对应的指标（移送）不评价高低，不知道多好还是少好'
      );
    }
    expect(neededPace(c).reason).toBe('多好还是少好不明，不折算日均');
  });
});

describe('a bound of what was done towards a target', () => {
  it('is lit only where it can’t change the light', () => {
    const at = (rate: number, qualifier: '≥' | '≤') => shown(null, { target: null, rate, qualifier, ...END });
    expect(at(100, '≥')).toBe('绿 达序时 与序时持平');
    expect(at(90, '≥')).toBe('无 不亮灯 完成数是界限而非确数，灯定不下来');
    expect(at(90, '≤')).toBe('红 滞后 慢10.0个百分点');
    expect(at(100, '≤')).toBe('无 不亮灯 完成数是界限而非确数，灯定不下来');
  });
});

describe('a lead too small to print', () => {
  it('is less than 0.1 on one side, and never level beside a light that says it is not', () => {
    // On the last day 序时 is 100%.
    const lead = (rate: number) => completionTexts(one(null, { target: null, rate, ...END })).lead;
    expect(lead(99.96)).toBe('慢<0.1');
    expect(one(null, { target: null, rate: 99.96, ...END }).light.word).toBe('略慢');
    expect(lead(100)).toBe('持平');
    expect(lead(100.04)).toBe('快<0.1');
    expect(lead(99.94)).toBe('慢0.1');
  });
});
