import { describe, expect, it } from 'vitest';
import { bulletChart } from '../../../src/charts/office/bulletChart';
import { comparisonChart } from '../../../src/charts/office/comparisonChart';
import type { NativeChart } from '../../../src/charts/office/nativeChart';
import { trendChart } from '../../../src/charts/office/trendChart';
import { progressBoard } from '../../../src/domain/board/board';
import { ask, FOUR } from '../../domain/compare/comparing';
import { count, dataset, place, programme, unit } from '../../domain/factory';
import { ask as askTrend, at, cases } from '../../domain/trend/trending';

const numbers = (c: NativeChart) => c.series.map((s) => [s.name, ...s.points.map((p) => p?.value ?? null)]);
const texts = (c: NativeChart, series = 0) => c.series[series]!.points.map((p) => p?.text ?? null);

describe('comparisonChart(c)', () => {
  it('has the rows of the chart in its order, and the reference as a series of its own', () => {
    const c = comparisonChart(ask(FOUR, { focus: '中方县' }));
    expect(c.categories).toEqual([
      '宝安区（2020年1—10月）',
      '中方县（2020年）',
      '舟山市（2019年上半年）',
      '未具名县（四川）（2016年上半年）'
    ]);
    expect(numbers(c)[0]).toEqual(['严重精神障碍患者规范管理率（%）', 96.2, 95.39, 90.69, 69.4]);
    expect(c.series[1]!.role).toBe('tick');
    // (96.2 + 95.39 + 90.69 + 69.4) ÷ 4
    expect(c.series[1]!.points.map((p) => p!.value)).toEqual([87.92, 87.92, 87.92, 87.92]);
    // The reference is a line of the chart: bars of 0.4% of the axis that stand on it.
    expect(c.series.slice(2).map((s) => [s.role, ...s.points.map((p) => p!.value)])).toEqual([
      ['stroke', 0.4, 0.4, 0.4, 0.4]
    ]);
    expect(c.series[0]!.points.map((p) => p!.strong)).toEqual([false, true, false, false]);
    expect([c.min, c.max]).toEqual([0, 100]);
  });

  it('gives each number as the screen prints it, with a format that does so', () => {
    const c = comparisonChart(
      ask({
        ...FOUR,
        facts: [
          { at: '宝安区', in: '2020', value: 95, qualifier: '≥' },
          { at: '中方县', in: '2020', value: 95.39 }
        ]
      })
    );
    expect(texts(c)).toEqual(['95.39', '≥95']);
    expect(c.series[0]!.points.map((p) => [p!.format, p!.hollow])).toEqual([
      ['#,##0.00', false],
      ['"≥"#,##0', true]
    ]);
  });

  it('is in the unit of the axis', () => {
    const big = ask({
      indicators: [count({ unit: '人次' })],
      facts: [
        { at: '甲县', in: '2020', value: 123456 },
        { at: '乙县', in: '2020', value: 1000000 }
      ]
    });
    const c = comparisonChart(big);
    expect(c.series[0]!.name).toBe('门诊人次（万人次）');
    expect(c.series[0]!.points.map((p) => p!.value)).toEqual([100, 12.3456]);
    expect(texts(c)).toEqual(['100', '12.35']);
  });

  it('keeps the axis of the whole for a part', () => {
    const answer = ask(
      {
        indicators: [count({ unit: '例' })],
        facts: [
          { at: '甲县', in: '2020', value: 430 },
          { at: '乙县', in: '2020', value: 20 }
        ]
      },
      { reference: 'none' }
    );
    expect(comparisonChart(answer, 1, 2).max).toBe(500);
    expect(comparisonChart(answer)).toMatchObject({ min: 0, max: 500, step: 100 });
  });

  it('says which bars don’t fit', () => {
    const answer = ask(
      {
        indicators: [count({ unit: '例' })],
        facts: [
          { at: '甲县', in: '2020', value: 430 },
          { at: '乙县', in: '2020', value: 20 },
          { at: '丙县', in: '2020-H1', value: 90 }
        ]
      },
      { showUnfit: true }
    );
    expect(comparisonChart(answer).remarks).toEqual(['空心条与其他不可比：丙县。']);
  });
});

