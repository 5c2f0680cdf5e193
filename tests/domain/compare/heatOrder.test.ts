import { describe, expect, it } from 'vitest';
import { inColumnOrder, inRowOrder, seenFrom } from '../../../src/domain/compare/heatOrder';
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

describe('inRowOrder(table, indicator, reversed)', () => {
  const towns = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县'];
  const mixed = dataset({
    indicators: [
      indicator({ name: '建档率' }),
      indicator({ name: '死亡率', better: '低' }),
      indicator({ name: '床位', better: '不评价' })
    ],
    places: towns.map((name) => place(name)),
    facts: [
      // 甲 80, 乙 90 and 丙 70 are ranked, 丁 only says at least 60, 戊 and 己 have none.
      ...[80, 90, 70].map((value, i) => ({ of: '建档率', at: towns[i]!, in: '2020', value })),
      { of: '建档率', at: '丁县', in: '2020', value: 60, qualifier: '≥' as const },
      ...[3, 1, 2].map((value, i) => ({ of: '死亡率', at: towns[i + 3]!, in: '2020', value })),
      ...[5, 9].map((value, i) => ({ of: '床位', at: towns[i]!, in: '2020', value }))
    ]
  });
  const all = heatTable(mixed, { indicators: ['建档率', '死亡率', '床位'], places: [] });
  const order = (id: string, reversed: boolean) =>
    inRowOrder(all, id, reversed)
      .places.map(({ name }) => name[0])
      .join('');

  it('puts the better first, or the worse; a bound after those that are ranked, then who has no figure', () => {
    expect(order('建档率', false)).toBe('乙甲丙丁戊己');
    expect(order('建档率', true)).toBe('丙甲乙丁戊己');
    expect(order('死亡率', false)).toBe('戊己丁甲乙丙');
    expect(inRowOrder(all, '建档率', false).subtitle).toMatch(/ · 地区按建档率排，好的在前$/);
  });

  it('says larger and smaller where neither is better', () => {
    expect(order('床位', false)).toBe('乙甲丙丁戊己');
    expect(inRowOrder(all, '床位', true).subtitle).toMatch(/ · 地区按床位排，数小的在前$/);
  });

  it('moves the cells of every row along, and changes nothing for an unknown indicator', () => {
    const [first, second] = inRowOrder(all, '建档率', false).rows;
    expect(first!.cells.map(({ text }) => text)).toEqual(['90%', '80%', '70%', '≥60%', '无数据', '无数据']);
    expect(second!.cells.map(({ place: { name } }) => name[0]).join('')).toBe('乙甲丙丁戊己');
    expect(inRowOrder(all, '', true)).toBe(all);
  });
});

describe('seenFrom(table, focus)', () => {
  it('puts the own place first, and tells of it as the table asked for it does', () => {
    const seen = seenFrom(table, '丙县');
    expect(seen.places.map(({ name }) => name)).toEqual(['丙县', '甲县', '乙县']);
    expect(seen.rows[0]!.cells.map(({ text }) => text)).toEqual(['70%', '80%', '90%']);
    expect(seen.verdict).toBe(heatTable(data, { indicators: NAMES, places: [], focus: '丙县' }).verdict);
    // 接种率 has two places only: no standing.
    expect(seen.verdict).toBe('丙县3项可比指标中0项最好、2项最差');
    expect(seenFrom(table, '无此地')).toBe(table);
  });
});
