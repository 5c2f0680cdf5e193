import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/domain/model/facts';
import { flagsOf, hasFlag, parseFlags } from '../../../src/domain/model/flags';
import { dataset } from '../factory';

describe('parseFlags', () => {
  it('gives the flags of the closed list by precedence, each once', () => {
    expect(parseFlags('初步;口径调整；初步')).toEqual(['口径调整', '初步']);
    expect(parseFlags('')).toEqual([]);
    expect(parseFlags('constructor; 估算 ;没有这种')).toEqual(['估算']);
  });
});

describe('flags of an observation', () => {
  it('are kept in the columns', () => {
    const data = dataset({ facts: [{ at: '甲县', in: '2020', value: 3, flags: '估算;修订' }] });
    expect(flagsOf(data.observation(0))).toEqual(['修订', '估算']);
    expect(hasFlag(data.observation(0), '初步')).toBe(false);
  });

  it('decide between two figures of one grade: 修订 before plain before 初步 before 估算', () => {
    const of = (...flags: string[]) =>
      factsOf(
        dataset({
          facts: flags.map((flag, i) => ({ at: '甲县', in: '2020', value: i, flags: flag }))
        }).allObservations()
      )[0]!.observation.flags;
    expect(of('', '修订')).toBe('修订');
    expect(of('初步', '')).toBe('');
    expect(of('估算', '初步')).toBe('初步');
    expect(of('修订;估算', '')).toBe('');
  });
});