describe('trendChart(t)', () => {
  it('has gaps as gaps in one series', () => {
    const t = askTrend(
      cases(...at('甲县', ['2016', 10], ['2017', 12], ['2019', 0]), ...at('乙县', ['2017', 5], ['2018', 6]))
    );
    const c = trendChart(t);
    expect(c.categories).toEqual(['2016年', '2017年', '2018年', '2019年']);
    expect(numbers(c)).toEqual([
      ['甲县', 10, 12, null, 0],
      ['乙县', null, 5, 6, null]
    ]);
    expect(c.series.map((s) => s.continued)).toEqual([false, false]);
    expect([c.gaps, c.remarks, c.handling]).toEqual(['gap', [], []]);
  });

  it('parts what is not joined though it follows at once by an empty category', () => {
    const t = askTrend(cases(...at('甲县', ['2017', 10], ['2018', 12], ['2019', 9])));
    const [s] = t.series;
    const [first, second, third] = s!.segments[0]!;
    const c = trendChart({ ...t, series: [{ ...s!, segments: [[first!, second!], [third!]] }] });
    expect(c.categories).toEqual(['2017年', '2018年', '', '2019年']);
    expect(numbers(c)).toEqual([['甲县', 10, 12, null, 9]]);
    expect(c.handling).toEqual(['横轴上空出的一格只表示前后不连，不是一个时期。']);
  });

  it('gives segments a series of their own where an empty category would part another line', () => {
    const t = askTrend(
      cases(
        ...at('甲县', ['2017', 10], ['2018', 12], ['2019', 9]),
        ...at('乙县', ['2017', 5], ['2018', 6], ['2019', 7])
      )
    );
    const [s, other] = t.series;
    const [first, second, third] = s!.segments[0]!;
    const c = trendChart({ ...t, series: [{ ...s!, segments: [[first!, second!], [third!]] }, other!] });
    expect(c.categories).toEqual(['2017年', '2018年', '2019年']);
    expect(numbers(c).map(([name]) => name)).toEqual([`${numbers(c)[1]![0]}（第1段）`, numbers(c)[1]![0], '乙县']);
    // The last segment bears the name of its line.
    expect(c.series.map((one) => one.continued)).toEqual([true, false, false]);
    expect([c.gaps, c.remarks]).toEqual(['span', ['断开的线分成几段，各是一个系列。']]);
  });

  it('goes on over a period that only another line has', () => {
    const t = askTrend(cases(...at('甲县', ['2017', 10], ['2018', 12], ['2019', 9])));
    const [s] = t.series;
    const [first, second, third] = s!.segments[0]!;
    const c = trendChart({
      ...t,
      series: [
        { ...s!, segments: [[first!, third!]] },
        { ...s!, id: 'other', segments: [[second!]] }
      ]
    });
    expect(c.gaps).toBe('span');
    expect(numbers(c).map((row) => row.slice(1))).toEqual([
      [10, null, 9],
      [null, 12, null]
    ]);
  });

  it('has a stroke before the first period of a new 口径, as a series at an empty category', () => {
    const t = askTrend(cases(...at('甲县', ['2017', 10], ['2018', 12], ['2019', 9])));
    const changed = { ...t, breaks: [{ period: t.periods[1]!, label: '口径调整' as const, text: '2018年起口径调整' }] };
    expect(trendChart(t).series.filter((s) => s.role === 'mark')).toEqual([]);
    const c = trendChart(changed);
    expect(c.categories).toEqual(['2017年', '', '2018年', '2019年']);
    const mark = c.series.find((s) => s.role === 'mark')!;
    expect(mark.name).toBe('口径调整');
    // At the top of the axis.
    expect(mark.points.map((p) => p?.value ?? null)).toEqual([null, c.max, null, null]);
    // The line of this case is joined all the same: it goes on over the empty category.
    expect(c.gaps).toBe('span');
    // Before the first period there is nothing that it parts.
    const first = { ...t, breaks: [{ ...changed.breaks[0]!, period: t.periods[0]! }] };
    expect(trendChart(first).categories).toEqual(['2017年', '2018年', '2019年']);
  });

  it('names a place once that goes on by another 口径, by its latest line', () => {
    const [t] = [askTrend(cases(...at('甲县', ['2017', 10], ['2018', 12], ['2019', 9])))];
    const [whole] = t!.series;
    const [first, second, third] = whole!.segments[0]!;
    const parted = {
      ...t!,
      series: [
        { ...whole!, id: 'old', label: '甲县（旧口径）', segments: [[first!, second!]] },
        { ...whole!, id: 'new', label: '甲县（新口径）', segments: [[third!]] }
      ]
    };
    expect(trendChart(parted).series.map((s) => [s.name, s.continued])).toEqual([
      ['甲县（旧口径）', true],
      ['甲县', false]
    ]);
  });

  it('says how far a confidence interval reaches, for bars and for lines', () => {
    const reach = { lower: 86.5, upper: 91 };
    const bars = comparisonChart(ask({ facts: [{ at: '甲县', in: '2020', value: 88, ...reach }] }));
    expect(bars.series[0]!.points[0]!.interval).toEqual({ below: 1.5, above: 3 });
    const facts = [{ at: '甲县', in: '2019', value: 88, ...reach }, ...at('甲县', ['2020', 90], ['2021', 91])];
    const line = trendChart(askTrend({ facts }));
    expect(line.series[0]!.points.map((p) => p?.interval)).toEqual([{ below: 1.5, above: 3 }, undefined, undefined]);
  });

  it('marks derived points and says where periods are not evenly spaced', () => {
    const t = askTrend({
      ...cases(...at('甲县', ['2014', 90])),
      facts: [
        ...at('甲县', ['2014', 90]),
        { at: '甲县', in: '2020', value: 110 },
        { at: '甲县', in: '2020', measure: '同比(%)', value: 10 }
      ]
    });
    const c = trendChart(t);
    const derived = c.series.flatMap((s) => s.points).filter((p) => p?.hollow);
    expect(derived.map((p) => p!.text)).toEqual(['推算100']);
    expect(c.remarks).toContain('横轴逐期排列，间隔不代表时间长短。');
  });

  it('has the axis of the screen: from zero for counts, round ends for a narrow band, which it says', () => {
    const counts = trendChart(askTrend(cases(...at('甲县', ['2018', 50013], ['2019', 45162]))));
    expect([counts.min, counts.max]).toEqual([0, 60000]);
    const band = trendChart(askTrend(cases(...at('甲县', ['2017', 91], ['2018', 95.5], ['2019', 98]))));
    expect([band.min, band.max]).toEqual([90, 98]);
    expect(band.remarks).toEqual(['纵轴不从0起。']);
  });
});

