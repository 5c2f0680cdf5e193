import { describe, expect, it } from 'vitest';
import { csvSheet, readAll, sheetsOf } from './reading';

describe('a number a row', () => {
  it('place, indicator, time, value, unit and note each in a column', async () => {
    const { told, remarks } = readAll([
      await csvSheet(
        [
          '序号,地区,指标,时期,数值,单位,备注',
          '1,象山县,签约人数,2024年10月,1.2,万人,初步数',
          '2,宁海县,门诊人次,2024-09,"12,345",人次,',
          '3,宁海县,药占比,2024年1-9月,３０．５％,%,—',
          '4,宁海县,床位数,2024年第三季度,待补,张,',
          '5,象山县,死亡率,2024年上半年,≥3.5,1/10万,'
        ].join('\n')
      )
    ]);
    expect(told).toEqual([
      'E2 象山县 签约人数 数值 2024-10 1.2万人 初步数',
      'E3 宁海县 门诊人次 数值 2024-09 12345人次',
      'E4 宁海县 药占比 数值 2024-01/2024-09 30.5%',
      'E6 象山县 死亡率 数值 2024-H1 ≥3.51/10万'
    ]);
    expect(remarks).toEqual(['提醒 E5 占位']);
  });

  it('target, done and rate beside each other; years and months in two columns; dates that lost their format', async () => {
    const { told } = readAll(
      await sheetsOf([
        {
          name: '任务',
          rows: [
            ['单位名称', '任务名称', '年', '月', '目标数', '完成数', '完成率'],
            ['一院集团', '流感疫苗接种', 2024, 10, 1000, 800, { v: 0.8, z: '0%' }],
            ['二院集团', '流感疫苗接种', 2024, 10, 500, 505, { v: 1.01, z: '0%' }]
          ]
        },
        {
          name: '数',
          rows: [
            ['地区', '指标', '日期', '数值'],
            ['象山县', '床位数', 45596, 1000]
          ]
        }
      ])
    );
    expect(told).toEqual([
      'E2 一院集团 流感疫苗接种 目标 2024-10 1000',
      'F2 一院集团 流感疫苗接种 完成 2024-10 800',
      'G2 一院集团 流感疫苗接种 完成率 2024-10 80%',
      'E3 二院集团 流感疫苗接种 目标 2024-10 500',
      'F3 二院集团 流感疫苗接种 完成 2024-10 505',
      'G3 二院集团 流感疫苗接种 完成率 2024-10 101%',
      'D2 象山县 床位数 数值 2024-10-31 1000'
    ]);
  });
});

describe('periods as columns', () => {
  it('years, also where the figures look like years', async () => {
    const { told, decisions } = readAll([
      await csvSheet(
        '各县床位数\n,,,单位：张\n地区,2022年,2023年,2024年\n象山县,2000,2010,2100\n宁海县,100,X,3**\n',
        's.csv'
      )
    ]);
    expect(told).toEqual([
      'B4 象山县 床位数 数值 2022 2000张',
      'C4 象山县 床位数 数值 2023 2010张',
      'D4 象山县 床位数 数值 2024 2100张',
      'B5 宁海县 床位数 数值 2022 100张'
    ]);
    expect(decisions).toContain('s第3行起的表：没有另写单位的数用什么单位：张');
  });

  it('months without a year take the title’s; dates as heads; this month, since New Year, the year before', async () => {
    const october = { v: 45566, z: 'yyyy"年"m"月"' };
    const { told } = readAll(
      await sheetsOf([
        {
          name: '按月',
          rows: [['2024年门诊人次（人次）'], ['指标', '地区', '9月', '1-9月'], ['门诊人次', '象山县', 10, 90]]
        },
        {
          name: '日期',
          rows: [
            ['指标', '地区', october, { v: 45597, z: 'yyyy"年"m"月"' }],
            ['门诊人次', '象山县', 11, 12]
          ]
        },
        {
          name: '月报',
          rows: [
            ['2024年10月卫生统计'],
            ['指标', '单位', '本月', '本年累计', '上年同期', '同比（%）'],
            ['门诊人次', '人次', 10, 100, 95, 5.3]
          ]
        }
      ])
    );
    expect(told).toEqual([
      'C3 象山县 门诊人次 数值 2024-09 10人次',
      'D3 象山县 门诊人次 数值 2024-01/2024-09 90人次',
      'C2 象山县 门诊人次 数值 2024-10 11人次',
      'D2 象山县 门诊人次 数值 2024-11 12人次',
      'C3 ？ 门诊人次 数值 2024-10 10人次',
      'D3 ？ 门诊人次 数值 2024-01/2024-10 100人次',
      'E3 ？ 门诊人次 数值 2023-01/2023-10 95人次',
      'F3 ？ 门诊人次 同比（%） 2024-01/2024-10 5.3%'
    ]);
  });
});

