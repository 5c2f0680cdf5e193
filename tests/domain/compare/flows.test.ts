import { describe, expect, it } from 'vitest';
import { commonPeriod } from '../../../src/domain/compare/comparability';
import { FOUR, ask, noteTexts } from './comparing';
import { POPULATION, count, indicator, type Small } from '../factory';

describe('compare of flows', () => {
  const FLOWS: Small = {
    indicators: [count()],
    facts: [
      { at: '甲县', in: '2020', value: 100 },
      { at: '乙县', in: '2019', value: 200 },
      { at: '丙县', in: '2019-H1', value: 900 },
      { at: '丁县', in: '2020-H1', value: 50 },
      { at: '丁县', in: '2018', value: 70 }
    ]
  };

  it('keeps to the span most places have, each place’s latest of it, and leaves the rest out with the reason', () => {
    const c = ask(FLOWS);
    expect(c.rows.map((r) => [r.place.name, r.observation.period.text])).toEqual([
      ['乙县', '2019'],
      ['甲县', '2020'],
      ['丁县', '2018']
    ]);
    expect(c.excluded.map((l) => [l.place.name, l.reason])).toEqual([
      ['丙县', '时期为2019年上半年（半年），与全年不可比']
    ]);
  });

  it('draws what doesn’t fit on request: marked, unranked and last', () => {
    const c = ask(FLOWS, { showUnfit: true });
    expect(c.excluded).toEqual([]);
    expect(c.rows.map((r) => [r.place.name, r.fits, r.rank])).toEqual([
      ['乙县', true, 1],
      ['甲县', true, 2],
      ['丁县', true, 3],
      ['丙县', false, null]
    ]);
    expect(c.rows[3]!.reason).toBe('时期为2019年上半年（半年），与全年不可比');
    expect(c.rows[3]!.gapToNext).toBe('');
  });

  it('prefers the later end between spans of equally many places, then the longer', () => {
    expect(
      ask({
        indicators: [count()],
        facts: [
          { at: '甲县', in: '2019', value: 1 },
          { at: '乙县', in: '2020-H1', value: 2 }
        ]
      }).rows.map((r) => r.place.name)
    ).toEqual(['乙县']);
    expect(
      ask({
        indicators: [count()],
        facts: [
          { at: '甲县', in: '2020-H2', value: 1 },
          { at: '乙县', in: '2020', value: 2 }
        ]
      }).rows.map((r) => r.place.name)
    ).toEqual(['乙县']);
  });

  it.each([
    ['a rate per thousand', indicator({ unit: '‰' })],
    ['a rate per 100,000', indicator({ unit: '1/10万' })],
    ['money', count({ kind: '金额', unit: '万元' })],
    ['a figure per head', count({ kind: '人均', unit: '元' })]
  ])('counts %s over a period among them', (_, of) => {
    expect(ask({ ...FLOWS, indicators: [of] }).excluded.map((l) => l.place.name)).toEqual(['丙县']);
  });

  it.each([
    ['a stock', count({ basis: '时点' })],
    ['a share in percent', indicator({ kind: '占比' })]
  ])('doesn’t count %s among them', (_, of) => {
    const c = ask({ ...FLOWS, indicators: [of] });
    expect(c.excluded).toEqual([]);
    expect(c.rows).toHaveLength(4);
  });

  it('warns of different years although the spans are equal', () => {
    expect(noteTexts(ask(FLOWS))[0]).toBe('各地时期不同（2018年至2020年），只宜看水平，不宜比快慢。');
  });

  it('may stand equal numbers of days side by side', () => {
    const c = ask({
      indicators: [count()],
      facts: [
        { at: '甲县', in: '2020-01-01/2020-10-26', value: 1 },
        { at: '乙县', in: '2019-01-01/2019-10-27', value: 2 },
        { at: '丙县', in: '2020-01-01/2020-10-25', value: 3 }
      ]
    });
    expect(c.rows.map((r) => r.place.name)).toEqual(['乙县', '甲县']);
    expect(c.excluded[0]!.reason).toBe('时期为2020年1月1日—10月25日（299天），与300天不可比');
  });

  it('warns that totals depend on the size of the place, more strongly where no population is known', () => {
    expect(ask(FLOWS).notes).toContainEqual({
      level: '警示',
      text: '总量受地区大小影响，未按人口折算（乙县、甲县、丁县无人口数）。'
    });
    const known = ask({
      ...FLOWS,
      indicators: [count(), POPULATION],
      facts: [
        ...FLOWS.facts!,
        ...['甲县', '乙县', '丁县'].map((at) => ({ of: 'population', at, in: '2020-12-31', value: 1e5 }))
      ]
    });
    expect(known.notes).toContainEqual({ level: '说明', text: '总量受地区大小影响，未按人口折算。' });
  });
});

describe('compare per head', () => {
  const small: Small = {
    indicators: [count(), POPULATION],
    facts: [
      { at: '甲县', in: '2020', value: 3000 },
      { at: '乙县', in: '2020', value: 4000 },
      { at: '丙县', in: '2020', value: 10 },
      { of: 'population', at: '甲县', in: '2020-12-31', value: 100_000 },
      { of: 'population', at: '乙县', in: '2020-12-31', value: 400_000 }
    ]
  };

  it('divides counts by the population, per 10,000, and names places without one', () => {
    // 3000 ÷ 10万 = 300 per 万; 4000 ÷ 40万 = 100 per 万
    const c = ask(small, { perHead: true });
    expect(c.rows.map((r) => [r.place.name, r.value, r.text])).toEqual([
      ['甲县', 300, '300人次/万人'],
      ['乙县', 100, '100人次/万人']
    ]);
    expect(c.unit).toBe('人次/万人');
    expect(c.perHead).toBe(true);
    expect(c.missing.map((m) => [m.place.name, m.reason])).toEqual([['丙县', '无人口数']]);
    expect(noteTexts(c)).toContain('按人口折算，人口取各地最近一期的数。');
    expect(c.rows[1]!.gapToNext).toBe('比甲县低200人次/万人');
  });

  it('gives money in 元 per person', () => {
    // 300 万元 ÷ 10万人 = 3,000,000 ÷ 100,000 = 30 元
    const c = ask(
      {
        indicators: [count({ kind: '金额', unit: '万元' }), POPULATION],
        facts: [
          { at: '甲县', in: '2020', value: 300 },
          { of: 'population', at: '甲县', in: '2020-12-31', value: 100_000 }
        ]
      },
      { perHead: true }
    );
    expect(c.rows[0]!.text).toBe('30元/人');
  });

  it('does nothing to rates', () => {
    const c = ask(FOUR, { perHead: true });
    expect(c.perHead).toBe(false);
    expect(c.unit).toBe('%');
  });
});

describe('commonPeriod(periods)', () => {
  it('is the latest of those that most places share', () => {
    const entries = [
      { at: '2021', count: 1 },
      { at: '2020', count: 3 },
      { at: '2019', count: 3 },
      { at: '2018', count: 2 }
    ];
    expect(commonPeriod(entries)).toEqual({ at: '2020', count: 3 });
  });

  it('is none where each place has its own', () => {
    expect(commonPeriod([{ count: 1 }, { count: 1 }])).toBeUndefined();
    expect(commonPeriod([])).toBeUndefined();
  });
});
