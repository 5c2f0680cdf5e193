import { describe, expect, it } from 'vitest';
import { headlinesOf } from '../../../src/domain/findings/findings';
import type { HeadlineKind } from '../../../src/domain/findings/headline';
import { lightChange, lightChangeText } from '../../../src/domain/findings/lightChange';
import type { Completion } from '../../../src/domain/progress/completion';
import { count, dataset, period, programme, type Small, type Task } from '../factory';

const VISITS = count({ id: 'visits' });
const found = (small: Small, kind: HeadlineKind, focus?: string, within?: string) =>
  headlinesOf(dataset(small), focus, within === undefined ? undefined : period(within))
    .filter((f) => f.kind === kind)
    .map((f) => f.text);

describe('a task', () => {
  const told = (kind: HeadlineKind, ...tasks: Partial<Task>[]) =>
    found(
      {
        programmes: [programme('筛查'), programme('病例控制', { indicator: 'cases' })],
        indicators: [count({ id: 'cases', name: '病例', unit: '例', better: '低' })],
        tasks: tasks.map((task, i) => ({
          ...{ of: '筛查', at: `${'甲乙丙丁'[i]!}县`, in: '2020', asOf: '2020-12-31' },
          ...task
        }))
      },
      kind
    );

  it('is behind or ahead from 0.05 points on, which print as 0.1', () => {
    expect(told('偏慢', { rate: 99.95 })).toEqual(['甲县筛查到2020年12月31日完成99.95%，比序时慢0.1个百分点']);
    expect(told('偏快', { rate: 100.05 })).toEqual(['甲县筛查到2020年12月31日完成100.05%，比序时快0.1个百分点']);
    expect([...told('偏慢', { rate: 100 }), ...told('偏快', { rate: 100 })]).toEqual([]);
  });

  it('of one that went over its target is told once, as the one furthest ahead', () => {
    expect(told('超额', { rate: 120 })).toEqual([]);
    expect(told('偏快', { rate: 120 })).toHaveLength(1);
    expect(told('超额', { rate: 120 }, { rate: 130 })).toEqual(['2项任务超额完成，乙县筛查最高，完成130%']);
    // Just 100 is no more than was asked.
    expect(told('超额', { rate: 120 }, { rate: 100 })).toEqual([]);
  });

  it('that is a limit is told of once it is passed, or used faster than time passes', () => {
    const limit = (done: number, asOf = '2020-12-31') => told('超限', { of: '病例控制', target: 100, done, asOf });
    expect(limit(101)).toHaveLength(1);
    expect(limit(100)).toEqual([]);
    // Half of the year has passed: 50 used is in time, 51 isn't.
    expect(limit(50, '2020-06-30')).toEqual([]);
    expect(limit(51, '2020-06-30')).toEqual([
      '甲县病例控制到2020年6月30日为51例，用去控制数的51%，比序时多用1.0个百分点（控制在100例以内）'
    ]);
  });

  it('is late among three and more, named up to three', () => {
    const days = (late: number, all: number) =>
      told(
        '缺报',
        ...Array.from({ length: all }, (_, i) => ({ rate: 90, asOf: i < late ? '2020-11-30' : '2020-12-31' }))
      );
    expect(days(1, 3)).toEqual(['筛查3家中有1家没有报到2020年12月31日：甲县']);
    expect(days(1, 2)).toEqual([]);
    expect(days(0, 3)).toEqual([]);
  });

  it('in doubt isn’t counted with those over their targets, but named beside them', () => {
    expect(told('超额', { rate: 120 }, { rate: 130 }, { rate: 150, status: '存疑' })).toEqual([
      '2项任务超额完成，乙县筛查最高，完成130%；存疑的1项不计'
    ]);
    expect(told('数不符', { rate: 150, done: 30, status: '存疑' })).toEqual([
      '甲县筛查到2020年12月31日报完成30例、完成率150%，原文数字存疑'
    ]);
    expect(told('数不符', { rate: 150, status: '存疑' })).toEqual([]);
    expect(told('偏慢', { rate: 50, status: '存疑' })).toEqual([]);
  });

  it('says what is needed a day, to a hundredth below 1; due and unfinished what is missing', () => {
    // From 30 June to 31 December are 184 days.
    const needed = (target: number, done: number, asOf = '2020-06-30') =>
      told('偏慢', { target, done, asOf })[0]!.split('，').slice(2).join('，');
    expect(needed(366, 90)).toBe('日均还需1.5例');
    expect(needed(200, 16)).toBe('日均还需1.0例');
    expect(needed(150, 58)).toBe('日均还需0.50例');
    expect(needed(100, 90, '2020-12-31')).toBe('已到期，还差10例');
  });

  it('without a target is counted, whatever it did', () => {
    expect(told('缺报', { done: 5 }, { done: 5, target: 10 }, { rate: 50 })).toEqual([
      '1项任务只报了完成数，没有写目标，算不出完成率'
    ]);
    expect(told('缺报', { done: 5, target: 10 }, { rate: 50 })).toEqual([]);
  });
});

