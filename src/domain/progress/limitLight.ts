/**
 * Which light a limit shows under each family of rules: kept is good, passed is bad, and what lies between depends on the
 * rule. `limitRuleText` prints the same under the chart.
 */
import { type Light, lightAt, type LightLevel, type LightRule } from '../lights/rule';
import type { Judged, LightContext } from './completion';
import { forecastOf } from './pace';
import { dayLabel } from '../time/dayLabel';
import { formatNumber } from '../wording/format';
import { limitText, limitWords } from './leadText';

type Say = (level: LightLevel, word: string, reason: string) => Light;

/**
 * The light of a limit (`goal.direction` 控制); the caller has turned away plans, figures in doubt and completions without a
 * rate, but for a limit of 0, which has none.
 */
export function limitLight(c: Judged, rule: LightRule, context: LightContext = {}): Light {
  const say: Say = (level, word, reason) => ({ ...lightAt(level, rule), word, reason });
  const dark = (reason: string): Light => ({ ...lightAt('none', rule), reason });
  if (c.row.target === null || c.done === null) return dark('没有控制数或实际数，判不了是否超出');
  if (c.exceeded === null) return dark('完成数是界限而非确数，判不了是否超出');
  const state = limitState(c);
  switch (rule.family) {
    case '序时':
      return paceLight(c, rule.amberWithin, say, dark);
    case '阈值':
      return c.exceeded ? say('bad', '超出', state) : say('good', '未超', state);
    case '位次':
      return rankLight(c, rule, context, say, dark);
    case '逾期':
      return dueLight(c, say, dark);
    case '预测':
      return forecastLight(c, rule.amberFrom, say, dark);
  }
}

/** `超控制数2例（控制在10例以内）`. */
function limitState(c: Judged): string {
  return `${limitText(c)}（${limitWords(c.row.target!, c.goal.strict, c.row.unit)}）`;
}

/** By the lead, whose measure is the limit itself or, where it accumulates, the time passed. */
function paceLight(c: Judged, amberWithin: number, say: Say, dark: (reason: string) => Light): Light {
  const words = c.goal.accumulates ? { bad: '超序时', fair: '略超' } : { bad: '超出', fair: '略超' };
  if (c.lead === null) return withoutLead(c, say, dark);
  const reason = reasonOf(c);
  if (c.lead >= 0 && !c.exceeded) return say('good', '未超', reason);
  return c.lead >= -amberWithin ? say('middling', words.fair, reason) : say('bad', words.bad, reason);
}

/** Without a clock only a limit that is passed, or one of 0, can be judged. */
function withoutLead(c: Judged, say: Say, dark: (reason: string) => Light): Light {
  if (c.exceeded) return say('bad', '超出', limitState(c));
  return c.goal.accumulates && c.row.target! > 0 ? dark(c.clockReason) : say('good', '未超', limitState(c));
}

function reasonOf(c: Judged): string {
  const passed = c.goal.accumulates && c.exceeded ? `；${limitState(c)}` : '';
  return c.goal.accumulates ? `${c.leadText}${passed}` : limitState(c);
}

function rankLight(
  c: Judged,
  rule: LightRule & { readonly family: '位次' },
  { standing }: LightContext,
  say: Say,
  dark: (reason: string) => Light
): Light {
  if (c.lead === null) return withoutLead(c, say, dark);
  const reason = reasonOf(c);
  if (c.lead >= 0 && !c.exceeded) return say('good', '未超', reason);
  const word = c.goal.accumulates ? '超序时' : '超出';
  if (!standing || standing.rank === null)
    return say('middling', word, [reason, standing?.reason].filter(Boolean).join('；'));
  if (standing.of < rule.fewest) {
    return say('middling', word, `${reason}；有数的${standing.of}家，不足${rule.fewest}家，不排末位`);
  }
  const isLast = standing.behind < rule.last;
  const place = `${standing.of}家中列第${standing.rank}${isLast ? `（末${rule.last}位）` : ''}`;
  return isLast ? say('bad', '靠后', `${reason}；${place}`) : say('middling', word, `${reason}；${place}`);
}

/** What adds up can't come down again; anything else has until the due day. */
function dueLight(c: Judged, say: Say, dark: (reason: string) => Light): Light {
  if (!c.exceeded) return say('good', '未超', limitState(c));
  if (c.goal.accumulates) return say('bad', '超出', limitState(c));
  if (c.daysLeft === null) return dark(c.row.asOf === '' ? '没有写明数据截止日，不知道是否到期' : '任务期尚未开始');
  const due = dayLabel(c.due);
  if (c.daysLeft <= 0) return say('bad', '超出', `${due}到期，${limitState(c)}`);
  const left = `离到期（${due}）还有${c.daysLeft}天，${limitState(c)}`;
  return say('middling', '待降', left);
}

function forecastLight(c: Judged, amberFrom: number, say: Say, dark: (reason: string) => Light): Light {
  const isDue = c.daysLeft !== null && c.daysLeft <= 0;
  if (c.exceeded && (isDue || c.goal.accumulates)) return say('bad', '超出', limitState(c));
  if (isDue) return say('good', '未超', limitState(c));
  if (!c.goal.accumulates) return dark('控制数不随时间累计，到期才判');
  const { percent, reason } = forecastOf(c);
  if (percent === null) return dark(reason);
  const text = `推算到期用去${formatNumber(percent, { decimals: 1, unit: '%' })}`;
  if (percent < 100 || (percent === 100 && !c.goal.strict)) return say('good', '未超', text);
  return percent <= 200 - amberFrom ? say('middling', '略超', text) : say('bad', '会超出', text);
}
