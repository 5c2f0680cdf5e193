/**
 * A short remark at one number of a slide's figure. It is tied to the number (place, period, indicator or task) and not
 * to where it stands: sorted or with other data it goes along, and where its number is gone that can be said.
 */
import type { Dataset } from '../model/dataset';
import { parsePeriod } from '../time/parsePeriod';
import { cutText, wellFormed } from '../wording/cutText';
import { fieldsOf } from '../model/fields';

/** Which number: ids of the dataset, a period in its canonical form. */
export interface MarkAt {
  readonly place: string;
  /** `2024`, `2024-01/2024-09`. */
  readonly period: string;
  /** One of the two. */
  readonly indicator?: string;
  readonly task?: string;
  /** Sub-group; absent for the whole. */
  readonly part?: string;
}

export interface Callout extends MarkAt {
  readonly text: string;
}

/** Length of a text in UTF-16 units; how many a slide has. */
export const CALLOUT_LIMITS = { text: 40, count: 12 } as const;

/** The same for the same number. */
export function markKey({ place, period, indicator, task, part }: MarkAt): string {
  return JSON.stringify([place, period, indicator ?? '', task ?? '', part ?? '']);
}

/**
 * The callouts in a value from a file or a storage; undefined where there is none that can be read.
 * @param remark told of what was left out or cut, one sentence each
 */
export function readCallouts(value: unknown, remark: (text: string) => void = ignore): Callout[] | undefined {
  if (!Array.isArray(value)) {
    remark('短说明（callouts）不是列表，已去掉。');
    return undefined;
  }
  const read = new Map<string, Callout>();
  value.forEach((entry: unknown, at) => {
    const one = calloutOf(entry);
    const which = `第${at + 1}个短说明`;
    if (typeof one === 'string') remark(`${which}${one}，已去掉。`);
    else if (read.has(markKey(one.callout))) remark(`${which}与前面的是同一个数，已去掉。`);
    else if (read.size >= CALLOUT_LIMITS.count) remark(`${which}：一张最多${CALLOUT_LIMITS.count}个，没有导入。`);
    else {
      read.set(markKey(one.callout), one.callout);
      if (one.isCut) remark(`${which}超过${CALLOUT_LIMITS.text}字，后面的没有导入。`);
    }
  });
  return read.size > 0 ? [...read.values()] : undefined;
}

function ignore(): void {}

/** One of them, or what is wrong with it. */
function calloutOf(entry: unknown): { readonly callout: Callout; readonly isCut: boolean } | string {
  const { text, place, period, indicator, task, part } = fieldsOf(entry);
  if (!isText(text) || text.trim() === '') return '没有文字（text）';
  if (!isText(place) || place === '') return '没有地区（place）';
  const time = isText(period) ? parsePeriod(period) : undefined;
  if (!time) return '的时期（period）读不懂';
  const [hasIndicator, hasTask] = [isText(indicator) && indicator !== '', isText(task) && task !== ''];
  if (hasIndicator === hasTask) return '要写明指标（indicator）或任务（task），两个里写一个';
  const line = wellFormed(text).replace(/\s+/g, ' ');
  return {
    callout: {
      text: cutText(line, CALLOUT_LIMITS.text),
      place: wellFormed(place),
      period: time.text,
      ...(hasIndicator ? { indicator: wellFormed(indicator as string) } : { task: wellFormed(task as string) }),
      ...(isText(part) && part !== '' ? { part: wellFormed(part) } : {})
    },
    isCut: line.length > CALLOUT_LIMITS.text
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** With a text at a number: instead of the one that is there, or after the others; an empty text takes it away. */
export function setCallout(
  callouts: readonly Callout[] | undefined,
  mark: MarkAt,
  text: string
): Callout[] | undefined {
  const all = callouts ?? [];
  const key = markKey(mark);
  const isIt = (one: Callout) => markKey(one) === key;
  if (text.trim() === '') return readCallouts(all.filter((one) => !isIt(one)));
  const { place, period, indicator, task, part } = mark;
  const made = { place, period, indicator, task, part, text };
  return readCallouts(all.some(isIt) ? all.map((one) => (isIt(one) ? made : one)) : [...all, made]);
}

/** What a callout names that a dataset doesn't have, one sentence; empty where it has all of it. */
export function calloutFault(
  { text, place, indicator, task }: Callout,
  dataset: Pick<Dataset, 'place' | 'indicator' | 'programmes'>
): string {
  const lacking = (what: string, id: string) => `短说明“${text}”的${what}“${id}”数据里没有，图上不画。`;
  if (!dataset.place(place)) return lacking('地区（place）', place);
  if (indicator && !dataset.indicator(indicator)) return lacking('指标（indicator）', indicator);
  return task && !dataset.programmes.some(({ id }) => id === task) ? lacking('任务（task）', task) : '';
}
