import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { monthlyFiles } from '../fixtures/monthly/generate';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const folder = fixtureFolder('monthly');

describe('the made-up monthly dataset', () => {
  it('is what its generator writes (npx tsx tests/fixtures/monthly/generate.ts)', () => {
    for (const [name, text] of Object.entries(monthlyFiles()))
      expect(readFileSync(join(folder, name), 'utf8') === text, name).toBe(true);
  });

  it('loads without an issue and holds what its tests rely on', async () => {
    const result = await loadDataset({ fetchBytes: fetchFrom([folder]) });
    if (result.kind === 'failed') throw new Error('not loaded');
    const { dataset, issues } = result;
    expect(issues).toEqual([]);
    expect(dataset.places.filter((place) => place.level === '县区')).toHaveLength(12);
    // 24 months × 12 counties, less one month of 癸县 and six of 丑县; two of 己县 are rows without a value.
    const visits = dataset.observationsOf('visits', '数值');
    expect(visits).toHaveLength(281);
    expect(visits.filter((o) => o.value === null).map((o) => [o.place.name, o.period.text, o.status])).toEqual([
      ['己县', '2024-05', '未报'],
      ['己县', '2024-06', '未报']
    ]);
    expect(dataset.observationsOf('htn', '数值')).toHaveLength(18 * 12);
    expect(dataset.observationsOf('htn-new', '数值')).toHaveLength(6 * 12);
    expect(dataset.indicator('htn-new')?.group).toBe('高血压患者管理·规范管理率（新口径）');
    expect(dataset.observationsOf('population')).toHaveLength(24);
    expect(dataset.progress).toHaveLength(12 * 12 + 4 * 12 + 12);
  });

  it('says in every title that it is made up', async () => {
    const result = await loadDataset({ fetchBytes: fetchFrom([folder]) });
    if (result.kind === 'failed') throw new Error('not loaded');
    expect(result.dataset.title).toContain('虚构数据');
    for (const source of result.dataset.sources) expect(source.title).toContain('虚构数据');
  });
});
