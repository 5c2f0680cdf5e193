/**
 * Which light a completion shows under a rule, and why.
 */
import {
  type DueRule,
  type ForecastRule,
  type Light,
  lightAt,
  type LightLevel,
  type LightRule,
  type RankRule
} from '../lights/rule';
import type { Judged, LightContext, PeerRank } from './completion';
import { doneSign } from '../model/goal';
import { limitLight } from './limitLight';
import { forecastOf } from './pace';
import { dayLabel } from '../time/dayLabel';
import { formatNumber } from '../wording/format';

/**
 * The light of a completion by a rule. None, with the reason, for plans, figures in doubt, without a completion rate,
 * where the direction of the target is unknown, where the figure is a bound that leaves the light open, and where the
 * family lacks what it goes by (序时, a cut-off day). 位次 needs `context.standing`; without it nobody is among the last.
 */
export function lightFor(c: Judged, rule: LightRule, context: LightContext = {}): Light {
  const dark = (reason: string): Light => ({ ...lightAt('none', rule), reason });
  if (c.plan) return dark('计划，尚无完成数');
  const isLimit = c.goal.direction === '控制';
  if (c.rate === null && !(isLimit && c.row.target === 0 && c.done !== null)) return dark(noRateReason(c));
  if (c.row.status === '存疑') return dark('原文数字存疑');
  if (c.goal.direction === '不明') return dark(c.goal.reason);
  if (isLimit) return limitLight(c, rule, context);
  const light = targetLight(c, rule, context);
  return isCertain(c, light.level) ? light : dark('完成数是界限而非确数，灯定不下来');
}

/** A bound moves the figure one way only: at least so much can't make a good light worse, at most so much a bad one better. */
function isCertain({ row }: Judged, level: LightLevel): boolean {
  const sign = doneSign(row);
  if (sign === '≥' || sign === '>') return level === 'good' || level === 'none';
  if (sign === '≤' || sign === '<') return level === 'bad' || level === 'none';
  return true;
}

/** The light of a target to reach. */
function targetLight(c: Judged, rule: LightRule, context: LightContext): Light {
  const dark = (reason: string): Light => ({ ...lightAt('none', rule), reason });
  switch (rule.family) {
    case '序时':
      if (c.lead === null) return dark(c.clockReason);
      return {
        ...lightAt(c.lead >= 0 ? 'good' : c.lead >= -rule.amberWithin ? 'middling' : 'bad', rule),
        reason: c.leadText
      };
    case '阈值':
      return { ...lightAt(byThreshold(c.rate!, rule), rule), reason: `完成率${c.rateText}` };
    case '位次':
      return rankLight(c, rule, context.standing, dark);
    case '逾期':
      return dueLight(c, rule, dark);
    case '预测':
      return forecastLight(c, rule, dark);
  }
}

function rankLight(c: Judged, rule: RankRule, standing: PeerRank | undefined, dark: (reason: string) => Light): Light {
  if (c.lead === null) return dark(c.clockReason);
  if (c.lead >= 0) return { ...lightAt('good', rule), reason: c.leadText };
  const missing =
    standing && standing.missing.length > 0 ? `；${standing.missing.join('、')}缺数，按其余${standing.of}家排` : '';
  if (!standing || standing.rank === null) {
    return { ...lightAt('middling', rule), reason: [c.leadText, standing?.reason].filter(Boolean).join('；') };
  }
  if (standing.of < rule.fewest) {
    return {
      ...lightAt('middling', rule),
      reason: `${c.leadText}；有数的${standing.of}家，不足${rule.fewest}家，不排末位${missing}`
    };
  }
  const isLast = standing.behind < rule.last;
  const place = `${standing.of}家中列第${standing.rank}${isLast ? `（末${rule.last}位）` : ''}`;
  return { ...lightAt(isLast ? 'bad' : 'middling', rule), reason: `${c.leadText}；${place}${missing}` };
}

function dueLight(c: Judged, rule: DueRule, dark: (reason: string) => Light): Light {
  if (c.rate! >= 100) return { ...lightAt('good', rule), reason: `已完成${c.rateText}` };
  if (c.daysLeft === null) return dark(c.clockReason);
  const due = dayLabel(c.due);
  if (c.daysLeft <= 0) return { ...lightAt('bad', rule), reason: `${due}到期，完成${c.rateText}` };
  return {
    ...lightAt(c.daysLeft <= rule.amberDays ? 'middling' : 'good', rule),
    reason: `离到期（${due}）还有${c.daysLeft}天，完成${c.rateText}`
  };
}

function forecastLight(c: Judged, rule: ForecastRule, dark: (reason: string) => Light): Light {
  if (c.rate! >= 100) return { ...lightAt('good', rule), reason: `已完成${c.rateText}` };
  const { percent, reason } = forecastOf(c);
  // Once the period is over there is nothing left to forecast: what was done is the answer.
  const over = c.daysLeft !== null && c.daysLeft <= 0;
  const judged = over ? c.rate : percent;
  if (judged === null) return dark(reason);
  const text = over ? `已到期，完成${c.rateText}` : `推算到期完成${formatNumber(judged, { decimals: 1, unit: '%' })}`;
  return { ...lightAt(byThreshold(judged, rule), rule), reason: text };
}

function byThreshold(percent: number, rule: { readonly greenFrom: number; readonly amberFrom: number }): LightLevel {
  return percent >= rule.greenFrom ? 'good' : percent >= rule.amberFrom ? 'middling' : 'bad';
}

function noRateReason({ row, goal, done }: Judged): string {
  if (row.status === '缺字' || row.status === '原文错误') return `没有完成率（${row.status}）`;
  if (row.target !== null && row.target <= 0) return '目标为0，不算完成率';
  if (goal.direction === '控制') return done === null ? '没有实际数，判不了是否超出' : '没有控制数，判不了是否超出';
  return '没有目标，算不出完成率';
}
