/**
 * Which indicators measure the same thing by another 口径.
 */
import type { Dataset } from './dataset';
import type { Indicator } from './records';

/** Rates of one kind of care that differ only in what counts as done: 管理率, 规范管理率, 健康管理率. */
const CARE_RATE =
  /^(.+?)(?:规范化?|健康|系统|任务|电子|动态|有偿)*(?:管理|建档|签约|签约服务|签约覆盖|完成|覆盖|接种|筛查)率$/;

/** What a group measures: the part before `·`; empty where the group doesn't say. */
export function subjectOf(group: string): string {
  const at = group.indexOf('·');
  return at < 0 ? '' : group.slice(0, at);
}

/** The 口径 within a group: the part after `·`, or all of it. */
export function basisOf(group: string): string {
  const at = group.indexOf('·');
  return at < 0 ? group : group.slice(at + 1);
}

/**
 * Whether two indicators are one measure by different 口径: equal unit, and either names with one stem
 * (高血压患者 in 高血压患者规范管理率) or names equal but for what stands in brackets.
 */
export function sameMeasure(a: Indicator, b: Indicator): boolean {
  if (a.unit !== b.unit) return false;
  const stem = stemOf(a.name);
  return (stem !== '' && stem === stemOf(b.name)) || withoutBrackets(a.name) === withoutBrackets(b.name);
}

/**
 * What a place may give instead of an indicator, nearest first: the same measure by another 口径,
 * then other indicators of one subject (equal text before `·` in the group) and unit.
 */
export function otherMeasures(dataset: Dataset, indicator: Indicator): Indicator[] {
  const subject = subjectOf(indicator.group);
  const others = dataset.indicators.filter((o) => o.id !== indicator.id && o.unit === indicator.unit);
  const same = others.filter((o) => sameMeasure(o, indicator));
  const kin = others.filter((o) => subject !== '' && subjectOf(o.group) === subject && !same.includes(o));
  return [...same, ...kin];
}

/**
 * Versions of one indicator, as when a 口径 is changed from some month on: one subject, one unit, and
 * names equal but for what stands in brackets.
 */
export function otherVersions(dataset: Dataset, indicator: Indicator): Indicator[] {
  const subject = subjectOf(indicator.group);
  if (subject === '') return [];
  return dataset.indicators.filter(
    (o) =>
      o.id !== indicator.id &&
      o.unit === indicator.unit &&
      subjectOf(o.group) === subject &&
      (withoutBrackets(o.name) === withoutBrackets(indicator.name) ||
        withoutBrackets(o.group) === withoutBrackets(indicator.group))
  );
}

function withoutBrackets(text: string): string {
  return text.replace(/[（(][^（）()]*[）)]/g, '');
}

function stemOf(name: string): string {
  return CARE_RATE.exec(name)?.[1] ?? '';
}
