/** What a report seems to be, for its clerk to say whether it is so. */
import type { Place } from '../model/records';
import { reportLines, plainText } from '../read/lines';
import { REPORT_KINDS, type ReportKind } from '../read/readReport';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { titleOf } from '../sheet/title';

export interface FormGuess {
  readonly title: string;
  /** Name of a place; empty where none is told. */
  readonly place: string;
  /** Canonical form; empty where none is told. */
  readonly period: string;
  readonly kind: ReportKind;
}

/** Lines at the head of a report that can hold its title. */
const HEAD = 6;
const KIND_WORDS: readonly (readonly [RegExp, ReportKind])[] = [
  [/公报/, '公报'],
  [/通报|进展|进度|完成情况/, '进展通报'],
  [/总结|回顾|述职|情况/, '总结'],
  [/计划|思路|要点|安排|打算/, '计划']
];

/**
 * What kind of report a text is, whose, and of which time, from its first lines and the name of its file.
 * @returns a guess for the clerk to change: what nothing says is empty, and the kind the first of all
 */
export function guessForm(text: string, name: string, places: readonly Place[]): FormGuess {
  const head = reportLines(text)
    .filter(({ plain }) => plain.trim() !== '')
    .slice(0, HEAD)
    .map(({ plain, text: said }) => ({ plain: plain.trim(), said: said.trim() }));
  const bare = name.replace(/\.[^.]*$/, '');
  const short = head.map(({ said }) => said).filter((line) => line.length <= 60 && !/[。；>＞»]|[:：]$/.test(line));
  const isTitle = (line: string) => KIND_WORDS.some(([pattern]) => pattern.test(line));
  const heading = short.find((line) => isTitle(line) && line.length > 6) ?? short[0] ?? '';
  const title = titleOf([bare, ...head.map(({ plain }) => plain)].filter((line) => line.length <= 60));
  const words = [...head.map(({ plain }) => plain), bare].join('\n');
  const namedIn = (text: string) =>
    places.filter((place) => text.includes(place.name)).sort((a, b) => b.name.length - a.name.length)[0]?.name;
  return {
    title: heading === '' ? bare : heading,
    place: namedIn(heading) ?? namedIn(words) ?? title.place,
    period: monthOf(heading, title.period) ?? title.period?.text ?? '',
    kind: KIND_WORDS.find(([pattern]) => pattern.test(heading) || pattern.test(bare))?.[1] ?? REPORT_KINDS[0]
  };
}

/** 2020年云山县10月份工作完成情况 is of October; a day is that of a web page, not of a report. */
function monthOf(heading: string, period: Period | undefined): string | undefined {
  if (period?.kind === '时点') return '';
  const month = /(?<![\d-])(\d{1,2})月份?(?!\d)/.exec(plainText(heading));
  if (period?.kind !== '年' || !month) return undefined;
  return parsePeriod(`${period.text}-${month[1]!.padStart(2, '0')}`)?.text;
}

/** Whether a text reads as a report, not as a table: whole sentences, hardly a line of cells. */
export function isProse(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const cells = lines.filter((line) => /\t/.test(line) || (line.match(/,/g) ?? []).length >= 2).length;
  return lines.some((line) => /[。；]/.test(line)) && cells < lines.length / 2;
}
