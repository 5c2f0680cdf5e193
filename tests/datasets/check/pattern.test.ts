import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../src/datasets/check/pattern';

describe('readPattern', () => {
  it('matches the whole value', () => {
    const reading = readPattern('[a-z]+|\\d{2}');
    if (reading.kind !== 'pattern') throw new Error(reading.kind);
    expect(['abc', '12', 'abc12', '1'].map((value) => reading.pattern.test(value))).toEqual([true, true, false, false]);
  });

  it('refuses what could run without end', () => {
    for (const text of [
      '(a+)+',
      '(a*)*b',
      '(?:[a-z]+)*!',
      '(a|a)*',
      '(.|x)+',
      '((ab)+c?)+',
      '(\\d+|x){2,}',
      '(x(x+))*',
      '(;.+)*',
      '(;[^a]+)*',
      '(;a+|b)*',
      '([a-z]|b)+'
    ])
      expect(readPattern(text).kind, text).toBe('endless');
  });

  it('takes what a package needs', () => {
    for (const text of [
      '^[^\\s,;]+$',
      '^[0-9a-f]{64}$',
      '^.+![A-Z]{1,3}[1-9]\\d{0,6}$',
      '(初步|修订)([;；](初步|修订))*',
      '^[A-Za-z0-9]([A-Za-z0-9._-]{0,18}[A-Za-z0-9])?$',
      '(\\(x\\)|y)?',
      '[(+)]+',
      '(x(y+))*',
      'a(;\\d+(\\.\\d+)?%)*'
    ])
      expect(readPattern(text).kind, text).toBe('pattern');
  });

  it('says what is no expression', () => {
    for (const text of ['(a', 'a)|(b', '|)x(']) expect(readPattern(text).kind, text).toBe('malformed');
  });
});
