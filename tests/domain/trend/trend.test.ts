import { describe, expect, it } from 'vitest';
import { trend } from '../../../src/domain/trend/computeTrend';
import { dataset, indicator, place, source, type Small } from '../factory';
import { RATE, noteTexts, ask, at, cases, points, rate, segments } from './trending';

describe('trend(dataset, query)', () => {
  it('is undefined for an unknown indicator and passes over unknown places', () => {
    expect(trend(dataset({}), { indicator: 'nothing', places: [] })).toBeUndefined();
    expect(ask(rate(), { places: ['无此地'] })).toMatchObject({ series: [], missing: [], form: '单期' });
  });

  it('puts a place’s periods in order, whatever the order of the file', () => {
    const t = ask(rate(...at('甲县', ['2020', 84], ['2018', 80], ['2019', 81])));
    expect(points(t).map((p) => [p.period.text, p.value, p.text])).toEqual([
      ['2018', 80, '80%'],
      ['2019', 81, '81%'],
      ['2020', 84, '84%']
    ]);
    expect(t.periods.map((p) => p.text)).toEqual(['2018', '2019', '2020']);
    expect(t.cutoff).toBe('2020-12-31');
  });

  it('prints as finely as the figures beside each other need: all of two periods, the last of a line', () => {
    const two = ask(cases(...at('甲县', ['2019', 213_001], ['2020', 213_004])));
    expect(points(two).map((p) => p.text)).toEqual(['21.3001万例', '21.3004万例']);
    const line = ask(cases(...at('甲县', ['2018', 213_001], ['2019', 213_004], ['2020', 315_214])));
    expect(points(line).map((p) => p.text)).toEqual(['21.3万例', '21.3万例', '31.52万例']);
  });

  it('is a line from three points on, a pair with two, else a single period', () => {
    expect(ask(rate(...at('甲县', ['2018', 1], ['2019', 2], ['2020', 3]))).form).toBe('线');
    expect(ask(rate(...at('甲县', ['2019', 2], ['2020', 3]), ...at('乙县', ['2020', 3]))).form).toBe('两期');
    expect(ask(rate(...at('甲县', ['2020', 3]), ...at('乙县', ['2019', 3]))).form).toBe('单期');
    expect(ask(rate()).form).toBe('单期');
  });

  it('is no line of three points of different spans', () => {
    expect(ask(rate(...at('甲县', ['2018', 1], ['2019-H1', 2], ['2020-Q3', 3]))).form).toBe('单期');
  });

  it('keeps the order of the places asked for and marks the focus place', () => {
    const small = rate(...at('甲县', ['2020', 1]), ...at('乙县', ['2020', 2]));
    const t = ask(small, { places: ['乙县', '甲县'], focus: '甲县' });
    expect(t.series.map((s) => [s.label, s.isFocus])).toEqual([
      ['乙县', false],
      ['甲县', true]
    ]);
  });

  it('keeps one fact of several reports as one point, the better source first', () => {
    const t = ask({
      indicators: [RATE],
      sources: [source('丙', { grade: 'C' }), source('甲')],
      facts: [
        { at: '甲县', in: '2020', value: 80, source: '丙' },
        { at: '甲县', in: '2020', value: 81, source: '甲' }
      ]
    });
    expect(points(t).map((p) => p.value)).toEqual([81]);
  });

  it('names places without a number, with the reason', () => {
    const t = ask({
      ...rate(
        { at: '甲县', in: '2020', value: 80 },
        { at: '乙县', in: '2020', value: null, status: '缺字' },
        { at: '丙县', in: '2020', value: -18.8, measure: '同比(%)', written: '下降18.8%' }
      ),
      places: [place('甲县'), place('乙县'), place('丙县'), place('丁县')]
    });
    expect(t.missing.map((m) => [m.place.name, m.reason])).toEqual([
      ['乙县', '原文缺字'],
      ['丙县', '只有同比（下降18.8%），没有数值'],
      ['丁县', '报告未写']
    ]);
  });

  it('scales large figures once', () => {
    expect(ask(cases(...at('甲县', ['2020', 406_500]))).scale).toEqual({ factor: 10_000, unit: '万例' });
  });

  it('says definition, direction, unit, 口径 and a single span under the verdict', () => {
    expect(ask(rate(...at('甲县', ['2020', 1]))).subtitle).toBe(
      '规范管理者的占比 · 越高越好 · 单位：% · 口径：规范管理率 · 全年'
    );
  });
});

