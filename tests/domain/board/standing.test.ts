import { describe, expect, it } from 'vitest';
import { standingsFor } from '../../../src/domain/board/standing';
import { dataset, place, programme, unit, type Task } from '../factory';

/** On the last day of the period 序时 is 100%, so the lead is the rate less 100. */
const task = (at: string, rate: number, more: Partial<Task> = {}): Task => ({
  of: '筛查',
  at,
  in: '2020',
  rate,
  asOf: '2020-12-31',
  ...more
});

/** `place rank/of -behind`, with the reason where there is no rank. */
function standings(tasks: readonly Task[]): string[] {
  const data = dataset({
    places: [
      ...['甲县', '乙县', '丙县', '丁县'].map((name) => place(name)),
      place('某市', { level: '地市' }),
      unit('一院', '甲县'),
      unit('二院', '甲县'),
      unit('三院', '乙县')
    ],
    programmes: [programme('筛查')],
    tasks
  });
  const standingOf = standingsFor(data);
  return data.progress.map((row) => {
    const { rank, of, behind, reason, missing } = standingOf(row);
    return [
      `${row.place.name} ${rank ?? '无'}/${of} 后${behind}`,
      reason,
      missing.length ? `缺${missing.join('、')}` : ''
    ]
      .filter(Boolean)
      .join(' ');
  });
}

describe('the standing of a place', () => {
  it('is shared by equal leads; behind are only those with less', () => {
    expect(standings([task('甲县', 90), task('乙县', 80), task('丙县', 80), task('丁县', 70)])).toEqual([
      '甲县 1/4 后3',
      '乙县 2/4 后1',
      '丙县 2/4 后1',
      '丁县 4/4 后0'
    ]);
    expect(standings([task('甲县', 80), task('乙县', 80)])).toEqual(['甲县 1/2 后0', '乙县 1/2 后0']);
  });

  it('leaves out a figure in doubt, and says so at both', () => {
    expect(standings([task('甲县', 90), task('乙县', 99, { status: '存疑' }), task('丙县', 70)])).toEqual([
      '甲县 1/2 后1 缺乙县',
      '乙县 无/2 后0 原文数字存疑，不排位次 缺乙县',
      '丙县 2/2 后0 缺乙县'
    ]);
  });

  it('is among those of the same month, whatever the day, and not of the month before', () => {
    // 30 December is day 365 of 366: 90 − 99.73 = −9.73, ahead of 80 − 100
    expect(standings([task('甲县', 90, { asOf: '2020-12-30' }), task('乙县', 80)])).toEqual([
      '甲县 1/2 后1',
      '乙县 2/2 后0'
    ]);
    expect(standings([task('甲县', 95, { asOf: '2020-11-30' }), task('乙县', 80)])).toEqual([
      '甲县 无/1 后0 截止日早于其他各家，不排位次 缺甲县',
      '乙县 1/1 后0 缺甲县'
    ]);
  });

  it('is by the latest row of a place that reports every month', () => {
    expect(standings([task('甲县', 50, { asOf: '2020-11-30' }), task('甲县', 90), task('乙县', 80)]).slice(1)).toEqual([
      '甲县 1/2 后1',
      '乙县 2/2 后0'
    ]);
  });

  it('is among its equals: counties among counties, organisations among those of their county', () => {
    expect(
      standings([task('甲县', 90), task('某市', 95), task('一院', 70), task('二院', 60), task('三院', 10)])
    ).toEqual(['甲县 1/1 后0', '某市 1/1 后0', '一院 1/2 后1', '二院 2/2 后0', '三院 1/1 后0']);
  });

  it('is of one period and one programme', () => {
    expect(standings([task('甲县', 90), task('乙县', 80, { in: '2020-H2' })])).toEqual([
      '甲县 1/1 后0',
      '乙县 1/1 后0'
    ]);
  });
});
