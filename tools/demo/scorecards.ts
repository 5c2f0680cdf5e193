/** The 记分表 that come with the invented data. */
import type { ScorecardDefinition } from '../../src/domain/model/scorecardDefinition';

export const DEMO_SCORECARDS: readonly Partial<ScorecardDefinition>[] = [
  {
    id: 'key',
    name: '重点十项',
    indicators: [
      'in-county-rate',
      'primary-share',
      'drug-share',
      'outpatient-cost',
      'response-minutes',
      'fd-key-rate',
      'htn-standard-new',
      'dm-standard',
      'pregnant-managed',
      'vaccine-rate'
    ],
    default: true,
    note: '示例：一个市每月调度会看的十项指标'
  },
  {
    id: 'hospital',
    name: '医疗服务与费用',
    indicators: [
      'outpatient',
      'discharged',
      'stay-days',
      'bed-use',
      'satisfaction',
      'drug-share',
      'outpatient-cost',
      'inpatient-cost'
    ],
    note: '可以看各单位'
  },
  {
    id: 'public-health',
    name: '公共卫生',
    indicators: [
      'fd-rate',
      'fd-key-rate',
      'htn-standard-new',
      'dm-standard',
      'smd-standard',
      'premarital',
      'newborn-screen',
      'vaccine-rate',
      'timely-rate'
    ],
    note: ''
  }
];
