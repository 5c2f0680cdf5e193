import { describe, expect, it } from 'vitest';
import { competitionRanks } from '../../../src/domain/compare/competitionRanks';
import { betterFirst } from '../../../src/domain/compare/ranking';

const shown = (values: readonly number[], better: '高' | '低' | '不评价') =>
  competitionRanks(values, better).map(({ rank, tied }) => `${rank}${tied ? '=' : ''}`);

describe('ranks', () => {
  it('are shared by equal values, and the next rank is skipped', () => {
    expect(shown([5, 3, 5, 1], '高')).toEqual(['1=', '3', '1=', '4']);
    expect(shown([5, 3, 5, 1], '低')).toEqual(['3=', '2', '3=', '1']);
    expect(shown([2, 2, 2], '高')).toEqual(['1=', '1=', '1=']);
    expect(shown([4, 2, 2, 2, 1], '高')).toEqual(['1', '2=', '2=', '2=', '5']);
  });

  it('go by the higher value where neither is the better', () => {
    expect(shown([1, 2], '不评价')).toEqual(['2', '1']);
  });

  it('know values below nothing, one value and none', () => {
    expect(shown([-1, 0, -2], '高')).toEqual(['2', '1', '3']);
    expect(shown([7], '低')).toEqual(['1']);
    expect(shown([], '高')).toEqual([]);
  });

  it('know no sign of zero', () => {
    expect(shown([0, -0, 1], '低')).toEqual(['1=', '1=', '3']);
    expect(shown([0, -0, -1], '高')).toEqual(['1=', '1=', '3']);
  });

  it('leave the values where they stand', () => {
    const values = [1, 3, 2];
    competitionRanks(values, '高');
    expect(values).toEqual([1, 3, 2]);
  });
});

describe('which value comes first', () => {
  it('is the better one, and neither of two equals', () => {
    expect(Math.sign(betterFirst(2, 1, '高'))).toBe(-1);
    expect(Math.sign(betterFirst(2, 1, '低'))).toBe(1);
    expect(betterFirst(2, 2, '高')).toBe(0);
    expect(betterFirst(2, 2, '低')).toBe(0);
  });
});
