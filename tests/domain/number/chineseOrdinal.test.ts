import { expect, it } from 'vitest';
import { chineseOrdinal } from '../../../src/domain/number/chineseOrdinal';

it('ordinals are written as headings of a 公文 have them; what is no ordinal stays digits', () => {
  expect([1, 10, 11, 20, 29, 100, 105, 110, 115, 999].map(chineseOrdinal)).toEqual([
    ...['一', '十', '十一', '二十', '二十九', '一百', '一百零五', '一百一十', '一百一十五', '九百九十九']
  ]);
  expect([0, -1, 1.5, 1000].map(chineseOrdinal)).toEqual(['0', '-1', '1.5', '1000']);
});
