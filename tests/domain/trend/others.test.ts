import { describe, expect, it } from 'vitest';
import { trend } from '../../../src/domain/trend/computeTrend';
import { withOthers } from '../../../src/domain/trend/others';
import { RATE } from './trending';
import { dataset, place } from '../factory';

const NAMES = Array.from({ length: 25 }, (_, i) => `第${i + 1}县`);
const OTHERS = NAMES.slice(1);
/** 第1县 50 %; the others, 第2县 to 第25县, 2 % to 25 % in 2018, ten more each year. */
const data = dataset({
  indicators: [RATE],
  places: NAMES.map((name) => place(name)),
  facts: ['2018', '2019', '2020'].flatMap((year, y) =>
    NAMES.map((at, i) => ({ of: RATE.id, at, in: year, value: i === 0 ? 50 : i + 1 + 10 * y }))
  )
});
const own = trend(data, { indicator: RATE.id, places: ['第1县'] })!;

describe('withOthers(dataset, trend, others)', () => {
  it('says how far the places without a line reach in each period', () => {
    const { others, notes } = withOthers(data, own, OTHERS);
    // 24 values 2 … 25: the first, the seventh (0.25 × 23 = 5.75, so 6 from 0), the eighteenth (17.25), the last.
    expect(
      others!.levels.map((level) => [
        level.period.text,
        level.count,
        ...[level.lowest, level.lower, level.upper, level.highest].map(({ value }) => value)
      ])
    ).toEqual([
      ['2018', 24, 2, 8, 19, 25],
      ['2019', 24, 12, 18, 29, 35],
      ['2020', 24, 22, 28, 39, 45]
    ]);
    expect(others!.levels[0]!.lower.text).toBe('8%');
    expect(notes.map(({ text }) => text).pop()).toBe(
      '灰带是没有画线的其余24个地区：浅色从最低到最高，深色是中间一半（从小到大第四分之一处到第四分之三处）；逐个的数见数据表。'
    );
  });

  it('counts one figure a place and period, the one that holds, also where another is stated', () => {
    const doubled = dataset({
      indicators: [RATE],
      places: NAMES.map((name) => place(name)),
      facts: [
        { of: RATE.id, at: '第2县', in: '2018', value: 99, status: '存疑' as const },
        ...['2018', '2019', '2020'].flatMap((year, y) =>
          NAMES.map((at, i) => ({ of: RATE.id, at, in: year, value: i === 0 ? 50 : i + 1 + 10 * y }))
        )
      ]
    });
    const line = trend(doubled, { indicator: RATE.id, places: ['第1县'] })!;
    expect(withOthers(doubled, line, OTHERS).others!.levels).toEqual(withOthers(data, own, OTHERS).others!.levels);
  });

  it('leaves out bounds and periods with fewer than five', () => {
    const few = dataset({
      indicators: [RATE],
      places: NAMES.map((name) => place(name)),
      facts: [
        ...['2017', '2018', '2019', '2020'].map((year) => ({ of: RATE.id, at: '第1县', in: year, value: 50 })),
        ...['2018', '2019', '2020'].flatMap((year) =>
          OTHERS.slice(0, year === '2018' ? 4 : 5).map((at, i) => ({ of: RATE.id, at, in: year, value: 10 + i }))
        ),
        { of: RATE.id, at: '第20县', in: '2020', value: 90, qualifier: '≥' as const }
      ]
    });
    const line = trend(few, { indicator: RATE.id, places: ['第1县'] })!;
    expect(
      withOthers(few, line, OTHERS).others!.levels.map(({ period, highest }) => [period.text, highest.value])
    ).toEqual([
      ['2019', 14],
      ['2020', 14]
    ]);
  });

  it('changes nothing for few others, two periods or several spans', () => {
    expect(withOthers(data, own, OTHERS.slice(0, 19))).toBe(own);
    const two = trend(data, { indicator: RATE.id, places: ['第1县'] })!;
    expect(withOthers(data, { ...two, form: '两期' }, OTHERS).others).toBeUndefined();
  });
});
