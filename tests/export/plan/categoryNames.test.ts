import { describe, expect, it } from 'vitest';
import { shownNames } from '../../../src/export/plan/categoryNames';

const months = (count: number) =>
  Array.from({ length: count }, (_, i) => `${2023 + Math.floor(i / 12)}年${(i % 12) + 1}月`);
const lines = (categories: readonly string[]) => ({ kind: 'lines' as const, categories });

describe('shownNames(chart, width, font)', () => {
  it('are whole where they fit', () => {
    expect(shownNames(lines(months(6)), 620, 12)).toEqual({ texts: months(6), title: '', step: 1 });
  });

  it('of many months are numbers, with a line below that says which months', () => {
    const { texts, title, step } = shownNames(lines(months(24)), 620, 12);
    expect([texts[0], texts[11], texts[12], texts[23]]).toEqual(['1', '12', '1', '12']);
    expect([title, step]).toEqual(['2023年1月—2024年12月，数字是月份', 1]);
  });

  it('of more months than numbers have room are those of one digit, every other one', () => {
    const { texts, step } = shownNames(lines(months(60)), 620, 12);
    expect(texts.slice(0, 13)).toEqual(['1', '', '3', '', '5', '', '7', '', '9', '', '', '', '1']);
    expect(step).toBe(1);
  });

  it('are left out by the program where they are no single months', () => {
    const sums = months(24).map((name) => name.replace('年', '年1—'));
    expect(shownNames(lines(sums), 620, 12)).toMatchObject({ texts: sums, title: '' });
    expect(shownNames(lines(sums), 620, 12).step).toBeGreaterThan(2);
  });

  it('leaves an empty category empty, and names of bars alone', () => {
    const parted = ['', ...months(24)];
    expect(shownNames(lines(parted), 620, 12)).toMatchObject({ title: '2023年1月—2024年12月，数字是月份' });
    expect(shownNames({ kind: 'bars', categories: months(24) }, 100, 12).texts).toEqual(months(24));
  });
});
