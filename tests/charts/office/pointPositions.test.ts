import { describe, expect, it } from 'vitest';
import { type NativeSeries, point } from '../../../src/charts/office/nativeChart';
import { withPositions } from '../../../src/charts/office/pointPositions';
import { trendChart } from '../../../src/charts/office/trendChart';
import { chartXml } from '../../../src/export/office/chartXml';
import { xmlFault } from '../../export/office/xmlFault';
import { ask, at, cases } from '../../domain/trend/trending';

const AXIS = { min: 0, max: 100 };
const line = (name: string, ...values: readonly (number | null)[]): NativeSeries => ({
  name,
  role: 'line',
  labelled: true,
  points: values.map((value) => (value === null ? null : point(value, String(value), false, false)))
});
const positions = (...series: NativeSeries[]) =>
  withPositions(series, AXIS).series.map(({ points }) => points.map((p) => p && (p.label ?? 't')));

describe('where the figures of lines stand', () => {
  it('is above their points, as long as nothing is there', () => {
    expect(positions(line('甲县', 80, 20), line('乙县', 40, 60))).toEqual([
      ['t', 't'],
      ['t', 't']
    ]);
  });

  it('is away from the lines where another stands too near above: left of the first, right of the last', () => {
    // Two apart are 5 pt of 250; a figure is 18 high.
    expect(positions(line('甲县', 52, 52), line('乙县', 50, 50))).toEqual([
      ['t', 't'],
      ['l', 'r']
    ]);
  });

  it('is below amid a line, and of three in a heap on three sides', () => {
    expect(positions(line('甲县', null, 56, null), line('乙县', null, 50, null))).toEqual([
      [null, 't', null],
      [null, 'b', null]
    ]);
    expect(positions(line('甲县', 53, 90), line('乙县', 50, 70), line('丙县', 47, 10)).map(([first]) => first)).toEqual(
      ['t', 'l', 'b']
    );
  });

  it('is nowhere for want of room; the own place chooses first', () => {
    const heap = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县'].map((name, i) => line(name, 50 + i / 10, null, null));
    const own = { ...heap[0]!, points: heap[0]!.points.map((p) => p && { ...p, strong: true }) };
    const { series, isPartial } = withPositions([own, ...heap.slice(1)], AXIS);
    expect(isPartial).toBe(true);
    expect(series[0]!.points[0]!.label).toBeUndefined();
    expect(series.filter(({ points }) => points[0]!.label === 'none').map(({ name }) => name)).toContain('乙县');
  });

  it('is written point by point, and one that is left out is said', () => {
    const heap = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县'].flatMap((name, i) => [
      ...at(name, ['2019', 50 + i / 10], ['2020', 500 + 60 * i])
    ]);
    const chart = trendChart(ask(cases(...heap)));
    expect(chart.remarks).toContain('挨得太近、写不下的数没有写在图上，数见数据表。');
    const xml = chartXml(chart, { width: 800, height: 330, font: 14, names: chart.categories });
    expect(xmlFault(xml)).toBe('');
    expect(xml).toContain('<c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl>');
    expect(xml).toContain('<c:dLblPos val="l"/>');
    const apart = trendChart(ask(cases(...at('甲县', ['2019', 10], ['2020', 20]))));
    expect(apart.remarks).toEqual([]);
  });
});
