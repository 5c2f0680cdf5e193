import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { DEFAULT_RULE, ruleText } from '../../../src/domain/lights/rule';
import type { Completion } from '../../../src/domain/progress/completion';
import { completionOf } from '../../../src/domain/progress/computeCompletion';
import { dataset, place, programme, unit, type Task } from '../factory';

/** The completion of one task of one programme, 结肠镜检查 at 象山县 unless said otherwise. */
function one(task: Partial<Task>, schedule = '均衡'): Completion {
  const data = dataset({
    programmes: [programme('结肠镜检查', { schedule })],
    tasks: [{ of: '结肠镜检查', at: '象山县', in: '2020', status: '实际', ...task }]
  });
  return completionOf(data.progress[0]!);
}

const texts = (c: Completion) => c.notes.map((n) => n.text);

describe('completionOf(row)', () => {
  it('measures the reported rate against the days passed: 26 October 2020 is day 300 of 366', () => {
    const c = one({ done: 2707, rate: 67.68, asOf: '2020-10-26' });
    // 300 ÷ 366 = 81.967…; 67.68 − 81.967… = −14.287…; 2707 ÷ 0.6768 = 3999.7…
    expect(c).toMatchObject({
      reported: 67.68,
      computed: null,
      rate: 67.68,
      rateText: '67.68%',
      elapsed: 81.97,
      lead: -14.29,
      leadText: '慢14.3个百分点',
      target: null,
      impliedTarget: 4000,
      done: 2707,
      gap: null,
      over: false,
      plan: false,
      due: '2020-12-31',
      differs: false
    });
    expect(c.light).toEqual({ level: 'bad', name: '红', word: '滞后', shape: '■', reason: '慢14.3个百分点' });
    expect(texts(c)).toEqual(['标“推算”的目标是完成数÷完成率，原文没有写。']);
  });

  it('computes done ÷ target where the report gives no rate: 2,212 of 2,200', () => {
    // 2212 ÷ 2200 = 1.00545…
    const c = one({ done: 2212, target: 2200 });
    expect(c).toMatchObject({
      reported: null,
      computed: 100.55,
      rate: 100.55,
      rateText: '100.55%',
      over: true,
      gap: -12,
      impliedTarget: null
    });
  });

  it('finds reported and computed equal within the rounding of the reported decimals', () => {
    expect(one({ done: 2212, target: 2200, rate: 100.55, written: '2200名 / 2212人 / 100.55%' }).differs).toBe(false);
    // 124 ÷ 130 = 95.3846…, printed 95.4 and 95
    expect(one({ done: 124, target: 130, rate: 95.4, written: '130个 / 124个 / 95.4%' }).differs).toBe(false);
    expect(one({ done: 124, target: 130, rate: 95, written: '95%' }).differs).toBe(false);
    expect(one({ done: 124, target: 130, rate: 95, written: '95.0%' }).differs).toBe(true);
    // exactly half a step away is still rounding: 1 ÷ 8 = 12.5
    expect(one({ done: 1, target: 8, rate: 13, written: '13%' }).differs).toBe(false);
  });

  it('keeps the reported rate and flags the difference where they disagree', () => {
    // 80 ÷ 100 = 80
    const c = one({ done: 80, target: 100, rate: 90, asOf: '2020-12-31' });
    expect(c).toMatchObject({ rate: 90, computed: 80, differs: true });
    expect(c.notes[0]).toEqual({ level: '警示', text: '原文完成率90%，按完成数÷目标算是80.00%，两者不一致。' });
  });

  it('doesn’t hold rounded done figures against a rate', () => {
    expect(one({ done: 4000, target: 5000, rate: 81.2, qualifier: '≈' }).differs).toBe(false);
  });

  it('keeps the length of more than 100%', () => {
    const c = one({ done: 28230, rate: 112.92 });
    // 28230 ÷ 1.1292 = 25000
    expect(c).toMatchObject({ rate: 112.92, over: true, impliedTarget: 25000 });
    expect(one({ rate: 100 }).over).toBe(false);
  });

  it('prints a rate with the decimals of the source and its qualifier', () => {
    expect(one({ rate: 100, written: '100.0%' }).rateText).toBe('100.0%');
    expect(one({ rate: 95, qualifier: '≥' }).rateText).toBe('≥95%');
    expect(one({ rate: 95, done: 800, qualifier: '≈' }).rateText).toBe('95%');
  });

  it('has no rate and no light for a target of 0', () => {
    const c = one({ done: 3, target: 0, asOf: '2020-10-26' });
    expect(c).toMatchObject({ rate: null, rateText: '', lead: null, over: false });
    expect(c.light).toEqual({ level: 'none', name: '', word: '不亮灯', shape: '○', reason: '目标为0，不算完成率' });
  });

  it('has no rate and no light without a target', () => {
    const c = one({ done: 300, asOf: '2020-10-31' });
    expect(c).toMatchObject({ rate: null, impliedTarget: null, gap: null });
    expect(c.light.reason).toBe('没有目标，算不出完成率');
  });

  it('has no 序时 and no light without a cut-off day', () => {
    const c = one({ done: 2212, target: 2200 });
    expect(c).toMatchObject({ rate: 100.55, elapsed: null, lead: null, leadText: '' });
    expect(c.light.reason).toBe('没有写明数据截止日，算不出序时');
  });

  it('has no light for a period that hasn’t begun', () => {
    const c = one({ rate: 10, asOf: '2019-11-30' });
    expect(c).toMatchObject({ elapsed: null, lead: null });
    expect(c.light.reason).toBe('任务期尚未开始');
  });

  it('expects everything once the period is over', () => {
    // 95.38 − 100 = −4.62
    expect(one({ rate: 95.38, asOf: '2021-02-01' })).toMatchObject({
      elapsed: 100,
      lead: -4.62,
      leadText: '慢4.6个百分点'
    });
  });

  it('reads no 序时 from an unreadable schedule or day', () => {
    expect(one({ rate: 50, asOf: '2020-06-30' }, '一次').light.reason).toBe('进度安排“一次”读不出，算不出序时');
    expect(one({ rate: 50, asOf: '2020-06-31' }).light.reason).toBe('截止日“2020-06-31”读不出，算不出序时');
  });

  it('takes an empty schedule for an even one', () => {
    expect(one({ rate: 50, asOf: '2020-12-31' }, '').elapsed).toBe(100);
  });

  it('runs straight between dated milestones', () => {
    const milestones = '2020-06-30:40%;2020-12-31:100%';
    expect(one({ rate: 50, asOf: '2020-06-30' }, milestones).elapsed).toBe(40);
    expect(one({ rate: 50, asOf: '2020-12-31' }, milestones).elapsed).toBe(100);
    // 31 January is day 31 of the 182 to 30 June: 40 × 31 ÷ 182 = 6.813…
    expect(one({ rate: 50, asOf: '2020-01-31' }, milestones).elapsed).toBe(6.81);
    // 30 September is 92 of the 184 days from 30 June to 31 December: 40 + 60 × 92 ÷ 184 = 70
    expect(one({ rate: 50, asOf: '2020-09-30' }, milestones)).toMatchObject({ elapsed: 70, lead: -20 });
    expect(one({ rate: 50, asOf: '2021-03-01' }, milestones).elapsed).toBe(100);
    expect(one({ rate: 50, asOf: '2020-09-30' }, '2020-12-31：100%；2020-06-30：40%').elapsed).toBe(70);
    expect(one({ rate: 50, asOf: '2020-09-30' }, '2020-06-31:40%').elapsed).toBeNull();
  });

  it('divides what was reached by a target that is itself a rate', () => {
    // 61.62 ÷ 60 = 1.027
    const done = one({ unit: '%', target: 60, done: 61.62, asOf: '2019-12-31', in: '2019' });
    expect(done).toMatchObject({
      rate: 102.7,
      rateText: '102.7%',
      done: 61.62,
      gap: -1.62,
      impliedTarget: null,
      lead: 2.7
    });
    expect(texts(done)).toEqual(['目标是比率的，完成率为实际值÷目标值，序时只作参照。']);
    // 40 ÷ 80 = 0.5: the stated rate is what was reached, not how much of the target
    expect(one({ unit: '%', target: 80, rate: 40 })).toMatchObject({
      reported: null,
      computed: 50,
      rate: 50,
      done: 40,
      gap: 40
    });
  });

  it('takes a rate without any target as the completion reported, and implies no target', () => {
    expect(one({ unit: '%', rate: 86.67 })).toMatchObject({ reported: 86.67, rate: 86.67, impliedTarget: null });
  });

  it('implies a target for money to the decimals of what was done', () => {
    // 1316 ÷ 0.53 = 2483.01…; 36.5 ÷ 0.5 = 73
    expect(one({ unit: '万元', done: 1316, rate: 53 }).impliedTarget).toBe(2483);
    expect(one({ unit: '亿元', done: 36.5, rate: 51 }).impliedTarget).toBe(71.6);
    expect(one({ done: 5, rate: 0 }).impliedTarget).toBeNull();
  });

  it('takes a promise without anything done for a plan: no 序时, no light', () => {
    const c = one({ target: 110, status: '计划', in: '2019', asOf: '2019-06-30' });
    expect(c).toMatchObject({ plan: true, rate: null, elapsed: null, target: 110, due: '2019-12-31' });
    expect(c.light.reason).toBe('计划，尚无完成数');
    const forecast = one({ target: 1000, status: '预计' });
    expect(forecast.plan).toBe(true);
    expect(texts(forecast)).toEqual(['是预计数。']);
  });

  it('says what was wrong with the text', () => {
    const doubtful = one({ done: 1096, rate: 100.02, status: '存疑', note: '与目标不合。' });
    expect(doubtful.notes[0]).toEqual({ level: '警示', text: '原文数字存疑：与目标不合。' });
    expect(one({ status: '缺字' }).light.reason).toBe('没有完成率（缺字）');
  });

  it('tells an organisation from its county', () => {
    const data = dataset({
      programmes: [programme('结肠镜检查')],
      places: [place('象山县'), unit('县中医院', '象山县')],
      tasks: [{ of: '结肠镜检查', at: '县中医院', in: '2020', rate: 73 }]
    });
    const [row] = progressBoard(data).rows;
    expect(row!.organisation?.name).toBe('县中医院');
    expect(row!.county?.name).toBe('象山县');
    const own = one({ rate: 73 });
    expect(own.organisation).toBeNull();
    expect(own.county?.name).toBe('象山县');
  });
});

