import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/compare/compare';
import { dataset, indicator, place } from '../factory';

describe('a place and the one that took its place', () => {
  const stock = indicator({ name: '床位使用率', basis: '时点' });
  const data = dataset({
    indicators: [stock],
    places: [place('甲县', { successor: '甲区' }), place('甲区'), place('乙县'), place('丙县', { successor: '乙县' })],
    facts: [
      { at: '甲县', in: '2018-12-31', value: 70 },
      { at: '甲区', in: '2020-12-31', value: 80 },
      { at: '乙县', in: '2020-12-31', value: 90 }
    ]
  });

  it('never stand side by side, even where both are asked for', () => {
    for (const places of [undefined, ['甲县', '甲区', '乙县']]) {
      const answer = compare(data, { indicator: stock.id, places })!;
      expect(answer.rows.map((row) => row.place.id)).toEqual(['乙县', '甲区']);
      expect(answer.excluded.map(({ place: at, reason }) => [at.id, reason])).toEqual([
        ['甲县', '已由甲区接替，不与它并列']
      ]);
    }
  });

  it('the former one stands where it alone has a figure of the period', () => {
    const answer = compare(data, { indicator: stock.id, period: '2018-12-31' })!;
    expect(answer.rows.map((row) => row.place.id)).toEqual(['甲县']);
  });

  it('the former one isn’t said to lack a figure, but to have been succeeded', () => {
    const answer = compare(data, { indicator: stock.id })!;
    expect(answer.missing.map(({ place: at, reason }) => [at.id, reason])).toEqual([['丙县', '已由乙县接替']]);
  });
});
