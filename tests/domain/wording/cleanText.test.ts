import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/domain/wording/cleanText';

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
