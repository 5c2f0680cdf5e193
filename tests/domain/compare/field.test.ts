import { describe, expect, it } from 'vitest';
import { placesBar } from '../../../src/charts/placesBar';
import { compare } from '../../../src/domain/compare/compare';
import type { CompareQuery } from '../../../src/domain/compare/comparison';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { spreadAt } from '../../../src/domain/variation/spread';
import { render } from '../../charts/render';
import { dataset, type Fact, indicator } from '../factory';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
/** 第n县 has n, and one more has a bound. */
const ask = (count: number, better: '高' | '低' = '高', query: Partial<CompareQuery> = {}) =>
  compare(
    dataset({
      indicators: [indicator({ id: 'i', better })],
      facts: [
        ...numbers(count).map((n): Fact => ({ of: 'i', at: `第${n}县`, in: '2020', value: n })),
        { of: 'i', at: '界限县', in: '2020', value: 95, qualifier: '≥' }
      ]
    }),
    { indicator: 'i', ...query }
  )!;

describe('the five of many that tell how they spread', () => {
  it('are the ends, the quarters and the middle, each one of them', () => {
    expect(spreadAt(numbers(21))).toEqual([1, 6, 11, 16, 21]);
    expect(spreadAt(numbers(20))).toEqual([1, 6, 11, 15, 20]);
    expect(spreadAt([7])).toEqual([7, 7, 7, 7, 7]);
  });
});

describe('the field of a comparison', () => {
  it('is there from twenty ranked places on, worst first', () => {
    expect(ask(19).field).toBeNull();
    const { field } = ask(21);
    expect(field!.count).toBe(21);
    expect(field!.rows.map(({ value }) => value)).toEqual([1, 6, 11, 16, 21]);
    expect(ask(21, '低').field!.rows.map(({ value }) => value)).toEqual([21, 16, 11, 6, 1]);
  });

  it('has the own place where it is ranked', () => {
    expect(ask(21, '高', { focus: '第3县' }).field!.own!.value).toBe(3);
    expect(ask(21, '高', { focus: '界限县' }).field!.own).toBeNull();
  });

  it('is told in the notes, and so in the table', () => {
    const told = '21个地区：最低1%（第1县），中间一半在6%至16%之间，居中11%，最高21%（第21县）。';
    for (const better of ['高', '低'] as const) expect(ask(21, better).notes.map(({ text }) => text)).toContain(told);
    expect(comparisonTable(ask(21)).notes.map(({ text }) => text)).toContain(told);
    expect(ask(19).notes.some(({ text }) => text.includes('中间一半'))).toBe(false);
  });

  it('is a row above the bars, on every page of them, and leads to its five figures', () => {
    const comparison = ask(21, '高', { focus: '第3县', reference: 'mean' });
    const page = (context: { width: number; scale: number }) => placesBar(comparison, context, { from: 0, to: 10 });
    const { texts } = render(page);
    expect(texts).toEqual(expect.arrayContaining(['全部21个', '粗段为中间一半']));
    const { sources, tip, height } = page({ width: 900, scale: 1 });
    expect(tip!({ seriesId: 'field', dataIndex: 0 })).toEqual([
      '第1县  1%',
      '第6县  6%',
      '第11县  11%',
      '第16县  16%',
      '第21县  21%'
    ]);
    expect(sources!({ seriesId: 'field', dataIndex: 0 })).toHaveLength(5);
    expect(sources!({ seriesId: 'places', dataIndex: 0 })).toHaveLength(1);
    const without = placesBar({ ...comparison, field: null }, { width: 900, scale: 1 }, { from: 0, to: 10 });
    expect(height - without.height).toBe(47);
    expect(render((context) => placesBar(ask(19), context)).texts).not.toContain('全部19个');
  });
});
