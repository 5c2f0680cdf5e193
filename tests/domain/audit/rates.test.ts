import { describe, expect, it } from 'vitest';
import { audited, told, type Member } from './auditing';
import { count, indicator, programme, type Fact } from '../factory';

const fact = (of: string, value: number, more: Partial<Fact> = {}): Fact => ({
  of,
  at: '甲县',
  in: '2020-10',
  value,
  written: String(value),
  ...more
});

describe('比率: the rate is the numerator over the denominator', () => {
  const rate = indicator({ name: '分娩率' });
  const above = count({ name: '住院分娩', unit: '人' });
  const below = count({ name: '活产', unit: '人' });
  const all: Member[] = [
    { role: '率', of: '分娩率' },
    { role: '分子', of: '住院分娩' },
    { role: '分母', of: '活产' }
  ];
  const rates = (percent: number, written: string, numerator: number, denominator: number, members = all) =>
    told(
      audited(
        {
          indicators: [rate, above, below],
          facts: [fact('分娩率', percent, { written }), fact('住院分娩', numerator), fact('活产', denominator)]
        },
        { kind: '比率', members }
      )
    );

  it('is right when the last digit was rounded', () => {
    expect(rates(98.53, '98.53%', 268, 272)).toEqual([['相符', '268÷272＝98.529%，原文98.53%']]);
    expect(rates(98.5, '98.5%', 268, 272)).toEqual([['相符', '268÷272＝98.53%，原文98.5%']]);
  });

  it('is listed as 末位截取 when the last digit was cut off: 98.529% printed 98.52%', () => {
    expect(rates(98.52, '98.52%', 268, 272)).toEqual([['末位截取', '268÷272＝98.529%，原文98.52%']]);
  });

  it('is wrong one digit further down, and one digit up', () => {
    expect(rates(98.51, '98.51%', 268, 272)).toEqual([['不符', '268÷272＝98.53%，原文98.51%']]);
    expect(rates(98.54, '98.54%', 268, 272)).toEqual([['不符', '268÷272＝98.53%，原文98.54%']]);
  });

  it('knows the edge of half a digit: 1÷8 is 12.5%, printed 13% or, cut off, 12%', () => {
    expect(rates(13, '13%', 1, 8)[0]![0]).toBe('相符');
    expect(rates(12, '12%', 1, 8)[0]![0]).toBe('相符');
    expect(rates(11, '11%', 1, 8)[0]![0]).toBe('不符');
  });

  it('an exact quotient is no cut-off of the digit below', () => {
    expect(rates(50, '50%', 1, 2)).toEqual([['相符', '1÷2＝50%，原文50%']]);
    expect(rates(49, '49%', 1, 2)[0]![0]).toBe('不符');
  });

  it('allows for a denominator that is itself rounded: 9,493 beds to 342万 people are 2.772 to 2.780 a thousand', () => {
    const per = indicator({ name: '千人床位', unit: '张', kind: '人均' });
    const beds = count({ name: '床位', unit: '张' });
    const people = count({ name: '人口', unit: '人', basis: '时点' });
    const check = (value: number, written: string) =>
      told(
        audited(
          {
            indicators: [per, beds, people],
            facts: [
              fact('千人床位', value, { written }),
              fact('床位', 9493),
              fact('人口', 3_420_000, { written: '342万' })
            ]
          },
          {
            kind: '比率',
            members: [
              { role: '率', of: '千人床位' },
              { role: '分子', of: '床位', factor: '1000' },
              { role: '分母', of: '人口' }
            ]
          }
        )
      );
    expect(check(2.77, '2.77')).toEqual([['相符', '9,493×1,000÷3,420,000＝2.776，原文2.77']]);
    expect(check(2.8, '2.80')).toEqual([['不符', '9,493×1,000÷3,420,000＝2.78，原文2.80']]);
  });

  it('lets the stock of a day be the denominator of a span that holds the day', () => {
    const people = count({ name: '人口', unit: '人', basis: '时点' });
    const facts = [
      fact('分娩率', 8, { in: '2021', written: '8%' }),
      fact('住院分娩', 8, { in: '2021' }),
      fact('人口', 100, { in: '2021-12-15' })
    ];
    const members: Member[] = [
      { role: '率', of: '分娩率' },
      { role: '分子', of: '住院分娩' },
      { role: '分母', of: '人口' }
    ];
    expect(told(audited({ indicators: [rate, above, people], facts }, { kind: '比率', members }))).toEqual([
      ['相符', '8÷100＝8%，原文8%']
    ]);
  });

  it('with the denominator unknown, asks for a whole one: 71 at 83.1% has none', () => {
    expect(rates(83.1, '83.1%', 71, 0, all.slice(0, 2))).toEqual([
      ['不符', '71÷83.1%≈85.44，71÷85＝83.53%，71÷86＝82.56%，都不是83.1%']
    ]);
    expect(rates(57.22, '57.22%', 1807, 0, all.slice(0, 2))).toEqual([['相符', '1,807÷57.22%≈3,158.0，分母是3,158']]);
  });

  it('with the numerator unknown, asks for a whole one: 55% of 20 is 11', () => {
    expect(rates(55, '55%', 0, 20, [all[0]!, all[2]!])).toEqual([['相符', '20×55%≈11.00，分子是11']]);
    expect(rates(57, '57%', 0, 20, [all[0]!, all[2]!])).toEqual([
      ['不符', '20×57%≈11.40，11÷20＝55.00%，12÷20＝60.00%，都不是57%']
    ]);
  });

  it('with the denominator unknown, counts by the unit of the rate', () => {
    // 12 ÷ 48,000 is 2.5 of 10,000, 0.25 of 1,000, 25 of 100,000; 2.45 to 2.55 of 10,000 is 47,059 to 48,979.
    const per = (unit: string, value: number) =>
      told(
        audited(
          {
            indicators: [indicator({ name: '死亡率', unit }), above],
            facts: [fact('死亡率', value), fact('住院分娩', 12)]
          },
          {
            kind: '比率',
            members: [
              { role: '率', of: '死亡率' },
              { role: '分子', of: '住院分娩' }
            ]
          }
        )
      );
    expect(per('1/万', 2.5)).toEqual([['相符', '12÷2.5/万≈48,000.0，分母在47,059到48,979之间']]);
    expect([per('1/10万', 25)[0]![0], per('‰', 0.25)[0]![0], per('张/千人', 0.25)[0]![0]]).toEqual([
      ...['相符', '相符', '相符']
    ]);
  });

  it('checks nothing against a denominator of zero', () => {
    expect(rates(55, '55%', 5, 0)).toEqual([]);
  });
});

