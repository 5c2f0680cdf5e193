import { describe, expect, it } from 'vitest';
import { askTogether } from '../../../src/domain/model/askTogether';
import { NotLoadedError } from '../../../src/domain/model/notLoaded';

const missing =
  (...blocks: number[]) =>
  () => {
    throw new NotLoadedError(blocks);
  };

describe('askTogether(asks)', () => {
  it('names once what any of them misses', () => {
    const ask = () => askTogether([missing(3), () => 'there', missing(1, 3)]);
    expect(ask).toThrow(NotLoadedError);
    try {
      ask();
    } catch (error) {
      expect((error as NotLoadedError).blocks).toEqual([3, 1]);
    }
  });

  it('is silent where nothing is missing', () => {
    expect(askTogether([() => 1, () => undefined])).toBeUndefined();
    expect(askTogether([])).toBeUndefined();
  });

  it('hands on any other error', () => {
    const broken = () => {
      throw new Error('broken');
    };
    expect(() => askTogether([missing(1), broken])).toThrow('broken');
  });
});
