import { describe, expect, it } from 'vitest';
import { handoutSheets, type HandoutForm } from '../../src/export/handout';

const pages = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    svg: `<svg id="s${at + 1}"/>`,
    notes: at === 0 ? '先说这个\n<b>再说</b>' : ''
  }));
const shown = (sheet: HTMLElement) =>
  [...sheet.querySelectorAll('img')].map((image) => /id%3D%22(s\d+)/.exec(image.src)![1]);

describe('handouts', () => {
  it.each([
    ['handout2', [['s1', 's2'], ['s3', 's4'], ['s5', 's6'], ['s7']]],
    [
      'handout4',
      [
        ['s1', 's2', 's3', 's4'],
        ['s5', 's6', 's7']
      ]
    ],
    ['handout6', [['s1', 's2', 's3', 's4', 's5', 's6'], ['s7']]],
    ['notes', [['s1'], ['s2'], ['s3'], ['s4'], ['s5'], ['s6'], ['s7']]]
  ] as [HandoutForm, string[][]][])('%s: the slides in their order, so many a sheet', (form, expected) => {
    const sheets = handoutSheets(pages(7), form);
    expect(sheets.map(shown)).toEqual(expected);
    // A sheet ends the page, but for the last one.
    expect(sheets.map((sheet) => sheet.style.breakAfter)).toEqual(
      expected.map((_, at) => (at < expected.length - 1 ? 'page' : 'auto'))
    );
  });

  it('have notes below their slide as text, line by line', () => {
    const [first, second] = handoutSheets(pages(2), 'notes');
    expect([...first!.querySelectorAll('p')].map((line) => line.textContent)).toEqual(['先说这个', '<b>再说</b>']);
    expect(first!.querySelector('b')).toBeNull();
    expect(second!.querySelectorAll('p')).toHaveLength(1);
  });

  it('have room to write where the slides are small', () => {
    const ruled = (form: HandoutForm) =>
      handoutSheets(pages(1), form)[0]!.querySelector('img')!.parentElement!.children.length - 1;
    expect((['handout2', 'handout4', 'handout6', 'notes'] as const).map(ruled)).toEqual([3, 0, 3, 0]);
  });

  it('of no slides are no sheets', () => {
    expect(handoutSheets([], 'handout6')).toEqual([]);
  });
});
