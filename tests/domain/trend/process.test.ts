import { describe, expect, it } from 'vitest';
import { signalJudgement, signalText } from '../../../src/domain/trend/process';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { ask, at, CASES, cases, noteTexts, processOf, RATE, rate } from './trending';

const months = (place: string, values: readonly number[], from = 1) =>
  at(
    place,
    ...values.map((v, i): [string, number] => {
      const month = from - 1 + i;
      return [`${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, v];
    })
  );

/** Twelve months, each 2 from the one before: mean range 2, mean 11. */
const STEADY = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

describe('a process behaviour chart', () => {
  it('has mean and limits, and says that all is usual variation', () => {
    // 11 ∓ 2.66 × 2 = 5.68 and 16.32, to one decimal.
    const t = processOf(cases(...months('甲县', STEADY)));
    const [phase] = t.process!.phases;
    expect([phase!.lower?.text, phase!.mean?.text, phase!.upper?.text]).toEqual(['5.7例', '11例', '16.3例']);
    expect(t.process!.signals.size).toBe(0);
    expect(t.verdict).toBe('甲县法定传染病报告病例数12期都在正常波动之内，通常在5.7例至16.3例之间');
    expect(noteTexts(t).join('')).toContain('均值±2.66×');
    expect(noteTexts(t).join('')).toContain('连续7期以上');
    expect(noteTexts(t).join('')).not.toContain('趋势');
  });

  it('says that fewer than twelve are too few, and draws no limits', () => {
    const t = processOf(cases(...months('甲县', STEADY.slice(1))));
    expect(t.process!.phases[0]).toMatchObject({ mean: null, lower: null, upper: null, count: 11 });
    expect(noteTexts(t)).toContain('只有11期，不足以判断趋势。');
    expect(t.verdict).toBe(ask(cases(...months('甲县', STEADY.slice(1)))).verdict);
  });

  it('tells the latest signal, in the chart’s words and in the table', () => {
    // Ranges: ten of 2, then 28 from 10 to 38: (20 + 28) ÷ 11 = 4.3636.
    const values = [...STEADY.slice(0, 11), 38];
    // 6 × 10 + 5 × 12 + 38 = 158, mean 13.1667; upper 13.1667 + 11.6073 = 24.774, lower 1.559.
    const t = processOf(cases(...months('甲县', values)));
    expect(t.verdict).toBe('甲县法定传染病报告病例数通常在1.6例至24.8例之间；最近一期2023年12月的38例，高于上限');
    const table = trendTable(t);
    const column = table.columns.findIndex((c) => c.title === '信号');
    // The eleven before it are all below the mean that it raises.
    expect(table.rows.map((row) => row[column]!.text)).toEqual([
      ...Array.from({ length: 11 }, () => '连续7期以上低于均值'),
      '高于上限'
    ]);
    const lower = table.columns.findIndex((c) => c.title === '下限');
    expect(table.rows[0]![lower]).toMatchObject({ text: '1.6例', value: 1.6 });
  });

  it('has no limit that cannot be reached', () => {
    const low = processOf(cases(...months('甲县', [0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3])));
    expect(low.process!.phases[0]!.lower).toBeNull();
    expect(low.verdict).toContain('通常不高于9.5例');
    const high = processOf(rate(...months('甲县', [99, 97, 99, 97, 99, 97, 99, 97, 99, 97, 99, 97])));
    expect(high.process!.phases[0]!.upper).toBeNull();
    expect(high.verdict).toContain('通常不低于92.7%');
  });

  it('works anew from a change of the 口径, and says which stretch is too short', () => {
    const small = cases(
      ...months('甲县', STEADY),
      { at: '甲县', in: '2024-01', value: 50, flags: '口径调整' },
      ...months('甲县', [52, 50], 14)
    );
    const t = processOf(small);
    expect(t.process!.phases.map((p) => [p.count, p.mean?.text ?? ''])).toEqual([
      [12, '11例'],
      [3, '']
    ]);
    expect(noteTexts(t)).toContain('2024年1月至2024年3月只有3期，不足以判断趋势。');
  });

  it('counts no bounds', () => {
    const small = cases(...months('甲县', STEADY), { at: '甲县', in: '2024-01', value: 900, qualifier: '≥' });
    const t = processOf(small);
    expect(t.process!.phases[0]).toMatchObject({ count: 12, mean: { value: 11 } });
    expect(noteTexts(t)).toContain('界限和推算的数画在图上，不参加计算。');
  });

  it('is of one place: the focus place, else that with most figures', () => {
    const small = cases(...months('甲县', STEADY.slice(2)), ...months('乙县', STEADY));
    expect(processOf(small).series.map((s) => s.label)).toEqual(['乙县']);
    expect(processOf(small, '甲县').series.map((s) => s.label)).toEqual(['甲县']);
  });

  it('judges a signal by the direction of the indicator', () => {
    const high = { kind: '界外', high: true } as const;
    const low = { kind: '同侧', high: false } as const;
    expect(signalJudgement([high], CASES)).toBe('变差');
    expect(signalJudgement([low], CASES)).toBe('好转');
    expect(signalJudgement([high], RATE)).toBe('好转');
    expect(signalJudgement([high, low], RATE)).toBeUndefined();
    expect(signalJudgement([high], { ...RATE, better: '不评价' })).toBeUndefined();
    expect(signalJudgement([], RATE)).toBeUndefined();
  });
});

describe('what is said beside a process behaviour chart', () => {
  it('is the rules that were applied, and no others', () => {
    const told = (values: readonly number[], facts: ReturnType<typeof months> = []) =>
      noteTexts(processOf(cases(...months('甲县', values), ...facts))).join('');
    const usual = told(STEADY);
    for (const rule of ['口径调整前后', '不参加计算', '有季节起伏', '才画均值']) expect(usual).not.toContain(rule);
    expect(told([...STEADY.slice(0, 11), 38])).toContain(
      '有季节起伏的数（如冬季的流感），每年同月的信号可能只是季节。'
    );
    expect(told(STEADY.slice(1))).toContain('有12期以上确数，才画均值和上下限。');
    const bound = months('甲县', [11], 13).map((fact) => ({ ...fact, qualifier: '≥' as const }));
    expect(told(STEADY, bound)).toContain('界限和推算的数画在图上，不参加计算。');
  });

  it('names every kind of signal', () => {
    expect(
      (['界外', '同侧', '连续', '近界'] as const).map((kind) => [
        signalText([{ kind, high: true }]),
        signalText([{ kind, high: false }])
      ])
    ).toEqual([
      ['高于上限', '低于下限'],
      ['连续7期以上高于均值', '连续7期以上低于均值'],
      ['连续7期以上上升', '连续7期以上下降'],
      ['3期中2期接近上限', '3期中2期接近下限']
    ]);
    expect(signalText([])).toBe('');
  });
});