describe('同分母: two rates of one group imply one denominator', () => {
  const names = ['体检', '体检完成率', '中医', '中医完成率'];
  const shared = (first: number, rate1: number, second: number, rate2: number) =>
    told(
      audited(
        {
          indicators: names.map((name, i) => (i % 2 ? indicator({ name }) : count({ name, unit: '人' }))),
          facts: [
            fact('体检', first),
            fact('体检完成率', rate1, { written: `${rate1}%` }),
            fact('中医', second),
            fact('中医完成率', rate2, { written: `${rate2}%` })
          ]
        },
        {
          kind: '同分母',
          members: [
            { role: '分子', of: '体检', set: 1 },
            { role: '率', of: '体检完成率', set: 1 },
            { role: '分子', of: '中医', set: 2 },
            { role: '率', of: '中医完成率', set: 2 }
          ]
        }
      )
    );

  it('finds the two elderly populations of one county', () => {
    expect(shared(2439, 22.58, 2033, 48.94)).toEqual([['不符', '2,439÷22.58%≈10,802；2,033÷48.94%≈4,154']]);
  });

  it('is content where rounding leaves room for one', () => {
    expect(shared(21_968, 105.69, 17_197, 82.73)).toEqual([['相符', '21,968÷105.69%≈20,785；17,197÷82.73%≈20,787']]);
  });

  it('reads the figures of tasks too', () => {
    const audit = audited(
      {
        programmes: [programme('问卷'), programme('肺功能')],
        tasks: [
          { of: '问卷', at: '甲县', in: '2020', done: 691, rate: 92.13, written: '691人 / 92.13%' },
          { of: '肺功能', at: '甲县', in: '2020', done: 675, rate: 80, written: '675人 / 80%' }
        ]
      },
      {
        kind: '同分母',
        members: [
          { role: '分子', task: '问卷', set: 1 },
          { role: '率', task: '问卷', set: 1 },
          { role: '分子', task: '肺功能', set: 2 },
          { role: '率', task: '肺功能', set: 2 }
        ]
      }
    );
    // 691 ÷ 0.9213 = 750.03; 675 ÷ 0.8 = 843.75, from 833.3 (cut off from below 81%) to 849.1.
    expect(audit.findings.map((f) => f.arithmetic)).toEqual(['691÷92.13%≈750.0；675÷80%≈843.8']);
  });

  it('divides beds in use by the days of the year', () => {
    const small = {
      indicators: [
        count({ name: '床日', unit: '日' }),
        indicator({ name: '使用率' }),
        count({ name: '出院', unit: '人次' }),
        count({ name: '周转', unit: '次' })
      ],
      facts: [
        fact('床日', 6717),
        fact('使用率', 42, { written: '42%' }),
        fact('出院', 547),
        fact('周转', 9, { written: '9次' })
      ]
    };
    const members: Member[] = [
      { role: '分子', of: '床日', set: 1, factor: '1/365' },
      { role: '率', of: '使用率', set: 1 },
      { role: '分子', of: '出院', set: 2 },
      { role: '率', of: '周转', set: 2 }
    ];
    expect(told(audited(small, { kind: '同分母', members }))[0]).toEqual(['不符', '6,717÷365÷42%≈43.8；547÷9≈60.8']);
  });
});
