import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LiveFigure, liveLines, readLive, writeLive } from '../../../src/domain/deck/liveText';
import { count, dataset, indicator, place, programme, type Fact, type Task } from '../factory';

describe('readLive(sign)', () => {
  it.each<[string, LiveFigure | undefined]>([
    ['htn-rate@xiangshan', { of: 'indicator', id: 'htn-rate', place: 'xiangshan', period: '' }],
    ['htn-rate@xiangshan@2020年上半年', { of: 'indicator', id: 'htn-rate', place: 'xiangshan', period: '2020-H1' }],
    ['task:crc@xiangshan:done', { of: 'task', id: 'crc', place: 'xiangshan', figure: 'done' }],
    ['task:crc@xiangshan:colour', undefined],
    ['htn-rate@xiangshan@昨天', undefined],
    ['htn-rate', undefined],
    ['', undefined]
  ])('%s', (sign, live) => {
    expect(readLive(sign)).toEqual(live);
  });

  it('reads back what `writeLive` writes', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]*$/);
    const live: fc.Arbitrary<LiveFigure> = fc.oneof(
      fc.record({ of: fc.constant('indicator'), id, place: id, period: fc.constantFrom('', '2020', '2020-H1') }),
      fc.record({ of: fc.constant('task'), id, place: id, figure: fc.constantFrom('rate', 'done', 'target') })
    );
    fc.assert(
      fc.property(live, (one) => {
        expect(readLive(writeLive(one).slice(2, -2))).toEqual({ ...one });
      })
    );
  });
});

describe('numbers in a text', () => {
  const fact = (of: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
    ...{ of, at: '甲县', in: time, value },
    ...more
  });
  const task = (more: Partial<Task>): Task => ({ ...{ of: '筛查', at: '甲县', in: '2024' }, ...more });
  const data = dataset({
    indicators: [indicator({ id: 'rate', name: '管理率' }), count({ id: 'visits' })],
    programmes: [programme('筛查'), programme('讲座')],
    places: [place('甲县'), place('乙县')],
    facts: [
      fact('visits', '2024-12', 9),
      fact('visits', '2024', 100),
      fact('visits', '2023', 90),
      fact('rate', '2024', 80, { status: '预计' }),
      fact('rate', '2023', 70)
    ],
    tasks: [
      task({ asOf: '2024-05-31', target: 200, done: 50 }),
      task({ asOf: '2024-06-30', target: 200, done: 100 }),
      task({ in: '2025', target: 400 }),
      task({ of: '讲座', target: 10 })
    ]
  });
  const lines = (text: string) => liveLines(data, text).map((line) => [line.text, line.problems.length]);

  it('are the latest where no period is named; of two that end on one day the longer', () => {
    expect(lines('门诊{{visits@甲县}}')).toEqual([['门诊100人次（2024年）', 0]]);
    expect(lines('门诊{{visits@甲县@2024-12}}和{{ visits@甲县@2023 }}')).toEqual([
      ['门诊9人次（2024年12月）和90人次（2023年）', 0]
    ]);
    expect(lines('{{rate@甲县}}')).toEqual([['80%（2024年，预计）', 0]]);
  });

  it('of a task are as reported last, plans aside', () => {
    expect(lines('{{task:筛查@甲县:rate}}，{{task:筛查@甲县:done}}，{{task:筛查@甲县:target}}')).toEqual([
      ['50%（截至2024年6月30日），100例（截至2024年6月30日），目标200例（截至2024年6月30日）', 0]
    ]);
  });

  it('that there aren’t are said, line by line', () => {
    expect(
      lines(
        '{{visits@乙县}}\n{{visits@甲县@2020}}\n{{没有@甲县}}\n{{visits@丙县}}\n{{task:讲座@甲县:done}}\n{{?}}{{ }}\n无'
      )
    ).toEqual([
      ['〔门诊人次无数据〕', 1],
      ['〔门诊人次无数据〕', 1],
      ['〔没有这项指标〕', 1],
      ['〔没有这个地区〕', 1],
      ['〔讲座无数据〕', 1],
      ['〔数读不懂〕〔数读不懂〕', 2],
      ['无', 0]
    ]);
    const [named] = liveLines(data, '{{visits@甲县@2020}}{{task:没有@甲县:done}}');
    expect(named!.problems).toEqual([
      '甲县2020年没有“门诊人次”的数。',
      '正文里的任务“没有”不在数据中，这个数显示不出来。'
    ]);
  });
});
