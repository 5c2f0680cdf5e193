import { describe, expect, it } from 'vitest';
import { outlines, type Position, simplifyRing } from '../../../src/domain/atlas/outline';
import type { Outline } from '../../../src/domain/model/boundaries';

describe('a point of an outline', () => {
  const withMiddle = (y: number): Outline => [
    [0, 0],
    [5, y],
    [10, 0],
    [10, 10],
    [0, 10]
  ];

  it('just as far off its line as a line may be moved goes, beyond that it stays', () => {
    expect(simplifyRing(withMiddle(1), 1)).toHaveLength(4);
    expect(simplifyRing(withMiddle(1.01), 1)).toHaveLength(5);
  });

  it('on its line but beyond where it ends stays: the distance is that to the stretch', () => {
    const spike: Outline = [
      [0, 0],
      [-5, 0],
      [10, 0]
    ];
    expect(simplifyRing(spike, 1)).toEqual(spike);
  });

  it('off a slanting line is measured across it', () => {
    // From (0, 0) to (8, 6) lies (4, 3); (1, 7) is (−3, 4) from it, across: 5 off.
    const slanting: Outline = [
      [0, 0],
      [1, 7],
      [8, 6]
    ];
    expect(simplifyRing(slanting, 4.9)).toHaveLength(3);
    expect(simplifyRing(slanting, 5)).toEqual([
      [0, 0],
      [8, 6]
    ]);
  });

  it('none of none', () => {
    expect(simplifyRing([], 1)).toEqual([]);
  });
});

describe('a part of a place', () => {
  /** 4° by 4° about the equator: 1,000 units a degree. */
  const land: Position[] = [
    [0, -2],
    [4, -2],
    [4, 2],
    [0, 2]
  ];
  const rock: Position[] = [
    [1, 1],
    [1.0001, 1],
    [1.0001, 1.0001]
  ];
  const pier: Position[] = [
    [1, 1],
    [1.25, 1.0001],
    [1.5, 1]
  ];

  it('smaller than a point, or no wider than a line, goes where there is a larger one', () => {
    const map = outlines([{ key: '甲', rings: [rock, land, pier] }], '号');
    expect(map.shapes[0]!.rings).toEqual([
      [
        [0, 4000],
        [4000, 4000],
        [4000, 0],
        [0, 0]
      ]
    ]);
  });

  it('stays as it is where the place has no larger one', () => {
    const map = outlines(
      [
        { key: '甲', rings: [land] },
        { key: '乙', rings: [rock, pier] }
      ],
      '号'
    );
    expect(map.shapes[1]!.rings).toEqual([
      [
        [1000, 1000],
        [1000, 1000],
        [1000, 1000]
      ]
    ]);
  });
});
