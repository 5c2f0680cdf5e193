import { describe, expect, it } from 'vitest';
import { csvSheet, readAll, sheetsOf } from './reading';

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
