import { describe, expect, it } from 'vitest';
import { gridSpots, readSpots } from '../../../src/domain/model/gridSpots';
import { dataset, place } from '../factory';

const spot = (name: string, column: number | null, row: number | null) => ({ name, column, row });

describe('spots in a grid of tiles', () => {
  it('are whole numbers from 1 to 60, both of them', () => {
    const { spots, faults } = readSpots(
      [
        spot('甲', 1, 60),
        spot('乙', 2, null),
        spot('丙', null, 2),
        spot('丁', 0, 1),
        spot('戊', 1.5, 1),
        spot('己', 1, 61),
        spot('庚', null, null)
      ],
      (item) => item
    );
    expect([...spots].map(([{ name }, { column, row }]) => [name, column, row])).toEqual([['甲', 1, 60]]);
    expect(faults.map(({ item, fault }) => [item.name, fault])).toEqual([
      ['乙', 'half'],
      ['丙', 'half'],
      ['丁', 'range'],
      ['戊', 'range'],
      ['己', 'range']
    ]);
  });

  it('belong to the first who comes', () => {
    const { spots, faults } = readSpots([spot('甲', 1, 2), spot('乙', 2, 1), spot('丙', 1, 2)], (item) => item);
    expect([...spots.keys()].map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(faults.map(({ item, fault, by }) => [item.name, fault, by?.name])).toEqual([['丙', 'taken', '甲']]);
  });

  it('of a dataset are known by the id of the place; a table without the columns has none', () => {
    const data = dataset({ places: [place('甲县', { gridColumn: 2, gridRow: 3 }), place('乙县')], facts: [] });
    expect([...gridSpots(data)]).toEqual([['甲县', { column: 2, row: 3 }]]);
  });
});
