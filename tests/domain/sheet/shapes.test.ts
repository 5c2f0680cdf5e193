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