describe('bulletChart(rows)', () => {
  const data = dataset({
    places: [place('象山县'), unit('台胞医院集团', '象山县')],
    programmes: [programme('结肠镜检查'), programme('问卷'), programme('讲座')],
    tasks: [
      { of: '结肠镜检查', at: '象山县', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68 },
      { of: '问卷', at: '台胞医院集团', in: '2020', asOf: '2020-10-26', done: 174, target: 100 },
      { of: '讲座', at: '象山县', in: '2020', asOf: '2020-10-26', done: 3 }
    ]
  });
  const c = bulletChart(progressBoard(data, {}).rows);

  it('has done, target and 序时 as series, true above 100%, empty without a number', () => {
    // 300 of 366 days: 81.97%. A row without a bar has no marks either: they would stand against nothing.
    expect(numbers(c)).toEqual([
      ['目标（%）', 100, 100, null],
      ['完成率（%）', 67.68, 174, null],
      ['序时（%）', 81.97, 81.97, null],
      // Of two series of bars the second takes an empty one; strokes of 0.7% of an axis of 180, the target at 81.97 + 1.3 + 16.73.
      ['占位1（空）', null, null, null],
      ['序时之前（不显示）', 81.97, 81.97, 0],
      ['序时的线', 1.3, 1.3, 0],
      ['目标之前（不显示）', 16.73, 16.73, 0],
      ['目标的线', 1.3, 1.3, 0]
    ]);
    expect([c.min, c.max]).toEqual([0, 180]);
  });

  it('names light, task and place, and gives what was done, the target and the lead beside', () => {
    expect(c.categories).toEqual(['■ 结肠镜检查 象山县', '● 问卷 台胞医院集团', '○ 讲座 象山县']);
    expect(c.beside).toEqual({
      title: '完成 / 目标　快慢',
      texts: ['2,707 / 推算4,000　慢14.3', '174 / 目标100　快92.0', '3 / 无目标数']
    });
    expect(c.series[1]!.points.map((p) => p?.strong)).toEqual([true, false, undefined]);
  });

  it('says of limits that their bars are what is used of them', () => {
    const limit = progressBoard(
      dataset({
        programmes: [programme('纠纷')],
        tasks: [{ of: '纠纷', at: '甲县', in: '2020', asOf: '2020-06-30', target: 10, done: 8, qualifier: '≤' }]
      })
    ).rows;
    const c = bulletChart(limit);
    expect(c.remarks).toEqual(['控制类任务的条长是实际数占控制数的百分比，不超过100%为好。']);
    expect(c.beside!.texts).toEqual(['8 / 控制在10以内　余2例']);
    expect(c.series.map((s) => s.name)).toEqual([
      '目标（%）', '完成率（%）', '占位1（空）', '目标之前（不显示）', '目标的线'
    ]); // prettier-ignore
    // Within its limit: neither strong nor, for the sign of its target, hollow.
    expect(c.series[1]!.points[0]).toMatchObject({ value: 80, strong: false, hollow: false });
  });

  it('has 年末推算 as hollow bars where it is asked for', () => {
    const asked = bulletChart(progressBoard(data, {}).rows, true);
    const forecast = asked.series.find((s) => s.role === 'forecast')!;
    // 2707 ÷ 4000 after 300 of 366 days: 67.68% × 366 ÷ 300. The second is over its target already.
    expect(forecast.points.map((p) => p && [Number(p.value.toFixed(1)), p.hollow])).toEqual([[82.6, true], null, null]);
    expect(bulletChart(progressBoard(data, {}).rows).series.some((s) => s.role === 'forecast')).toBe(false);
  });
});
