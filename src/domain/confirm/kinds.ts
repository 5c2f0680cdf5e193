/** What a number of a report can be, as a clerk is asked. */
import type { SheetMeasure } from '../sheet/layout';
import type { FactKind } from '../read/factKind';

/** The kinds that are read, and what was done of a task, which only a person can tell from any other figure. */
export type CardKind = FactKind | 'done';

/** In the order in which they are gone through. */
export const CARD_KINDS: readonly CardKind[] = [
  ...(['value', 'done', 'target', 'completion_rate', 'plan', 'yoy', 'yoy_pp', 'yoy_abs', 'share', 'rank'] as const)
];

export const KIND_NAMES: Readonly<Record<CardKind, string>> = {
  value: '数值',
  done: '完成数',
  target: '目标',
  completion_rate: '完成率',
  plan: '计划',
  yoy: '同比（%）',
  yoy_pp: '同比（百分点）',
  yoy_abs: '增减数',
  share: '占比',
  rank: '位次'
};

export const MEASURE_OF: Readonly<Record<CardKind, SheetMeasure>> = {
  value: 'value',
  done: 'done',
  target: 'target',
  completion_rate: 'rate',
  plan: 'target',
  yoy: 'yoy',
  yoy_pp: 'yoy_pp',
  yoy_abs: 'change',
  share: 'share',
  rank: 'rank'
};

export type ItemTable = 'indicators' | 'programmes';

/** Targets, and what became of them, are of a task; all else is of an indicator. */
export function tableOf(kind: CardKind): ItemTable {
  return kind === 'done' || kind === 'target' || kind === 'completion_rate' || kind === 'plan'
    ? 'programmes'
    : 'indicators';
}
