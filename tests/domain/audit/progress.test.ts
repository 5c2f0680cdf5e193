import { describe, expect, it } from 'vitest';
import { audited, told } from './auditing';
import { count, programme, source, type Task } from '../factory';

const tasks = (...list: Partial<Task>[]) =>
  audited({
    programmes: [programme('肠镜', { unit: '例' })],
    tasks: list.map((t) => ({ of: '肠镜', at: '甲县', in: '2020', asOf: '2020-10-31', ...t }))
  });

describe('the completion rate of a task', () => {
  it('is right where done ÷ target rounds to it: 2,212 of 2,200 is 100.545%', () => {
    expect(told(tasks({ target: 2200, done: 2212, rate: 100.55, written: '2200名 / 2212人 / 100.55%' }))).toEqual([
      ['相符', '2,212÷2,200＝100.545%，原文100.55%']
    ]);
  });

  it('is listed as 末位截取 where the last digit was cut off', () => {
    expect(told(tasks({ target: 2200, done: 2212, rate: 100.54, written: '2200名 / 2212人 / 100.54%' }))[0]![0]).toBe(
      '末位截取'
    );
  });

  it('is a finding beyond that', () => {
    const { findings } = tasks({ target: 600, done: 523, rate: 89, written: '600 / 523 / 89%' });
    expect(findings[0]).toMatchObject({
      kind: '率与数',
      title: '甲县2020年肠镜',
      arithmetic: '523÷600＝87.17%，原文89%',
      confidence: '确定',
      what: '完成率不等于完成数除以目标，相差超过四舍五入。'
    });
  });

  it('without a target needs a whole one: 1,096 at 100.02% has none', () => {
    expect(told(tasks({ done: 1096, rate: 100.02, written: '1096人 / 100.02%' }))).toEqual([
      ['不符', '1,096÷100.02%≈1,095.8，1,096÷1,095＝100.09%，1,096÷1,096＝100.00%，都不是100.02%']
    ]);
  });

  it('without a target is right where there is a whole one, on the edge of rounding too', () => {
    expect(told(tasks({ done: 691, rate: 92.13, written: '691人 / 92.13%' }))).toEqual([
      ['相符', '691÷92.13%≈750.03，任务数是750']
    ]);
    // 2,707 ÷ 4,000 is 67.675% exactly, which rounds up.
    expect(told(tasks({ done: 2707, rate: 67.68, written: '2707例 / 67.68%' }))).toEqual([
      ['相符', '2,707÷67.68%≈3,999.7，任务数是4,000']
    ]);
    // 2 ÷ 3 is 66.67%; cut off it is 66.66%.
    expect(told(tasks({ done: 2, rate: 66.66, written: '2例 / 66.66%' }))[0]![0]).toBe('末位截取');
  });

  it('says nothing of money, which has no whole number of targets, nor of 余 and plans', () => {
    const money = {
      programmes: [programme('资金', { unit: '万元' })],
      tasks: [{ of: '资金', at: '甲县', in: '2020', done: 1096, rate: 100.02, written: '1096万元 / 100.02%' }]
    };
    expect(told(audited(money))).toEqual([]);
    expect(told(tasks({ done: 1096, rate: 100.02, qualifier: '≈', written: '1096余人 / 100.02%' }))).toEqual([]);
    expect(told(tasks({ target: 100, written: '100例' }))).toEqual([]);
  });
});

describe('over-fulfilment', () => {
  it('is named with its length and is no finding', () => {
    const audit = tasks(
      { done: 87, rate: 174, written: '87分 / 174%' },
      { at: '乙县', done: 50, rate: 100, written: '50 / 100%' }
    );
    expect(audit.findings).toEqual([]);
    expect(audit.over.map((o) => [o.title, o.text])).toEqual([['甲县2020年肠镜', '174%']]);
  });

  it('is worked out where only target and done are given', () => {
    expect(tasks({ target: 50, done: 60, written: '50 / 60' }).over.map((o) => o.text)).toEqual(['120%']);
  });

  it('counts once when two copies of a report state it', () => {
    const small = {
      programmes: [programme('肠镜')],
      sources: [source('甲'), source('乙')],
      tasks: ['甲', '乙'].map((s) => ({
        of: '肠镜',
        at: '甲县',
        in: '2020',
        source: s,
        done: 87,
        rate: 174,
        written: '87 / 174%'
      }))
    };
    expect(audited(small).over.map((o) => o.rows.length)).toEqual([2]);
  });
});

describe('a task reported twice', () => {
  it('is right where all figures agree, and a finding where one does not', () => {
    expect(told(tasks({ done: 10, written: '10例' }, { done: 10, written: '10例' }))).toEqual([['相符', '完成数10例']]);
    const { findings } = tasks({ done: 10, written: '10例' }, { done: 12, written: '12例' });
    expect(findings[0]).toMatchObject({
      kind: '一事多处',
      what: '完成数前后不同。',
      arithmetic: '完成数10例≠12例',
      confidence: '确定'
    });
  });

  it('is held against the figure of the same line in the table of indicators', () => {
    const both = (done: number, value: number) =>
      told(
        audited({
          indicators: [count({ name: '肠镜例数', unit: '例' })],
          programmes: [programme('肠镜', { unit: '例', indicator: '肠镜例数' })],
          tasks: [{ of: '肠镜', at: '甲县', in: '2020', done, written: `${done}例` }],
          facts: [{ of: '肠镜例数', at: '甲县', in: '2020-01/2020-10', value, line: 1 }]
        })
      );
    expect(both(752, 752)).toEqual([['相符', '752例＝752例']]);
    expect(both(752, 725)).toEqual([['不符', '752例≠725例']]);
  });
});
