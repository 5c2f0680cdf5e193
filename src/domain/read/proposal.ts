/** A fact read from a report, as it is offered to the clerk. */
import type { Measure, Qualifier } from '../model/records';
import { QUALIFIERS } from '../model/records';
import { contradiction } from '../wording/written';
import type { FactKind } from './factKind';
import type { Span } from './spans';

export interface ReadFact {
  /** 1-based line, and where `written` begins in it. */
  readonly line: number;
  readonly offset: number;
  /** The figure as it stands, with its unit and the words that bound it. */
  readonly written: string;
  /** In `unit`, whose scale it carries: 662.16 in 万人次. Falls are negative. */
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly unit: string;
  readonly kind: FactKind;
  readonly name: string;
  readonly alternatives: readonly string[];
  readonly period: Span;
}

const MEASURE_OF: Partial<Record<FactKind, Measure>> = {
  yoy: '同比(%)',
  yoy_pp: '同比(百分点)',
  share: '占比',
  rank: '位次'
};

/**
 * The qualifier with which `written` says `value`, by the check of `data:verify`; undefined where it doesn't say it.
 */
export function qualifierOf(written: string, value: number, unit: string, kind: FactKind): Qualifier | undefined {
  const claim = {
    value,
    unit: kind === 'rank' ? '' : unit === '个百分点' ? '百分点' : unit,
    measure: MEASURE_OF[kind] ?? '数值'
  };
  return QUALIFIERS.find((qualifier) => contradiction(written, { ...claim, qualifier }) === undefined);
}
