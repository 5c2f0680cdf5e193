import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { completionOf } from '../../../src/domain/progress/computeCompletion';
import { forecastOf } from '../../../src/domain/progress/pace';
import { paceTexts } from '../../../src/domain/progress/paceTexts';
import { bulletSources, latestAsOf } from '../../../src/domain/progress/sources';
import { amountsText, completionTexts } from '../../../src/domain/progress/texts';
import { count, dataset, programme, type Fact, type Task } from '../factory';

function one(task: Partial<Task>, unit = '例') {
  const data = dataset({
    programmes: [programme('筛查', { unit })],
    tasks: [{ of: '筛查', at: '甲县', in: '2020', status: '实际', ...task }]
  });
  return completionOf(data.progress[0]!);
}
const texts = (...asked: Parameters<typeof one>) => completionTexts(one(...asked));

describe('the figures of a task as text', () => {
  it('of what was done', () => {
    expect(texts({ rate: 50 }).done).toBe('—');
    expect(texts({ done: 2707 }).done).toBe('2,707');
    expect(texts({ done: 2707, target: 4000, qualifier: '≥' }).done).toBe('≥2,707');
    expect(texts({ done: 40.5, target: 80 }, '%').done).toBe('40.5%');
    expect(texts({ done: 4.4, target: 6 }, '‰').done).toBe('4.4‰');
  });

  it('of the target, or why there is none', () => {
    expect(texts({ done: 2707, target: 4000 }).target).toBe('目标4,000');
    expect(texts({ target: 4000, qualifier: '≥' }).target).toBe('目标≥4,000');
    expect(texts({ done: 40, target: 80 }, '%').target).toBe('目标80%');
    expect(texts({ done: 8, target: 10, qualifier: '≤' }).target).toBe('控制在10以内');
    expect(texts({ done: 2707, rate: 67.68 }).target).toBe('推算4,000');
    expect(texts({ done: 2707 }).target).toBe('无目标数');
    expect(texts({ done: 2707, rate: 67.68, status: '存疑' }).target).toBe('原文数与率不合');
  });

  it('of a target that can’t be trusted: in doubt, and not written', () => {
    expect(texts({ done: 2707, rate: 67.68, status: '存疑' }).targetIsOdd).toBe(true);
    expect(texts({ done: 2707, target: 4000, status: '存疑' }).targetIsOdd).toBe(false);
    expect(texts({ done: 2707, rate: 67.68 }).targetIsOdd).toBe(false);
  });

  it('of what is computed, with two decimals', () => {
    expect(texts({ done: 2, target: 3 }).computed).toBe('按数计算66.67%');
    expect(texts({ done: 1, target: 2 }).computed).toBe('按数计算50.00%');
    expect(texts({ rate: 67.68 }).computed).toBe('');
  });

  it('of the lead, with its unit where nothing else says it', () => {
    const at = (rate: number) => texts({ rate, asOf: '2020-06-30' });
    expect([at(60).lead, at(60).leadWithUnit]).toEqual(['快10.0', '快10.0个百分点']);
    expect([at(50).lead, at(50).leadWithUnit]).toEqual(['持平', '持平']);
    const limit = texts({ done: 12, target: 10, qualifier: '≤' });
    expect([limit.lead, limit.leadWithUnit]).toEqual(['超2例', '超2例']);
  });

  it('of what is still to do', () => {
    const gap = (...asked: Parameters<typeof one>) => paceTexts(one(...asked)).gap;
    expect(gap({ done: 2707, target: 4000 })).toBe('差1,293');
    expect(gap({ done: 4000, target: 4000 })).toBe('');
    expect(gap({ done: 4012, target: 4000 })).toBe('超12');
    expect(gap({ done: 8, target: 10, qualifier: '≤' })).toBe('余2');
    expect(gap({ done: 2707, target: 4000, status: '存疑' })).toBe('');
    expect(gap({ done: 40.25, target: 80 }, '%')).toBe('差39.75个百分点');
    expect(gap({ done: 4.4, target: 6 }, '‰')).toBe('差1.6个千分点');
    expect(gap({ rate: 50 })).toBe('');
  });

  it('of the pace that is needed: two decimals below one, one from one on', () => {
    // 61 days from 31 October on
    const pace = (left: number) => paceTexts(one({ done: 100, target: 100 + left, asOf: '2020-10-31' })).perDay;
    expect([pace(60), pace(61), pace(122)]).toEqual(['日均0.98例', '日均1.0例', '日均2.0例']);
  });

  it('of the remark without the office, which may be all there is', () => {
    const told = (note: string) => {
      const { office, remark } = paceTexts(one({ rate: 50, note }));
      return [office, remark];
    };
    expect(told('负责：公共卫生科')).toEqual(['公共卫生科', '']);
    expect(told('负责：公共卫生科 ；原文称已完成。')).toEqual(['公共卫生科', '原文称已完成']);
    expect(told('原文称已完成。')).toEqual(['', '原文称已完成']);
  });
});

