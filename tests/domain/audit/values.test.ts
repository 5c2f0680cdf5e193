import { describe, expect, it } from 'vitest';
import { audited, told } from './auditing';
import { count, indicator, source, type Fact } from '../factory';

const rate = indicator({ name: '面访率' });
const at = (more: Partial<Fact> & { value: number | null }): Fact => ({ at: '甲县', in: '2020', ...more });
const kinds = (audit: ReturnType<typeof audited>) => audit.findings.map((f) => [f.kind, f.arithmetic, f.confidence]);

describe('one fact with two values', () => {
  it('is certain within one report', () => {
    expect(
      kinds(
        audited({
          indicators: [rate],
          facts: [at({ value: 96.73, written: '96.73%' }), at({ value: 95.75, written: '95.75%' })]
        })
      )
    ).toEqual([['一事多处', '96.73%≠95.75%', '确定']]);
  });

  it('is likely between two reports, and right where they agree', () => {
    const two = (a: number, b: number) =>
      audited({
        indicators: [rate],
        sources: [source('甲'), source('乙')],
        facts: [at({ value: a, source: '甲', written: `${a}%` }), at({ value: b, source: '乙', written: `${b}%` })]
      });
    expect(kinds(two(96.2, 95))).toEqual([['一事多处', '96.2%≠95%', '很可能']]);
    expect(told(two(96.2, 96.2))).toEqual([['相符', '96.2%']]);
  });

  it('knows that 96.2% and 96.15% may be one number, and 98.68 is within 90 and more', () => {
    expect(
      told(
        audited({
          indicators: [rate],
          facts: [at({ value: 96.2, written: '96.2%' }), at({ value: 96.15, written: '96.15%' })]
        })
      )
    ).toEqual([['相容', '96.2%，96.15%']]);
    const score = indicator({ name: '积分', unit: '分', kind: '人均' });
    const facts = [at({ value: 98.68, written: '98.68' }), at({ value: 90, qualifier: '≥', written: '90分以上' })];
    expect(told(audited({ indicators: [score], facts }))).toEqual([['相容', '98.68分，“90分以上”']]);
  });

  it('doubts 80余 beside 78, and not beside 81', () => {
    const places = count({ name: '控烟检查', unit: '家' });
    const beside = (n: number) =>
      audited({
        indicators: [places],
        facts: [at({ value: 80, qualifier: '≈', written: '80余家' }), at({ value: n, written: `${n}家` })]
      });
    expect(kinds(beside(78))).toEqual([['一事多处', '“80余家”≠78家', '可疑']]);
    expect(kinds(beside(81))).toEqual([]);
  });

  it('keeps measures, places and periods apart', () => {
    const facts = [
      at({ value: 1 }),
      at({ value: 2, measure: '同比(百分点)' }),
      at({ value: 3, at: '乙县' }),
      at({ value: 4, in: '2018' })
    ];
    expect(audited({ indicators: [rate], facts }).findings).toEqual([]);
  });
});

