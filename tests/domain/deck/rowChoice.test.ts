import { describe, expect, it } from 'vitest';
import { chooseRows, readRowChoice } from '../../../src/domain/deck/rowChoice';

const NAMES = ['甲', '乙', '丙', '丁', '戊'];
const chosen = (choice: Parameters<typeof chooseRows>[1], names: readonly string[] = NAMES) => {
  const { rows, text } = chooseRows(names, choice, '项');
  return [rows.map((at) => names[at]).join(''), text];
};

describe('the rows that a slide shows', () => {
  it('are all where nothing is said, and where there are no more than were asked for', () => {
    expect(chosen({})).toEqual(['甲乙丙丁戊', '']);
    expect(chosen({ all: true })).toEqual(['甲乙丙丁戊', '']);
    expect(chosen({ most: 5 })).toEqual(['甲乙丙丁戊', '']);
    expect(chosen({ most: 99, fromEnd: true })).toEqual(['甲乙丙丁戊', '']);
    expect(chosen({ most: 3 }, [])).toEqual(['', '']);
  });

  it('are the first or the last so many', () => {
    expect(chosen({ most: 4 })).toEqual(['甲乙丙丁', '只列前4项，共5项']);
    expect(chosen({ most: 1 })).toEqual(['甲', '只列前1项，共5项']);
    expect(chosen({ most: 1, fromEnd: true })).toEqual(['戊', '只列后1项，共5项']);
  });

  it('are counted without those that are hidden, of which the first four are named', () => {
    expect(chosen({ most: 3, hidden: ['甲', '丁'] })).toEqual(['乙丙戊', '未列2项：甲、丁']);
    expect(chosen({ most: 2, hidden: ['甲', '丁'] })).toEqual(['乙丙', '只列前2项，共5项；未列2项：甲、丁']);
    expect(chosen({ hidden: ['甲', '乙', '丙', '丁'] })).toEqual(['戊', '未列4项：甲、乙、丙、丁']);
    expect(chosen({ hidden: NAMES })).toEqual(['', '未列5项：甲、乙、丙、丁等']);
    // Who isn't there any more hides nothing.
    expect(chosen({ hidden: ['己'] })).toEqual(['甲乙丙丁戊', '']);
  });

  it('stand in the order asked for, the others behind as they were; the same order is none of its own', () => {
    expect(chosen({ order: ['丙', '己', '甲'] })).toEqual(['丙甲乙丁戊', '次序自定']);
    expect(chosen({ order: ['甲', '乙'] })).toEqual(['甲乙丙丁戊', '']);
    expect(chosen({ order: ['戊'], most: 2, fromEnd: true })).toEqual(['丙丁', '只列后2项，共5项；次序自定']);
    expect(chosen({ order: ['乙', '甲'], hidden: ['甲'] })).toEqual(['乙丙丁戊', '未列1项：甲']);
  });
});

describe('a choice of rows from a file', () => {
  it('has 1 to 99 rows, and only then from the end; all of them only without a number', () => {
    expect([1, 99].map((most) => readRowChoice({ most, fromEnd: true }))).toEqual([
      { most: 1, fromEnd: true },
      { most: 99, fromEnd: true }
    ]);
    expect([0, 100, 1.5, '3', -1].map((most) => readRowChoice({ most, fromEnd: true }))).toEqual(
      Array.from({ length: 5 }, () => undefined)
    );
    expect([readRowChoice({ all: true }), readRowChoice({ all: true, most: 3 }), readRowChoice({ all: 1 })]).toEqual([
      { all: true },
      { most: 3 },
      undefined
    ]);
    expect(readRowChoice({ most: 3, fromEnd: 'yes' })).toEqual({ most: 3 });
  });

  it('has names, each once, five hundred at most', () => {
    expect(readRowChoice({ hidden: ['甲', '', '甲', 7], order: [] })).toEqual({ hidden: ['甲'] });
    expect(readRowChoice({ hidden: '甲', order: ['乙'] })).toEqual({ order: ['乙'] });
    const many = Array.from({ length: 501 }, (_, i) => String(i));
    expect(readRowChoice({ order: many })!.order).toHaveLength(500);
    expect([undefined, null, 7, 'x', {}, []].map(readRowChoice)).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});
