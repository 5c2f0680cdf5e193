import { describe, expect, it } from 'vitest';
import { audited, told, type Member } from './auditing';
import { count, source, type Fact } from '../factory';

const whole = count({ name: '全血', unit: '单位' });
const a = count({ name: '团体', unit: '单位' });
const b = count({ name: '街头', unit: '单位' });
const sum: Member[] = [
  { role: '总', of: '全血' },
  { role: '分', of: '团体' },
  { role: '分', of: '街头' }
];
const fact = (of: string, value: number, more: Partial<Fact> = {}): Fact => ({
  of,
  at: '甲县',
  in: '2020-10',
  value,
  written: String(value),
  ...more
});
const sums = (...facts: Fact[]) => audited({ indicators: [whole, a, b], facts }, { kind: '合计', members: sum });

describe('合计: the parts add up to the whole', () => {
  it('finds parts that come to more than the whole', () => {
    const { findings } = sums(fact('全血', 523), fact('团体', 300.5), fact('街头', 224.5));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: '合计',
      outcome: '不符',
      title: '甲县2020年10月全血',
      what: '分项相加比合计多2单位。',
      arithmetic: '300.5＋224.5＝525，原文合计523',
      confidence: '确定'
    });
    expect(findings[0]!.rows.map((row) => row.row)).toEqual([2, 3, 4]);
  });

  it('lists a sum that comes out as right', () => {
    expect(told(sums(fact('全血', 525), fact('团体', 300.5), fact('街头', 224.5)))).toEqual([
      ['相符', '300.5＋224.5＝525，原文合计525']
    ]);
  });

  it('takes no sum of rounded figures for wrong: 0.4万＋0.4万 may be 0.9万', () => {
    expect(
      told(
        sums(
          fact('全血', 9000, { written: '0.9万' }),
          fact('团体', 4000, { written: '0.4万' }),
          fact('街头', 4000, { written: '0.4万' })
        )
      )
    ).toEqual([['相容', '4,000＋4,000＝8,000，原文合计9,000']]);
    // 0.4 is below 0.45 each, so that 1.0 (0.95 and more) is out of reach.
    expect(
      told(
        sums(
          fact('全血', 10_000, { written: '1.0万' }),
          fact('团体', 4000, { written: '0.4万' }),
          fact('街头', 4000, { written: '0.4万' })
        )
      )[0]![0]
    ).toBe('不符');
  });

  it('never says more than 可疑 where a figure is 约 or 余', () => {
    const { findings } = sums(
      fact('全血', 523),
      fact('团体', 300, { qualifier: '≈', written: '300余' }),
      fact('街头', 100)
    );
    expect(findings[0]).toMatchObject({ confidence: '可疑', arithmetic: '约300＋100＝400，原文合计523' });
    // 300余 reaches to 400, so 100 more can be 480.
    expect(
      told(sums(fact('全血', 480), fact('团体', 300, { qualifier: '≈', written: '300余' }), fact('街头', 100)))[0]![0]
    ).toBe('相容');
  });

  it('checks nothing where a part is missing, and says that the relation was of no use', () => {
    const audit = sums(fact('全血', 523), fact('团体', 300.5));
    expect(told(audit)).toEqual([]);
    expect(audit.unused.map((r) => r.id)).toEqual(['r1']);
  });

  it('does not mix places, periods or reports', () => {
    const facts = [fact('全血', 10), fact('团体', 4), fact('街头', 6, { at: '乙县' })];
    expect(told(sums(...facts))).toEqual([]);
    expect(told(sums(fact('全血', 10), fact('团体', 4), fact('街头', 6, { in: '2020-09' })))).toEqual([]);
    const small = {
      indicators: [whole, a, b],
      sources: [source('甲'), source('乙')],
      facts: [fact('全血', 10), fact('团体', 4), fact('街头', 6, { source: '乙' })]
    };
    expect(told(audited(small, { kind: '合计', members: sum }))).toEqual([]);
  });

  it('checks every report that has all the figures', () => {
    const of = (place: string, total: number) => [
      fact('全血', total, { at: place }),
      fact('团体', 4, { at: place }),
      fact('街头', 6, { at: place })
    ];
    expect(told(sums(...of('甲县', 10), ...of('乙县', 11)))).toEqual([
      ['不符', '4＋6＝10，原文合计11'],
      ['相符', '4＋6＝10，原文合计10']
    ]);
  });

  it('takes one report in two copies for one finding with the rows of both', () => {
    const small = {
      indicators: [whole, a, b],
      sources: [source('甲'), source('乙')],
      facts: ['甲', '乙'].flatMap((s) => [
        fact('全血', 11, { source: s }),
        fact('团体', 4, { source: s }),
        fact('街头', 6, { source: s })
      ])
    };
    const { findings } = audited(small, { kind: '合计', members: sum });
    expect(findings.map((f) => [f.arithmetic, f.rows.length])).toEqual([['4＋6＝10，原文合计11', 6]]);
  });

  it('lets parts be those of other places where the relation names them', () => {
    const small = {
      indicators: [whole],
      facts: [fact('全血', 10), fact('全血', 4, { at: '一院' }), fact('全血', 5, { at: '二院' })]
    };
    const members: Member[] = [
      { role: '总', of: '全血', at: '甲县' },
      { role: '分', of: '全血', at: '一院' },
      { role: '分', of: '全血', at: '二院' }
    ];
    expect(told(audited(small, { kind: '合计', members, confidence: '可疑' }))).toEqual([
      ['不符', '4＋5＝9，原文合计10']
    ]);
  });
});

describe('其中: the parts do not exceed the whole', () => {
  const within = (total: number, part: number) =>
    audited(
      { indicators: [whole, a], facts: [fact('全血', total), fact('团体', part)] },
      { kind: '其中', members: sum.slice(0, 2) }
    );

  it('finds 398 orders served in 98 visits', () => {
    expect(within(98, 398).findings[0]).toMatchObject({
      kind: '部分与总数',
      arithmetic: '398＞98',
      what: '部分超过了总数。'
    });
  });

  it('is content with less and with as many', () => {
    expect(told(within(27, 26))).toEqual([['相符', '26＜27']]);
    expect(told(within(7, 7))).toEqual([['相符', '7＝7']]);
  });
});

describe('同一: figures that must be one number', () => {
  it('finds two numbers, and passes one', () => {
    const same = (x: number, y: number) =>
      told(
        audited(
          { indicators: [a, b], facts: [fact('团体', x), fact('街头', y)] },
          {
            kind: '同一',
            members: [
              { role: '值', of: '团体' },
              { role: '值', of: '街头' }
            ]
          }
        )
      );
    expect(same(12, 12)).toEqual([['相符', '12＝12']]);
    expect(same(12, 13)).toEqual([['不符', '12≠13']]);
  });
});
