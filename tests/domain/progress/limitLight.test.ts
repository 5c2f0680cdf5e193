import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import {
  DEFAULT_RULE,
  type DueRule,
  type ForecastRule,
  type LightRule,
  type RankRule
} from '../../../src/domain/lights/rule';
import type { Indicator } from '../../../src/domain/model/records';
import { completionOf } from '../../../src/domain/progress/computeCompletion';
import { forecastOf } from '../../../src/domain/progress/pace';
import { count, dataset, programme, type Task } from '../factory';

const head = { palette: '红黄绿', default: false, note: '' } as const;
const RANK: RankRule = { ...head, id: 'r', name: '', family: '位次', last: 1, fewest: 2 };
const DUE: DueRule = { ...head, id: 'd', name: '', family: '逾期', amberDays: 30 };
const FORECAST: ForecastRule = { ...head, id: 'f', name: '', family: '预测', greenFrom: 100, amberFrom: 90 };
/** Disputes add up through the year; beds in use stand where they stand. */
const DISPUTES = count({ id: 'disputes', name: '纠纷', unit: '件', basis: '期间', better: '低' });
const BEDS = count({ id: 'beds', name: '占用床位', unit: '件', basis: '时点', better: '低' });
/** 6 of 12 months. */
const HALF = '2020-06-30';

const data = (of: Indicator, tasks: readonly Partial<Task>[]) =>
  dataset({
    indicators: [of],
    programmes: [programme('任务', { unit: '件', indicator: of.id })],
    tasks: tasks.map((task): Task => ({ of: '任务', at: '甲县', in: '2020', status: '实际', ...task }))
  });
/** Lights of some places, the first asked for. */
const shown = (of: Indicator, rule: LightRule, ...tasks: Partial<Task>[]) => {
  const row = progressBoard(data(of, tasks), { rule }).rows.find((one) => one.place.id === '甲县')!;
  return `${row.light.name || '无'} ${row.light.word} ${row.light.reason}`;
};

