import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/compare/compare';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { statusText } from '../../../src/domain/wording/observationText';
import { trend } from '../../../src/domain/trend/computeTrend';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { count, dataset, indicator, type Fact } from '../factory';

const RATE = indicator({ name: '合格率', kind: '比率', unit: '%', better: '高' });
const FACTS: Fact[] = [
  { at: '甲县', in: '2024', value: 90, numerator: 45, denominator: 50 },
  { at: '乙县', in: '2024', value: 75.5, numerator: 37, denominator: 49 },
  { at: '丙县', in: '2024', value: 80 }
];
const data = dataset({ indicators: [RATE], facts: FACTS });
const id = data.indicators[0]!.id;

describe('a rate whose denominator is below 50', () => {
  const answer = compare(data, { indicator: id })!;

  it('is marked in the chart, in the table, in the notes and among the rows of the dataset', () => {
    expect(answer.rows.map((r) => r.bare)).toEqual(['90', '80', '75.5（基数小）']);
    expect(answer.notes.map((n) => n.text)).toContain(
      '乙县的75.5%（基数小）：分母不足50，差一两个人就变很多，高低和升降只作参考。'
    );
    const row = comparisonTable(answer).rows.find(([, place]) => place!.text === '乙县')!;
    expect(row[row.length - 1]!.text).toContain('基数小（分母不足50）');
    expect(data.observationsOf(id).map(statusText)).toEqual(['实际', '基数小', '实际']);
  });

  it('is marked over time too', () => {
    const place = data.places.find((p) => p.name === '乙县')!.id;
    const t = trend(data, { indicator: id, places: [place] })!;
    expect(t.verdict).toContain('75.5%（基数小）');
    expect(
      trendTable(t)
        .rows[0]!.map((cell) => cell.text)
        .join()
    ).toContain('基数小（分母不足50）');
  });

  it('is a rate, not a count', () => {
    const counted = dataset({
      indicators: [count()],
      facts: [{ at: '甲县', in: '2024', value: 3, numerator: 3, denominator: 4 }]
    });
    expect(counted.observation(0).smallBase).toBeUndefined();
  });
});

describe('intervals that are asked for', () => {
  it('are those of Wilson, of rates whose parts give them', () => {
    // 45 of 50: (90 + 3.841459 ∓ 1.959964 × √(3.841459 + 180 × 0.1)) ÷ 107.682918 = 0.7864 and 0.9565.
    const { rows, notes } = compare(data, { indicator: id, intervals: true })!;
    expect(rows.map(({ place, observation: o }) => [place.name, o.lower, o.upper])).toEqual([
      ['甲县', 78.64, 95.65],
      ['丙县', null, null],
      ['乙县', 61.91, 85.4]
    ]);
    expect(notes.map((n) => n.text).join('')).toContain('Wilson 法');
    expect(compare(data, { indicator: id })!.rows.every((r) => r.observation.lower === null)).toBe(true);
  });

  it('are not worked out where the parts give another rate', () => {
    const odd = dataset({
      indicators: [RATE],
      facts: [{ at: '甲县', in: '2024', value: 90, numerator: 40, denominator: 50 }]
    });
    const [row] = compare(odd, { indicator: odd.indicators[0]!.id, intervals: true })!.rows;
    expect(row!.observation.lower).toBeNull();
  });
});
