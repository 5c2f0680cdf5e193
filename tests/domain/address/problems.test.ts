import { describe, expect, it } from 'vitest';
import { choiceProblems, pageProblems } from '../../../src/domain/address/problems';

describe('what is wrong with an address only beside its answer', () => {
  it('is a page past the last one', () => {
    expect(pageProblems(9, 3)).toEqual([
      { key: 'page', value: '9', text: '地址里的页码“9”超过了总页数，已改为第3页。' }
    ]);
    expect(pageProblems(3, 3)).toEqual([]);
  });

  it('is a word that is none of the choices', () => {
    expect(choiceProblems('span', '旬', ['全年', '季度'], '没有旬。')).toEqual([
      { key: 'span', value: '旬', text: '没有旬。' }
    ]);
    expect(choiceProblems('span', '季度', ['全年', '季度'], '')).toEqual([]);
    expect(choiceProblems('span', '', ['全年'], '')).toEqual([]);
  });
});
