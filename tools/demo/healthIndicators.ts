/** Indicators of infection, the old, health education, population. */
import type { DemoIndicator, Season } from './model';

/** Cases for 10,000 inhabitants and month: a late wave in spring 2023, then the winters. */
const FLU: Season = [
  1.1, 4.2, 9.6, 4.1, 1.6, 0.8, 0.6, 0.6, 1.0, 2.9, 9.2, 15.4, 12.3, 8.1, 6.9, 3.0, 1.2, 0.6, 0.5, 0.6, 0.8, 1.5, 4.1,
  9.8
];
const HFMD: Season = [0.2, 0.1, 0.3, 0.8, 1.9, 2.7, 2.2, 1.2, 1.4, 1.2, 0.8, 0.4];
/** Percent of the year that is done by the end of each month: examinations begin after the winter. */
const EXAMS: Season = [1, 3, 10, 21, 36, 50, 61, 72, 85, 92, 97, 100];

export const HEALTH_INDICATORS: readonly DemoIndicator[] = [
  {
    id: 'flu',
    name: '流行性感冒报告病例数',
    theme: '传染病与免疫',
    unit: '例',
    kind: '数量',
    basis: '期间',
    better: '低',
    decimals: 0,
    group: '法定传染病·流感',
    definition: '当月网络直报的流行性感冒病例数，按发病日期统计。',
    aliases: '流感病例数',
    model: { kind: 'flow', rate: 1, season: FLU }
  },
  {
    id: 'hfmd',
    name: '手足口病报告病例数',
    theme: '传染病与免疫',
    unit: '例',
    kind: '数量',
    basis: '期间',
    better: '低',
    decimals: 0,
    group: '法定传染病·手足口病',
    definition: '当月网络直报的手足口病病例数，按发病日期统计。',
    model: { kind: 'flow', rate: 1, season: HFMD }
  },
  {
    id: 'tb',
    name: '肺结核报告病例数',
    theme: '传染病与免疫',
    unit: '例',
    kind: '数量',
    basis: '期间',
    better: '低',
    decimals: 0,
    group: '法定传染病·肺结核',
    definition: '当月网络直报的活动性肺结核病例数，按发病日期统计。',
    model: { kind: 'flow', rate: 0.45, growth: -0.06 }
  },
  {
    id: 'other-notifiable',
    name: '其他法定传染病报告病例数',
    theme: '传染病与免疫',
    unit: '例',
    kind: '数量',
    basis: '期间',
    better: '低',
    decimals: 0,
    group: '法定传染病·其他',
    definition: '当月网络直报的流感、手足口病、肺结核以外的法定传染病病例数。',
    model: { kind: 'flow', rate: 3.1, growth: -0.02 }
  },
  {
    id: 'notifiable',
    name: '法定传染病报告病例数',
    theme: '传染病与免疫',
    unit: '例',
    kind: '数量',
    basis: '期间',
    better: '低',
    decimals: 0,
    group: '法定传染病·合计',
    definition: '当月网络直报的甲、乙、丙类传染病病例数，按发病日期统计。',
    model: { kind: 'sum', parts: ['flu', 'hfmd', 'tb', 'other-notifiable'] }
  },
  {
    id: 'vaccine-rate',
    name: '适龄儿童疫苗接种率',
    theme: '传染病与免疫',
    unit: '%',
    kind: '比率',
    basis: '期间',
    better: '高',
    decimals: 2,
    group: '免疫规划·接种率',
    definition: '当月应接种免疫规划疫苗的儿童中，已接种的比例。',
    numerator: '已接种的儿童数',
    denominator: '应接种的儿童数',
    model: { kind: 'rate', of: 62, base: 96.8, spread: 1.4, gain: 0.03, wobble: 0.5, most: 99.9 }
  },
  {
    id: 'timely-rate',
    name: '传染病报告及时率',
    theme: '传染病与免疫',
    unit: '%',
    kind: '比率',
    basis: '期间',
    better: '高',
    decimals: 2,
    group: '传染病报告·及时率',
    definition: '当月报告的法定传染病病例中，在规定时限内报告的比例。',
    numerator: '及时报告的病例数',
    denominator: '法定传染病报告病例数',
    model: { kind: 'rate', of: 'notifiable', base: 98.9, spread: 0.7, gain: 0.02, wobble: 0.3, most: 100 }
  },
  {
    id: 'elder-exams',
    name: '老年人健康体检人数（累计）',
    theme: '老龄与医养',
    unit: '人',
    kind: '数量',
    basis: '期间',
    better: '高',
    decimals: 0,
    group: '老年人健康管理·体检人数（累计）',
    definition: '自1月起累计，辖区65岁及以上常住居民接受免费健康体检的人数。',
    model: { kind: 'yearToDate', rate: 1150, shares: EXAMS }
  },
  {
    id: 'elder-beds',
    name: '医养结合机构床位数',
    theme: '老龄与医养',
    unit: '张',
    kind: '数量',
    basis: '时点',
    better: '高',
    decimals: 0,
    group: '医养结合·床位数',
    definition: '月末两证齐全的医养结合机构的床位数。',
    model: { kind: 'stock', rate: 14, growth: 0.06 }
  },
  {
    id: 'lectures',
    name: '健康讲座场数',
    theme: '健康教育与爱国卫生',
    unit: '场',
    kind: '数量',
    basis: '期间',
    better: '高',
    decimals: 0,
    group: '健康教育·讲座场数',
    definition: '当月面向公众举办的健康知识讲座场数。',
    model: { kind: 'flow', rate: 0.9, season: [0.7, 0.6, 1.1, 1.1, 1.2, 1.1, 0.9, 0.9, 1.2, 1.2, 1.1, 0.9] }
  },
  {
    id: 'literacy',
    name: '居民健康素养水平',
    theme: '健康教育与爱国卫生',
    unit: '%',
    kind: '比率',
    basis: '期间',
    better: '高',
    decimals: 1,
    group: '健康素养·水平',
    definition: '年度抽样调查的居民中，具备基本健康素养的比例；抽样，附95%置信区间。',
    numerator: '具备基本健康素养的人数',
    denominator: '有效样本人数',
    model: { kind: 'rate', of: 12, base: 27, spread: 4, gain: 0.15, wobble: 0.6, most: 45, interval: true },
    yearly: true
  },
  {
    id: 'population',
    name: '常住人口',
    theme: '人口与家庭',
    unit: '人',
    kind: '数量',
    basis: '时点',
    better: '不评价',
    decimals: 0,
    group: '人口·常住',
    definition: '年末常住人口。',
    model: { kind: 'people' },
    yearly: true
  },
  {
    id: 'population-65',
    name: '65岁及以上常住人口',
    theme: '人口与家庭',
    unit: '人',
    kind: '数量',
    basis: '时点',
    better: '不评价',
    decimals: 0,
    group: '人口·65岁及以上',
    definition: '年末65岁及以上的常住人口。',
    model: { kind: 'oldPeople' },
    yearly: true
  }
];
