import { describe, expect, it } from 'vitest';
import { FOUR, RATE, ask, noteTexts } from './comparing';
import { indicator, place, source, unit, type Small } from '../factory';

describe('compare of one fact in several reports', () => {
  const sources = [source('丙', { grade: 'C' }), source('乙', { grade: 'B' }), source('甲', { grade: 'A' })];

  it('keeps equal values as witnesses of one row, the best source first', () => {
    const c = ask({
      sources,
      facts: [
        { at: '甲县', in: '2020', value: 90, source: '丙' },
        { at: '甲县', in: '2020', value: 90, source: '甲' }
      ]
    });
    expect(c.rows).toHaveLength(1);
    expect(c.rows[0]!.witnesses.map((w) => w.source.id)).toEqual(['甲', '丙']);
    expect(c.rows[0]!.observation.source.id).toBe('甲');
    expect(c.rows[0]!.conflicts).toEqual([]);
    expect(c.sources.map((s) => s.id)).toEqual(['丙', '甲']);
  });

  it('lets the better source decide between different values and names both', () => {
    const c = ask({
      sources,
      facts: [
        { at: '甲县', in: '2020', value: 88, source: '丙' },
        { at: '甲县', in: '2020', value: 90, source: '乙' }
      ]
    });
    expect(c.rows[0]!.value).toBe(90);
    expect(c.rows[0]!.conflicts.map((o) => o.value)).toEqual([88]);
    expect(c.notes).toContainEqual({
      level: '警示',
      text: '甲县2020年有不同的数：采用90%（《乙报告》，B级），另有88%（《丙报告》，C级）。'
    });
  });

  it('within a grade prefers a result to a forecast and to a doubtful figure', () => {
    const c = ask({
      facts: [
        { at: '甲县', in: '2020', value: 1, status: '存疑' },
        { at: '甲县', in: '2020', value: 2, status: '预计' },
        { at: '甲县', in: '2020', value: 3 }
      ]
    });
    expect(c.rows[0]!.value).toBe(3);
    expect(c.rows[0]!.conflicts.map((o) => o.value)).toEqual([2, 1]);
  });
});

describe('compare notes', () => {
  it('doubtful and forecast figures', () => {
    const c = ask({
      facts: [
        { at: '甲县', in: '2020', value: 102, status: '存疑', note: '超过100%。' },
        { at: '乙县', in: '2020', value: 90, status: '预计' }
      ]
    });
    expect(c.notes).toContainEqual({ level: '警示', text: '甲县的102%存疑：超过100%。' });
    expect(c.notes).toContainEqual({ level: '说明', text: '乙县的90%是预计数。' });
  });

  it('names of places that were inferred', () => {
    const c = ask({ places: [place('永嘉县', { naming: '推断' })], facts: [{ at: '永嘉县', in: '2020', value: 90 }] });
    expect(noteTexts(c)).toContain('永嘉县的地名是推断的，原文没有写明。');
  });

  it('a city drawn beside its own district', () => {
    const small = {
      places: [place('深圳市', { level: '地市' }), place('宝安区', { parent: '深圳市' })],
      facts: [
        { at: '深圳市', in: '2020', value: 90 },
        { at: '宝安区', in: '2020', value: 91 }
      ]
    } as const;
    const c = ask(small, { rankParents: true });
    expect(c.notes).toContainEqual({ level: '说明', text: '深圳市的数包含宝安区，不是并列的地区。' });
  });

  it('warnings before remarks', () => {
    const c = ask({
      facts: [
        { at: '甲县', in: '2020', value: 90, qualifier: '≈' },
        { at: '乙县', in: '2020', value: 90, status: '预计' },
        { at: '丙县', in: '2019', value: 70, status: '存疑' }
      ]
    });
    expect(c.notes.map((n) => n.level)).toEqual(['警示', '警示', '说明', '说明', '说明']);
  });
});

