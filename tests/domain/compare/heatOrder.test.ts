import { describe, expect, it } from 'vitest';
import { inColumnOrder } from '../../../src/domain/compare/heatOrder';
import { heatTable } from '../../../src/domain/compare/heatTable';
import { dataset, indicator, place } from '../factory';

const NAMES = ['建档率', '签约率', '随访率', '接种率'];
const data = dataset({
  indicators: NAMES.map((name) => indicator({ name })),
  places: ['甲县', '乙县', '丙县'].map((name) => place(name)),
  facts: [
    // 甲县 middle, last, first, without a figure.
    ...[80, 90, 70].map((value, i) => ({ of: '建档率', at: '甲乙丙'[i]! + '县', in: '2020', value })),
    ...[60, 90, 70].map((value, i) => ({ of: '签约率', at: '甲乙丙'[i]! + '县', in: '2020', value })),
    ...[95, 90, 70].map((value, i) => ({ of: '随访率', at: '甲乙丙'[i]! + '县', in: '2020', value })),
    ...[90, 70].map((value, i) => ({ of: '接种率', at: '乙丙'[i]! + '县', in: '2020', value }))
  ]
});
const table = heatTable(data, { indicators: NAMES, places: [] });
const names = (id: string, reversed: boolean) =>
  inColumnOrder(table, id, reversed).rows.map(({ indicator: { name } }) => name);

describe('inColumnOrder(table, place, reversed)', () => {
  it('puts the rows in which the place stands better first, or worse, those without a standing last', () => {
    expect(names('甲县', false)).toEqual(['随访率', '建档率', '签约率', '接种率']);
    expect(names('甲县', true)).toEqual(['签约率', '建档率', '随访率', '接种率']);
    expect(inColumnOrder(table, '甲县', true).subtitle).toMatch(/ · 按甲县排，差的在前$/);
  });

  it('leaves the order with ties and for an unknown place', () => {
    expect(names('乙县', false)).toEqual(['建档率', '签约率', '随访率', '接种率']);
    expect(inColumnOrder(table, '', false)).toBe(table);
  });
});
