import { describe, expect, it } from 'vitest';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { place } from '../factory';
import { ask, at, cases, points, rate } from './trending';

describe('trend verdict', () => {
  it('uses the stated change where the year before is only worked back', () => {
    const t = ask(
      cases(
        { at: '宝安区', in: '2020', value: 40650 },
        { at: '宝安区', in: '2020', value: -30, measure: '同比(%)', written: '下降30.0%' }
      )
    );
    expect(t.verdict).toBe('宝安区法定传染病报告病例数40,650例，比上年下降30.0%（原文同比）');
    const part = ask(
      cases(
        { at: '宝安区', in: '2020-01/2020-10', value: 40650 },
        { at: '宝安区', in: '2020-01/2020-10', value: -30, measure: '同比(%)', written: '下降30.0%' }
      )
    );
    expect(part.verdict).toBe('宝安区法定传染病报告病例数40,650例，比上年同期下降30.0%（原文同比）');
  });

  it('names first and last of the last unbroken run', () => {
    expect(ask(rate(...at('甲县', ['2023-12', 81.2], ['2024-12', 84]))).verdict).toBe(
      '甲县规范管理率由2023年12月的81.2%升至2024年12月的84%，上升2.8个百分点'
    );
    expect(ask(cases(...at('甲县', ['2018', 50], ['2020', 30], ['2021', 24]))).verdict).toBe(
      '甲县法定传染病报告病例数由2020年的30例减至2021年的24例，下降20.0%'
    );
    expect(ask(rate(...at('甲县', ['2019', 80], ['2020', 80]))).verdict).toBe(
      '甲县规范管理率由2019年的80%到2020年的80%，持平'
    );
  });

  it('speaks of the focus place', () => {
    const small = rate(...at('甲县', ['2019', 80], ['2020', 90]), ...at('乙县', ['2019', 70], ['2020', 60]));
    expect(ask(small, { focus: '乙县' }).verdict).toBe('乙县规范管理率由2019年的70%降至2020年的60%，下降10个百分点');
  });

  it('counts rises and falls of several places and names the largest change', () => {
    const small = rate(
      ...at('甲县', ['2019', 80], ['2020', 90]),
      ...at('乙县', ['2019', 70], ['2020', 55]),
      ...at('丙县', ['2019', 70], ['2020', 70])
    );
    expect(ask(small).verdict).toBe('3个地区中1个上升、1个下降、1个持平；乙县规范管理率下降15个百分点，变化最大');
  });

  it('says 都 where all go one way', () => {
    const small = rate(...at('甲县', ['2019', 80], ['2020', 81]), ...at('乙县', ['2019', 70], ['2020', 75]));
    expect(ask(small).verdict).toBe('2个地区都上升；乙县规范管理率上升5个百分点，变化最大');
  });

  it('takes the same period of the year before as the base of months, not the first point', () => {
    const months = (place: string, v: number) =>
      at(place, ['2019-12', v], ['2020-01', v - 20], ['2020-02', v - 19], ['2020-12', v + 1]);
    const small = rate(...months('甲县', 80), ...months('乙县', 70));
    expect(ask(small).verdict).toBe('2个地区都上升；甲县规范管理率比上年同期上升1个百分点，变化最大');
  });

  it('says so where there is one period or none', () => {
    expect(ask(rate(...at('甲县', ['2020', 96.2]))).verdict).toBe('甲县规范管理率只有2020年一期：96.2%');
    expect(ask({ ...rate(), places: [place('甲县')] }).verdict).toBe('这些地区都没有这项数据');
  });

  it('never speaks of a trend with fewer than three points', () => {
    expect(ask(rate(...at('甲县', ['2019', 80], ['2020', 90]))).verdict).not.toContain('趋势');
  });

  it('doesn’t compute from bounds or across a gap', () => {
    const bound = rate({ at: '甲县', in: '2019', value: 80 }, { at: '甲县', in: '2020', value: 90, qualifier: '≥' });
    expect(ask(bound).verdict).toBe('甲县规范管理率2020年为≥90%，有界限值，不计升降');
    expect(points(ask(bound))[1]!.computedChange).toEqual({ text: '不可比（本期是界限而非确数）', value: null });
    expect(ask(rate(...at('甲县', ['2017', 80], ['2020', 90]))).verdict).toBe(
      '甲县规范管理率2020年为90%，与此前各期不连'
    );
  });

  it('says 不连 only where the line is broken, else why there is no percentage', () => {
    expect(ask(cases(...at('甲县', ['2019', 0], ['2020', 5]))).verdict).toBe(
      '甲县法定传染病报告病例数由2019年的0例增至2020年的5例，不可比（基数为0，增加5例）'
    );
    expect(ask(cases(...at('甲县', ['2019', 0], ['2020', 0]))).verdict).toBe(
      '甲县法定传染病报告病例数由2019年的0例到2020年的0例，持平'
    );
  });

  it('doesn’t call the largest change what is none', () => {
    const small = rate(...at('甲县', ['2019', 80], ['2020', 80]), ...at('乙县', ['2019', 70], ['2020', 70]));
    expect(ask(small).verdict).toBe('2个地区都持平');
  });

  it('speaks in the unit of the chart', () => {
    const t = ask(cases(...at('甲县', ['2019', 400_000], ['2020', 6])));
    expect(t.verdict).toBe('甲县法定传染病报告病例数由2019年的40万例减至2020年的0.0006万例，下降99.999%');
    expect(t.subtitle).toContain('单位：万例');
    expect(trendTable(t).columns[2]!.title).toBe('数值（万例）');
  });
});
