import { describe, expect, it } from 'vitest';
import { csvSheet, readAll, sheetsOf } from './reading';

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
