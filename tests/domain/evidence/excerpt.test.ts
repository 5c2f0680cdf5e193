import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  excerpt,
  isPlaceholderText,
  textLines,
  markFigures,
  placeholderText
} from '../../../src/domain/evidence/excerpt';

const marked = (line: string, written: string) =>
  markFigures(line, written)
    .filter((p) => p.marked)
    .map((p) => p.text);
const drawn = (line: string, written: string) =>
  markFigures(line, written)
    .map((p) => (p.marked ? `[${p.text}]` : p.text))
    .join('');

describe('textLines(text)', () => {
  it('counts lines as data:verify does', () => {
    expect(textLines('一\n二\r\n三\n')).toEqual(['一', '二', '三']);
    expect(textLines('一\n\n三')).toEqual(['一', '', '三']);
    expect(textLines('\uFEFF一')).toEqual(['一']);
  });
});

describe('markFigures(line, written)', () => {
  it('marks the figure where it stands', () => {
    expect(drawn('结肠镜检查2707例，完成率67.68%。', '67.68%')).toBe('结肠镜检查2707例，完成率[67.68%]。');
  });

  it('marks each of several figures', () => {
    expect(marked('结肠镜检查2707例，完成率67.68%。', '2707 / 67.68%')).toEqual(['2707', '67.68%']);
  });

  it('doesn’t take 12 inside 2012 or 12.5 for the figure', () => {
    expect(drawn('2012年新建12所，占12.5%', '12')).toBe('2012年新建[12]所，占12.5%');
    expect(drawn('占3.12，另12处', '12')).toBe('占3.12，另[12]处');
  });

  it('marks it inside a longer number rather than not at all', () => {
    expect(drawn('共20.12万', '12')).toBe('共20.[12]万');
  });

  it('marks nothing where it isn’t, and keeps an empty line empty', () => {
    expect(drawn('没有这个数', '8')).toBe('没有这个数');
    expect(markFigures('', '8')).toEqual([]);
  });

  it('loses and adds no letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (line, written) => {
        expect(
          markFigures(line, written)
            .map((p) => p.text)
            .join('')
        ).toBe(line);
      })
    );
  });
});

describe('excerpt(lines, line, written, around)', () => {
  const lines = ['一', '二', '三有97.06%', '四', '五'];

  it('gives the line with its neighbours', () => {
    const { lines: shown, warning } = excerpt(lines, 3, '97.06%', 1);
    expect(shown.map((l) => [l.number, l.wanted])).toEqual([
      [2, false],
      [3, true],
      [4, false]
    ]);
    expect(shown[1]!.pieces).toEqual([
      { text: '三有', marked: false },
      { text: '97.06%', marked: true }
    ]);
    expect(warning).toBe('');
  });

  it('stops at both ends of the text', () => {
    expect(excerpt(lines, 1, '一', 3).lines.map((l) => l.number)).toEqual([1, 2, 3, 4]);
    expect(excerpt(lines, 5, '五', 3).lines.map((l) => l.number)).toEqual([2, 3, 4, 5]);
  });

  it('says so where the figure isn’t on the line', () => {
    expect(excerpt(lines, 4, '97.06%', 0).warning).toBe('第4行里没有找到“97.06%”，原文文件可能不是抄录时的那一份。');
  });

  it('says so where there is no such line', () => {
    expect(excerpt(lines, 9, '1', 2)).toEqual({
      lines: [],
      warning: '这个原文文件只有5行，没有第9行；它可能不是抄录时的那一份。'
    });
  });
});

describe('placeholderText(file) and isPlaceholder(text)', () => {
  it('mark the place of a text that isn’t there', () => {
    const text = placeholderText('001.txt');
    expect(text).toContain('文件名仍用 001.txt');
    expect(isPlaceholderText(text)).toBe(true);
    expect(isPlaceholderText(text.slice(1))).toBe(true);
    expect(isPlaceholderText('2019年上半年工作总结')).toBe(false);
  });
});
