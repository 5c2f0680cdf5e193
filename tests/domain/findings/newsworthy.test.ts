import { describe, expect, it } from 'vitest';
import { newsworthyRule } from '../../../src/domain/findings/newsworthy';
import { dataset, place } from '../factory';
import { choicesOf } from '../../figures/realData';

describe('newsworthyRule(dataset)', () => {
  it('names the themes that come last, where the dataset has any', async () => {
    expect(newsworthyRule(dataset({ places: [place('甲县')] }))).toBe('快慢先说原文写明地名的，再说地名是推断的。');
    const { dataset: real } = await choicesOf('data');
    expect(newsworthyRule(real)).toBe(
      '快慢先说原文写明地名的，再说地名是推断的，党建与行政这些本单位自己的事排在最后。'
    );
  });
});
