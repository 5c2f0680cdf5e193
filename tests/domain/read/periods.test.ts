import { describe, expect, it } from 'vitest';
import { read } from './reading';

const ends = (text: string, period: string) =>
  read(text, period).map(({ period: { start, end } }) => `${start} ${end}`);

describe('the time of a fact', () => {
  it("is the report's own where nothing is said", () => {
    expect(ends('签约21万人。', '2024-H1')).toEqual(['2024-01-01 2024-06-30']);
  });
  it('is what the clause begins with, for the rest of its sentence', () => {
    expect(ends('截至10月底，接种1963人，筛查80人。签约3人。', '2023')).toEqual([
      '2023-01-01 2023-10-31',
      '2023-01-01 2023-10-31',
      '2023-01-01 2023-12-31'
    ]);
    expect(ends('1-9月门诊3万人次。', '2023-10')).toEqual(['2023-01-01 2023-09-30']);
    expect(ends('上半年门诊3万人次。', '2023')).toEqual(['2023-01-01 2023-06-30']);
    expect(ends('第三季度合格率100%。', '2023-10')).toEqual(['2023-07-01 2023-09-30']);
    expect(ends('下达任务32例，至9月末完成27例。', '2023')[1]).toBe('2023-01-01 2023-09-30');
    expect(ends('截至2023年10月26日完成2707例。', '2023-10')).toEqual(['2023-01-01 2023-10-26']);
    expect(ends('10月20日至30日检查81家。', '2023-10')).toEqual(['2023-10-20 2023-10-30']);
  });
  it('of the year before where it is compared with', () => {
    expect(ends('药占比由去年同期的28.6%降至26.1%。', '2024-H1')).toEqual([
      '2023-01-01 2023-06-30',
      '2024-01-01 2024-06-30'
    ]);
    expect(ends('由2022年的3.18人增加到2023年的3.31人。', '2023')).toEqual([
      '2022-01-01 2022-12-31',
      '2023-01-01 2023-12-31'
    ]);
  });
  it('a comparison does not move it', () => {
    expect(ends('素养水平31.2%，比2022年上升2.4个百分点。', '2023')).toEqual([
      '2023-01-01 2023-12-31',
      '2023-01-01 2023-12-31'
    ]);
  });
  it('of a plan is when it is due, else the period that follows', () => {
    expect(ends('力争新增300张床位。', '2023')).toEqual(['2024-01-01 2024-12-31']);
    expect(ends('力争到2025年，托位数达到4.6个。', '2023')).toEqual(['2025-01-01 2025-12-31']);
    expect(ends('9月底前建成2个病区。', '2024-H1')).toEqual(['2024-01-01 2024-09-30']);
    expect(ends('二、11月份工作计划\n开展讲座6场。', '2023-10')).toEqual(['2023-11-01 2023-11-30']);
    expect(ends('二、2021年工作计划\n开展讲座6场。', '2020-01/2020-10')).toEqual(['2021-01-01 2021-12-31']);
  });
  it('a time in a bracket holds for the bracket', () => {
    expect(ends('收入占比36.2%（2022年为34.5%），药品占比24.8%。', '2023').map((span) => span.slice(0, 4))).toEqual([
      '2023',
      '2022',
      '2023'
    ]);
  });
  it('years of a list, each for its number', () => {
    expect(ends('2021年、2022年分别为1.2万人次、1.5万人次。', '2023').map((span) => span.slice(0, 4))).toEqual([
      '2021',
      '2022'
    ]);
  });
  it('到2024年底 is the end of that year', () => {
    expect(ends('下步打算：到2024年底，床位数达到6.5张。', '2023')).toEqual(['2024-01-01 2024-12-31']);
  });
  it('a date that does not exist says nothing', () => {
    expect(ends('截至2月30日完成5例。', '2023')).toEqual(['2023-01-01 2023-12-31']);
    expect(ends('截至13月底完成5例。', '2023')).toEqual(['2023-01-01 2023-12-31']);
  });
});
