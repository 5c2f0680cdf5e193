import { describe, expect, it } from 'vitest';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { compare } from '../../../src/domain/compare/compare';
import type { Comparison } from '../../../src/domain/compare/comparison';
import { FOUR, ask, noteTexts } from './comparing';
import { count, dataset, indicator, place, source, unit, type Small } from '../factory';

const ranks = (c: Comparison) => c.rows.map((r) => [r.place.name, r.rank, r.tied]);

describe('compare(dataset, query) of rates in percent', () => {
  it('is undefined for an unknown indicator', () => {
    expect(compare(dataset(FOUR), { indicator: 'nothing' })).toBeUndefined();
  });

  it('ranks each place’s latest value, the higher first, and says the gap to the next better', () => {
    const c = ask(FOUR);
    expect(c.rows.map((r) => [r.place.name, r.value, r.rank, r.gapToNext])).toEqual([
      ['宝安区', 96.2, 1, ''],
      ['中方县', 95.39, 2, '比宝安区低0.81个百分点'],
      ['舟山市', 90.69, 3, '比中方县低4.7个百分点'],
      ['未具名县（四川）', 69.4, 4, '比舟山市低21.29个百分点']
    ]);
    expect(c.rows.map((r) => r.text)).toEqual(['96.2%', '95.39%', '90.69%', '69.4%']);
    expect(c.rows.map((r) => r.bare)).toEqual(['96.2', '95.39', '90.69', '69.4']);
  });

  it('lets different periods stand together, with a warning that names the earliest and the latest', () => {
    const c = ask(FOUR);
    expect(c.samePeriod).toBe(false);
    expect(c.notes[0]).toEqual({
      level: '警示',
      text: '各地时期不同（2016年上半年至2020年），只宜看水平，不宜比快慢。'
    });
    expect(c.excluded).toEqual([]);
  });

  it('takes the latest of several periods, of equal ends the longer', () => {
    const c = ask({
      facts: [
        { at: '甲县', in: '2020', value: 91 },
        { at: '甲县', in: '2020-Q4', value: 99 },
        { at: '甲县', in: '2019', value: 80 }
      ]
    });
    expect(c.rows.map((r) => r.value)).toEqual([91]);
  });

  it('lists the periods to choose from, latest first, with how many places have each', () => {
    const c = ask({
      facts: [
        { at: '甲县', in: '2019', value: 80 },
        { at: '甲县', in: '2020', value: 91 },
        { at: '乙县', in: '2019', value: 70 }
      ]
    });
    expect(c.periods.map((p) => [p.period.text, p.count])).toEqual([
      ['2020', 1],
      ['2019', 2]
    ]);
  });

  it('shows only the chosen period and leaves the others out with the reason', () => {
    const c = ask(FOUR, { period: '2020' });
    expect(c.rows.map((r) => r.place.name)).toEqual(['中方县']);
    expect(c.samePeriod).toBe(true);
    expect(c.excluded.map((l) => [l.place.name, l.reason])).toEqual([
      ['宝安区', '时期为2020年1—10月，不是所选的2020年'],
      ['舟山市', '时期为2019年上半年，不是所选的2020年'],
      ['未具名县（四川）', '时期为2016年上半年，不是所选的2020年']
    ]);
    expect(c.verdict).toBe('严重精神障碍患者规范管理率：只有中方县有可比的数据：95.39%');
  });

  it('states definition, direction, unit, 口径 and a shared period under the verdict', () => {
    expect(ask(FOUR).subtitle).toBe('在册患者中规范管理者的占比 · 越高越好 · 单位：% · 口径：规范管理率');
    expect(ask(FOUR, { period: '2020' }).subtitle).toBe(
      '在册患者中规范管理者的占比 · 越高越好 · 单位：% · 口径：规范管理率 · 2020年'
    );
  });

  it('gives the cut-off as the latest end among the drawn rows, and the sources of what is drawn', () => {
    const c = ask({
      sources: [source('乙'), source('甲'), source('丙')],
      facts: [
        { at: '甲县', in: '2020-01/2020-10', value: 90, source: '甲' },
        { at: '乙县', in: '2019', value: 80, source: '乙' }
      ]
    });
    expect(c.cutoff).toBe('2020-10-31');
    expect(c.sources.map((s) => s.id)).toEqual(['乙', '甲']);
    expect(ask({ facts: [] }).cutoff).toBe('');
  });

  it('asks only the places named, all but organisations by default, organisations too on request', () => {
    const small: Small = {
      places: [place('甲县'), unit('甲县医院', '甲县'), place('乙县')],
      facts: [
        { at: '甲县', in: '2020', value: 90 },
        { at: '甲县医院', in: '2020', value: 95 },
        { at: '乙县', in: '2020', value: 80 }
      ]
    };
    expect(ask(small).rows.map((r) => r.place.name)).toEqual(['甲县', '乙县']);
    expect(ask(small, { includeOrganisations: true }).rows.map((r) => r.place.name)).toEqual([
      '甲县医院',
      '甲县',
      '乙县'
    ]);
    expect(ask(small, { places: ['乙县', '甲县医院', '无此地'] }).rows.map((r) => r.place.name)).toEqual([
      '甲县医院',
      '乙县'
    ]);
  });

  it('keeps the order of places.csv on request, ranks unchanged', () => {
    const c = ask(FOUR, { sort: 'official', places: ['未具名县（四川）', '宝安区', '中方县'] });
    expect(ranks(c)).toEqual([
      ['宝安区', 1, false],
      ['中方县', 2, false],
      ['未具名县（四川）', 3, false]
    ]);
  });
});

