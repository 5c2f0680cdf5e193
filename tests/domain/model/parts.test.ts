import { describe, expect, it } from 'vitest';
import { auditOf } from '../../../src/domain/audit/audit';
import { compare } from '../../../src/domain/compare/compare';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { overview } from '../../../src/domain/findings/overview';
import { observationRows } from '../../../src/domain/rows/filterRows';
import { observationFields } from '../../../src/domain/rows/rowFields';
import { trend } from '../../../src/domain/trend/computeTrend';
import { citationOf } from '../../../src/domain/evidence/citation';
import { positionText } from '../../../src/domain/wording/position';
import { coverageMatrix } from '../../../src/domain/missing/coverageMatrix';
import { profile } from '../../../src/domain/profile/profile';
import { count, dataset, indicator } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const data = dataset({
  indicators: [RATE, VISITS],
  facts: [
    { of: 'rate', at: '甲县', in: '2020', value: 90 },
    { of: 'rate', at: '甲县', in: '2020', value: 99, part: '女' },
    { of: 'rate', at: '甲县', in: '2020', value: 70, part: '男' },
    { of: 'rate', at: '甲县', in: '2021', value: 71, part: '男' },
    { of: 'rate', at: '乙县', in: '2020', value: 80 },
    { of: 'rate', at: '戊县', in: '2020', value: 70 },
    { of: 'rate', at: '丙县', in: '2020', value: 100, part: '城镇' },
    { of: 'visits', at: '甲县', in: '2020', value: 500, part: '男' }
  ]
});

describe('sub-groups', () => {
  it('are neither ranked nor compared with the whole', () => {
    const comparison = compare(data, { indicator: 'rate' })!;
    expect(comparison.rows.map((row) => [row.place.name, row.value, row.rank])).toEqual([
      ['甲县', 90, 1],
      ['乙县', 80, 2],
      ['戊县', 70, 3]
    ]);
    // (90 + 80 + 70) ÷ 3
    expect(comparison.reference?.value).toBe(80);
    expect(comparison.rows.flatMap((row) => row.conflicts)).toEqual([]);
  });

  it('are no points of the whole over time', () => {
    const { series } = trend(data, { indicator: 'rate', places: ['甲县'] })!;
    expect(series.flatMap((s) => s.segments.flat()).map((point) => [point.period.text, point.value])).toEqual([
      ['2020', 90]
    ]);
  });

  it('make no profile, no coverage and no contradiction', () => {
    expect(data.observationsOf('visits')).toEqual([]);
    const { groups } = profile(data, '甲县')!;
    expect(groups.flatMap((group) => group.rows.map((row) => [row.indicator.id, row.observation.value]))).toEqual([
      ['rate', 90]
    ]);
    const cells = coverageMatrix(data, {}).rows.flatMap((row) => row.cells.flatMap((cell) => cell.figures));
    expect(cells.map((o) => o.part)).toEqual(['', '', '']);
    expect(auditOf(data).findings).toEqual([]);
  });

  it('are rows of 数据 all the same, found by their name, and count for their place', () => {
    expect(data.size).toBe(8);
    expect(data.summary.hasParts).toBe(true);
    expect(data.partsOf('rate').map((o) => [o.place.name, o.part, o.value])).toEqual([
      ['甲县', '女', 99],
      ['甲县', '男', 70],
      ['甲县', '男', 71],
      ['丙县', '城镇', 100]
    ]);
    expect([...observationRows(data, { text: '城镇' })]).toEqual([6]);
    expect([data.countAt('甲县'), data.countAt('丙县'), data.countAt('丁县')]).toEqual([5, 1, 0]);
    expect(data.sourcesAt('丙县')).toHaveLength(1);
    expect(overview(data).totals.observations).toBe(8);
    expect(citationOf(data.observation(1)).what).toBe('规范管理率（女，2020年）');
    expect(observationFields(data.observation(1))).toContainEqual({ name: '分组', text: '女' });
  });

  it('cost nothing where there are none', () => {
    const plain = dataset({ facts: [{ at: '甲县', in: '2020', value: 1 }] });
    const { hasParts, hasIntervals, hasFractions } = plain.summary;
    expect([hasParts, hasIntervals, hasFractions]).toEqual([false, false, false]);
    expect(plain.blocks()[0]!.columns.lower).toBeNull();
    expect(plain.partsOf(plain.indicators[0]!.id)).toEqual([]);
  });
});

describe('a figure of a table', () => {
  const cells = dataset({
    indicators: [RATE],
    facts: [{ at: '甲县', in: '2020', value: 90, cell: 'Sheet1!D7', written: '' }]
  });

  it('says its cell where another says its line', () => {
    const [o] = cells.observationsOf('rate');
    expect(o!.line).toBeNull();
    expect(positionText(o!)).toBe('单元格Sheet1!D7');
    expect(positionText(data.observation(0))).toBe('第1行');
    expect(citationOf(o!)).toMatchObject({ line: null, cell: 'Sheet1!D7' });
    expect(observationFields(o!)).toContainEqual({ name: '单元格', text: 'Sheet1!D7' });
    expect([...observationRows(cells, { text: 'd7' })]).toEqual([0]);
  });
});

describe('a confidence interval', () => {
  const table = (lower?: number, upper?: number) =>
    comparisonTable(
      compare(
        dataset({
          indicators: [RATE],
          facts: [
            { at: '甲县', in: '2020', value: 90, lower, upper, numerator: 900, denominator: 1000 },
            { at: '乙县', in: '2020', value: 80.5 }
          ]
        }),
        { indicator: 'rate' }
      )!
    );

  it('is a column of the table after the value, where any row has one', () => {
    const { columns, rows } = table(88.1, 91.6);
    expect(columns.map(({ title }) => title)).toEqual([
      ...['名次', '地区', '数值（%）', '置信区间', '时期', '与前一名相差', '来源', '说明']
    ]);
    expect(rows.map((row) => row[3]!.text)).toEqual(['88.1%—91.6%', '']);
    expect(rows.map((row) => row.length)).toEqual([8, 8]);
    expect(table().columns).toHaveLength(7);
  });

  it('is spoken of under the figure, once', () => {
    expect(table(88.1, 91.6).notes.map((note) => note.text)).toContain('误差范围是置信区间，两端见数据表。');
    expect(table().notes.some((note) => note.text.includes('置信区间'))).toBe(false);
  });

  it('stands with numerator and denominator in the remark', () => {
    expect(table().rows[0]![6]!.text).toBe('分子900，分母1,000');
  });

  it('is a field of the row, also with one end', () => {
    const fields = (lower?: number, upper?: number) => {
      const of = dataset({ indicators: [RATE], facts: [{ at: '甲县', in: '2020', value: 90, lower, upper }] });
      return observationFields(of.observation(0)).find(({ name }) => name === '置信区间')?.text;
    };
    expect([fields(88.1, 91.6), fields(88.1), fields(undefined, 91.6), fields()]).toEqual([
      '88.1%—91.6%',
      '≥88.1%',
      '≤91.6%',
      undefined
    ]);
  });
});
