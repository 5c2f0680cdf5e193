import { describe, expect, it } from 'vitest';
import { trendChart } from '../../src/charts/office/trendChart';
import { othersSeries } from '../../src/charts/othersBand';
import { trendAxis } from '../../src/charts/trendPoints';
import { trend } from '../../src/domain/trend/computeTrend';
import { withOthers } from '../../src/domain/trend/others';
import { dataset, indicator, place } from '../domain/factory';

const NAMES = Array.from({ length: 25 }, (_, i) => `第${i + 1}县`);
const RATE = indicator();
/** 第1县 50 %; the others 2 % to 25 % in 2018, ten more each year. */
const data = dataset({
  indicators: [RATE],
  places: NAMES.map((name) => place(name)),
  facts: ['2018', '2019', '2020'].flatMap((year, y) =>
    NAMES.map((at, i) => ({ of: RATE.id, at, in: year, value: i === 0 ? 50 : i + 1 + 10 * y }))
  )
});
const alone = trend(data, { indicator: RATE.id, places: ['第1县'] })!;
const banded = withOthers(data, alone, NAMES.slice(1));

describe('the band of the places without a line', () => {
  it('is stacked on its lower edge, behind the lines', () => {
    // 2018: lowest 2, lower 8, upper 19, highest 25.
    const at2018 = (othersSeries(banded) as { id: string; data: [string, number][] }[]).map(({ id, data: [first] }) => [
      id,
      ...first!
    ]);
    expect(at2018).toEqual([
      ['others-all-foot', '2018-12-31', 2],
      ['others-all', '2018-12-31', 23],
      ['others-half-foot', '2018-12-31', 8],
      ['others-half', '2018-12-31', 11]
    ]);
  });

  it('lies on the axis, and is four lines in an office program', () => {
    expect(trendAxis(banded).min).toBe(0);
    expect(othersSeries(alone)).toEqual([]);
    const chart = trendChart(banded);
    expect(chart.series.map(({ name, points }) => [name, points.map((p) => p?.value)])).toEqual([
      ['第1县', [50, 50, 50]],
      ['其余24地最高', [25, 35, 45]],
      ['其余24地四分之三处', [19, 29, 39]],
      ['其余24地四分之一处', [8, 18, 28]],
      ['其余24地最低', [2, 12, 22]]
    ]);
  });
});
