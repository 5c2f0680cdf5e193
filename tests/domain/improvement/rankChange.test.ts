import { describe, expect, it } from 'vitest';
import { rankChanges, rankChangeText } from '../../../src/domain/improvement/rankChange';

describe('why a rank changed', () => {
  it('tells the place’s own change from that of the others', () => {
    // Higher is better. Old 90 80 70 60: ranks 1 2 3 4. New 90 75 85 86: ranks 1 4 3 2.
    // 乙 alone at 75 among 90 70 60 is 2nd: own 0; the others passed it: 2 − 4 = −2.
    // 丙 alone at 85 among 90 80 60 is 2nd: own +1; then 3rd: others −1.
    // 丁 alone at 86 among 90 80 70 is 2nd: own +2; others 0.
    expect(rankChanges([90, 80, 70, 60], [90, 75, 85, 86], '高')).toEqual([
      { before: 1, now: 1, gained: 0, own: 0, others: 0 },
      { before: 2, now: 4, gained: -2, own: 0, others: -2 },
      { before: 3, now: 3, gained: 0, own: 1, others: -1 },
      { before: 4, now: 2, gained: 2, own: 2, others: 0 }
    ]);
  });

  it('goes the other way where less is better, and ties share a rank', () => {
    // Old 5 7 7: ranks 1 2 2. New 5 5 8: ranks 1 1 3. 乙 alone at 5 among 5 7 is 1st; 丙 alone at 8 is 3rd.
    expect(rankChanges([5, 7, 7], [5, 5, 8], '低')).toEqual([
      { before: 1, now: 1, gained: 0, own: 0, others: 0 },
      { before: 2, now: 1, gained: 1, own: 1, others: 0 },
      { before: 2, now: 3, gained: -1, own: -1, others: 0 }
    ]);
  });

  it('says it in words', () => {
    const [, second, third, fourth] = rankChanges([90, 80, 70, 60], [90, 75, 85, 86], '高');
    expect(rankChangeText(second!)).toBe('第2→第4，降2位：别处的变化使它降2位');
    expect(rankChangeText(third!)).toBe('第3，名次没变：自己的变化升1位，别处的变化使它降1位');
    expect(rankChangeText(fourth!)).toBe('第4→第2，升2位：自己的变化升2位');
  });
});
