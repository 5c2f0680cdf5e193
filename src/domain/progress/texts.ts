import type { Completion } from './completion';
import { formatNumber } from '../wording/format';

/** The figures of one completion as text, the same on the chart, in its table and in its tooltip. */
export interface CompletionFigures {
  /** `2,707`, or `—` where the report gives none. */
  readonly done: string;
  /** `目标4,000`, `推算4,000`, or `无目标`. */
  readonly target: string;
  /** The target can't be trusted: done and rate contradict each other. */
  readonly targetIsOdd: boolean;
  /** `67.68%`, or `—`. */
  readonly rate: string;
  /** `按数计算100.55%`; empty where there is nothing to compute. */
  readonly computed: string;
  /** `慢14.3`, in 个百分点; empty without 序时. */
  readonly lead: string;
  /** `81.97%`; empty without 序时. */
  readonly elapsed: string;
  /** `上年同期65.2%`, `上年推算48.6%`: where the mark of the year before stands; empty where it isn't known. */
  readonly lastYear: string;
}

/** Texts for a completion; every number through the one formatter. */
export function completionFigures(row: Completion): CompletionFigures {
  return {
    done:
      row.done === null
        ? '—'
        : formatNumber(row.done, { decimals: null, qualifier: row.row.qualifier, unit: percent(row) }),
    target: targetText(row),
    targetIsOdd: row.target === null && row.row.status === '存疑',
    rate: row.rateText || '—',
    computed: row.computed === null ? '' : `按数计算${formatNumber(row.computed, { decimals: 2, unit: '%' })}`,
    lead: leadFigure(row.lead),
    elapsed: row.elapsed === null ? '' : formatNumber(row.elapsed, { decimals: null, unit: '%' }),
    lastYear:
      row.lastYear === null
        ? ''
        : `上年${row.lastYear.derived ? '推算' : '同期'}${formatNumber(row.lastYear.percent, { decimals: 1, unit: '%' })}`
  };
}

/** One decimal is what a meeting reads; below half of it the two stand level. */
function leadFigure(lead: number | null): string {
  if (lead === null) return '';
  const figure = formatNumber(Math.abs(lead), { decimals: 1 });
  if (figure === '0.0') return '持平';
  return `${lead < 0 ? '慢' : '快'}${figure}`;
}

function targetText(row: Completion): string {
  if (row.target !== null) {
    // The sign of a row belongs to what was done; where nothing is done yet, to the target.
    const qualifier = row.done === null && row.row.rate === null ? row.row.qualifier : '';
    return `目标${formatNumber(row.target, { decimals: null, qualifier, unit: percent(row) })}`;
  }
  if (row.target === null && row.row.status === '存疑') return '原文数与率不合';
  if (row.impliedTarget !== null) return `推算${formatNumber(row.impliedTarget, { decimals: null })}`;
  return '无目标数';
}

/** Units are left out where the task names what it counts; a percentage without its sign would pass for a count. */
function percent(row: Completion): string {
  return row.row.unit === '%' ? '%' : '';
}
