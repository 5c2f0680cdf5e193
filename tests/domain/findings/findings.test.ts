import { describe, expect, it } from 'vitest';
import { type HeadlineKind } from '../../../src/domain/findings/headline';
import { headlinesOf } from '../../../src/domain/findings/findings';
import { dataset, indicator, place, programme, unit, type Fact, type Small, type Task } from '../factory';
import { END, RATE, SMALL, VISITS } from './counties';

const found = (small: Small, kind: HeadlineKind, focus?: string) =>
  headlinesOf(dataset(small), focus)
    .filter((f) => f.kind === kind)
    .map((f) => f.text);

describe('findings(dataset, focus)', () => {
  it('are sentences with numbers, place, date and address, one of each kind first', () => {
    expect(
      headlinesOf(dataset(SMALL)).map((f) => [
        f.kind,
        f.text,
        f.numbers,
        f.place?.name ?? '',
        f.date,
        decodeURIComponent(f.address)
      ])
    ).toEqual([
      [
        '偏慢',
        '甲县筛查到2020年12月31日完成60%，比序时慢40.0个百分点',
        [60, 40],
        '甲县',
        '2020-12-31',
        '/progress?place=甲县&programme=筛查'
      ],
      [
        '数不符',
        '甲县讲座到2020年12月31日报完成90%，按完成数÷目标算是80.00%',
        [90, 80],
        '甲县',
        '2020-12-31',
        '/progress?place=甲县&programme=讲座'
      ],
      [
        '变化',
        '乙县门诊人次2020年为700人次，比上年下降30.0%（原文同比）',
        [700, 30],
        '乙县',
        '2020-12-31',
        '/periods?i=visits&p=乙县'
      ],
      [
        '偏快',
        '一院接种到2020年12月31日完成112.9%，比序时快12.9个百分点',
        [112.9, 12.9],
        '一院',
        '2020-12-31',
        '/progress?place=甲县&unit=一院&programme=接种'
      ],
      [
        '好坏',
        '2020年规范管理率，3个地区中乙县最高（90%），丙县最低（70%）',
        [3, 90, 70],
        '',
        '2020-12-31',
        '/places?i=htn&period=2020'
      ],
      ['缺报', '1项任务只报了完成数，没有写目标，算不出完成率', [1], '', '2020-12-31', '/progress?place=all&light=无'],
      [
        '偏慢',
        '乙县筛查到2020年12月31日完成97%，比序时慢3.0个百分点',
        [97, 3],
        '乙县',
        '2020-12-31',
        '/progress?place=乙县&programme=筛查'
      ]
    ]);
  });

  it('begin with the focus place’s own', () => {
    const own = headlinesOf(dataset(SMALL), '丙县');
    expect(own.slice(0, 3).map((f) => f.text)).toEqual([
      '丙县2020年规范管理率70%，3个地区中列第3',
      '丙县1项任务只报了完成数，没有写目标，算不出完成率',
      '甲县筛查到2020年12月31日完成60%，比序时慢40.0个百分点'
    ]);
    expect(headlinesOf(dataset(SMALL), '无此地')).toEqual(headlinesOf(dataset(SMALL)));
  });

  it('say what is needed where there is still time: 象山县 19.6 a day', () => {
    const xiangshan: Small = {
      programmes: [programme('结肠镜检查')],
      tasks: [{ of: '结肠镜检查', at: '象山县', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68 }]
    };
    expect(found(xiangshan, '偏慢')).toEqual([
      '象山县结肠镜检查到2020年10月26日完成67.68%，比序时慢14.3个百分点，日均还需19.6例'
    ]);
  });

  it('count what went over the target, figures in doubt aside', () => {
    const over: Small = {
      programmes: [programme('产前筛查'), programme('肠镜')],
      tasks: [
        { of: '产前筛查', at: '株洲市', ...END, rate: 112.92 },
        { of: '产前筛查', at: '中方县', ...END, done: 2212, target: 2200 },
        { of: '肠镜', at: '象山县', ...END, done: 1096, rate: 100.02, status: '存疑' }
      ]
    };
    expect(found(over, '偏快')[0]).toBe('株洲市产前筛查到2020年12月31日完成112.92%，比序时快12.9个百分点');
    // The list behind it begins with 株洲市, though 象山县 in doubt stands among them.
    expect(found(over, '超额')).toEqual(['2项任务超额完成，株洲市产前筛查最高，完成112.92%；存疑的1项不计']);
    expect(found(over, '数不符')).toEqual(['象山县肠镜到2020年12月31日报完成1,096例、完成率100.02%，原文数字存疑']);
    expect(found(over, '超额', '株洲市')).toEqual(['2项任务超额完成，株洲市产前筛查最高，完成112.92%；存疑的1项不计']);
  });

  it('tell work for people at named places before unnamed ones, and a bureau’s paperwork last', () => {
    const tasks: Task[] = [
      { of: '信息得分', at: '甲县', ...END, rate: 174 },
      { of: '筛查', at: '无名县', ...END, rate: 150 },
      { of: '接种', at: '甲县', ...END, rate: 105 }
    ];
    const small: Small = {
      places: [place('甲县'), place('无名县', { naming: '推断' })],
      programmes: [programme('信息得分', { theme: '党建与行政' }), programme('筛查'), programme('接种')],
      internalThemes: ['党建与行政'],
      tasks
    };
    expect(found(small, '偏快').map((text) => text.split('到')[0])).toEqual([
      '甲县接种',
      '无名县〔推断〕筛查',
      '甲县信息得分'
    ]);
    // A superlative is the list's: it begins with the paperwork.
    expect(found(small, '超额')).toEqual(['3项任务超额完成，甲县信息得分最高，完成174%']);
  });

  it('say what was left undone on the due day: 象山县 lacks 77 units of blood', () => {
    const blood: Small = {
      programmes: [programme('全血募集', { unit: '单位' })],
      tasks: [{ of: '全血募集', at: '象山县', in: '2020-10', asOf: '2020-10-31', done: 523, target: 600, unit: '单位' }]
    };
    expect(found(blood, '偏慢')).toEqual([
      '象山县全血募集到2020年10月31日完成87.17%，比序时慢12.8个百分点，已到期，还差77单位'
    ]);
  });

  it('say where 序时 goes by dated milestones', () => {
    const flu: Small = {
      programmes: [programme('流感疫苗', { schedule: '2020-09-30:0%;2020-12-31:100%' })],
      tasks: [{ of: '流感疫苗', at: '象山县', in: '2020', asOf: '2020-10-31', rate: 30 }]
    };
    // 31 of the 92 days from 30 September to 31 December: 33.70%; 30 − 33.70 = −3.70
    expect(found(flu, '偏慢')).toEqual(['象山县流感疫苗到2020年10月31日完成30%，比序时（按进度安排）慢3.7个百分点']);
  });

  it('passes over a lead or lag too small to print', () => {
    const at = (rate: number): Small => ({
      programmes: [programme('筛查')],
      tasks: [{ of: '筛查', at: '甲县', ...END, rate }]
    });
    expect(found(at(99.96), '偏慢')).toEqual([]);
    expect(found(at(100.04), '偏快')).toEqual([]);
    expect(found(at(99.9), '偏慢')).toEqual(['甲县筛查到2020年12月31日完成99.9%，比序时慢0.1个百分点']);
  });

  it('tell where organisations together exceed their county', () => {
    const sums: Small = {
      places: [place('象山县'), unit('一院', '象山县'), unit('二院', '象山县')],
      programmes: [programme('肠镜')],
      tasks: [
        { of: '肠镜', at: '一院', ...END, done: 1134 },
        { of: '肠镜', at: '二院', ...END, done: 1848 },
        { of: '肠镜', at: '象山县', in: '2020', asOf: '2020-10-26', done: 2707 }
      ]
    };
    expect(found(sums, '数不符')).toEqual([
      '象山县肠镜：2家单位合计2,982例（截至2020年12月31日），比全县自报2,707例（截至2020年10月26日）多275例'
    ]);
  });

  it('tell a stated change that isn’t the one between the two figures', () => {
    const facts: Fact[] = [
      { of: 'visits', at: '甲县', in: '2019', value: 1000 },
      { of: 'visits', at: '甲县', in: '2020', value: 1100 },
      { of: 'visits', at: '甲县', in: '2020', value: 25, measure: '同比(%)', written: '25%' }
    ];
    expect(found({ indicators: [VISITS], facts }, '数不符')).toEqual([
      '甲县门诊人次2020年原文写增长25%，按两期的数算是增长10.0%'
    ]);
    expect(found({ indicators: [VISITS], facts }, '变化')).toEqual([]);
  });

  it('says a large figure of a change in 万', () => {
    const facts: Fact[] = [
      { at: '甲县', in: '2020', value: 112546 },
      { at: '甲县', in: '2019', value: 100000 }
    ];
    const [headline] = found({ indicators: [VISITS], facts }, '变化');
    expect(JSON.stringify(headline)).toContain('2020年为11.25万人次，比上年增长12.5%');
  });

  it('name who reported in an earlier month than the others', () => {
    const tasks: Task[] = ['甲县', '乙县', '丙县'].map((at, i) => ({
      of: '筛查',
      at,
      in: '2020',
      asOf: i === 2 ? '2020-09-30' : '2020-10-31',
      rate: 85
    }));
    expect(found({ programmes: [programme('筛查')], tasks }, '缺报')).toEqual([
      '筛查3家中有1家没有报到2020年10月31日：丙县'
    ]);
  });

  it('name who is missing from what most report', () => {
    const facts: Fact[] = ['甲县', '乙县', '丙县'].map((at, i) => ({ of: 'htn', at, in: '2020', value: 80 + i }));
    expect(
      found(
        { indicators: [RATE, VISITS], facts: [...facts, { of: 'visits', at: '丁县', in: '2020', value: 9 }] },
        '缺报'
      )
    ).toEqual(['规范管理率有3个地区报了数，1个没有：丁县']);
  });

  describe('never claim what the data can’t bear:', () => {
    const three = (values: readonly number[], more: Partial<Fact> = {}): Small => ({
      indicators: [RATE],
      facts: values.map((value, i) => ({ of: 'htn', at: '甲乙丙丁'[i]!, in: '2020', value, ...(i === 0 ? more : {}) }))
    });

    it.each([
      ['fewer than three places', three([80, 90])],
      ['unequal periods', three([80, 90, 70], { in: '2019' })],
      ['a figure in doubt', three([80, 90, 70], { status: '存疑' })],
      ['a forecast', three([80, 90, 70], { status: '预计' })],
      ['a bound', three([80, 90, 70], { qualifier: '≥' })],
      ['a tie for the first place', three([90, 90, 70])],
      ['nothing to judge by', { ...three([80, 90, 70]), indicators: [indicator({ id: 'htn', better: '不评价' })] }]
    ])('best and worst of %s', (_, small) => {
      expect(found(small, '好坏')).toEqual([]);
    });

    const change = (more: Partial<Fact> = {}, value = 700): Small => ({
      indicators: [VISITS],
      facts: [
        { of: 'visits', at: '乙县', in: '2020', value },
        { of: 'visits', at: '乙县', in: '2020', value: 50, measure: '同比(%)', ...more }
      ]
    });

    it.each([
      ['a bound', change({ qualifier: '≥' })],
      ['a figure in doubt', change({ status: '存疑' })],
      ['a percentage of a handful: 36 from 24', change({}, 36)],
      ['an organisation', { ...change(), places: [place('甲县'), unit('乙县', '甲县')] }]
    ])('a change of %s', (_, small) => {
      expect(found(small, '变化')).toEqual([]);
    });

    it.each([
      ['a figure in doubt', { status: '存疑' }],
      ['a bound', { qualifier: '≥' }],
      ['no cut-off day', { asOf: '' }],
      ['a forecast', { status: '预计' }]
    ] as const)('a lag of %s', (_, more) => {
      expect(
        found(
          { programmes: [programme('筛查')], tasks: [{ of: '筛查', at: '甲县', ...END, rate: 60, ...more }] },
          '偏慢'
        )
      ).toEqual([]);
    });

    it('old news: what is more than two years older than the latest', () => {
      const tasks: Task[] = [
        { of: '筛查', at: '甲县', in: '2016', asOf: '2016-12-31', rate: 10 },
        { of: '筛查', at: '乙县', ...END, rate: 97 }
      ];
      expect(found({ programmes: [programme('筛查')], tasks }, '偏慢')).toEqual([
        '乙县筛查到2020年12月31日完成97%，比序时慢3.0个百分点'
      ]);
      expect(found({ programmes: [programme('筛查')], tasks }, '偏慢', '甲县')[0]).toBe(
        '甲县筛查到2016年12月31日完成10%，比序时慢90.0个百分点'
      );
    });
  });
});
