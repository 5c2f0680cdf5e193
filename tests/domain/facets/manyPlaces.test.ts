import { beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { placeFacets } from '../../../src/domain/facets/placeFacets';
import { facetsTable } from '../../../src/domain/facets/table';
import { ObservationBlock } from '../../../src/domain/model/observationBlock';
import { count, dataset, indicator, place, source, type Fact } from '../factory';

/** Every observation that is made asks where it stands; points are made of nothing else. */
let made: MockInstance<ObservationBlock['indexOf']>;
beforeEach(() => {
  made = vi.spyOn(ObservationBlock.prototype, 'indexOf');
});

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const COUNTIES = Array.from({ length: 40 }, (_, i) => `第${i + 1}县`);
/** The n-th county has n % in 2022 and n + 1 % in 2023. */
const facts: Fact[] = COUNTIES.flatMap((at, i) => [
  { of: 'rate', at, in: '2022', value: i + 1 },
  { of: 'rate', at, in: '2023', value: i + 2 }
]);
const ask = (more: readonly Fact[] = []) => {
  const places = COUNTIES.map((id) => place(id));
  const sources = [source('甲'), source('乙')];
  const data = dataset({ indicators: [RATE], places, sources, facts: [...facts, ...more] });
  return placeFacets(data, { indicator: 'rate', places: [] })!;
};

describe('小图 of many places', () => {
  it('orders, words and measures them without a point of those that nobody draws', () => {
    const answer = ask();
    expect(answer.facets.slice(0, 3).map(({ title }) => title)).toEqual(['第40县', '第39县', '第38县']);
    expect(answer.verdict).toBe('规范管理率，40个地区都好转，都比2022年上升1个百分点');
    expect(answer.facets[0]!.extent).toEqual({ low: 40, high: 41, count: 2, isWhole: true });
    // Of 2023 the middle of 2 to 41.
    expect(answer.facets[0]!.reference!.segments[0]!.map(({ value }) => value)).toEqual([20.5, 21.5]);
    expect(made).not.toHaveBeenCalled();
    expect(answer.facets[0]!.last.text).toBe('41%');
    // Its two figures: the last, and the one that it has changed from.
    expect(made).toHaveBeenCalledTimes(2);
  });

  it('makes points of those alone of which the columns do not tell all', () => {
    const answer = ask([
      { of: 'rate', at: '第3县', in: '2023', value: 4, source: '乙' },
      { of: 'rate', at: '第5县', in: '2023', value: 3, measure: '同比(百分点)' }
    ]);
    // Three rows each of the third and the fifth.
    expect(made).toHaveBeenCalledTimes(6);
    expect(answer.notes.map(({ text }) => text)).toContain(
      '第5县2023年原文同比上升3个百分点，按两期的数算是上升1个百分点，两者不一致。'
    );
  });

  it('says of those what has to be said of single figures', () => {
    const doubtful: Fact = { of: 'rate', at: '第7县', in: '2024', value: 9, status: '存疑', note: '待核' };
    expect(ask([doubtful]).notes[0]).toEqual({ level: '警示', text: '第7县2024年的9%存疑：待核。' });
  });

  it('has every figure in its table', () => {
    expect(facetsTable(ask()).rows).toHaveLength(80);
  });
});

describe('小图 of numbers in another unit', () => {
  it('has the last number and the axis in it, drawn or not', () => {
    const visits = count({ id: 'visits' });
    const data = dataset({
      indicators: [visits],
      places: ['甲县', '乙县'].map((id) => place(id)),
      facts: ['甲县', '乙县'].flatMap((at, i) => [
        { of: 'visits', at, in: '2022', value: 200_000 + i },
        { of: 'visits', at, in: '2023', value: 300_000 + i }
      ])
    });
    const [first] = placeFacets(data, { indicator: 'visits', places: [] })!.facets;
    // With two or three decimals both would read 30万.
    expect([first!.title, first!.last.text, first!.extent.high]).toEqual(['乙县', '30.0001万人次', 300_001]);
  });
});