describe('compare ranks', () => {
  const at = (values: readonly number[]) =>
    values.map((value, i) => ({ at: `${'甲乙丙丁戊'[i]}县`, in: '2020', value }));

  it('share a rank between equal values and skip the next (1, 2, 2, 4)', () => {
    expect(ranks(ask({ facts: at([95, 99, 95, 80]) }))).toEqual([
      ['乙县', 1, false],
      ['甲县', 2, true],
      ['丙县', 2, true],
      ['丁县', 4, false]
    ]);
  });

  it('tie what the decimals of the indicator print alike', () => {
    const c = ask({ indicators: [indicator({ decimals: 1 })], facts: at([95.04, 95.01, 94.94]) });
    expect(ranks(c)).toEqual([
      ['甲县', 1, true],
      ['乙县', 1, true],
      ['丙县', 3, false]
    ]);
    expect(c.rows[2]!.gapToNext).toBe('比甲县等2地低0.1个百分点');
  });

  it('put the lower first where lower is better', () => {
    const c = ask({
      indicators: [indicator({ name: '婴儿死亡率', unit: '‰', better: '低' })],
      facts: at([3.3, 2.8, 5.1])
    });
    expect(ranks(c)).toEqual([
      ['乙县', 1, false],
      ['甲县', 2, false],
      ['丙县', 3, false]
    ]);
    expect(c.rows.map((r) => r.gapToNext)).toEqual(['', '比乙县高0.5个千分点', '比甲县高1.8个千分点']);
  });

  it('leave out bounds, which are drawn in place and named in a note', () => {
    const c = ask({ facts: [...at([95, 80]), { at: '丙县', in: '2020', value: 90, qualifier: '≥' as const }] });
    expect(ranks(c)).toEqual([
      ['甲县', 1, false],
      ['丙县', null, false],
      ['乙县', 2, false]
    ]);
    expect(c.rows[1]!.text).toBe('≥90%');
    expect(noteTexts(c)).toContain('丙县≥90%是界限而非确数，不参加排名。');
  });

  it('include approximations, and a note says so', () => {
    const c = ask({ facts: [...at([95, 80]), { at: '丙县', in: '2020', value: 90, qualifier: '≈' as const }] });
    expect(c.rows.map((r) => r.rank)).toEqual([1, 2, 3]);
    expect(noteTexts(c)).toContain('丙县约90%是约数，按此数排名。');
  });

  it('order what is neither good nor bad by size', () => {
    const c = ask({ indicators: [count()], facts: at([10, 30, 20]) });
    expect(ranks(c)).toEqual([
      ['乙县', 1, false],
      ['丙县', 2, false],
      ['甲县', 3, false]
    ]);
    expect(c.rows[1]!.gapToNext).toBe('比乙县少10人次');
  });
});