describe('how many are told', () => {
  const tasks = (n: number): Task[] =>
    Array.from({ length: n }, (_, i) => ({ of: '筛查', at: `县${i}`, in: '2020', asOf: '2020-12-31', rate: 50 + i }));

  it('is three of a kind, a place twice only after all others', () => {
    const small: Small = {
      programmes: [programme('筛查'), programme('接种')],
      tasks: [...tasks(2), { of: '接种', at: '县0', in: '2020', asOf: '2020-12-31', rate: 10 }]
    };
    expect(found(small, '偏慢').map((text) => text.slice(0, 4))).toEqual(['县0接种', '县1筛查', '县0筛查']);
    expect(found({ ...small, tasks: tasks(9) }, '偏慢')).toHaveLength(3);
  });

  it('is filled up to five where the own place has fewer, and no more', () => {
    const small: Small = {
      programmes: [programme('筛查')],
      indicators: [VISITS],
      tasks: tasks(9),
      facts: ['县3', '县4', '县5', '县6'].flatMap((at, i) => [
        { of: 'visits', at, in: '2019', value: 100 },
        { of: 'visits', at, in: '2020', value: 150 + i }
      ])
    };
    const all = headlinesOf(dataset(small));
    expect(all.map(({ kind }) => kind)).toEqual(['偏慢', '变化', '偏慢', '变化', '偏慢', '变化']);
    const own = headlinesOf(dataset(small), '县3');
    expect(own.map((f) => [f.kind, f.place?.name])).toEqual([
      ['偏慢', '县3'],
      ['变化', '县3'],
      ['偏慢', '县0'],
      ['变化', '县6'],
      ['偏慢', '县1']
    ]);
  });
});

describe('how lights changed', () => {
  const lit = (at: string, level: string) =>
    ({ programme: { id: '筛查' }, place: { id: at }, light: { level } }) as unknown as Completion;
  const now = [lit('甲', 'good'), lit('乙', 'bad'), lit('丙', 'middling'), lit('丁', 'none')];

  it('is told where half of the lit tasks and more were lit before', () => {
    // Of three lit ones two were lit then; one is less than half of three.
    expect(lightChange(now, [lit('甲', 'bad'), lit('乙', 'good')])).toEqual({ tasks: 2, better: 1, worse: 1 });
    expect(lightChange(now, [lit('甲', 'bad'), lit('丁', 'good')])).toBeNull();
    expect(lightChange(now.slice(0, 2), [lit('甲', 'bad')])).toEqual({ tasks: 1, better: 1, worse: 0 });
    expect(lightChange(now.slice(3), [lit('丁', 'good')])).toBeNull();
    expect(lightChange([], [])).toBeNull();
    expect(lightChange([lit('丙', 'middling')], [lit('丙', 'middling')])).toEqual({ tasks: 1, better: 0, worse: 0 });
    expect(lightChange([lit('丙', 'middling')], [lit('丙', 'none')])).toBeNull();
  });

  it('is said in words', () => {
    expect(lightChangeText(null, '上月')).toBe('');
    expect(lightChangeText({ tasks: 4, better: 0, worse: 0 }, '上月')).toBe('比上月没有变灯');
    expect(lightChangeText({ tasks: 4, better: 0, worse: 2 }, '上月')).toBe('比上月 2项变差');
    expect(lightChangeText({ tasks: 4, better: 1, worse: 0 }, '上月')).toBe('比上月 1项变好');
  });
});
