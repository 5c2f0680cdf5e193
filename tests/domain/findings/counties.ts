/** Three counties and a hospital with figures and tasks that make every kind of finding. */
import { count, indicator, place, programme, unit, type Small } from '../factory';

export const RATE = indicator({ id: 'htn', name: '规范管理率' });
export const VISITS = count({ id: 'visits' });
export const END = { in: '2020', asOf: '2020-12-31' };
export const SMALL: Small = {
  indicators: [RATE, VISITS],
  places: [place('甲县'), unit('一院', '甲县'), place('乙县'), place('丙县')],
  programmes: [programme('筛查'), programme('接种'), programme('讲座')],
  facts: [
    { of: 'htn', at: '甲县', in: '2020', value: 80 },
    { of: 'htn', at: '乙县', in: '2020', value: 90 },
    { of: 'htn', at: '丙县', in: '2020', value: 70 },
    { of: 'visits', at: '乙县', in: '2020', value: 700 },
    { of: 'visits', at: '乙县', in: '2020', value: -30, measure: '同比(%)', written: '下降30.0%' }
  ],
  tasks: [
    { of: '筛查', at: '甲县', ...END, rate: 60 },
    { of: '接种', at: '一院', ...END, rate: 112.9 },
    { of: '筛查', at: '乙县', ...END, rate: 97 },
    { of: '讲座', at: '丙县', ...END, done: 400 },
    { of: '讲座', at: '甲县', ...END, done: 80, target: 100, rate: 90, written: '90%' }
  ]
};