describe('trend never joins unequal periods', () => {
  it('makes a series of each span and says so', () => {
    const t = ask(rate(...at('甲县', ['2018', 80], ['2019', 81], ['2019-H1', 70], ['2020-H1', 71])));
    expect(t.series.map((s) => [s.label, s.span])).toEqual([
      ['甲县（全年）', '全年'],
      ['甲县（半年）', '半年']
    ]);
    expect(noteTexts(t)).toContain('时期长短不同（全年、半年），分开成线，互不相连。');
    expect(t.spans).toEqual([
      { label: '全年', count: 2 },
      { label: '半年', count: 2 }
    ]);
  });

  it('shows one span on request and names places that lack it', () => {
    const small = rate(...at('甲县', ['2018', 80], ['2019-H1', 70]), ...at('乙县', ['2018', 60]));
    const t = ask(small, { span: '半年' });
    expect(t.series.map((s) => [s.label, s.span])).toEqual([['甲县', '半年']]);
    expect(t.missing.map((m) => [m.place.name, m.reason])).toEqual([['乙县', '没有“半年”的数']]);
    expect(t.spans.map((s) => s.label)).toEqual(['全年', '半年']);
  });

  it('breaks where a year, quarter or month is missing', () => {
    expect(segments(ask(rate(...at('甲县', ['2016', 1], ['2017', 2], ['2019', 3], ['2020', 4]))))).toEqual([
      [
        ['2016', '2017'],
        ['2019', '2020']
      ]
    ]);
    expect(segments(ask(rate(...at('甲县', ['2020-11', 1], ['2020-12', 2], ['2021-01', 3], ['2021-03', 4]))))).toEqual([
      [['2020-11', '2020-12', '2021-01'], ['2021-03']]
    ]);
    expect(segments(ask(rate(...at('甲县', ['2020-Q3', 1], ['2020-Q4', 2], ['2021-Q1', 3]))))).toEqual([
      [['2020-Q3', '2020-Q4', '2021-Q1']]
    ]);
    expect(noteTexts(ask(rate(...at('甲县', ['2016', 1], ['2018', 2]))))).toContain('线断开处缺少中间的时期。');
  });

  it('joins the same season of each year where a series has no other', () => {
    expect(segments(ask(rate(...at('甲县', ['2019-H1', 1], ['2020-H1', 2], ['2021-H1', 3]))))).toEqual([
      [['2019-H1', '2020-H1', '2021-H1']]
    ]);
    expect(segments(ask(rate(...at('甲县', ['2019-H1', 1], ['2021-H1', 3]))))).toEqual([[['2019-H1'], ['2021-H1']]]);
  });

  it('joins cumulative periods and runs of days one year apart only', () => {
    expect(
      segments(ask(rate(...at('甲县', ['2018-01/2018-10', 1], ['2019-01/2019-10', 2], ['2021-01/2021-10', 3]))))
    ).toEqual([[['2018-01/2018-10', '2019-01/2019-10'], ['2021-01/2021-10']]]);
    expect(segments(ask(rate(...at('甲县', ['2018-01-01/2018-10-26', 1], ['2019-01-01/2019-10-26', 2]))))).toEqual([
      [['2018-01-01/2018-10-26', '2019-01-01/2019-10-26']]
    ]);
  });

  it('joins weeks and other equal runs that adjoin, and breaks where one is missing', () => {
    expect(
      segments(
        ask(
          rate(
            ...at(
              '甲县',
              ['2020-01-06/2020-01-12', 1],
              ['2020-01-13/2020-01-19', 2],
              ['2020-01-20/2020-01-26', 3],
              ['2020-02-03/2020-02-09', 4]
            )
          )
        )
      )
    ).toEqual([
      [['2020-01-06/2020-01-12', '2020-01-13/2020-01-19', '2020-01-20/2020-01-26'], ['2020-02-03/2020-02-09']]
    ]);
    expect(segments(ask(rate(...at('甲县', ['2020-03/2020-04', 1], ['2020-05/2020-06', 2]))))).toEqual([
      [['2020-03/2020-04', '2020-05/2020-06']]
    ]);
  });

  it('takes the last day of February for the same day of every year', () => {
    const t = ask(cases(...at('甲县', ['2024-02-29', 40], ['2025-02-28', 50])));
    // (50 − 40) ÷ 40
    expect(points(t)[1]!.computedChange).toEqual({ text: '增长25.0%', value: 25 });
  });

  it('doesn’t join 1—9月 with 1—10月', () => {
    expect(ask(rate(...at('甲县', ['2020-01/2020-09', 1], ['2020-01/2020-10', 2]))).series).toHaveLength(2);
  });

  it('joins stocks in order unless a pause is longer than 1.6 times the median', () => {
    // pauses 366, 365, 365 days, then 730: the median is 365.5, the limit 584.8
    expect(
      segments(
        ask(
          rate(
            ...at('甲县', ['2016-12-31', 1], ['2017-12-31', 2], ['2018-12-31', 3], ['2020-12-31', 4], ['2021-12-31', 5])
          )
        )
      )
    ).toEqual([
      [
        ['2016-12-31', '2017-12-31', '2018-12-31'],
        ['2020-12-31', '2021-12-31']
      ]
    ]);
    expect(segments(ask(rate(...at('甲县', ['2016-06-30', 1], ['2020-10-31', 2]))))).toEqual([
      [['2016-06-30', '2020-10-31']]
    ]);
  });
});

