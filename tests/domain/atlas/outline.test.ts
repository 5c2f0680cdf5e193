import { describe, expect, it } from 'vitest';
import { outlines, simplifyRing } from '../../../src/domain/atlas/outline';
import { readBoundaries } from '../../../src/domain/model/boundaries';

describe('outlines of places', () => {
  it('are narrowed by the cosine of the middle latitude, north above, the longer side 4,000 long', () => {
    // Between 59° and 61° north cos 60° = ½: 2° × 2° are 1 by 2.
    const map = outlines(
      [
        {
          key: 'a',
          rings: [
            [
              [10, 59],
              [12, 59],
              [12, 61],
              [10, 61]
            ]
          ]
        }
      ],
      '号'
    );
    expect([map.width, map.height]).toEqual([2000, 4000]);
    expect(map.shapes[0]!.rings).toEqual([
      [
        [0, 4000],
        [2000, 4000],
        [2000, 0],
        [0, 0]
      ]
    ]);
  });

  it('lose the points that nobody would see, and keep the others', () => {
    // (5, 0.5) is half a unit off the line from (0, 0) to (10, 0); (5, 12) is two off that from (10, 10) to (0, 10).
    expect(
      simplifyRing(
        [
          [0, 0],
          [5, 0.5],
          [10, 0],
          [10, 10],
          [5, 12],
          [0, 10]
        ],
        1
      )
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 12],
      [0, 10]
    ]);
    expect(
      simplifyRing(
        [
          [3, 3],
          [3, 3],
          [3, 3]
        ],
        1
      )
    ).toEqual([[3, 3]]);
  });

  it('that were kept are read back with care', () => {
    const map = { approval: '号', width: 10, height: 4000, shapes: [{ key: 'a', rings: [[[0, 0]]] }] };
    expect(readBoundaries(JSON.parse(JSON.stringify(map)))).toEqual(map);
    for (const broken of [
      undefined,
      null,
      {},
      { ...map, approval: '' },
      { ...map, width: 0 },
      { ...map, height: 1e9 },
      { ...map, shapes: [null] },
      { ...map, shapes: [{ key: 'a', rings: [[[0, 'x']]] }] }
    ])
      expect(readBoundaries(broken)).toBeNull();
  });
});
