import { describe, expect, it } from 'vitest';
import type { Headline } from '../../../src/domain/findings/headline';
import { headlineSketch } from '../../../src/domain/findings/sketch';
import { dataset, indicator, place, programme, type Task } from '../factory';

const task = (of: string, at: string, asOf: string, rate: number): Task => ({ of, at, in: '2024', asOf, rate });
const data = dataset({
  indicators: [indicator({ id: 'htn', name: '规范管理率' })],
  places: [place('甲县'), place('乙县')],
  programmes: [programme('筛查')],
  facts: [
    ...['08', '09', '10', '11'].map((month, i) => ({ of: 'htn', at: '甲县', in: `2024-${month}`, value: 70 + i })),
    { of: 'htn', at: '甲县', in: '2024', value: 99 },
    { of: 'htn', at: '乙县', in: '2024-10', value: 60 }
  ],
  tasks: [
    task('筛查', '甲县', '2024-08-31', 60),
    task('筛查', '甲县', '2024-09-30', 65),
    task('筛查', '甲县', '2024-10-31', 70),
    task('筛查', '甲县', '2024-11-30', 90),
    task('筛查', '乙县', '2024-09-30', 65),
    task('筛查', '乙县', '2024-10-31', 84)
  ]
});
const sketch = (from: Headline['from']) => headlineSketch(data, { from }, data.defaultRule);
const ofTask = (at: string, asOf: string) => data.progress.filter((row) => row.place.name === at && row.asOf === asOf);
const ofFigure = (at: string, period: string) =>
  data
    .observationsIn('htn', data.places.find(({ name }) => name === at)!.id)
    .filter((row) => row.period.text === period);

describe('headlineSketch(dataset, headline, rule)', () => {
  it('is the light of a task on its day, and its completion up to then', () => {
    // 31 October is day 305 of 366: 83.33% of the time; 70% done is more than 5 behind.
    const { light, points, words } = sketch(ofTask('甲县', '2024-10-31'));
    expect(light?.level).toBe('bad');
    expect(points.map(({ period, value }) => [period.text, value])).toEqual([
      ['2024-08-31', 60],
      ['2024-09-30', 65],
      ['2024-10-31', 70]
    ]);
    expect(words).toBe('完成率：2024年8月31日 60%、2024年9月30日 65%、2024年10月31日 70%');
  });

  it('draws no line of two days, which the sentence tells', () => {
    const { light, points, words } = sketch(ofTask('乙县', '2024-10-31'));
    expect([light?.level, points, words]).toEqual(['good', [], '']);
  });

  it('has neither light nor line where several tasks are told of', () => {
    expect(sketch([...ofTask('甲县', '2024-10-31'), ...ofTask('乙县', '2024-10-31')])).toEqual({
      light: null,
      points: [],
      words: ''
    });
  });

  it('is the line of an indicator in its place, periods of one length alone, up to the one that is told of', () => {
    const { light, points } = sketch(ofFigure('甲县', '2024-10'));
    expect(light).toBeNull();
    expect(points.map(({ period, value }) => [period.text, value])).toEqual([
      ['2024-08', 70],
      ['2024-09', 71],
      ['2024-10', 72]
    ]);
  });

  it('is none of two places', () => {
    expect(sketch([...ofFigure('甲县', '2024-10'), ...ofFigure('乙县', '2024-10')]).points).toEqual([]);
  });
});
