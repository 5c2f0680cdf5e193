import { describe, expect, it } from 'vitest';
import { charactersOf, cleanText, cutText } from '../../../src/domain/wording/cleanText';

describe('cleanText(text)', () => {
  it('drops what no XML file can carry, and keeps tabs, line ends and pairs', () => {
    expect(cleanText('甲\u0000乙\u000b丙\ufffe丁\uffff')).toBe('甲乙丙丁');
    expect(cleanText('一\t二\r\n三')).toBe('一\t二\r\n三');
    expect(cleanText('𠮷👍')).toBe('𠮷👍');
  });

  it('drops half a pair, at the end and in the middle', () => {
    expect(cleanText('好\ud83d')).toBe('好');
    expect(cleanText('\udc4d好\ud83d坏')).toBe('好坏');
  });
});

describe('charactersOf(text)', () => {
  it('keeps together what is read as one', () => {
    expect(charactersOf('a\u0301👨‍👩‍👧‍👦🇨🇳👍🏽𠮷1\ufe0f\u20e3')).toEqual(['a\u0301', '👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', '𠮷', '1\ufe0f\u20e3']);
  });

  it('agrees with the engine where the engine can', () => {
    const segmenter = new (
      Intl as unknown as {
        Segmenter: new (locale: string) => { segment(text: string): Iterable<{ segment: string }> };
      }
    ).Segmenter('zh');
    for (const text of [
      '卫健看板，2020年。',
      '👩🏽‍🚒与🏴\u{e0067}\u{e0062}\u{e007f}',
      '🇨🇳🇺🇸🇨',
      'e\u0301\u0302x',
      '一\r\n二'
    ])
      expect(charactersOf(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
  });
});

describe('cutText(text, most)', () => {
  it('leaves a text that fits, and says where it cut', () => {
    expect(cutText('象山县', 3)).toBe('象山县');
    expect(cutText('象山县人民', 3)).toBe('象山…');
  });

  it('never cuts a character in two', () => {
    expect(cutText('好👍👍', 4)).toBe('好👍…');
    expect(cutText('好👍👍', 3)).toBe('好…');
    expect(cutText('👨‍👩‍👧‍👦家家', 8)).toBe('…');
  });

  it('is quick on a long text', () => {
    expect(cutText('长'.repeat(1_000_000), 5)).toBe('长长长长…');
  });
});
