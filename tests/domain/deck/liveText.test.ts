import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LiveFigure, readLive, writeLive } from '../../../src/domain/deck/liveText';

describe('readLive(sign)', () => {
  it.each<[string, LiveFigure | undefined]>([
    ['htn-rate@xiangshan', { of: 'indicator', id: 'htn-rate', place: 'xiangshan', period: '' }],
    ['htn-rate@xiangshan@2020年上半年', { of: 'indicator', id: 'htn-rate', place: 'xiangshan', period: '2020-H1' }],
    ['task:crc@xiangshan:done', { of: 'task', id: 'crc', place: 'xiangshan', figure: 'done' }],
    ['task:crc@xiangshan:colour', undefined],
    ['htn-rate@xiangshan@昨天', undefined],
    ['htn-rate', undefined],
    ['', undefined]
  ])('%s', (sign, live) => {
    expect(readLive(sign)).toEqual(live);
  });

  it('reads back what `writeLive` writes', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]*$/);
    const live: fc.Arbitrary<LiveFigure> = fc.oneof(
      fc.record({ of: fc.constant('indicator'), id, place: id, period: fc.constantFrom('', '2020', '2020-H1') }),
      fc.record({ of: fc.constant('task'), id, place: id, figure: fc.constantFrom('rate', 'done', 'target') })
    );
    fc.assert(
      fc.property(live, (one) => {
        expect(readLive(writeLive(one).slice(2, -2))).toEqual({ ...one });
      })
    );
  });
});
