import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameScore } from '../../tools/bench/frameScore';
import { scoreOf } from '../../tools/bench/readScore';
import { judged, markedReports } from '../../tools/benchRead';

const reports = markedReports(join(__dirname, '../fixtures/reports/unseen'));

describe('how well invented reports are read', () => {
  it('is what is promised', () => {
    const score = scoreOf(judged(reports));
    expect(score.facts).toBeGreaterThan(190);
    expect(score.recall).toBeGreaterThanOrEqual(95);
    expect(score.value).toBe(100);
    expect(score.unit).toBeGreaterThanOrEqual(99);
    expect(score.kind).toBeGreaterThanOrEqual(92);
    expect(score.nameFirst).toBeGreaterThanOrEqual(75);
    expect(score.nameOffered).toBeGreaterThanOrEqual(85);
    expect(score.end).toBeGreaterThanOrEqual(93);
  });

  it('names carried from the last report are right', () => {
    const next = reports.find(({ last }) => last !== '')!;
    const { shared, carried, right } = frameScore(
      reports.find(({ name }) => name === next.last)!,
      next
    );
    expect(carried).toBeGreaterThanOrEqual(0.85 * shared);
    expect(right).toBeGreaterThanOrEqual(0.95 * carried);
  });
});
