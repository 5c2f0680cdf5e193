import { describe, expect, it } from 'vitest';
import {
  axisNumber,
  fitMarked,
  fitText,
  escapeLabel,
  rowHeightFor,
  splitText,
  textWidth,
  typeSizes
} from '../../src/charts/drawing';

describe('how wide a text is', () => {
  it('counts an em a wide character, less for others, and rounds up', () => {
    expect(textWidth('象山县', 13)).toBe(39);
    // 2 × 0.56 × 10
    expect(textWidth('a1', 10)).toBe(12);
    expect(textWidth('A', 10)).toBe(7);
    // 0.92 × 10
    expect(['M', '%', '‰', '…', '—'].map((c) => textWidth(c, 10))).toEqual([10, 10, 10, 10, 10]);
    // (0.56 + 0.56 + 0.92) × 10
    expect(textWidth('12%', 10)).toBe(21);
    expect(textWidth('', 10)).toBe(0);
  });
});

describe('a text that is cut', () => {
  it('stays whole where it just fits', () => {
    expect(fitText('象山县', 10, 30)).toBe('象山县');
    expect(fitText('象山县', 10, 29)).toBe('象…');
  });

  it('takes as much as fits with the ellipsis, which is 0.92 em wide', () => {
    // 象山… is 29.2 wide, and counts as 30.
    expect(fitText('象山县医院', 10, 30)).toBe('象山…');
    expect(fitText('象山县医院', 10, 29)).toBe('象…');
    expect(fitText('象山县医院', 10, 5)).toBe('…');
  });

  it('never loses its mark', () => {
    expect(fitMarked('象山县〔推断〕', '〔推断〕', 10, 70)).toBe('象山县〔推断〕');
    // 69 − 40 for the mark leaves 29 for the name.
    expect(fitMarked('象山县〔推断〕', '〔推断〕', 10, 69)).toBe('象…〔推断〕');
    expect(fitMarked('象山县', '', 10, 29)).toBe('象…');
  });

  it('goes on in a second line', () => {
    expect(splitText('象山县医院', 10, 30)).toEqual(['象山县', '医院']);
    expect(splitText('象山县', 10, 30)).toEqual(['象山县', '']);
    expect(splitText('象山县', 10, 5)).toEqual(['', '象山县']);
  });
});

describe('a text from data in a label', () => {
  it('has no signs that ECharts reads as rich text, and one blank for many', () => {
    expect(escapeLabel('a{b|c}\n  d')).toBe('a｛b｜c｝ d');
  });

  it('is never the name of a member of every object', () => {
    expect(escapeLabel('__proto__')).toBe('_\u200b_proto__');
    expect(escapeLabel('toString 县')).toBe('t\u200boString 县');
    expect(escapeLabel('甲县')).toBe('甲县');
  });
});

describe('a number below zero', () => {
  it('has a minus on an axis, and commas', () => {
    expect([-40, 0, 1500, -1500.5].map(axisNumber)).toEqual(['−40', '0', '1,500', '−1,500.5']);
  });
  it('has the same sign in the words of a chart; hyphens of dates and spans stay', () => {
    expect(escapeLabel('-1.2')).toBe('−1.2');
    expect(escapeLabel('均值 -0.5‰（-3人）')).toBe('均值 −0.5‰（−3人）');
    expect(escapeLabel('2020-12-31')).toBe('2020-12-31');
    expect(escapeLabel('3-6岁，2015年10月-2016年3月')).toBe('3-6岁，2015年10月-2016年3月');
  });
});

describe('the height of a row', () => {
  const height = (asked?: number, rows = 5) => rowHeightFor(40, rows, { width: 900, scale: 1, height: asked }, 42);

  it('is the usual one where no height is asked for, or there are no rows', () => {
    expect(height()).toBe(40);
    expect(height(1000, 0)).toBe(40);
  });

  it('shares what is asked for, up to a third over the usual', () => {
    // (242 − 42) ÷ 5; (199 − 42) ÷ 5 = 31.4; (1000 − 42) ÷ 5 is more than 40 × 1.33.
    expect(height(242)).toBe(40);
    expect(height(199)).toBe(31);
    expect(height(1000)).toBe(53);
  });
});

describe('the sizes of type', () => {
  it('are smaller below 560 px at scale 1', () => {
    expect(typeSizes({ width: 560, scale: 1 })).toEqual({ narrow: false, font: 16, small: 13 });
    expect(typeSizes({ width: 559, scale: 1 })).toEqual({ narrow: true, font: 14, small: 12 });
    expect(typeSizes({ width: 559, scale: 1 }, [15, 13])).toEqual({ narrow: true, font: 13, small: 12 });
  });

  it('grow with the scale, which takes from the room', () => {
    expect(typeSizes({ width: 1120, scale: 2 })).toEqual({ narrow: false, font: 32, small: 26 });
    expect(typeSizes({ width: 1119, scale: 2 })).toEqual({ narrow: true, font: 28, small: 24 });
  });
});