describe('done and target in one phrase, with their unit', () => {
  const amounts = (...asked: Parameters<typeof one>) => amountsText(one(...asked));

  it('says what the report says, and what is worked back', () => {
    expect(amounts({ done: 2707, target: 4000 })).toBe('完成2,707例，目标4,000例');
    expect(amounts({ done: 2707, target: 4000, qualifier: '≥' })).toBe('完成≥2,707例，目标4,000例');
    expect(amounts({ done: 2707, rate: 67.68 })).toBe('完成2,707例，推算目标4,000例');
    expect(amounts({ done: 2707 })).toBe('完成2,707例，没有目标数');
    expect(amounts({ rate: 50 })).toBe('没有目标数');
    expect(amounts({ done: 2707, rate: 67.68, status: '存疑' })).toBe('完成2,707例，原文数与率不合');
  });

  it('writes the unit once, inside the words of a limit', () => {
    expect(amounts({ done: 12, target: 10, qualifier: '≤' }, '件')).toBe('完成12件，控制在10件以内');
    expect(amounts({ done: 40, target: 80 }, '%')).toBe('完成40%，目标80%');
    expect(amounts({ done: 4.4, target: 6 }, '‰')).toBe('完成4.4‰，目标6‰');
    expect(amounts({ done: 45.2, target: 40 }, '1/10万')).toBe('完成45.2/10万，目标40/10万');
  });
});

describe('what is worked out in a unit', () => {
  it('is whole for what has no half, and has decimals for money and what is told in 万', () => {
    const implied = (unit: string) => one({ done: 1.25, rate: 50 }, unit).impliedTarget;
    // 1.25 ÷ 50%
    expect([implied('例'), implied('万元'), implied('万人次'), implied('亿元')]).toEqual([3, 2.5, 2.5, 2.5]);
    const forecast = (unit: string) => forecastOf(one({ done: 1.25, target: 5, asOf: '2020-06-30' }, unit)).value;
    // 1.25 ÷ 50%
    expect([forecast('例'), forecast('万元'), forecast('万人次')]).toEqual([3, 2.5, 2.5]);
  });
});

describe('what a bullet bar rests on', () => {
  const DONE = count({ id: 'done', name: '筛查例数', unit: '例', decimals: 0 });
  const sources = (before: readonly Task[], facts: readonly Fact[] = []) => {
    const data = dataset({
      indicators: [DONE],
      programmes: [programme('筛查', { indicator: 'done' })],
      facts,
      tasks: [{ of: '筛查', at: '甲县', in: '2020', done: 3, target: 4, asOf: '2020-10-31' }, ...before]
    });
    return bulletSources(progressBoard(data, { period: '2020' }).rows[0]!).map(({ what, note }) => [what, note]);
  };

  it('is the task alone, or the year before too: a task or a figure', () => {
    expect(sources([])).toEqual([['筛查（2020年）', '']]);
    expect(sources([{ of: '筛查', at: '甲县', in: '2019', rate: 65, asOf: '2019-10-31' }])).toEqual([
      ['筛查（2020年）', ''],
      ['筛查（2019年）', '']
    ]);
    expect(sources([], [{ of: 'done', at: '甲县', in: '2019-01/2019-10', value: 2 }])).toEqual([
      ['筛查（2020年）', ''],
      ['筛查例数（2019年1—10月）', '上年同期']
    ]);
  });

  it('goes up to the latest of the cut-off days', () => {
    expect(latestAsOf([{ asOf: '2020-05-31' }, { asOf: '' }, { asOf: '2020-10-31' }, { asOf: '2020-06-30' }])).toBe(
      '2020-10-31'
    );
    expect(latestAsOf([])).toBe('');
  });
});
