/** 今日要点 as a message in plain text, for a chat: numbered sentences, each with its day, then where they are from. */
import { FICTIONAL_MARK, FICTIONAL_NOTE } from '../model/fictional';
import { parsePeriod } from '../time/parsePeriod';
import { periodLabel } from '../time/periodLabel';
import type { Headline } from './headline';

/**
 * @param title first line
 * @param source last line: reports and cut-off day
 * @param fictional whether the data are invented: then the message says so first
 */
export function findingsMessage(
  title: string,
  headlines: readonly Pick<Headline, 'text' | 'date'>[],
  source: string,
  fictional: boolean
): string {
  return [
    ...(fictional ? [`${FICTIONAL_MARK}${FICTIONAL_NOTE}`] : []),
    title,
    ...headlines.map(({ text, date }, at) => `${at + 1}. ${text}${dayText(text, date)}。`),
    source
  ].join('\n');
}

/** `（截至2020年10月31日）`, unless the sentence says it. */
function dayText(text: string, date: string): string {
  const period = parsePeriod(date);
  const day = period ? periodLabel(period) : '';
  return day === '' || text.includes(day) ? '' : `（截至${day}）`;
}