describe('indicators as columns', () => {
  it('units in the heads, changes with arrows, a numbered row below the heads', async () => {
    const { told, remarks } = readAll([
      await csvSheet(
        [
          '2024年10月医疗服务情况',
          '单位,床位数(张),门诊人次（万人次）,药占比(%),门诊人次同比,全市排名',
          '甲,1,2,3,4,5',
          '象山县人民医院,500,12.5,30.1,-3.2%,3',
          '象山县中医院,300,2.5,/,↑3.2%,第5位'
        ].join('\n')
      )
    ]);
    expect(told).toEqual([
      'B4 象山县人民医院 床位数 数值 2024-10 500张',
      'C4 象山县人民医院 门诊人次 数值 2024-10 12.5万人次',
      'D4 象山县人民医院 药占比 数值 2024-10 30.1%',
      'E4 象山县人民医院 门诊人次 同比（%） 2024-10 -3.2%',
      'F4 象山县人民医院 ？ 位次 2024-10 3',
      'B5 象山县中医院 床位数 数值 2024-10 300张',
      'C5 象山县中医院 门诊人次 数值 2024-10 2.5万人次',
      'E5 象山县中医院 门诊人次 同比（%） 2024-10 3.2%'
    ]);
    expect(remarks).toEqual(['提醒 D5 占位', '未采用 F5 不是数字']);
  });
});

const PROGRESS_ROWS = [
  ['象山县2024年民生实事进度表'],
  ['截至2024年10月31日', null, null, null, null, null, null, '单位：人'],
  ['单位', '家庭医生签约', null, null, '肺癌筛查', null, null, '备注'],
  [null, '目标', '完成', '完成率', '目标数', '完成数', '完成率（%）'],
  ['一院集团', 100, 80, { v: 0.8, z: '0%' }, 50, '—', '0'],
  ['二院集团', '1,200', '１２３', '10.3%', '近40', '12', 30, '补报'],
  ['合计', 1300, { v: 203, f: 'SUM(C5:C6)' }, { v: 0.156, z: '0.0%' }, 90, 12, 13.3],
  ['注：数据为初步统计'],
  ['填报人：王五', null, null, '填报日期：2024年11月5日']
];

const PROGRESS_TOLD = [
  'B5 一院集团 家庭医生签约 目标 2024-01/2024-10 100人',
  'C5 一院集团 家庭医生签约 完成 2024-01/2024-10 80人',
  'D5 一院集团 家庭医生签约 完成率 2024-01/2024-10 80%',
  'E5 一院集团 肺癌筛查 目标 2024-01/2024-10 50人',
  'G5 一院集团 肺癌筛查 完成率 2024-01/2024-10 0%',
  'B6 二院集团 家庭医生签约 目标 2024-01/2024-10 1200人 补报',
  'C6 二院集团 家庭医生签约 完成 2024-01/2024-10 123人 补报',
  'D6 二院集团 家庭医生签约 完成率 2024-01/2024-10 10.3% 补报',
  'E6 二院集团 肺癌筛查 目标 2024-01/2024-10 ≈40人 补报',
  'F6 二院集团 肺癌筛查 完成 2024-01/2024-10 12人 补报',
  'G6 二院集团 肺癌筛查 完成率 2024-01/2024-10 30% 补报',
  'B7 合计 家庭医生签约 目标 2024-01/2024-10 1300人 合计',
  'C7 合计 家庭医生签约 完成 2024-01/2024-10 203人 合计',
  'D7 合计 家庭医生签约 完成率 2024-01/2024-10 15.6% 合计',
  'E7 合计 肺癌筛查 目标 2024-01/2024-10 90人 合计',
  'F7 合计 肺癌筛查 完成 2024-01/2024-10 12人 合计',
  'G7 合计 肺癌筛查 完成率 2024-01/2024-10 13.3% 合计'
];

