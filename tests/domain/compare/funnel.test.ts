import { describe, expect, it } from 'vitest';
import { funnel, funnelIndicators, funnelTable, type Funnel } from '../../../src/domain/compare/funnel';
import { dataset, indicator, type Fact } from '../factory';

const RATE = indicator({ name: '合格率', kind: '比率', unit: '%', better: '高', definition: '合格者的占比。' });
const fact = (at: string, numerator: number, denominator: number, fields: Partial<Fact> = {}): Fact => ({
  at,
  in: '2024',
  value: Math.round((numerator / denominator) * 1000) / 10,
  numerator,
  denominator,
  ...fields
});

function ask(facts: Fact[], focus?: string): Funnel {
  const data = dataset({ indicators: [RATE], facts });
  const id = data.places.find((p) => p.name === focus)?.id;
  return funnel(data, {
    indicator: data.indicators[0]!.id,
    places: [],
    includeOrganisations: false,
    ...(id ? { focus: id } : {})
  })!;
}

// Together 250 of 500: 50 %. The limits at 100 are those worked out in variation/proportion: 40.38 to 59.62 and 35.24 to 64.76.
const FIVE = [
  fact('甲县', 70, 100),
  fact('乙县', 30, 100),
  fact('丙县', 50, 100),
  fact('丁县', 61, 100),
  fact('戊县', 39, 100)
];

describe('funnel', () => {
  it('holds each place against all together, sum over sum', () => {
    const f = ask(FIVE);
    expect(f.average).toBe(50);
    const first = f.rows[0]!;
    expect([first.warning, first.control]).toEqual([
      { lower: 40.38, upper: 59.62 },
      { lower: 35.24, upper: 64.76 }
    ]);
    const zones = f.rows.map(({ row, zone, judgement }) => [row.place.name, [zone, judgement ?? '']] as const);
    expect(Object.fromEntries(zones)).toEqual({
      甲县: ['高于99.8%限', '好'],
      乙县: ['低于99.8%限', '差'],
      丙县: ['限内', ''],
      丁县: ['高于95%限', ''],
      戊县: ['低于95%限', '']
    });
    expect(f.verdict).toBe('合格率：5个地区中甲县偏高，乙县偏低，不像是偶然');
    expect(f.notes.map((n) => n.text)).toContain('横线是这些地区的合计：分子之和÷分母之和，50.00%。');
  });

  it('speaks of the focus place', () => {
    expect(ask(FIVE, '丙县').verdict).toBe('丙县合格率50%，与5个地区合计的差别可能只是偶然');
    expect(ask(FIVE, '丁县').verdict).toBe('丁县合格率61%，高于5个地区的合计，可能不是偶然');
    expect(ask(FIVE, '乙县').verdict).toBe('乙县合格率30%，低于5个地区的合计，不像是偶然');
  });

  it('leaves out who has no parts, and whose parts give another rate, and says so', () => {
    const f = ask([...FIVE, { at: '己县', in: '2024', value: 88 }, fact('庚县', 50, 100, { value: 55 })]);
    expect(f.rows).toHaveLength(5);
    const why = '没有分子、分母，或分子除以分母不是这个率';
    expect(Object.fromEntries(f.excluded.map(({ place, reason }) => [place.name, reason]))).toEqual({
      己县: why,
      庚县: why
    });
    expect(funnelTable(f).rows).toHaveLength(7);
  });

  it('says so where fewer than three have parts', () => {
    const f = ask(FIVE.slice(0, 2));
    expect(f.rows).toEqual([]);
    expect(f.verdict).toBe('合格率：有分子、分母的地区不足3个，看不出是不是偶然');
  });

  it('has a table with the limits and where each place lies', () => {
    const table = funnelTable(ask(FIVE));
    const row = table.rows.find(([place]) => place!.text === '甲县')!;
    expect(row.slice(1, 7).map((cell) => cell.text)).toEqual([
      '70%',
      '70',
      '100',
      '40.38%—59.62%',
      '35.24%—64.76%',
      '高于99.8%限'
    ]);
  });

  it('is offered for indicators of which three areas have parts in one period', () => {
    const list = (facts: Fact[]) => funnelIndicators(dataset({ indicators: [RATE], facts })).map((e) => e.count);
    expect(list(FIVE)).toEqual([5]);
    expect(list(FIVE.slice(0, 2))).toEqual([]);
    expect(list([{ at: '甲县', in: '2024', value: 1 }])).toEqual([]);
  });
});
