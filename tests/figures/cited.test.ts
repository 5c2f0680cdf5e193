import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import { figureAt } from '../../src/figures/figureAt';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

describe('what a figure says of its citations before they are made', () => {
  it.each(['data', 'data/demo'])('is what they say: %s', async (folder) => {
    const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder(folder)]) });
    if (result.kind === 'failed') throw new Error('not loaded');
    const { dataset } = result;
    const known: string[] = [];
    for (const { name, address } of sampleAddresses(dataset)) {
      const { figure } = figureAt(address, { dataset, defaultIndicator: defaultIndicators(dataset) });
      if (figure?.isCited === undefined) continue;
      known.push(name);
      expect([name, figure.isCited]).toEqual([name, figure.citations.length > 0]);
    }
    expect(known.length).toBeGreaterThan(2);
  });
});