describe('进度表: units down, tasks across', () => {
  const merges = ['A1:H1', 'A3:A4', 'B3:D3', 'E3:G3', 'H3:H4', 'A8:H8'];

  it.each(['xlsx', 'xls', 'ods'] as const)(
    'two rows of merged heads, title and unit above, sums and notes below (.%s)',
    async (type) => {
      const sheets = await sheetsOf([{ name: '进度', rows: PROGRESS_ROWS, merges }], type);
      const { told, remarks, decisions } = readAll(sheets);
      expect(told).toEqual(PROGRESS_TOLD);
      expect(remarks).toEqual(['提醒 F5 占位']);
      expect(decisions).toEqual([
        '进度第3行起的表：表头是哪几行：第3—4行',
        '进度第3行起的表：到哪一行为止：第7行',
        '进度第3行起的表：哪些列是地区：单位',
        '进度第3行起的表：哪些列是备注：备注',
        '进度第3行起的表：哪些列是数字：家庭医生签约 / 目标、家庭医生签约 / 完成、家庭医生签约 / 完成率、肺癌筛查 / 目标数、肺癌筛查 / 完成数、肺癌筛查 / 完成率(%)',
        '进度第3行起的表：没有另写时期的数是什么时期：2024年1—10月',
        '进度第3行起的表：没有另写单位的数用什么单位：人',
        '进度第3行起的表：填报单位：象山县',
        '进度第3行起的表：表下的注：注:数据为初步统计 填报人:王五 填报日期:2024年11月5日',
        '进度：“合计”是各行之和，要不要：不采用，由看板自己相加'
      ]);
    }
  );

  it('the same as text, where merged cells are empty ones', async () => {
    const text = PROGRESS_ROWS.map((row) =>
      row
        .map((cell) =>
          cell === null
            ? ''
            : typeof cell === 'object'
              ? cell.v === 0.8
                ? '80%'
                : cell.v === 203
                  ? '203'
                  : '15.6%'
              : `"${cell}"`
        )
        .join(',')
    ).join('\n');
    expect(readAll([await csvSheet(text, '进度.csv')]).told).toEqual(PROGRESS_TOLD);
  });

  it('three rows of heads: a theme over tasks over 目标 and 完成', async () => {
    const { told } = readAll(
      await sheetsOf([
        {
          name: 's',
          rows: [
            ['2024年1—9月'],
            ['地区', '妇幼健康', null, null, null, '老龄'],
            [null, '两癌筛查（人）', null, '免费婚检（对）', null, '流感接种（人）'],
            [null, '年度目标', '已完成', '年度目标', '已完成', '已完成'],
            ['象山县', 1000, 900, 300, 200, 55]
          ],
          merges: ['A1:F1', 'A2:A4', 'B2:E2', 'B3:C3', 'D3:E3']
        }
      ])
    );
    expect(told).toEqual([
      'B5 象山县 妇幼健康两癌筛查 目标 2024-01/2024-09 1000人',
      'C5 象山县 妇幼健康两癌筛查 完成 2024-01/2024-09 900人',
      'D5 象山县 妇幼健康免费婚检 目标 2024-01/2024-09 300对',
      'E5 象山县 妇幼健康免费婚检 完成 2024-01/2024-09 200对',
      'F5 象山县 老龄流感接种 完成 2024-01/2024-09 55人'
    ]);
  });
});