describe('lights by the default rule', () => {
  // On the last day 序时 is 100%, so the lead is the rate less 100.
  it.each([
    [100, 'good', '●', '达序时', '与序时持平'],
    [100.04, 'good', '●', '达序时', '快不到0.1个百分点'],
    [114.29, 'good', '●', '达序时', '快14.3个百分点'],
    [99.96, 'middling', '▲', '略慢', '慢不到0.1个百分点'],
    [95, 'middling', '▲', '略慢', '慢5.0个百分点'],
    [94.99, 'bad', '■', '滞后', '慢5.0个百分点'],
    [0, 'bad', '■', '滞后', '慢100.0个百分点']
  ] as const)('%s%% at the end is %s %s %s, %s', (rate, level, shape, word, leadText) => {
    const c = one({ rate, asOf: '2020-12-31' });
    expect(c.light).toMatchObject({ level, shape, word });
    expect(c.leadText).toBe(leadText);
  });

  it('follow the threshold of another rule', () => {
    const row = dataset({
      programmes: [programme('甲')],
      tasks: [{ of: '甲', at: '甲县', in: '2020', rate: 92, asOf: '2020-12-31' }]
    }).progress[0]!;
    expect(completionOf(row, { ...DEFAULT_RULE, amberWithin: 10 }).light.level).toBe('middling');
    expect(completionOf(row).light.level).toBe('bad');
  });

  it('print their rule', () => {
    expect(ruleText(DEFAULT_RULE)).toBe('不慢于序时为绿，慢5个百分点以内为黄，其余为红；没有完成率或序时不亮灯');
  });
});