describe('values that cannot be', () => {
  const odd = (fields: Parameters<typeof indicator>[0], value: number, more: Partial<Fact> = {}) =>
    audited({ indicators: [indicator(fields)], facts: [at({ value, ...more })] }).findings.map((f) => [
      f.kind,
      f.confidence
    ]);

  it.each([
    ['a share over 100%', { kind: '占比', name: '网采比例' }, 103.8, '确定'],
    ['a rate over 100%', { kind: '比率', name: '覆盖率' }, 101, '很可能'],
    ['a rate over 1,000‰', { kind: '比率', name: '覆盖率', unit: '‰' }, 1001, '很可能'],
    ['a negative count', { kind: '数量', name: '人次', unit: '人次' }, -3, '确定'],
    ['half a person', { kind: '数量', name: '人数', unit: '人' }, 2.5, '很可能']
  ] as const)('%s is named', (_, fields, value, confidence) => {
    expect(odd(fields, value, { written: String(value) })).toEqual([['数值范围', confidence]]);
  });

  it.each([
    ['a completion over 100%', { kind: '比率', name: '筛查任务完成率' }, 112.92],
    ['beds used over 100%', { kind: '比率', name: '床位使用率' }, 105],
    ['half a unit of blood', { kind: '数量', name: '采血量', unit: '单位' }, 270.5],
    ['a negative growth rate', { kind: '比率', name: '自然增长率', unit: '‰' }, -1.2],
    ['a negative amount of money', { kind: '金额', name: '结余', unit: '万元' }, -20],
    ['100%', { kind: '占比', name: '比例' }, 100]
  ] as const)('%s is not', (_, fields, value) => {
    expect(odd(fields, value)).toEqual([]);
  });

  it('a fall of more than 100%, a rank that is no whole number and a share outside 0 to 100 are named', () => {
    const facts = [
      at({ value: -120, measure: '同比(%)' }),
      at({ value: 0, measure: '位次' }),
      at({ value: 121, measure: '占比' }),
      at({ value: 67.5, measure: '同比(%)', in: '2019' })
    ];
    expect(audited({ indicators: [rate], facts }).findings.map((f) => f.rows[0]!.row)).toEqual([2, 3, 4]);
  });

  it('says how many rows were looked at', () => {
    const audit = audited({ indicators: [rate], facts: [at({ value: 101 }), at({ value: 50, in: '2019' })] });
    expect(audit.counts.find((c) => c.kind === '数值范围')).toEqual({
      kind: '数值范围',
      findings: 1,
      right: 1,
      byRow: true
    });
  });
});

describe('figures that are no figures', () => {
  it('are named with the words of the text', () => {
    const facts = [
      at({ value: null, status: '原文错误', written: '847.34.65/10万' }),
      at({ value: null, status: '缺字', written: '达%', in: '2019' }),
      at({ value: null, status: '未报', in: '2018' }),
      at({ value: 510, qualifier: '≈', written: '近510余万元', in: '2017' })
    ];
    const { findings } = audited({ indicators: [indicator({ name: '资金', unit: '万元', kind: '金额' })], facts });
    expect(findings.map((f) => [f.kind, f.what, f.arithmetic])).toEqual([
      ['写法', '有两个小数点，读不出是多少。', '原文写作“847.34.65/10万”'],
      ['写法', '原文缺字，读不出是多少。', '原文写作“达%”'],
      ['写法', '“近”和“余”不能连用，一个是不到，一个是超过。', '原文写作“近510余万元”']
    ]);
  });
});

describe('equal increases', () => {
  const both = (a: number, b: number, more: Partial<Fact> = {}) =>
    audited({
      indicators: [count({ name: '医师增加数', unit: '人' }), count({ name: '护士增加数', unit: '人' })],
      facts: [at({ of: '医师增加数', value: a, line: 5 }), at({ of: '护士增加数', value: b, line: 5, ...more })]
    }).findings.map((f) => [f.kind, f.confidence]);

  it('of 765 each are odd; small, round or different ones are not', () => {
    expect(both(765, 765)).toEqual([['雷同增量', '可疑']]);
    expect(both(765, 764)).toEqual([]);
    expect(both(12, 12)).toEqual([]);
    expect(both(500, 500)).toEqual([]);
    expect(both(765, 765, { line: 6 })).toEqual([]);
  });
});

describe('cumulative counts', () => {
  const visits = count({ name: '门诊', unit: '人次' });
  it('must not fall as the span grows', () => {
    const facts = [
      at({ value: 900, in: '2020-01/2020-09' }),
      at({ value: 890, in: '2020-01/2020-10' }),
      at({ value: 950, in: '2020-01/2020-11' })
    ];
    expect(told(audited({ indicators: [visits], facts }))).toEqual([
      ['不符', '900人次（到2020-09-30）＞890人次（到2020-10-31）'],
      ['相符', '890人次（到2020-10-31）≤950人次（到2020-11-30）']
    ]);
  });

  it('of different starts are not compared, nor are rates', () => {
    expect(
      told(
        audited({ indicators: [visits], facts: [at({ value: 900, in: '2020-01' }), at({ value: 800, in: '2020-02' })] })
      )
    ).toEqual([]);
    expect(
      told(audited({ indicators: [rate], facts: [at({ value: 90, in: '2020-H1' }), at({ value: 80, in: '2020' })] }))
    ).toEqual([]);
  });
});

