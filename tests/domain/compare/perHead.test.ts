import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/compare/compare';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { comparisonSources } from '../../../src/domain/compare/sources';
import type { Dataset } from '../../../src/domain/model/dataset';
import { loadDataset } from '../../../src/datasets/loadDataset';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';
import { ask, noteTexts } from './comparing';
import { count, POPULATION, type Small } from '../factory';

const VISITS = count();
const small: Small = {
  indicators: [VISITS, POPULATION],
  facts: [
    { at: '甲县', in: '2020', value: 3000 },
    { at: '乙县', in: '2020', value: 4000 },
    { at: '丙县', in: '2020', value: 10 },
    { of: 'population', at: '甲县', in: '2020-12-31', value: 100_000 },
    { of: 'population', at: '乙县', in: '2019-12-31', value: 400_000 }
  ]
};
/** The same without the population of 乙县. */
const one: Small = { ...small, facts: small.facts!.slice(0, 4) };
const none: Small = { ...small, facts: small.facts!.slice(0, 3) };

describe('figures per head', () => {
  it('warn of the places that have a number but no population, by name', () => {
    expect(ask(small, { perHead: true }).notes[0]).toEqual({
      level: '警示',
      text: '丙县有这项数，但无人口数，不能折算，没有列入。'
    });
    expect(noteTexts(ask(one, { perHead: true }))[0]).toBe('乙县、丙县有这项数，但无人口数，不能折算，没有列入。');
  });

  it('say what populations they rest on, with the day', () => {
    expect(noteTexts(ask(small, { perHead: true }))).toContain(
      '所用人口：甲县100,000人（2020年12月31日）、乙县400,000人（2019年12月31日）。'
    );
  });

  it('take no population in a unit that no person is counted by', () => {
    for (const unit of ['constructor', '__proto__', '户']) {
      const facts: Small = { ...small, indicators: [VISITS, { ...POPULATION, unit }] };
      expect(ask(facts, { perHead: true }).rows).toEqual([]);
    }
  });

  it('say neither where nothing is divided', () => {
    expect(noteTexts(ask(small)).join('')).not.toMatch(/不能折算|所用人口/);
  });

  it('are called so in the verdict and under it', () => {
    // 3000 ÷ 10 = 300 and 4000 ÷ 40 = 100 per 10,000 persons.
    const c = ask(small, { perHead: true });
    expect(c.verdict).toBe('门诊人次：2个地区中甲县最高（300人次/万人），乙县最低（100人次/万人）');
    expect(c.subtitle).toContain('按人口折算');
  });

  it('don’t claim that only one place has the figure where only one has a population', () => {
    expect(ask(one, { perHead: true }).verdict).toBe('门诊人次：3个有数的地区中只有甲县有人口数可折算，300人次/万人');
    expect(ask(one, { perHead: true, focus: '甲县' }).verdict).toBe(
      '门诊人次：3个有数的地区中只有甲县有人口数可折算，300人次/万人'
    );
    expect(ask(none, { perHead: true }).verdict).toBe('门诊人次：3个有数的地区都没有人口数，不能折算');
  });

  it('are off by default', () => {
    expect(ask(small)).toMatchObject({ perHead: false, unit: '人次' });
  });

  it('keep the missing places as rows of the table', () => {
    const rows = comparisonTable(ask(small, { perHead: true })).rows.map((r) => r.map((c) => c.text));
    expect(rows[rows.length - 1]).toEqual(['', '丙县', '无数据', '', '', '', '无数据：无人口数']);
  });
});

describe('figures per head of the real reports', () => {
  let data: Dataset;
  beforeAll(async () => {
    const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder('data')]) });
    if (result.kind === 'failed') throw new Error('not loaded');
    data = result.dataset;
  });

  it('divide what 宝安区 reports by its 3.42 million and name the places without a population', () => {
    const c = compare(data, { indicator: 'fd-signed', perHead: true })!;
    // 869,000 ÷ 342 = 2,540.935…
    expect(c.rows.map((r) => [r.place.name, r.text])).toEqual([['宝安区', '2,540.94人/万人']]);
    expect(c.missing.filter((m) => m.reason === '无人口数').map((m) => m.place.name)).toEqual(['株洲市', '宜兴市']);
    expect(c.notes[0]).toEqual({ level: '警示', text: '株洲市、宜兴市有这项数，但无人口数，不能折算，没有列入。' });
    expect(c.verdict).toBe('家庭医生签约人数：3个有数的地区中只有宝安区有人口数可折算，2,540.94人/万人');
    expect(comparisonSources(c).map((l) => l.what)).toContain('常住人口（2020年10月31日）');
  });
});
