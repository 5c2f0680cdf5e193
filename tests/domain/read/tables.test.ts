import { describe, expect, it } from 'vitest';
import { read } from './reading';

const facts = (text: string) =>
  read(text).map((p) => `${p.line}:${p.offset} ${p.name} ${p.value}${p.unit} ${p.kind} ${p.period.end.slice(0, 4)}`);

describe('tables in the text', () => {
  it('two rows of heads, the upper merged, units below', () => {
    const text =
      '地区\t诊疗人次\t\t床位\t\n\t万人次\t同比(%)\t张\t使用率(%)\n东湖区\t402.5\t-1.8\t4,106\t84.0\n石桥县\t216.7\t7.9\t2,035\t—';
    expect(facts(text)).toEqual([
      '3:4 诊疗人次 402.5万人次 value 2023',
      '3:10 诊疗人次 -1.8% yoy 2023',
      '3:15 床位 4106张 value 2023',
      '3:21 床位使用率 84% value 2023',
      '4:4 诊疗人次 216.7万人次 value 2023',
      '4:10 诊疗人次 7.9% yoy 2023',
      '4:14 床位 2035张 value 2023'
    ]);
  });
  it('a column of units, targets, rates and ranks', () => {
    const text = '指标名称\t单位\t年度目标\t完成数\t完成率\t全市排名\n疫苗接种\t万人\t1.5\t1.62\t108.0%\t1';
    expect(facts(text)).toEqual([
      '2:8 疫苗接种 1.5万人 target 2023',
      '2:12 疫苗接种 1.62万人 value 2023',
      '2:17 疫苗接种 108% completion_rate 2023',
      '2:24 疫苗接种 1 rank 2023'
    ]);
  });
  it('wide blanks, the unit in the row, a column of last year', () => {
    const text = '项目　　2023年　　2022年　　增减（%）\n门诊次均费用（元）　　256.3　　249.8　　2.6';
    expect(facts(text)).toEqual([
      '2:11 门诊次均费用 256.3元 value 2023',
      '2:18 门诊次均费用 249.8元 value 2022',
      '2:25 门诊次均费用 2.6% yoy 2023'
    ]);
  });
  it('one unit for the whole table, its scale kept', () => {
    const text = '单位：万人\n乡镇\t签约人数\t重点人群\n城关镇\t3.2\t1.1\n柳林镇\t2.8\t0.9';
    expect(facts(text).map((fact) => fact.split(' ')[2])).toEqual(['3.2万人', '1.1万人', '2.8万人', '0.9万人']);
  });
  it('bars as of a pasted sheet, ordinals passed over', () => {
    const text =
      '| 序号 | 机构 | 门诊人次（人次） |\n|---|---|---|\n| 1 | 城关卫生院 | 1,203 |\n| 2 | 柳林卫生院 | 866 |';
    expect(read(text).map(({ written, value, unit }) => [written, value, unit])).toEqual([
      ['1,203', 1203, '人次'],
      ['866', 866, '人次']
    ]);
  });
  it('a unit in the title, and a part of the row before', () => {
    const text = '表2 医疗服务量（万人次）\n指标\t本期\t上年同期\n总诊疗人次\t518.3\t476.9\n其中：医院\t301.2\t280.4';
    expect(facts(text)).toEqual([
      '3:6 总诊疗人次 518.3万人次 value 2023',
      '3:12 总诊疗人次 476.9万人次 value 2022',
      '4:6 医院 301.2万人次 value 2023',
      '4:12 医院 280.4万人次 value 2022'
    ]);
    expect(read(text)[2]!.alternatives).toContain('总诊疗人次医院');
  });
  it('of several units above the one that fits the name', () => {
    const text = '单位：人、%\n乡镇\t应种人数\t接种率\n云山镇\t1200\t98.9';
    expect(read(text).map(({ value, unit }) => `${value}${unit}`)).toEqual(['1200人', '98.9%']);
  });
  it('months as heads are times', () => {
    const text = '月份\t1月\t2月\n采血量（单位）\t520\t480';
    expect(read(text).map(({ value, unit, period: { end } }) => `${value}${unit} ${end}`)).toEqual([
      '520单位 2023-01-31',
      '480单位 2023-02-28'
    ]);
  });
  it('a merged column on the left is a group, not the name', () => {
    const text = '类别\t指标\t数值\n资源\t床位数（张）\t3215\n\t医师数（人）\t1486';
    expect(facts(text)).toEqual(['2:10 床位数 3215张 value 2023', '3:8 医师数 1486人 value 2023']);
  });
  it('a signature set apart is no table', () => expect(read('云山县卫生健康局　　2023年12月20日')).toEqual([]));
});