describe('进度表 turned round: tasks down, units across', () => {
  it('two levels on the left with merged cells, and one in text without them', async () => {
    const rows = [
      ['截至2024年9月30日'],
      ['任务', '类别', '象山县', '宁海县', '合计'],
      ['签约', '目标（人）', 100, 200, 300],
      [null, '完成（人）', 50, 150, 200],
      [null, '完成率', { v: 0.5, z: '0%' }, { v: 0.75, z: '0%' }, { v: 0.667, z: '0.0%' }],
      ['筛查', '目标（人）', 10, 20, 30],
      [null, '完成（人）', 'NA', 15, 15]
    ];
    const wanted = [
      'C3 象山县 签约 目标 2024-01/2024-09 100人',
      'D3 宁海县 签约 目标 2024-01/2024-09 200人',
      'E3 合计 签约 目标 2024-01/2024-09 300人 合计',
      'C4 象山县 签约 完成 2024-01/2024-09 50人',
      'D4 宁海县 签约 完成 2024-01/2024-09 150人',
      'E4 合计 签约 完成 2024-01/2024-09 200人 合计',
      'C5 象山县 签约 完成率 2024-01/2024-09 50%',
      'D5 宁海县 签约 完成率 2024-01/2024-09 75%',
      'E5 合计 签约 完成率 2024-01/2024-09 66.7% 合计',
      'C6 象山县 筛查 目标 2024-01/2024-09 10人',
      'D6 宁海县 筛查 目标 2024-01/2024-09 20人',
      'E6 合计 筛查 目标 2024-01/2024-09 30人 合计',
      'D7 宁海县 筛查 完成 2024-01/2024-09 15人',
      'E7 合计 筛查 完成 2024-01/2024-09 15人 合计'
    ];
    expect(readAll(await sheetsOf([{ name: 's', rows, merges: ['A3:A5', 'A6:A7'] }])).told).toEqual(wanted);
    expect(readAll(await sheetsOf([{ name: 's', rows }])).told).toEqual(wanted);
  });

  it('a row a task, its measure in its name; groups of rows', async () => {
    const { told } = readAll([
      await csvSheet(
        [
          '2024年',
          '项目,计量单位,象山县,宁海县',
          '一、家庭医生,,,',
          '签约目标数,人,100,200',
          '签约完成数,人,50,60',
          '二、结核病,,,',
          '目标数,例,5,6',
          '完成数,例,4,3'
        ].join('\n')
      )
    ]);
    expect(told).toEqual([
      'C4 象山县 签约 目标 2024 100人',
      'D4 宁海县 签约 目标 2024 200人',
      'C5 象山县 签约 完成 2024 50人',
      'D5 宁海县 签约 完成 2024 60人',
      'C7 象山县 结核病 目标 2024 5例',
      'D7 宁海县 结核病 目标 2024 6例',
      'C8 象山县 结核病 完成 2024 4例',
      'D8 宁海县 结核病 完成 2024 3例'
    ]);
  });
});

describe('a sheet each', () => {
  const rows = [
    ['2024年1-10月', null, null],
    ['指标', '单位', '数值'],
    ['门诊人次', '人次', 100],
    ['床位数', '张', 20]
  ];

  it('of a unit: its name is the place', async () => {
    expect(
      readAll(
        await sheetsOf([
          { name: '象山县', rows },
          { name: '宁海县', rows }
        ])
      ).told
    ).toEqual([
      'C3 象山县 门诊人次 数值 2024-01/2024-10 100人次',
      'C4 象山县 床位数 数值 2024-01/2024-10 20张',
      'C3 宁海县 门诊人次 数值 2024-01/2024-10 100人次',
      'C4 宁海县 床位数 数值 2024-01/2024-10 20张'
    ]);
  });

  it('of a month: its name is the time, the year comes from the title', async () => {
    const monthly = [['2024年医疗服务情况'], ['单位', '门诊人次', '住院人次'], ['人民医院', 5, 6]];
    expect(
      readAll(
        await sheetsOf([
          { name: '9月', rows: monthly },
          { name: '2024年10月', rows: monthly }
        ])
      ).told
    ).toEqual([
      'B3 人民医院 门诊人次 数值 2024-09 5人次',
      'C3 人民医院 住院人次 数值 2024-09 6人次',
      'B3 人民医院 门诊人次 数值 2024-10 5人次',
      'C3 人民医院 住院人次 数值 2024-10 6人次'
    ]);
  });
});

