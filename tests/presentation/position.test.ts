import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  nextPosition,
  positionOf,
  previousPosition,
  type DeckSteps,
  clampPosition
} from '../../src/presentation/position';

const deck = (...counts: number[]): DeckSteps => ({ slides: counts.length, of: (slide) => counts[slide]! });

describe('nextPosition and previousPosition', () => {
  it('go through the steps of a slide before the next slide', () => {
    const steps = deck(2, 1);
    expect(nextPosition({ slide: 0, step: 0 }, steps)).toEqual({ slide: 0, step: 1 });
    expect(nextPosition({ slide: 0, step: 1 }, steps)).toEqual({ slide: 1, step: 0 });
  });

  it('go back to the last step of the slide before', () => {
    expect(previousPosition({ slide: 1, step: 0 }, deck(3, 1))).toEqual({ slide: 0, step: 2 });
  });

  it('stay at both ends', () => {
    expect(nextPosition({ slide: 1, step: 0 }, deck(1, 1))).toEqual({ slide: 1, step: 0 });
    expect(previousPosition({ slide: 0, step: 0 }, deck(1, 1))).toEqual({ slide: 0, step: 0 });
    expect(nextPosition({ slide: 0, step: 0 }, deck())).toEqual({ slide: 0, step: 0 });
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (counts, a, b) => {
          const steps = deck(...counts);
          const slide = a % counts.length;
          const here = { slide, step: b % counts[slide]! };
          const there = nextPosition(here, steps);
          if (there.slide !== here.slide || there.step !== here.step)
            expect(previousPosition(there, steps)).toEqual(here);
        }
      )
    );
  });
});

describe('clampPosition(position, steps)', () => {
  it('is the nearest position that there is', () => {
    expect(clampPosition({ slide: 9, step: 9 }, deck(1, 3))).toEqual({ slide: 1, step: 2 });
    expect(clampPosition({ slide: -1, step: -1 }, deck(1))).toEqual({ slide: 0, step: 0 });
  });
});

describe('positionOf(anchor, ids)', () => {
  const at = anchorAt({ slide: 2, step: 1 }, ['a', 'b', 'c']);

  it('is where the slide stands now, whatever was added, dropped or moved before it', () => {
    expect(at).toEqual({ id: 'c', slide: 2, step: 1 });
    expect(positionOf(at, ['b', 'c'])).toEqual({ slide: 1, step: 1 });
    expect(positionOf(at, ['x', 'a', 'b', 'c'])).toEqual({ slide: 3, step: 1 });
    expect(positionOf(at, ['c', 'a'])).toEqual({ slide: 0, step: 1 });
  });

  it('is the beginning of what has taken the place of a slide that is gone', () => {
    expect(positionOf(at, ['a', 'b', 'd'])).toEqual({ slide: 2, step: 0 });
  });

  it('goes by the place alone where no slide is named', () => {
    expect(positionOf({ id: '', slide: 1, step: 2 }, ['a', 'b'])).toEqual({ slide: 1, step: 2 });
  });
});
