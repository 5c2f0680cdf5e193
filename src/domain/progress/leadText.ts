/**
 * Lead and lag in words: against the clock, of a limit against what may be used by now, or against the limit itself.
 */
import { roundTo } from '../number/rounding';
import { differenceUnit, formatNumber } from '../wording/format';
import type { Completion } from './completion';

type Led = Pick<Completion, 'row' | 'goal' | 'lead' | 'gap'>;

/** How a lead goes by: the clock, the clock as a budget, or the limit alone. */
export type LeadBasis = '序时' | '用量' | '控制数';

/** What a lead is measured against; null where the direction is unknown. */
export function leadBasis({ goal }: Pick<Completion, 'goal'>): LeadBasis | null {
  if (goal.direction === '达到') return '序时';
  if (goal.direction === '不明') return null;
  return goal.accumulates ? '用量' : '控制数';
}

const DIRECTIONS = { 序时: ['快', '慢'], 用量: ['少用', '多用'] } as const;

/** A whole phrase: `快14.3个百分点`, `与序时持平`, `多用3.0个百分点`, `超控制数2例`; empty where there is nothing to say. */
export function leadText(c: Led): string {
  const basis = leadBasis(c);
  if (basis === '控制数') return limitText(c);
  if (basis === null || c.lead === null) return '';
  if (c.lead === 0) return '与序时持平';
  const direction = DIRECTIONS[basis][c.lead > 0 ? 0 : 1];
  const size = Math.abs(c.lead);
  // 0.04 must not print as 快0.0.
  if (roundTo(size, 1) === 0) return `${direction}不到0.1个百分点`;
  return `${direction}${formatNumber(size, { decimals: 1, unit: '个百分点' })}`;
}

/** The same for a column that says what it counts: `慢14.3`, `快<0.1`, `持平`, `多用3.0`; of a limit alone with its unit, `超2例`. */
export function leadFigure(c: Led): string {
  const basis = leadBasis(c);
  if (basis === '控制数') {
    if (c.gap === null) return '';
    return c.gap === 0 ? '持平' : `${c.gap > 0 ? '余' : '超'}${gapSize(c)}`;
  }
  if (basis === null || c.lead === null) return '';
  if (c.lead === 0) return '持平';
  const size = Math.abs(c.lead);
  const figure = roundTo(size, 1) === 0 ? '<0.1' : formatNumber(size, { decimals: 1 });
  return `${DIRECTIONS[basis][c.lead > 0 ? 0 : 1]}${figure}`;
}

/**
 * What to sort by, worst first: the lead. A limit of 0 has none, since nothing is a share of 0: passed it is worse than
 * anything, kept it is level. Null where nothing can be said.
 */
export function leadOrder({ lead, exceeded }: Pick<Completion, 'lead' | 'exceeded'>): number | null {
  return lead ?? (exceeded === null ? null : exceeded ? -Number.MAX_VALUE : 0);
}

/** Where a figure stands to its limit: `低于控制数2例`, `超控制数2例`, `等于控制数`; empty without both. */
export function limitText(c: Led): string {
  if (c.gap === null) return '';
  return c.gap === 0 ? '等于控制数' : `${c.gap > 0 ? '低于' : '超'}控制数${gapSize(c)}`;
}

function gapSize({ row, gap }: Led): string {
  return formatNumber(Math.abs(gap!), { decimals: null, unit: differenceUnit(row.unit) });
}

/** What a limit asks, in words: `控制在10例以内`, `低于10例`. */
export function limitWords(target: number, strict: boolean, unit: string): string {
  const figure = formatNumber(target, { decimals: null, unit });
  return strict ? `低于${figure}` : `控制在${figure}以内`;
}