describe('compare scales large figures once', () => {
  const large = (...values: [string, number][]) =>
    ask({ indicators: [count()], facts: values.map(([at, value]) => ({ at, in: '2020', value })) });

  it('in 万 from 100,000 on: one unit in title, chart and table', () => {
    const c = large(['甲县', 406_500], ['乙县', 40_651]);
    expect(c.scale).toEqual({ factor: 10_000, unit: '万人次' });
    expect(c.rows.map((r) => r.bare)).toEqual(['40.65', '4.07']);
    expect(c.rows.map((r) => r.text)).toEqual(['40.65万人次', '4.07万人次']);
    expect(c.subtitle).toContain('单位：万人次');
    expect(c.verdict).toBe('门诊人次：2个地区中甲县最多（40.65万人次），乙县最少（4.07万人次）');
    const table = comparisonTable(c);
    expect(table.columns[2]!.title).toBe('数值（万人次）');
    // All digits of the figure, in that unit.
    expect(table.rows.map((row) => row[2]!.text)).toEqual(['40.65万人次', '4.0651万人次']);
    expect(table.rows[1]![2]!.value).toBe(4.0651);
    // 40.65 − 4.07 as printed
    expect(c.rows[1]!.gapToNext).toBe('比甲县少36.58万人次');
  });

  it('never prints a small figure beside large ones as 0', () => {
    expect(large(['甲县', 100_000], ['乙县', 6]).rows.map((r) => r.bare)).toEqual(['10', '0.0006']);
    const money = count({ name: '医疗收入', unit: '万元', kind: '金额' });
    const c = ask({
      indicators: [money],
      facts: [
        { at: '甲县', in: '2020', value: 98_760_000 },
        { at: '乙县', in: '2020', value: 1.5 }
      ]
    });
    expect(c.rows.map((r) => r.text)).toEqual(['9,876亿元', '0.00015亿元']);
  });

  it('prints more decimals where two unlike figures would read alike, and ranks by what is read', () => {
    // 11.2431 and 11.2449 are both 11.24 to two decimals
    const c = large(['甲县', 112_431], ['乙县', 112_449]);
    expect(c.rows.map((r) => [r.place.name, r.bare, r.rank])).toEqual([
      ['乙县', '11.245', 1],
      ['甲县', '11.243', 2]
    ]);
    expect(c.rows[1]!.gapToNext).toBe('比乙县少20人次');
  });
});

describe('compare draws and orders what reads alike as a tie', () => {
  it('in the order of the places, with one length', () => {
    const c = ask({
      indicators: [indicator({ decimals: 1 })],
      facts: [
        { at: '甲县', in: '2020', value: 95.21 },
        { at: '乙县', in: '2020', value: 95.24 },
        { at: '丙县', in: '2020', value: 95.26 }
      ]
    });
    expect(c.rows.map((r) => [r.place.name, r.bare, r.printed, r.rank, r.tied])).toEqual([
      ['丙县', '95.3', 95.3, 1, false],
      ['甲县', '95.2', 95.2, 2, true],
      ['乙县', '95.2', 95.2, 2, true]
    ]);
    // Of the printed figures, not of the hidden digits.
    expect(c.rows.map((r) => r.gapToNext)).toEqual(['', '比丙县低0.1个百分点', '比丙县低0.1个百分点']);
  });
});

describe('compare keeps its notes few', () => {
  it('thirty expected figures are one note', () => {
    const facts = Array.from({ length: 30 }, (_, i) => ({
      at: `县${i}`,
      in: '2020',
      value: i,
      status: '预计' as const
    }));
    expect(noteTexts(ask({ facts })).filter((text) => text.includes('预计'))).toEqual([
      '县29的29%、县28的28%、县27的27%等30个数是预计数。'
    ]);
  });

  it('doubt with one reason is one warning, and many reasons are counted', () => {
    const doubt = (reason: (i: number) => string) =>
      noteTexts(
        ask({
          facts: Array.from({ length: 8 }, (_, i) => ({
            at: `县${i}`,
            in: '2020',
            value: 10 - i,
            status: '存疑' as const,
            note: reason(i)
          }))
        })
      ).filter((text) => text.includes('存疑'));
    expect(doubt(() => '分母不明')).toEqual(['县0的10%、县1的9%、县2的8%等8个数存疑：分母不明。']);
    expect(doubt((i) => `理由${i}`)).toEqual([
      '县0的10%存疑：理由0。',
      '县1的9%存疑：理由1。',
      '另有6个数存疑，理由见数据表。'
    ]);
  });
});
