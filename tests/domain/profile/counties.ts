/** Three counties and two hospitals, with what is asked of a profile. */
import { count, indicator, place, programme, source, unit, type Small } from '../factory';

export const RATE = indicator({ name: '建档率', theme: '基层与签约' });
export const LOW = indicator({ name: '婴儿死亡率', unit: '‰', better: '低', theme: '妇幼健康' });
export const VISITS = count();
export const BASE: Small = {
  indicators: [RATE, LOW, VISITS],
  places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县'), place('乙县'), place('丙县', { naming: '推断' })],
  sources: [source('甲'), source('乙', { grade: 'B' })],
  programmes: [programme('问卷'), programme('讲座')],
  facts: [
    { of: RATE.id, at: '甲县', in: '2019', value: 70 },
    { of: RATE.id, at: '甲县', in: '2020', value: 80 },
    { of: RATE.id, at: '乙县', in: '2020', value: 90, source: '乙' },
    { of: RATE.id, at: '丙县', in: '2020', value: 85 },
    { of: LOW.id, at: '甲县', in: '2020', value: 3 },
    { of: VISITS.id, at: '甲县', in: '2020', value: 700 },
    { of: VISITS.id, at: '甲县', in: '2020', value: -30, measure: '同比(%)', written: '下降30.0%' },
    { of: VISITS.id, at: '乙县', in: '2020', value: 900 },
    { of: VISITS.id, at: '一院', in: '2020', value: 400 },
    { of: VISITS.id, at: '二院', in: '2020', value: 300 }
  ],
  tasks: [
    { of: '问卷', at: '甲县', in: '2020', rate: 90, asOf: '2021-01-31' },
    { of: '问卷', at: '一院', in: '2020', rate: 70, asOf: '2020-12-31' },
    { of: '讲座', at: '甲县', in: '2021', target: 400 },
    { of: '问卷', at: '乙县', in: '2020', rate: 100, asOf: '2020-12-31' }
  ]
};