describe('trend of a changed 口径', () => {
  const OLD = { ...RATE, id: 'old' };
  const ACCESS = indicator({ id: 'pills', name: '规律服药率', group: '高血压患者管理·规律服药率' });
  const NEW = indicator({ id: 'new', name: '规范管理率（新口径）', group: '高血压患者管理·规范管理率（新口径）' });
  const small: Small = {
    indicators: [OLD, NEW],
    facts: [
      ...at('甲县', ['2025-05', 80], ['2025-06', 81]).map((f) => ({ ...f, of: 'old' })),
      ...at('甲县', ['2025-07', 70], ['2025-08', 71]).map((f) => ({ ...f, of: 'new' }))
    ]
  };

  it.each(['old', 'new'])('gives both 口径 a series and names the break, asked for the %s one', (id) => {
    const t = ask(small, { indicator: id });
    expect(t.series.map((s) => s.indicator.id).sort()).toEqual(['new', 'old']);
    expect(t.series.map((s) => s.label).sort()).toEqual(['甲县（规范管理率（新口径））', '甲县（规范管理率）']);
    expect(t.breaks.map((b) => [b.period.text, b.text])).toEqual([
      ['2025-07', '自2025年7月起口径改为规范管理率（新口径），前后不连']
    ]);
    expect(t.notes[0]).toEqual({ level: '警示', text: '自2025年7月起口径改为规范管理率（新口径），前后不连。' });
    expect(segments(t).flat()).toHaveLength(2);
  });

  it('leaves 口径 that run side by side apart', () => {
    const t = ask({ ...small, facts: [...small.facts!, { of: 'new', at: '甲县', in: '2025-05', value: 60 }] });
    expect(t.series.map((s) => s.indicator.id)).toEqual(['old']);
    expect(t.breaks).toEqual([]);
  });

  it('leaves alone what has another unit or another subject', () => {
    const other = { ...NEW, unit: '人' };
    expect(ask({ ...small, indicators: [OLD, other] }).series).toHaveLength(1);
    expect(ask({ ...small, indicators: [OLD, { ...NEW, group: '糖尿病患者管理·规范管理率' }] }).series).toHaveLength(1);
  });

  it('doesn’t take another thing measured of the same patients for a changed 口径', () => {
    const facts = small.facts!.map((f) => (f.of === 'new' ? { ...f, of: 'pills' } : f));
    const t = ask({ indicators: [OLD, ACCESS], facts });
    expect(t.series.map((s) => s.indicator.id)).toEqual(['old']);
    expect(t.breaks).toEqual([]);
  });

  it('speaks of the indicator asked for', () => {
    expect(ask(small, { indicator: 'new' }).verdict).toBe(
      '甲县规范管理率（新口径）由2025年7月的70%升至2025年8月的71%，上升1个百分点（口径有变，分段看）'
    );
  });
});

describe('trend notes', () => {
  it('doubtful, forecast and bounded points', () => {
    const t = ask(
      rate(
        { at: '甲县', in: '2019', value: 102, status: '存疑', note: '超过100%' },
        { at: '甲县', in: '2020', value: 90, status: '预计' },
        { at: '甲县', in: '2021', value: 95, qualifier: '≥' }
      )
    );
    expect(t.notes).toEqual([
      { level: '警示', text: '甲县2019年的102%存疑：超过100%。' },
      { level: '说明', text: '甲县2020年的90%是预计数。' },
      { level: '说明', text: '甲县2021年的≥95%是界限而非确数。' }
    ]);
  });

  it('a later report with another number, in the words of 地区对比', () => {
    const t = ask({
      indicators: [RATE],
      sources: [source('甲'), source('乙', { grade: 'B' })],
      facts: [
        { at: '甲县', in: '2019', value: 80 },
        { at: '甲县', in: '2020', value: 81 },
        { at: '甲县', in: '2020', value: 82, source: '乙' }
      ]
    });
    expect(t.notes).toEqual([
      { level: '警示', text: '甲县2020年有不同的数：采用81%（《甲报告》，A级），另有82%（《乙报告》，B级）。' }
    ]);
  });

  it('thirty expected figures are one note', () => {
    const months = Array.from({ length: 30 }, (_, i) => ({
      at: '甲县',
      in: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: i,
      status: '预计' as const
    }));
    expect(noteTexts(ask(rate(...months)))).toEqual([
      '甲县2020年1月的0%、甲县2020年2月的1%、甲县2020年3月的2%等30个数是预计数。'
    ]);
  });
});
