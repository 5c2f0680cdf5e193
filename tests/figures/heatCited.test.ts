import { describe, expect, it } from 'vitest';
import { parseView } from '../../src/domain/address/views';
import { heatFigure } from '../../src/figures/heatFigure';
import { dataset, type Fact, indicator } from '../domain/factory';

const RATE = indicator({ name: '率' });

describe('a heat table', () => {
  it('knows without its citations whether it has any', () => {
    const facts: Fact[] = [
      { at: '甲县', in: '2023', value: 1 },
      { at: '乙县', in: '2023', value: 2 }
    ];
    const data = dataset({ indicators: [RATE], facts });
    const choices = { dataset: data, defaultIndicator: { places: RATE.id, periods: RATE.id } };
    const figureOf = (query: Record<string, string>) =>
      heatFigure(data, parseView('places', { tab: 'heat', ...query }, choices).view);
    expect([figureOf({}).isCited, figureOf({}).citations.length]).toEqual([true, 2]);
    expect([figureOf({ period: '2024' }).isCited, figureOf({ period: '2024' }).citations.length]).toEqual([false, 0]);
  });
});
