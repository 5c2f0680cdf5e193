import { describe, expect, it } from 'vitest';
import { changeContribution } from '../../../src/domain/contribution/change';
import { count, dataset, place } from '../factory';

/** Of 甲县, 乙县, 丙县, each from 10 on; the sentence behind its colon. */
function told(...steps: readonly number[]): string | undefined {
  const names = ['甲县', '乙县', '丙县'].slice(0, steps.length);
  const data = dataset({
    indicators: [count({ id: 'visits' })],
    places: [place('某市', { level: '地市' }), ...names.map((id) => place(id, { parent: '某市' }))],
    facts: names.flatMap((at, i) => [
      { of: 'visits', at, in: '2023', value: 10 },
      { of: 'visits', at, in: '2024', value: 10 + steps[i]! }
    ])
  });
  const question = { indicator: 'visits', place: '某市', against: { base: 'year' } } as const;
  return changeContribution(data, question)!.verdict.split('：')[1];
}

describe('who adds most', () => {
  it('is all who add as much', () => {
    expect(told(5, 5, 1)).toBe('3个地区都增加，增加最多的是甲县等2地（各+5）');
    expect(told(-5, -1, -5)).toBe('3个地区都减少，减少最多的是甲县等2地（各−5）');
    expect(told(5, 4, 5)).toBe('3个地区都增加，增加最多的是甲县等2地（各+5）');
    expect(told(5, 5, 5)).toBe('3个地区都增加，各+5');
    expect(told(5, -1, 0)).toBe('3个地区中1个增加、1个减少、1个没有变，增加最多的是甲县（+5）');
  });
});
