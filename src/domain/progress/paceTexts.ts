import type { Completion } from './completion';
import { forecastOf, neededPace } from './pace';
import { parsePeriod } from '../time/parsePeriod';
import { periodLabel } from '../time/periodLabel';
import { differenceUnit, formatNumber } from '../wording/format';
import { withoutFullStop } from '../wording/withoutFullStop';
import { memoByObject } from '../model/memo';

/** What stands beside a bar besides done, target and rate: short, since the column says what it is about. */
export interface PaceTexts {
  /** `差1,293`, `超12`, of a limit `余2`; empty without a target. */
  readonly gap: string;
  /** `日均19.6例`; empty where nothing is left to do or it can't be said. */
  readonly perDay: string;
  /** `月均139.0例`; only for monthly reports. */
  readonly perMonth: string;
  /** Why there is no pace, where that is news: `已到期，还差77单位`; else empty. */
  readonly instead: string;
  /** `2020年12月31日到期`. */
  readonly due: string;
  /** 推算 percent on the due day, for the length of its bar; null where it can't be said. */
  readonly forecast: number | null;
  /** `推算82.6%`; empty where it can't be said. */
  readonly forecastText: string;
  /** `公共卫生科`; empty where nobody is named, or where the organisation itself answers. */
  readonly office: string;
  /** The row's remark without the office named in it. */
  readonly remark: string;
}

/** Texts for a completion; every number through the one formatter. Made once, as `completionTexts`. */
export const paceTexts: (c: Completion) => PaceTexts = memoByObject(makeTexts);

function makeTexts(c: Completion): PaceTexts {
  const needed = neededPace(c);
  const { percent } = forecastOf(c);
  const pace = (value: number | null) =>
    value === null ? '' : formatNumber(value, { decimals: value < 1 ? 2 : 1, unit: c.row.unit });
  const before = (title: string, text: string) => (text ? `${title}${text}` : '');
  const due = parsePeriod(c.due);
  return {
    gap: gapText(c, needed.remaining),
    perDay: before('日均', pace(needed.perDay)),
    perMonth: before('月均', pace(needed.perMonth)),
    instead: needed.reason.startsWith('已') ? needed.reason : '',
    due: due ? `${periodLabel(due)}到期` : '',
    forecast: percent,
    forecastText: percent === null ? '' : `推算${formatNumber(percent, { decimals: 1, unit: '%' })}`,
    office: c.organisation ? '' : c.responsible,
    remark: remarkOf(c.row.note)
  };
}

function gapText(c: Completion, remaining: number | null): string {
  if (remaining === null || c.row.status === '存疑') return '';
  if (remaining === 0) return '';
  const isLimit = c.goal.direction === '控制';
  const unit = c.row.unit === '%' || c.row.unit === '‰' ? differenceUnit(c.row.unit) : '';
  return `${remaining > 0 ? (isLimit ? '余' : '差') : '超'}${formatNumber(Math.abs(remaining), { decimals: null, unit })}`;
}

/** `负责：公共卫生科；原文称已完成` → `原文称已完成`. */
function remarkOf(note: string): string {
  return withoutFullStop(note.replace(/负责[：:]\s*[^；;。]+[；;。]?\s*/, ''));
}
