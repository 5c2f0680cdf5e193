/** What became of a plan: a file of its own, because the address of every screen knows the words and not the plans. */
export type PlanOutcome = '达成' | '未达成' | '待报';

export const PLAN_OUTCOMES: readonly PlanOutcome[] = ['达成', '未达成', '待报'];