describe('heads and labels as people write them', () => {
  const told = async (...lines: string[]) => readAll([await csvSheet(lines.join('\n'))]).told;

  it('a table of one task is of what its title says; the year of one head is that of the next', async () => {
    expect(
      await told('2024年家庭医生签约进度表', '单位,2024年目标（人）,截至10月底完成（人）,完成进度', '甲医院,100,80,80%')
    ).toEqual([
      'B3 甲医院 家庭医生签约 目标 2024 100人',
      'C3 甲医院 家庭医生签约 完成 2024-01/2024-10 80人',
      'D3 甲医院 家庭医生签约 完成率 2024 80%'
    ]);
    expect(await told('签约', '单位,2024年目标,截至10月底完成', '甲医院,100,80')).toEqual([
      'B3 甲医院 签约 目标 2024 100',
      'C3 甲医院 签约 完成 2024-01/2024-10 80'
    ]);
  });

  it('changes by points under a head in percent, changes in the figure’s own unit, a time in a row’s name', async () => {
    expect(
      await told(
        '2024年10月',
        '指标名称,计量单位,2024年10月,上年同期,增减%,比上年增减数',
        '门诊人次,万人次,5.5,5,10,0.5',
        '药占比,%,30,31,-1个百分点,'
      )
    ).toEqual([
      'C3 ？ 门诊人次 数值 2024-10 5.5万人次',
      'D3 ？ 门诊人次 数值 2023-10 5万人次',
      'E3 ？ 门诊人次 同比（%） 2024-10 10%',
      'F3 ？ 门诊人次 增减数 2024-10 0.5万人次',
      'C4 ？ 药占比 数值 2024-10 30%',
      'D4 ？ 药占比 数值 2023-10 31%',
      'E4 ？ 药占比 同比（百分点） 2024-10 -1个百分点'
    ]);
    expect(await told('指标,象山县,宁海县', '门诊人次（2024年9月）,5,6')).toEqual([
      'B2 象山县 门诊人次 数值 2024-09 5人次',
      'C2 宁海县 门诊人次 数值 2024-09 6人次'
    ]);
  });

  it('places over measures, years over indicators, sexes under an indicator', async () => {
    expect(await told('截至2024年10月31日', '任务,象山县,,宁海县,', ',目标,完成,目标,完成', '签约,10,5,20,6')).toEqual([
      'B4 象山县 签约 目标 2024-01/2024-10 10',
      'C4 象山县 签约 完成 2024-01/2024-10 5',
      'D4 宁海县 签约 目标 2024-01/2024-10 20',
      'E4 宁海县 签约 完成 2024-01/2024-10 6'
    ]);
    expect(
      await told('地区,2023年,,2024年,', ',床位（张）,医师（人）,床位（张）,医师（人）', '象山县,1,2,3,4')
    ).toEqual([
      'B3 象山县 床位 数值 2023 1张',
      'C3 象山县 医师 数值 2023 2人',
      'D3 象山县 床位 数值 2024 3张',
      'E3 象山县 医师 数值 2024 4人'
    ]);
    expect(await told('2024年1-9月', '地区,出生人数,,', ',合计,男,女', '象山县,10,6,4')).toEqual([
      'B4 象山县 出生人数 数值 2024-01/2024-09 10人',
      'C4 象山县 出生人数 （男） 数值 2024-01/2024-09 6人',
      'D4 象山县 出生人数 （女） 数值 2024-01/2024-09 4人'
    ]);
  });

  it('a sum over months; a column of notes with figures in it', async () => {
    expect(await told('象山县2024年门诊情况', '月份,门诊人次,备注', '1月,5,3', '2月,7,', '合计,12,')).toEqual([
      'B3 象山县 门诊人次 数值 2024-01 5人次 3',
      'B4 象山县 门诊人次 数值 2024-02 7人次',
      'B5 象山县 门诊人次 数值 2024 12人次 合计'
    ]);
  });
});

