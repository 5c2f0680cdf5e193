import { describe, expect, it } from 'vitest';
import { heatTable } from '../../../src/domain/compare/heatTable';
import { heatTableTable } from '../../../src/domain/compare/heatTableTable';
import type { Table } from '../../../src/domain/table/table';
import { dataset, indicator } from '../factory';

const texts = (t: Table) => t.rows.map((row) => row.map((cell) => cell.text));

describe('heatTableTable(h)', () => {
  it('has a row an indicator and a column a place, reasons in words', () => {
    const rate = indicator({ name: '孕产妇死亡率', unit: '1/10万', better: '低' });
    const data = dataset({
      indicators: [rate],
      facts: [
        { at: '甲县', in: '2020', value: 9.5 },
        { at: '乙县', in: '2020', value: 8 },
        { at: '丙县', in: '2020-H1', value: 1 },
        { at: '丁县', in: '2020', value: null }
      ]
    });
    const table = heatTableTable(heatTable(data, { indicators: [rate.id], places: [] }));
    expect(table.columns.map((c) => c.title)).toEqual(['指标', '甲县', '乙县', '丙县', '丁县']);
    expect(texts(table)).toEqual([
      [
        '孕产妇死亡率（1/10万）',
        '9.5/10万',
        '8/10万',
        '1/10万（时期为2020年上半年（半年），与全年不可比）',
        '无数据：未报'
      ]
    ]);
    expect(table.rows[0]!.map((c) => c.value)).toEqual([null, 9.5, 8, 1, null]);
    expect(table.rows[0]!.map((c) => c.sources?.[0]?.line)).toEqual([undefined, 1, 2, 3, 4]);
  });
});
