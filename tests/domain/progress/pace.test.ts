import { describe, expect, it } from 'vitest';
import { completionOf } from '../../../src/domain/progress/computeCompletion';
import { forecastOf, neededPace } from '../../../src/domain/progress/pace';
import { dataset, programme, type Task } from '../factory';

function one(task: Partial<Task>, schedule = '均衡') {
  const data = dataset({
    programmes: [programme('结肠镜检查', { schedule })],
    tasks: [{ of: '结肠镜检查', at: '象山县', in: '2020', status: '实际', ...task }]
  });
  return completionOf(data.progress[0]!);
}

describe('the clock', () => {
  it.each([
    // by day: 26 October is day 300 of 366
    ['2020', '2020-10-26', 81.97, '日', '300/366天'],
    // by month: 31 May is 5 of 12 months, not 152 of 366 days (41.53)
    ['2020', '2020-05-31', 41.67, '月', '5/12个月'],
    ['2020-10', '2020-10-31', 100, '月', '1/1个月'],
    ['2020-01/2020-10', '2020-08-31', 80, '月', '8/10个月'],
    ['2020', '2020-02-29', 16.67, '月', '2/12个月'],
    // 28 February 2020 isn't the month's last day: 59 ÷ 366
    ['2020', '2020-02-28', 16.12, '日', '59/366天'],
    // a period that isn't whole months goes by days: 31 of the 31 + 29 + 10
    ['2020-01-01/2020-03-10', '2020-01-31', 44.29, '日', '31/70天'],
    // after the period
    ['2020-H1', '2020-10-26', 100, '月', '6/6个月']
  ])('%s up to %s stands at %s%%, by %s: %s', (period, asOf, percent, by, text) => {
    expect(one({ in: period, rate: 50, asOf })).toMatchObject({ elapsed: percent, clock: { by, text } });
  });

  it('goes by the milestones where the programme has them', () => {
    const c = one({ rate: 50, asOf: '2020-06-30' }, '2020-06-30:40%;2020-12-31:100%');
    expect(c).toMatchObject({ elapsed: 40, clock: { by: '进度安排', passed: null, of: null, text: '按进度安排' } });
  });

  it('says why it stands still', () => {
    expect(one({ rate: 50 })).toMatchObject({
      clock: null,
      clockReason: '没有写明数据截止日，算不出序时',
      daysLeft: null
    });
    expect(one({ rate: 50, asOf: '2019-12-31' })).toMatchObject({
      clock: null,
      clockReason: '任务期尚未开始',
      daysLeft: null
    });
  });
});

describe('neededPace(completion)', () => {
  it('is what remains by the days left: 象山县 (4,000 − 2,707) ÷ 66 = 19.59 a day', () => {
    // 26 October to 31 December: 5 + 30 + 31 = 66 days
    expect(neededPace(one({ done: 2707, rate: 67.68, asOf: '2020-10-26' }))).toEqual({
      perDay: 19.59,
      perMonth: null,
      remaining: 1293,
      daysLeft: 66,
      monthsLeft: null,
      implied: true,
      text: '日均还需19.6例',
      reason: ''
    });
  });

  it('is by month too where both days are a month’s end', () => {
    // 1,200 − 900 = 300; 61 days: 4.918…; 2 months: 150
    expect(neededPace(one({ done: 900, target: 1200, asOf: '2020-10-31' }))).toMatchObject({
      perDay: 4.92,
      perMonth: 150,
      monthsLeft: 2,
      implied: false,
      text: '日均还需4.9例，月均还需150.0例'
    });
  });

  it('prints less than one a day with two decimals', () => {
    // 750 − 691 = 59; 59 ÷ 61 = 0.967…
    expect(neededPace(one({ done: 691, target: 750, asOf: '2020-10-31' })).text).toBe('日均还需0.97例，月均还需29.5例');
  });

  it.each([
    ['a plan', { target: 100, status: '计划' }, '计划，尚无完成数'],
    ['a rate as target', { unit: '%', target: 80, done: 40, asOf: '2020-06-30' }, '目标是比率，不折算日均'],
    ['a figure in doubt', { done: 1096, rate: 100.02, status: '存疑', asOf: '2020-10-31' }, '原文数字存疑，不折算'],
    ['no done', { rate: 73, asOf: '2020-10-31' }, '没有完成数'],
    ['no target', { done: 300, asOf: '2020-10-31' }, '没有目标数'],
    ['everything done', { done: 2212, target: 2200, asOf: '2020-10-31' }, '已完成'],
    ['no cut-off day', { done: 124, target: 130 }, '没有写明数据截止日，算不出序时'],
    ['a period that hasn’t begun', { done: 1, target: 130, asOf: '2019-12-31' }, '任务期尚未开始'],
    ['a period that is over', { done: 523, target: 600, asOf: '2020-12-31' }, '已到期，还差77例']
  ] as const)('isn’t given for %s', (_, task, reason) => {
    expect(neededPace(one(task))).toMatchObject({ perDay: null, perMonth: null, text: '', reason });
  });
});