describe('what stands round and between the rows', () => {
  it('其中 and what is set in below it divide the row above; subtotals are sums', async () => {
    const { told } = readAll([
      await csvSheet(
        [
          '象山县2024年统计',
          '指标,单位,本年,上年同期',
          '签约人数,人,1000,900',
          '其中：老年人,人,500,450',
          '　　　儿童,人,300,200',
          '门诊人次,万人次,3.5,3余',
          '男,万人次,2,1'
        ].join('\n')
      )
    ]);
    expect(told).toEqual([
      'C3 象山县 签约人数 数值 2024 1000人',
      'D3 象山县 签约人数 数值 2023 900人',
      'C4 象山县 签约人数 （老年人） 数值 2024 500人',
      'D4 象山县 签约人数 （老年人） 数值 2023 450人',
      'C5 象山县 签约人数 （儿童） 数值 2024 300人',
      'D5 象山县 签约人数 （儿童） 数值 2023 200人',
      'C6 象山县 门诊人次 数值 2024 3.5万人次',
      'D6 象山县 门诊人次 数值 2023 ≈3万人次',
      'C7 象山县 门诊人次 （男） 数值 2024 2万人次',
      'D7 象山县 门诊人次 （男） 数值 2023 1万人次'
    ]);
  });

  it('小计 within groups of places, blank lines, a second table below with heads of its own', async () => {
    const { told, decisions } = readAll(
      await sheetsOf([
        {
          name: 's',
          rows: [
            ['表1 2024年9月床位（张）'],
            ['片区', '单位', '编制床位', '开放床位'],
            ['东片', '甲镇卫生院', 10, 8],
            [null, '乙镇卫生院', 20, 18],
            [null, '小计', 30, 26],
            [],
            ['西片', '丙镇卫生院', 5, 4],
            ['总计', null, 35, 30],
            [],
            ['表2 2024年9月人员（人）'],
            ['单位', '医师', '护士'],
            ['甲镇卫生院', 3, 4],
            ['说明：不含退休人员']
          ],
          merges: ['A3:A5', 'A8:B8']
        }
      ])
    );
    expect(told).toEqual([
      'C3 甲镇卫生院 编制床位 数值 2024-09 10张',
      'D3 甲镇卫生院 开放床位 数值 2024-09 8张',
      'C4 乙镇卫生院 编制床位 数值 2024-09 20张',
      'D4 乙镇卫生院 开放床位 数值 2024-09 18张',
      'C5 小计 编制床位 数值 2024-09 30张 小计',
      'D5 小计 开放床位 数值 2024-09 26张 小计',
      'C7 丙镇卫生院 编制床位 数值 2024-09 5张',
      'D7 丙镇卫生院 开放床位 数值 2024-09 4张',
      'C8 总计 编制床位 数值 2024-09 35张 合计',
      'D8 总计 开放床位 数值 2024-09 30张 合计',
      'B12 甲镇卫生院 医师 数值 2024-09 3人',
      'C12 甲镇卫生院 护士 数值 2024-09 4人'
    ]);
    expect(decisions).toContain('s第11行起的表：表下的注：说明:不含退休人员');
  });

  it('hidden rows and columns are read and marked', async () => {
    const { facts } = readAll(
      await sheetsOf([
        {
          name: 's',
          rows: [['2024年'], ['单位', '床位', '医师'], ['甲医院', 1, 2], ['乙医院', 3, 4]],
          hiddenRows: [3],
          hiddenColumns: [2]
        }
      ])
    );
    expect(facts.map(({ cell, hidden }) => `${cell} ${hidden}`)).toEqual(['B3 false', 'C3 true', 'B4 true', 'C4 true']);
  });
});

describe('what is no figure', () => {
  it('signs for nothing, masked figures, words, errors, dates: each named, none a number', async () => {
    const cells = [
      '—',
      '-',
      '…',
      '/',
      'NA',
      'N/A',
      'X',
      '待补',
      '3**',
      '3xx',
      '12/15',
      '5-8',
      '正常',
      { t: 'e', v: 7 } as const,
      { v: 45566, z: 'yyyy/m/d' },
      7
    ];
    const { told, remarks } = readAll(
      await sheetsOf([
        { name: 's', rows: [['2024年'], ['单位', '床位数'], ...cells.map((cell, i) => [`第${i}医院`, cell])] }
      ])
    );
    expect(told).toEqual(['B18 第15医院 床位数 数值 2024 7']);
    expect(remarks).toEqual([
      ...['B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10'].map((cell) => `提醒 ${cell} 占位`),
      ...['B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17'].map((cell) => `未采用 ${cell} 不是数字`)
    ]);
  });

  it('a format that shows another number than the cell holds is said', async () => {
    const { told, remarks } = readAll(
      await sheetsOf([
        { name: 's', rows: [['2024年'], ['单位', '收入（元）'], ['甲医院', { v: 123456, z: '0,' }], ['乙医院', 5]] }
      ])
    );
    expect(told[0]).toBe('B3 甲医院 收入 数值 2024 123456元');
    expect(remarks).toEqual(['提醒 B3 显示不同']);
  });

  it('what a formula gives is as exact as it is shown, what is typed as typed', async () => {
    const { told } = readAll(
      await sheetsOf([
        {
          name: 's',
          rows: [
            ['2024年'],
            ['单位', '签约率（%）'],
            ['甲医院', { v: 33.3333333333, z: '0.0', f: '1/3*100' }],
            ['乙医院', { v: 33.3333333333, z: '0.0' }],
            ['丙医院', { v: 0.1 + 0.2, z: 'General' }]
          ]
        }
      ])
    );
    expect(told).toEqual([
      'B3 甲医院 签约率 数值 2024 33.3%',
      'B4 乙医院 签约率 数值 2024 33.3333333333%',
      'B5 丙医院 签约率 数值 2024 0.3%'
    ]);
  });

  it('shares of one under a head in percent are pointed at', async () => {
    const { remarks } = readAll([await csvSheet('2024年\n单位,签约率（%）\n甲医院,0.85\n乙医院,0.9\n')]);
    expect(remarks).toEqual(['提醒 B3 单位']);
  });
});
