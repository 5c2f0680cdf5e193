import type { Completion } from './completion';
import { doneSign, targetSign } from '../model/goal';
import type { Qualifier } from '../model/records';
import { leadBasis, leadFigure, limitWords } from './leadText';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { memoByObject } from '../model/memo';

/** The figures of one completion as text, the same on the chart, in its table and in its tooltip. */
export interface CompletionTexts {
  /** `2,707`, or `—` where the report gives none. */
  readonly done: string;
  /** `目标4,000`, `控制在10以内`, `推算4,000`, or `无目标数`. */
  readonly target: string;
  /** The target can't be trusted: done and rate contradict each other. */
  readonly targetIsOdd: boolean;
  /** `67.68%`, or `—`. */
  readonly rate: string;
  /** `按数计算100.55%`; empty where there is nothing to compute. */
  readonly computed: string;
  /** `慢14.3`, in 个百分点; of a limit that no clock judges `超2例`; empty where there is none. */
  readonly lead: string;
  /** The same where nothing else says the unit: `慢14.3个百分点`. */
  readonly leadWithUnit: string;
  /** `81.97%`; empty without 序时. */
  readonly elapsed: string;
  /** `上年同期65.2%`, `上年推算48.6%`: where the mark of the year before stands; empty where it isn't known. */
  readonly lastYear: string;
}

/** Texts for a completion; every number through the one formatter. Made once: chart, table, tooltip and files share them. */
export const completionTexts: (row: Completion) => CompletionTexts = memoByObject(makeTexts);

function makeTexts(row: Completion): CompletionTexts {
  return {
    done:
      row.done === null
        ? '—'
        : formatNumber(row.done, { decimals: null, qualifier: doneSign(row.row), unit: shareSign(row) }),
    target: targetText(row),
    targetIsOdd: row.target === null && row.row.status === '存疑',
    rate: row.rateText || '—',
    computed: row.computed === null ? '' : `按数计算${formatNumber(row.computed, { decimals: 2, unit: '%' })}`,
    lead: leadFigure(row),
    leadWithUnit: leadWithUnit(row),
    elapsed: row.elapsed === null ? '' : formatNumber(row.elapsed, { decimals: null, unit: '%' }),
    lastYear:
      row.lastYear === null
        ? ''
        : `上年${row.lastYear.derived ? '推算' : '同期'}${formatNumber(row.lastYear.percent, { decimals: 1, unit: '%' })}`
  };
}

/** `象山县结肠镜检查`; an organisation goes by its own name. */
export function taskName(c: Pick<Completion, 'place' | 'programme'>): string {
  return `${placeLabel(c.place)}${c.programme.name}`;
}

/**
 * Done and target with their unit: `完成2,707例，推算目标4,000例`, `完成12件，控制在10件以内`; done is left out where the report
 * doesn't say it.
 */
export function amountsText(c: Completion): string {
  const amount = (value: number, qualifier: Qualifier = '') =>
    formatNumber(value, { decimals: null, qualifier, unit: c.row.unit });
  return [c.done === null ? '' : `完成${amount(c.done, doneSign(c.row))}`, aimText(c, amount)]
    .filter(Boolean)
    .join('，');
}

function aimText(c: Completion, amount: (value: number, qualifier?: Qualifier) => string): string {
  if (c.target !== null) {
    if (c.goal.direction === '控制') return limitWords(c.target, c.goal.strict, c.row.unit);
    return `目标${amount(c.target, targetSign(c.row))}`;
  }
  // What stands in place of a doubtful target is a reason.
  if (c.row.status === '存疑') return '原文数与率不合';
  return c.impliedTarget === null ? '没有目标数' : `推算目标${amount(c.impliedTarget)}`;
}

function leadWithUnit(row: Completion): string {
  const figure = leadFigure(row);
  return leadBasis(row) === '控制数' || !/\d/.test(figure) ? figure : `${figure}个百分点`;
}

function targetText(row: Completion): string {
  if (row.target !== null) {
    if (row.goal.direction === '控制') return limitWords(row.target, row.goal.strict, shareSign(row));
    const qualifier = targetSign(row.row);
    return `目标${formatNumber(row.target, { decimals: null, qualifier, unit: shareSign(row) })}`;
  }
  if (row.row.status === '存疑') return '原文数与率不合';
  if (row.impliedTarget !== null) return `推算${formatNumber(row.impliedTarget, { decimals: null })}`;
  return '无目标数';
}

/** Units are left out where the task names what it counts; a share without its sign would pass for a count. */
function shareSign(row: Completion): string {
  return /^[%‰]$/.test(row.row.unit) ? row.row.unit : '';
}
