/** What the headings of a report say about the lines below them: their topic, and whether they tell of plans. */
import type { Period } from '../time/period';
import { monthsOf, type Span } from './spans';
import type { ReportLine } from './lines';

export interface Section {
  /** The nearest heading's words, marks aside; empty before the first. */
  readonly heading: string;
  /** The line's own opening phrase where it has one: 3.民生实事项目:… */
  readonly topic: string;
  readonly planned: boolean;
  /** When what is planned is due, where the heading says: 2021年工作计划. */
  readonly due: Span | undefined;
  /** The year of the report. */
  readonly year: number;
}

const MARKS: readonly (readonly [RegExp, number])[] = [
  [/^\s*第[一二三四五六七八九十]+(?:部分|章)[、\s:]*/, 1],
  [/^\s*[一二三四五六七八九十]+[、.]\s*/, 2],
  [/^\s*\([一二三四五六七八九十]+\)[、.\s]*/, 3],
  [/^\s*\d{1,2}\s*(?:[、)]|[.](?!\d)|[.](?=(?:19|20)\d{2}年))\s*/, 4],
  [/^\s*\(\d{1,2}\)\s*/, 5],
  [/^\s*(?:[一二三四五六七八九十]是|[①-⑳])\s*/, 5]
];
const REPORTED = /完成情况|进展|开展情况|落实情况|总结|回顾|成效|成绩|做法|问题|不足|困难/;
const LATER = /下一?步|下一?阶段|下半年|明年|来年|下[个]?月|今后|下一?季度/;
const INTENDED = /计划|思路|安排|打算|谋划|设想|展望|部署|举措|重点|要点|目标/;

/** The section of every line; `period` is the report's, and a heading about a later time opens a plan. */
export function sectionsOf(lines: readonly ReportLine[], period: Period, allPlanned: boolean): Section[] {
  let heading = '';
  const year = Number(period.end.slice(0, 4));
  let planLevel = allPlanned ? 0 : Infinity;
  let due: Span | undefined;
  let titled = false;
  return lines.map(({ plain }) => {
    const mark = MARKS.find(([pattern]) => pattern.test(plain));
    const title = !titled && !mark && plain.trim() !== '';
    titled = titled || plain.trim() !== '';
    const body = mark ? plain.replace(mark[0], '') : plain.trim();
    const opening = /^[^。:;!?,\t]*/.exec(body)![0].trim();
    // A line of figures is a fact, not a heading: 全年计划招聘80人,已招聘62人.
    const figures = /\d|[一二三四五六七八九十]+[名家个例]/.test(opening.replace(/\d+[年月]/g, ''));
    const isHeading = !figures && opening !== '' && opening.length <= 36 && (body.length <= 40 || mark !== undefined);
    const level = mark ? mark[1] : body.length <= 40 && !/[。;]./.test(body) && !/,/.test(body) ? 1 : 6;
    // What kind of report it is, its clerk says; titles of collected reports are often another's.
    if (!allPlanned && !title) {
      const short = level <= 3 || body.length <= 40;
      if (
        (isHeading && short && level < 6 && opensPlan(opening, period, body)) ||
        (level === 6 && turnsToPlan(plain, year))
      ) {
        planLevel = Math.min(level === 6 ? 2 : level, planLevel);
        due = dueOf(opening, year) ?? due;
      } else if (isHeading && level <= planLevel && (mark || REPORTED.test(opening))) {
        planLevel = Infinity;
        due = undefined;
      }
    }
    if (isHeading && !title && !/[,;。]/.test(body.trim().slice(0, -1))) heading = opening;
    const topic = opening.length <= 30 && opening.length < body.length - 1 && !/\d/.test(opening) ? opening : '';
    return { heading, topic, planned: planLevel < Infinity, due, year };
  });
}

/** A paragraph that begins with a later year and tells of aims: 2022年,全市卫生健康工作的总体思路是…… */
function turnsToPlan(plain: string, year: number): boolean {
  const m = /^\s*(?:((?:19|20)\d{2})|20[-xX*]{1,2}|明|来)年,?[^。]{0,40}(?:思路|计划|打算|总体要求|主要目标|将)/.exec(
    plain
  );
  return m !== null && (m[1] === undefined || Number(m[1]) > year);
}

function dueOf(opening: string, year: number): Span | undefined {
  const ofYear = /((?:19|20)\d{2})年/.exec(opening);
  const ofMonth = /(?<![\d-])(\d{1,2})月/.exec(opening);
  if (ofMonth) return monthsOf(ofYear ? Number(ofYear[1]) : year, Number(ofMonth[1]), Number(ofMonth[1]));
  if (/下半年/.test(opening)) return monthsOf(ofYear ? Number(ofYear[1]) : year, 7, 12);
  if (/明年|来年/.test(opening)) return monthsOf(year + 1, 1, 12);
  return ofYear ? monthsOf(Number(ofYear[1]), 1, 12) : undefined;
}

function opensPlan(opening: string, period: Period, body: string): boolean {
  if (REPORTED.test(opening)) return false;
  if (LATER.test(opening)) return INTENDED.test(opening) || /工作|任务/.test(opening);
  const year = Number(period.end.slice(0, 4));
  const month = Number(period.end.slice(5, 7));
  const ofYear = /((?:19|20)\d{2})年?/.exec(opening);
  const ofMonth = /(?<![\d-])(\d{1,2})月/.exec(opening);
  const later = ofYear ? Number(ofYear[1]) > year : ofMonth ? Number(ofMonth[1]) % 12 === (month % 12) + 1 : undefined;
  if (later === false) return false;
  if (later && /^(?:19|20)\d{2}年[。\s]*$/.test(body)) return true;
  return later ? INTENDED.test(opening) : /(?:工作|全年|年度)(?:计划|思路|打算|安排)|^(?:计划|打算)$/.test(opening);
}
