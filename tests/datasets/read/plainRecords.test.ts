import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRecords } from '../../../src/datasets/read/plainRecords';

/** Texts in which cells repeat, begin alike, are empty, and rows are of different widths. */
const cell = fc.constantFrom('', 'i1', 'i10', '数值', '数', ' ', '71.46%');
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((rows) => rows.map((cells) => cells.join(';')).join('\n'));

describe('plainRecords(text, delimiter)', () => {
  it('gives the cells of each line', () => {
    expect(plainRecords('i1,p1,数值\ni10,p1,\ni10,p1,数', ',')).toEqual([
      ['i1', 'p1', '数值'],
      ['i10', 'p1', ''],
      ['i10', 'p1', '数']
    ]);
    expect(plainRecords('', ',')).toEqual([['']]);
    expect(plainRecords('a\n', ',')).toEqual([['a'], ['']]);
    expect(plainRecords('a,b,c\na\n,\na,b', ',')).toEqual([['a', 'b', 'c'], ['a'], ['', ''], ['a', 'b']]);
  });

  it('splits any text as lines and then cells are split', () => {
    fc.assert(
      fc.property(table, (text) => {
        expect(plainRecords(text, ';')).toEqual(text.split('\n').map((line) => line.split(';')));
      })
    );
  });
});
