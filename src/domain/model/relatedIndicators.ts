/**
 * Which indicators measure the same thing by another 口径.
 */
import type { Dataset } from './dataset';
import { memoByDataset } from './memo';
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
  const { same, kin } = relatedMeasures(dataset, indicator);
  return [...same, ...kin];
}

/** The same in its two kinds, each in the order of the table. Looks up and doesn't search all indicators. */
export function relatedMeasures(
  dataset: Dataset,
  indicator: Indicator
): { readonly same: readonly Indicator[]; readonly kin: readonly Indicator[] } {
  const { byKey, positions } = measureIndex(dataset);
  const inOrder = (keys: readonly string[], known: ReadonlySet<Indicator>) =>
    [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]
      .filter((o) => o.id !== indicator.id && !known.has(o))
      .sort((a, b) => positions.get(a)! - positions.get(b)!);
  const keys = measureKeys(indicator);
  const same = inOrder(keys.same, new Set());
  return { same, kin: inOrder(keys.kin, new Set(same)) };
}

/** Two indicators are the same measure, or kin, where they have one of these texts in common. */
function measureKeys({ name, unit, group }: Indicator): { same: string[]; kin: string[] } {
  const stem = stemOf(name);
  const subject = subjectOf(group);
  const key = (kind: string, text: string) => JSON.stringify([kind, unit, text]);
  return {
    same: [key('name', withoutBrackets(name)), ...(stem === '' ? [] : [key('stem', stem)])],
    kin: subject === '' ? [] : [key('subject', subject)]
  };
}

const measureIndex = memoByDataset((dataset) => {
  const byKey = new Map<string, Indicator[]>();
  for (const indicator of dataset.indicators) {
    const { same, kin } = measureKeys(indicator);
    for (const key of [...same, ...kin]) {
      const list = byKey.get(key);
      if (list) list.push(indicator);
      else byKey.set(key, [indicator]);
    }
  }
  return { byKey, positions: new Map(dataset.indicators.map((indicator, at) => [indicator, at])) };
});

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