describe('the light of a limit, at its edges', () => {
  it('needs both the limit and what is held against it', () => {
    expect(shown(DISPUTES, DEFAULT_RULE, { rate: 80, asOf: HALF })).toBe(
      '无 不亮灯 没有控制数或实际数，判不了是否超出'
    );
    expect(shown(DISPUTES, DEFAULT_RULE, { target: 10, rate: 80, asOf: HALF })).toBe(
      '无 不亮灯 没有控制数或实际数，判不了是否超出'
    );
    expect(shown(DISPUTES, DEFAULT_RULE, { done: 8, asOf: HALF })).toBe('无 不亮灯 没有控制数，判不了是否超出');
    expect(shown(DISPUTES, DEFAULT_RULE, { asOf: HALF })).toBe('无 不亮灯 没有实际数，判不了是否超出');
  });

  it('of 0 is kept or passed, whatever the day', () => {
    expect(shown(DISPUTES, DEFAULT_RULE, { target: 0, done: 0, asOf: HALF })).toBe(
      '绿 未超 等于控制数（控制在0件以内）'
    );
    expect(shown(DISPUTES, DEFAULT_RULE, { target: 0, done: 1 })).toBe('红 超出 超控制数1件（控制在0件以内）');
    expect(shown(BEDS, DEFAULT_RULE, { target: 0, done: 0 })).toBe('绿 未超 等于控制数（控制在0件以内）');
  });

  it('that accumulates shows none without a day, while it isn’t passed', () => {
    expect(shown(DISPUTES, DEFAULT_RULE, { target: 10, done: 8 })).toBe('无 不亮灯 没有写明数据截止日，算不出序时');
    expect(shown(DISPUTES, DEFAULT_RULE, { target: 10, done: 11 })).toBe('红 超出 超控制数1件（控制在10件以内）');
  });

  it('by rank is good at exactly its pace', () => {
    expect(shown(DISPUTES, RANK, { target: 10, done: 5, asOf: HALF })).toBe('绿 未超 与序时持平');
  });

  it('by rank is nobody’s last place among too few', () => {
    const fast = { target: 10, done: 6, asOf: HALF };
    expect(shown(DISPUTES, RANK, fast)).toBe('黄 超序时 多用10.0个百分点；有数的1家，不足2家，不排末位');
    // Two are enough.
    expect(shown(DISPUTES, RANK, fast, { ...fast, at: '乙县', done: 5 })).toBe(
      '红 靠后 多用10.0个百分点；2家中列第2（末1位）'
    );
    expect(shown(DISPUTES, RANK, fast, { ...fast, at: '乙县', done: 7 })).toBe(
      '黄 超序时 多用10.0个百分点；2家中列第1'
    );
  });

  it('by rank says why a place isn’t ranked, and nothing where no ranks were made', () => {
    const early = { target: 10, done: 5, asOf: '2020-05-31' };
    expect(shown(DISPUTES, RANK, early, { target: 10, done: 5, at: '乙县', asOf: HALF })).toBe(
      '黄 超序时 多用8.3个百分点；截止日早于其他各家，不排位次'
    );
    const row = data(DISPUTES, [early]).progress[0]!;
    expect(completionOf(row, RANK, { indicator: DISPUTES }).light.reason).toBe('多用8.3个百分点');
  });

  it('by lateness says why it can’t be said whether it is due', () => {
    expect(shown(BEDS, DUE, { target: 10, done: 12, asOf: '2019-12-31' })).toBe('无 不亮灯 任务期尚未开始');
    expect(shown(BEDS, DUE, { target: 10, done: 12 })).toBe('无 不亮灯 没有写明数据截止日，不知道是否到期');
  });

  it.each([
    // Half of the year is gone: of 10 on 30 June twice as much by the end.
    [4, '绿 未超 推算到期用去80.0%'],
    [5, '绿 未超 推算到期用去100.0%'],
    [5.5, '黄 略超 推算到期用去110.0%'],
    [5.6, '红 会超出 推算到期用去112.0%']
  ])('by forecast at %s of 10 on half of the way is %s', (done, expected) => {
    expect(shown(DISPUTES, FORECAST, { target: 10, done, asOf: HALF })).toBe(expected);
  });

  it('by forecast isn’t kept by reaching it exactly where the target asks for less', () => {
    expect(shown(DISPUTES, FORECAST, { target: 10, done: 5, qualifier: '<', asOf: HALF })).toBe(
      '黄 略超 推算到期用去100.0%'
    );
  });

  it('by forecast is open before the due day where it may still fall, or no day is known', () => {
    expect(shown(BEDS, FORECAST, { target: 10, done: 12, asOf: HALF })).toBe('无 不亮灯 控制数不随时间累计，到期才判');
    expect(shown(BEDS, FORECAST, { target: 10, done: 12, asOf: '2020-12-31' })).toBe(
      '红 超出 超控制数2件（控制在10件以内）'
    );
    expect(shown(DISPUTES, FORECAST, { target: 10, done: 8 })).toBe('无 不亮灯 没有写明数据截止日，算不出序时');
  });
});

describe('the forecast of a limit', () => {
  const reason = (of: Indicator, task: Partial<Task>) =>
    forecastOf(completionOf(data(of, [{ asOf: HALF, ...task }]).progress[0]!, DEFAULT_RULE, { indicator: of })).reason;

  it('is refused where it doesn’t accumulate, has been passed, or isn’t known', () => {
    expect(reason(BEDS, { target: 10, done: 5 })).toBe('控制数不随时间累计，不推算');
    expect(reason(DISPUTES, { target: 10, done: 11 })).toBe('已超控制数，不推算');
    expect(reason(DISPUTES, { target: 10, done: 10 })).toBe('');
    expect(reason(DISPUTES, { rate: 80 })).toBe('没有完成率，不推算');
  });
});

describe('what is said of a limit', () => {
  const notes = (of: Indicator, task: Partial<Task>) =>
    completionOf(data(of, [task]).progress[0]!, DEFAULT_RULE, { indicator: of }).notes.map(({ text }) => text);

  it('is how it is judged, where it is', () => {
    expect(notes(DISPUTES, { target: 10, done: 5, asOf: HALF })).toEqual([
      '按量累计的控制类任务：比率是已用去控制数的百分比，与序时比，用得不超过序时为好。'
    ]);
    expect(notes(DISPUTES, { target: 10, done: 5 })).toEqual([]);
    expect(notes(BEDS, { target: 10, done: 5 })).toEqual([
      '控制类任务不看序时：比率是实际数占控制数的百分比，不超过控制数为好。'
    ]);
    expect(notes(BEDS, { done: 5 })).toEqual([]);
  });
});
