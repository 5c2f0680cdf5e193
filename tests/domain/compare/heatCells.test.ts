/** Cells of a heat table are made one at a time, and say what the whole row says. */
import { describe, expect, it } from 'vitest';
import type { HeatRow } from '../../../src/domain/compare/heatAnswer';
import {
  cellAt,
  ComparedHeatRow,
  figureExtent,
  filledCells,
  withColumnOrder
} from '../../../src/domain/compare/heatCells';
import { heatTable } from '../../../src/domain/compare/heatTable';
import { dataset, indicator, place } from '../factory';

const RATE = indicator({ id: 'rate', name: '率' });
const data = dataset({
  indicators: [RATE],
  places: ['甲县', '乙县', '丙县', '丁县'].map((name) => place(name)),
  facts: [
    { of: 'rate', at: '甲县', in: '2024', value: 80 },
    { of: 'rate', at: '乙县', in: '2023', value: 90.5 },
    { of: 'rate', at: '丁县', in: '2024', value: 70 }
  ]
});
const table = heatTable(data, { indicators: ['rate'], places: [] });
const row = table.rows[0]!;
const texts = (of: HeatRow) => of.cells.map(({ text }) => text);
const plain: HeatRow = { indicator: RATE, cells: row.cells };

describe('a row of a heat table', () => {
  it('has a cell a place, made where it is read and kept', () => {
    expect(row).toBeInstanceOf(ComparedHeatRow);
    expect(cellAt(row, 1).text).toBe('90.5%');
    expect(cellAt(row, 1)).toBe(cellAt(row, 1));
    expect(row.cells[1]).toBe(cellAt(row, 1));
    expect(texts(row)).toEqual(['80%', '90.5%', '无数据', '70%']);
    expect(row.cells.map(({ standing }) => standing)).toEqual([0.5, 1, null, 0]);
    expect(filledCells(row)).toBe(3);
  });

  it('keeps its cells in another order of the columns, and in an order of that', () => {
    const first = withColumnOrder(row, [3, 0, 1, 2]);
    expect(texts(first)).toEqual(['70%', '80%', '90.5%', '无数据']);
    expect(cellAt(first, 0)).toBe(cellAt(row, 3));
    const second = withColumnOrder(first, [1, 0]);
    expect(texts(second)).toEqual(['80%', '70%']);
    expect(cellAt(second, 1)).toBe(cellAt(row, 3));
  });

  it('tells the widest of its figures and their periods', () => {
    const { periods, farthest } = figureExtent(row);
    expect(periods.map(({ text }) => text).sort()).toEqual(['2023', '2024']);
    expect(farthest.map(({ text }) => text)).toEqual(['90.5%']);
    const none = heatTable(data, { indicators: ['rate'], places: ['丙县'] }).rows[0]!;
    expect([filledCells(none), figureExtent(none)]).toEqual([0, { periods: [], farthest: [] }]);
  });

  it('of cells that were made elsewhere answers the same', () => {
    expect(filledCells(plain)).toBe(3);
    expect(cellAt(plain, 3).text).toBe('70%');
    expect(texts(withColumnOrder(plain, [3, 2]))).toEqual(['70%', '无数据']);
    expect(figureExtent(plain).farthest.map(({ text }) => text)).toEqual(['90.5%']);
  });

  it('shows a place that is asked for twice in two columns', () => {
    const twice = heatTable(data, { indicators: ['rate'], places: ['乙县', '甲县', '乙县'] });
    expect(texts(twice.rows[0]!)).toEqual(['90.5%', '80%', '90.5%']);
  });
});
