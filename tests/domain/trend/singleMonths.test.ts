import { describe, expect, it } from 'vitest';
import { trend } from '../../../src/domain/trend/computeTrend';
import { trendSources } from '../../../src/domain/trend/sources';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { count, dataset, type Fact } from '../factory';

const EXAMS = count({ id: 'exams', name: '体检人数', unit: '人', better: '高' });
const sums = (...values: [month: number, value: number, more?: Partial<Fact>][]): Fact[] =>
  values.map(([month, value, more]) => ({
    of: 'exams',
    at: '甲县',
    in: `2024-01/2024-${String(month).padStart(2, '0')}`,
    value,
    line: month,
    ...more
  }));
const ask = (facts: Fact[]) =>
  trend(dataset({ indicators: [EXAMS], facts }), {
    indicator: 'exams',
    places: ['甲县'],
    focus: '甲县',
    single: true
  })!;
const months = (facts: Fact[]) =>
  ask(facts).series.flatMap((s) => s.segments.flatMap((run) => run.map((p) => [p.period.text, p.value, p.text])));

describe('single months from sums', () => {
  it('are the differences, January its own sum', () => {
    // 300, 900 − 300 = 600, 1500 − 900 = 600, up to June (a half year) 2600 − 1500 stays open: April and May are missing.
    const facts = sums([1, 300], [2, 900], [3, 1500], [6, 2600]);
    expect(months(facts)).toEqual([
      ['2024-01', 300, '300人'],
      ['2024-02', 600, '推算600人'],
      ['2024-03', 600, '推算600人']
    ]);
    expect(ask(facts).notes.map((n) => n.text)).toContain('算不出单月的：甲县2024年6月（没有上月的累计）。');
  });

  it('reach over quarters, half years and the year', () => {
    const all = sums(...Array.from({ length: 12 }, (_, i): [number, number] => [i + 1, (i + 1) * (i + 2)]));
    // Sums 2, 6, 12, 20 …: each month adds 2 more than the one before.
    expect(months(all).map(([, value]) => value)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
  });

  it('stand marked where a sum is less than the one before', () => {
    const answer = ask(sums([1, 300], [2, 250]));
    expect(answer.series[0]!.segments.flat()[1]!.value).toBe(-50);
    expect(answer.notes[0]).toEqual({ level: '警示', text: '累计比上月还少，单月为负：甲县2024年2月（推算−50人）。' });
    expect(trendTable(answer).rows[1]!.map((cell) => cell.text)).toContain('推算：本月累计减上月累计；累计比上月还少');
  });

  it('are none across a revision, a change of 口径 or a bound, and say why', () => {
    const reason = (more: Partial<Fact>) => {
      const answer = ask(sums([1, 300], [2, 900, more]));
      expect(answer.series.flatMap((s) => s.segments.flat())).toHaveLength(1);
      return answer.notes.map((n) => n.text).find((text) => text.startsWith('算不出'));
    };
    expect(reason({ flags: '修订' })).toBe('算不出单月的：甲县2024年2月（累计有修订）。');
    expect(reason({ flags: '口径调整' })).toBe('算不出单月的：甲县2024年2月（口径有调整）。');
    expect(reason({ qualifier: '≥' })).toBe('算不出单月的：甲县2024年2月（累计是界限而非确数）。');
  });

  it('are held against the same month of the year before', () => {
    const last = sums([1, 200], [2, 700]).map((f) => ({ ...f, in: f.in.replace(/2024/g, '2023') }));
    const answer = ask([...last, ...sums([1, 300], [2, 900])]);
    // 900 − 300 = 600 after 700 − 200 = 500.
    const points = answer.series.flatMap((s) => s.segments.flat());
    expect(points.map((p) => p.computedChange?.text)).toEqual([undefined, undefined, '增长50.0%', '增长20.0%']);
  });

  it('know both sums', () => {
    const lines = trendSources(ask(sums([1, 300], [2, 900]))).map((s) => [s.line, s.note]);
    expect(lines).toEqual([
      [1, ''],
      [2, '据此推算2024年2月的数'],
      [1, '据此推算2024年2月的数']
    ]);
  });

  it('are not asked of rates, nor where months are reported', () => {
    const monthly = dataset({
      indicators: [EXAMS],
      facts: ['2024-01', '2024-02', '2024-03'].map((time, at) => ({ of: 'exams', at: '甲县', in: time, value: at }))
    });
    expect(trend(monthly, { indicator: 'exams', places: ['甲县'] })!.hasSingleMonths).toBe(false);
  });
});