describe('neededPace(completion) at its edges', () => {
  it('prints one a day with one decimal, and on the last day but one all that remains', () => {
    // 130 − 129 = 1 in the one day from 30 to 31 December
    expect(neededPace(one({ done: 129, target: 130, asOf: '2020-12-30' }))).toMatchObject({
      perDay: 1,
      perMonth: null,
      daysLeft: 1,
      text: '日均还需1.0例'
    });
  });

  it('is not by month where the task ends within one', () => {
    // 30 November to 20 December: 20 days; 130 − 110 = 20
    expect(neededPace(one({ in: '2020-01-01/2020-12-20', done: 110, target: 130, asOf: '2020-11-30' }))).toMatchObject({
      perDay: 1,
      perMonth: null,
      monthsLeft: null,
      text: '日均还需1.0例'
    });
    // nor where the cut-off day is within one: 30 December isn't, 29 February is a month's end
    expect(neededPace(one({ done: 100, target: 400, asOf: '2020-02-28' })).perMonth).toBeNull();
    // 300 in 10 months
    expect(neededPace(one({ done: 100, target: 400, asOf: '2020-02-29' })).perMonth).toBe(30);
  });

  it('is done where exactly the target is reached, and not one short of it', () => {
    expect(neededPace(one({ done: 130, target: 130, asOf: '2020-10-31' })).reason).toBe('已完成');
    expect(neededPace(one({ done: 129, target: 130, asOf: '2020-10-31' })).reason).toBe('');
    expect(neededPace(one({ done: 129, target: 130, asOf: '2021-02-01' })).reason).toBe('已到期，还差1例');
  });

  it('begins on the first day', () => {
    // 365 days from 1 January to 31 December 2020; 3,650 ÷ 365 = 10
    expect(neededPace(one({ done: 0, target: 3650, asOf: '2020-01-01' }))).toMatchObject({ perDay: 10, daysLeft: 365 });
  });
});

