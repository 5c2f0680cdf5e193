/** What the tests of changes share: indicators of each polarity, stated changes and figures of one county. */
import type { ChangeKind } from '../../../src/domain/trend/changeKind';
import { changeBoard } from '../../../src/domain/trend/changes';
import { count, dataset, indicator, type Fact, type Small } from '../factory';

export const VISITS = count({ id: 'visits', name: '门诊人次' });
const CASES = count({ id: 'cases', name: '法定传染病报告例数', unit: '例', better: '低' });
const MANAGED = count({ id: 'managed', name: '糖尿病患者管理人数', unit: '人', better: '高' });
export const RATE = indicator({ id: 'rate', name: '规范管理率' });

export const change = (of: string, value: number, more: Partial<Fact> = {}): Fact => ({
  of,
  at: '甲县',
  in: '2020',
  value,
  measure: '同比(%)',
  written: `${Math.abs(value)}%`,
  ...more
});
export const figure = (of: string, value: number, more: Partial<Fact> = {}): Fact => ({
  of,
  at: '甲县',
  in: '2020',
  value,
  ...more
});

/** The board of the county, of one kind of change where asked for. */
export function ask(facts: Fact[], kind?: ChangeKind, more: Partial<Small> = {}) {
  return changeBoard(dataset({ indicators: [VISITS, CASES, MANAGED, RATE], facts, ...more }), '甲县', kind)!;
}
