import { describe, expect, it } from 'vitest';
import { contradictionOf } from '../../../src/domain/audit/contradicted';
import { headlinesOf } from '../../../src/domain/findings/findings';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { choicesOf } from '../../figures/realData';
import { count, dataset, indicator, place } from '../factory';

const RATE = indicator({ id: 'rate' });
const EXAMS = count({ id: 'exams', name: '体检人数', unit: '人', better: '高' });
const data = dataset({
  indicators: [RATE, EXAMS],
  places: [place('甲县'), place('乙县')],
  facts: [
    { of: 'rate', at: '甲县', in: '2019', value: 60, numerator: 60, denominator: 100 },
    { of: 'rate', at: '甲县', in: '2020', value: 80, numerator: 50, denominator: 100 },
    { of: 'exams', at: '甲县', in: '2019', value: 1000 },
    { of: 'exams', at: '甲县', in: '2020-01/2020-11', value: 3000 },
    { of: 'exams', at: '甲县', in: '2020', value: 2000 },
    { of: 'exams', at: '乙县', in: '2019', value: 1000 },
    { of: 'exams', at: '乙县', in: '2020', value: 1100 }
  ]
});
const against = (of: string, at: string, time: string) =>
  contradictionOf(
    data,
    data.observationsIn(of, at).filter((o) => o.period.text === time)
  )?.what;

describe('what the audit says against single figures', () => {
  it('finds a rate that isn’t its own fraction, and a sum that is less than a shorter one', () => {
    expect(against('rate', '甲县', '2020')).toBe('率与它自己的分子、分母不符。');
    expect(against('exams', '甲县', '2020')).toBe('从同一天起累计，时间长的反而少。');
  });

  it('says nothing of figures that are right', () => {
    expect(against('rate', '甲县', '2019')).toBeUndefined();
    expect(against('exams', '乙县', '2020')).toBeUndefined();
  });

  it('makes a change give place to the next', () => {
    const changes = headlinesOf(data).filter((f) => f.kind === '变化');
    expect(changes.map((f) => f.text)).toEqual(['乙县体检人数2020年为1,100人，比上年增长10.0%']);
  });
});

describe('of the 示例数据', async () => {
  const { dataset: demo } = await choicesOf('data/demo');

  it('例川县’s examinations, which are more than its old people, are no headline', () => {
    const exams = demo.observationsIn('elder-exams', 'lichuan').filter((o) => o.period.text === '2024');
    expect(contradictionOf(demo, exams)?.arithmetic).toBe('57,630＞50,620');
    for (const focus of [undefined, 'lichuan']) {
      const texts = headlinesOf(demo, focus, parsePeriod('2024-12')).map((f) => f.text);
      expect(texts.filter((text) => text.includes('老年人健康体检人数'))).toEqual([]);
      expect(texts.length).toBeGreaterThanOrEqual(5);
    }
  });
});
