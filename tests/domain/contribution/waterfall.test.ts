import { describe, expect, it } from 'vitest';
import { inOrder, running, signed } from '../../../src/domain/contribution/waterfall';

const steps = (...values: readonly number[]) => values.map((value, at) => ({ value, name: 'abcdef'[at]! }));
const names = (values: readonly number[], whole: number) =>
  inOrder(steps(...values), whole)
    .map(({ name }) => name)
    .join('');

describe('the steps of a waterfall', () => {
  it('run with the whole first; a whole that did not change begins with what rose', () => {
    expect(names([-5, 10, 20], 25)).toBe('cba');
    expect(names([5, -10, -20], -25)).toBe('cba');
    expect(names([-5, 5], 0)).toBe('ba');
  });

  it('keep their order where they are equal, and leave what they were given as it was', () => {
    expect(names([3, 0, 3, 0], 6)).toBe('acbd');
    expect(names([-3, 0, -3], -6)).toBe('acb');
    const given = steps(1, 2);
    inOrder(given, 3);
    expect(given.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('begin each where the one before it ended, without the noise of binary fractions', () => {
    // 0.1 + 0.2 is 0.30000000000000004 in binary.
    expect(running([0.1, 0.2, 0, -0.3])).toEqual([
      { from: 0, to: 0.1 },
      { from: 0.1, to: 0.3 },
      { from: 0.3, to: 0.3 },
      { from: 0.3, to: 0 }
    ]);
    expect(running([])).toEqual([]);
  });

  it('are written with their sign, zero without', () => {
    expect([signed(1204, null), signed(-0.12, 2), signed(0, 2)]).toEqual(['+1,204', '−0.12', '0']);
  });
});