describe('stated changes', () => {
  const visits = count({ name: '门诊', unit: '人次' });
  const changed = (now: number, before: number, change: number, written: string) =>
    told(
      audited({
        indicators: [visits],
        facts: [
          at({ value: now }),
          at({ value: before, in: '2019' }),
          at({ value: change, measure: '同比(%)', written })
        ]
      })
    );

  it('are held against the two figures', () => {
    expect(changed(110, 100, 10, '增长10%')).toEqual([['相符', '110÷100－1＝增长10%，原文增长10%']]);
    expect(changed(812, 1000, -18.8, '下降18.8%')).toEqual([['相符', '812÷1,000－1＝下降18.8%，原文下降18.8%']]);
    expect(changed(110, 100, -10, '下降10%')).toEqual([['不符', '110÷100－1＝增长10%，原文下降10%']]);
    expect(changed(115, 100, 10, '增长10%')[0]![0]).toBe('不符');
  });

  it('may have their last digit cut off, upwards and downwards', () => {
    expect(changed(1129, 1000, 12, '增长12%')).toEqual([['末位截取', '1,129÷1,000－1＝增长12.9%，原文增长12%']]);
    expect(changed(871, 1000, -12, '下降12%')).toEqual([['末位截取', '871÷1,000－1＝下降12.9%，原文下降12%']]);
  });

  it('of rates are differences in points', () => {
    const facts = [
      at({ value: 96.2, written: '96.2%' }),
      at({ value: 95, in: '2019', written: '95.0%' }),
      at({ value: 1.2, measure: '同比(百分点)', written: '提高1.2个百分点' })
    ];
    expect(told(audited({ indicators: [rate], facts }))).toEqual([
      ['相符', '96.2－95＝上升1.2个百分点，原文上升1.2个百分点']
    ]);
  });

  it('cannot be checked against zero or without last year', () => {
    expect(changed(110, 0, 10, '增长10%')).toEqual([]);
    expect(
      told(audited({ indicators: [visits], facts: [at({ value: 110 }), at({ value: 10, measure: '同比(%)' })] }))
    ).toEqual([]);
  });
});

describe('what the readers doubted', () => {
  it('is listed with their reason where no other check explains it', () => {
    const facts = [at({ value: 6, qualifier: '≥', status: '存疑', note: '是标准，并非实测值', written: '≥6‰' })];
    expect(kinds(audited({ indicators: [indicator({ name: '粗死亡率', unit: '‰' })], facts }))).toEqual([
      ['判读存疑', '是标准，并非实测值', '可疑']
    ]);
  });

  it('is not said twice, and a doubt about our own dating is not the text’s', () => {
    const facts = [
      at({ value: 103.8, status: '存疑', note: '超过100%' }),
      at({ value: 75, in: '2018', status: '存疑', note: '推断：原文未写起点日期' })
    ];
    expect(kinds(audited({ indicators: [indicator({ kind: '占比' })], facts }))).toEqual([
      ['数值范围', '103.8%', '确定']
    ]);
  });
});

describe('the audit as a whole', () => {
  it('says whether there were relations to check by', () => {
    expect(audited({}).hasRelations).toBe(true);
  });

  it('puts the surest first', () => {
    const facts = [
      at({ value: 6, status: '存疑', note: '可疑' }),
      at({ value: 101, in: '2019' }),
      at({ value: null, status: '原文错误', written: '1.2.3', in: '2018' })
    ];
    expect(audited({ indicators: [rate], facts }).findings.map((f) => f.confidence)).toEqual([
      '确定',
      '很可能',
      '可疑'
    ]);
  });
});

describe('the figures in a finding', () => {
  it('keep their own decimals, however the indicator is shown', () => {
    const cases = count({ name: '查处案件数', unit: '件', decimals: 0 });
    expect(kinds(audited({ indicators: [cases], facts: [at({ value: 11.5, written: '11.5件' })] }))).toEqual([
      ['数值范围', '11.5件', '很可能']
    ]);
    const coarse = indicator({ name: '面访率', decimals: 0 });
    expect(
      kinds(
        audited({
          indicators: [coarse],
          facts: [at({ value: 96.4, written: '96.4%' }), at({ value: 95.6, written: '95.6%' })]
        })
      )
    ).toEqual([['一事多处', '96.4%≠95.6%', '确定']]);
  });
});