describe('compare names missing places with the reason', () => {
  const other = indicator({ id: 'managed', name: '严重精神障碍患者管理率', group: '严重精神障碍患者管理·管理率' });
  const reasonOf = (small: Small) => ask(small).missing.map((m) => [m.place.name, m.reason]);

  it('报告未写 where nothing is known, never a zero', () => {
    const c = ask(FOUR);
    expect(c.missing.map((m) => [m.place.name, m.reason])).toEqual([['象山县', '报告未写']]);
    expect(c.rows.map((r) => r.place.name)).not.toContain('象山县');
  });

  it('sub-groups without their whole, and not that the report says nothing', () => {
    const facts = [
      { at: '甲县', in: '2020', value: 90, part: '男' },
      { at: '甲县', in: '2020', value: 92, part: '女' },
      { at: '乙县', in: '2020', value: 91 }
    ];
    expect(reasonOf({ facts })).toEqual([['甲县', '只有分组的数（男、女），没有合计']]);
  });

  it.each([
    ['缺字', '', '原文缺字'],
    ['原文错误', '847.34.65/10万', '原文错误（“847.34.65/10万”）'],
    ['未报', '', '未报'],
    ['不适用', '', '不适用']
  ] as const)('%s as the row says', (status, written, reason) => {
    expect(reasonOf({ facts: [{ at: '甲县', in: '2020', value: null, status, written }] })).toEqual([['甲县', reason]]);
  });

  it('the figure of another 口径 of the same subject', () => {
    expect(
      reasonOf({
        indicators: [RATE, other],
        facts: [
          { of: 'managed', at: '宜兴市', in: '2018', value: 90 },
          { of: 'managed', at: '宜兴市', in: '2019', value: 94.7 }
        ]
      })
    ).toEqual([['宜兴市', '只有严重精神障碍患者管理率94.7%，口径不同']]);
  });

  it('also where only the names share a stem', () => {
    expect(
      reasonOf({
        indicators: [
          indicator({ name: '高血压患者规范管理率' }),
          indicator({ name: '高血压患者管理率' }),
          indicator({ name: '糖尿病患者管理率' })
        ],
        facts: [
          { of: '高血压患者管理率', at: '甲县', in: '2019', value: 94.7 },
          { of: '糖尿病患者管理率', at: '乙县', in: '2019', value: 60 }
        ]
      })
    ).toEqual([
      ['甲县', '只有高血压患者管理率94.7%，口径不同'],
      ['乙县', '报告未写']
    ]);
  });

  it('else another indicator of the same subject, which isn’t called another 口径; the nearer one first', () => {
    const pills = indicator({
      id: 'pills',
      name: '严重精神障碍患者规律服药率',
      group: '严重精神障碍患者管理·规律服药率'
    });
    const small = (...of: string[]): Small => ({
      indicators: [RATE, pills, other],
      facts: of.map((id) => ({ of: id, at: '甲县', in: '2019', value: 87.5 }))
    });
    expect(reasonOf(small('pills'))).toEqual([['甲县', '只有严重精神障碍患者规律服药率87.5%，指标不同']]);
    expect(reasonOf(small('pills', 'managed'))).toEqual([['甲县', '只有严重精神障碍患者管理率87.5%，口径不同']]);
  });

  it('but not a figure of another unit', () => {
    expect(
      reasonOf({
        indicators: [RATE, { ...other, unit: '人' }],
        facts: [{ of: 'managed', at: '宜兴市', in: '2019', value: 94 }]
      })
    ).toEqual([['宜兴市', '报告未写']]);
  });

  it('只有下属单位数据 where an organisation of the place has it', () => {
    expect(
      reasonOf({
        places: [place('甲县'), unit('甲县医院', '甲县')],
        facts: [{ at: '甲县医院', in: '2020', value: 90 }]
      })
    ).toEqual([['甲县', '只有下属单位数据']]);
  });
});