describe('forecastOf(completion)', () => {
  it('ends where the target is reached exactly', () => {
    expect(forecastOf(one({ rate: 100, asOf: '2020-06-30' })).reason).toBe('已完成，不推算');
    // 99.99 ÷ 50%
    expect(forecastOf(one({ rate: 99.99, asOf: '2020-06-30' })).percent).toBe(199.98);
  });

  it('lasts until the day before the last', () => {
    // 30 December is day 365 of 366: 73 × 366 ÷ 365 = 73.2
    expect(forecastOf(one({ rate: 73, asOf: '2020-12-30' })).percent).toBe(73.2);
  });

  it('is whole for counts and to the cent for money', () => {
    // 33.333 ÷ 50% = 66.666
    const task = { done: 33.333, target: 100, asOf: '2020-06-30' };
    expect(forecastOf(one({ ...task, unit: '万元' })).value).toBe(66.67);
    expect(forecastOf(one({ ...task, unit: '例' })).value).toBe(67);
  });

  it('is the straight line to the due day', () => {
    // 67.68 × 366 ÷ 300 = 82.5696; 2707 × 366 ÷ 300 = 3302.54
    expect(forecastOf(one({ done: 2707, rate: 67.68, asOf: '2020-10-26' }))).toEqual({
      percent: 82.57,
      value: 3303,
      text: '推算到期完成82.6%（3,303例）',
      reason: ''
    });
    expect(forecastOf(one({ rate: 73, asOf: '2020-06-30' }))).toEqual({
      percent: 146,
      value: null,
      text: '推算到期完成146.0%',
      reason: ''
    });
  });

  it('keeps the lead in proportion where the programme has milestones', () => {
    // 30 of the 40% due on 30 June: three quarters of everything
    expect(forecastOf(one({ rate: 30, asOf: '2020-06-30' }, '2020-06-30:40%;2020-12-31:100%')).percent).toBe(75);
    // the last milestone is 90%: three quarters of that
    expect(forecastOf(one({ rate: 30, asOf: '2020-06-30' }, '2020-06-30:40%;2020-12-31:90%')).percent).toBe(67.5);
    expect(forecastOf(one({ rate: 3, asOf: '2020-06-30' }, '2020-06-30:0%;2020-12-31:100%')).reason).toBe(
      '按进度安排尚未开始，不推算'
    );
  });

  it.each([
    ['a plan', { target: 100, status: '计划' }, '计划，尚无完成数'],
    ['a rate as target', { unit: '%', target: 80, done: 40, asOf: '2020-06-30' }, '目标是比率，不随时间累计，不推算'],
    ['a figure in doubt', { done: 1096, rate: 100.02, status: '存疑', asOf: '2020-10-31' }, '原文数字存疑，不推算'],
    ['no completion', { done: 300, asOf: '2020-10-31' }, '没有完成率，不推算'],
    ['a task that has reached its target', { done: 87, rate: 174, asOf: '2020-10-31' }, '已完成，不推算'],
    ['a target of 0', { done: 3, target: 0, asOf: '2020-10-31' }, '没有完成率，不推算'],
    ['no cut-off day', { rate: 50 }, '没有写明数据截止日，算不出序时'],
    ['a period that hasn’t begun', { rate: 1, asOf: '2019-12-31' }, '任务期尚未开始'],
    ['a period that is over', { rate: 87.17, asOf: '2020-12-31' }, '已到期，不推算']
  ] as const)('isn’t given for %s', (_, task, reason) => {
    expect(forecastOf(one(task))).toEqual({ percent: null, value: null, text: '', reason });
  });
});

describe('who answers for a task', () => {
  it('is the office the note names', () => {
    expect(one({ rate: 50, note: '负责：公共卫生科；原文称已完成' }).responsible).toBe('公共卫生科');
    expect(one({ rate: 50, note: '原文称已完成' }).responsible).toBe('');
  });
});

describe('what is known of a target', () => {
  it('is worked back only where none is written', () => {
    expect(one({ done: 2707, target: 4000, rate: 67.68 })).toMatchObject({ target: 4000, impliedTarget: null });
    expect(neededPace(one({ done: 2707, target: 4000, rate: 67.68 })).implied).toBe(false);
    expect(neededPace(one({ done: 2707 })).implied).toBe(false);
    expect(neededPace(one({ done: 2707, rate: 67.68 })).implied).toBe(true);
  });

  it('leaves nothing to say where nothing is known to be done', () => {
    expect(one({ target: 100, rate: 50 }).gap).toBeNull();
    expect(neededPace(one({ target: 100, rate: 50 })).remaining).toBeNull();
  });

  it('is a plan where the report calls it one, whatever else stands there', () => {
    expect(one({ done: 5, target: 10, status: '计划', asOf: '2020-06-30' })).toMatchObject({
      plan: true,
      clockReason: '计划，尚无完成数',
      daysLeft: null
    });
  });
});

describe('a rate that differs from done ÷ target', () => {
  it('differs beyond half a step of its last decimal', () => {
    const differs = (done: number) => one({ done, target: 10_000, rate: 67.7, written: '67.7%' }).differs;
    // 67.65 and 67.75 round to 67.7, or might
    expect([6764, 6765, 6770, 6775, 6776, 6785].map(differs)).toEqual([true, false, false, false, true, true]);
  });
});

describe('what is said of a figure', () => {
  it('is that it is about so much, or a bound; not of a plan', () => {
    const notes = (task: Partial<Task>) => one(task).notes.map(({ text }) => text);
    expect(notes({ target: 100, done: 50, qualifier: '≈' })).toEqual(['是约数。']);
    expect(notes({ target: 100, done: 50, qualifier: '≥' })).toEqual(['是界限而非确数。']);
    expect(notes({ target: 100, done: 50 })).toEqual([]);
    expect(notes({ done: 50, qualifier: '≥', status: '计划' })).toEqual([]);
    expect(notes({ done: 50, qualifier: '≈', status: '计划' })).toEqual([]);
  });
});
