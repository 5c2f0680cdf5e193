/** The time a fact is about: the report's own period unless its sentence says otherwise. */
import { yearBefore, type Period } from '../time/period';
import type { NumberContext } from './clauses';
import type { FactKind } from './factKind';
import type { Section } from './sections';
import { daysOf, followingSpan, monthsOf, quarterOf, sinceNewYear, type Span } from './spans';

type Reader = (m: RegExpExecArray, year: number) => Span | undefined;

/** Words of time where a clause begins. A comparison (比2022年, 较上月) is about the number's change, not its time. */
const TIMES: readonly (readonly [string, Reader])[] = [
  [
    '(?:截[至止]到?|至|到)(?:(\\d{4})年)?(\\d{1,2})月(?:(\\d{1,2})[日号])?[底末]?',
    (m, year) => sinceNewYear(number(m[1], year), number(m[2]), m[3] ? number(m[3]) : undefined)
  ],
  [
    '(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})[日号])?(?:-|至|到)(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})[日号])?',
    (m) => across(numbersOf(m))
  ],
  ['截[至止]到?(?:(\\d{4})年|年)[底末]', (m, year) => monthsOf(number(m[1], year), 1, 12)],
  [
    '(?:(\\d{4})年)?(\\d{1,2})月?(?:-|至|到)(\\d{1,2})月份?',
    (m, year) => monthsOf(number(m[1], year), number(m[2]), number(m[3]))
  ],
  [
    '(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]?(?:-|至|到)(?:(\\d{1,2})月)?(\\d{1,2})[日号]',
    (m, year) => daysOf(number(m[1], year), number(m[2]), number(m[3]), number(m[4], number(m[2])), number(m[5]))
  ],
  [
    '(?:(\\d{4})年)?(\\d{1,2})月(?:份|全月|(?!\\d))',
    (m, year) => monthsOf(number(m[1], year), number(m[2]), number(m[2]))
  ],
  ['(?:(\\d{4})年)?上半年', (m, year) => monthsOf(number(m[1], year), 1, 6)],
  ['(?:(\\d{4})年)?下半年', (m, year) => monthsOf(number(m[1], year), 7, 12)],
  ['(?:(\\d{4})年)?第?([一二三四1-4])季度', (m, year) => quarterOf(number(m[1], year), m[2]!)],
  ['(?:去|上)年(?:度|全年|底|末)?(?!同期)', (_, year) => monthsOf(year - 1, 1, 12)],
  ['(\\d{4})年(?:度|全年|底|末)?', (m) => monthsOf(number(m[1]), 1, 12)]
];
const READERS = TIMES.map(
  ([form, read]) => [new RegExp(`(?:^|[,。;:(、\\s.)]|完成|做好|[在于])(?:其中)?(${form})`, 'g'), read] as const
);
const NEAR_READERS = TIMES.map(([form, read]) => [new RegExp(`(${form})的?(?:约|近)?$`), read] as const);
const LAST_YEAR_SAME = /(?:去年|上年)?同期(?:的|为|是|约|仅|有|达|完成)*$/;

/** The span of the fact at `place` of kind `kind`, in a report about `period`. */
export function factSpan(
  place: NumberContext,
  kind: FactKind,
  period: Period,
  section: Pick<Section, 'planned' | 'due'>
): Span {
  const year = Number(period.end.slice(0, 4));
  const near = place.clauseSaid.slice(-16);
  if (kind === 'plan') return plannedSpan(place, period, year, section);
  if (LAST_YEAR_SAME.test(near) && !/(?:(?<!占)比|较|与)[^,。;]{0,6}$/.test(near.replace(LAST_YEAR_SAME, '')))
    return yearBefore(period);
  for (const [pattern, read] of NEAR_READERS) {
    const m = pattern.exec(near);
    const span = m && !/[比较与和]$/.test(near.slice(0, m.index)) ? read(shift(m), year) : undefined;
    if (span) return ofReport(span, period);
  }
  const listed = yearOfList(place);
  if (listed) return ofReport(listed, period);
  // What a bracket says that is closed again, 36.2%(2022年为34.5%), holds for the bracket.
  const stated = lastTime(
    place.said.replace(/\([^()]*\)/g, (inner) => ' '.repeat(inner.length)),
    year
  );
  // 预计2020年…… in a report up to October is about the whole year.
  const whole = /(?:预计|预期)(?:今年|(?:20\d{2})年|全年)/.test(place.said) ? monthsOf(year, 1, 12) : undefined;
  return whole ?? (stated ? ofReport(stated, period) : period);
}

/** The time that words such as a column's head name; undefined where they name none. */
export function spanSaid(words: string, period: Period): Span | undefined {
  if (LAST_YEAR_SAME.test(words)) return yearBefore(period);
  const stated = lastTime(words, Number(period.end.slice(0, 4)));
  return stated && ofReport(stated, period);
}

/** 2021年、2022年分别为1.2万人次、1.5万人次: each number has its own year. */
function yearOfList({ head, at, of }: NumberContext): Span | undefined {
  const years = of > 1 ? (head.match(/(?:19|20)\d{2}(?=年)/g) ?? []) : [];
  return years.length === of ? monthsOf(Number(years[at]), 1, 12) : undefined;
}

/** A year that is the report's own says no more than the report's period. */
function ofReport(span: Span, period: Period): Span {
  const wholeYear = span.start.endsWith('-01-01') && span.end.endsWith('-12-31');
  return wholeYear && span.start.slice(0, 4) === period.end.slice(0, 4) ? period : span;
}

/** The last time said where a clause begins. */
function lastTime(said: string, year: number): Span | undefined {
  if (!/[年月]|季度/.test(said)) return undefined;
  let best = -1;
  let length = 0;
  let span: Span | undefined;
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(said); m; m = pattern.exec(said)) {
      const at = m.index + m[0].length - m[1]!.length;
      const found = read(shift(m), year);
      if (
        found &&
        (at > best || (at === best && m[1]!.length > length)) &&
        !/^(?:相比|相较|基础|以来)/.test(said.slice(at + m[1]!.length))
      ) {
        best = at;
        length = m[1]!.length;
        span = found;
      }
    }
  }
  return span;
}

const DUE: readonly (readonly [RegExp, Reader])[] = [
  [
    /(?:(\d{4})年)?(\d{1,2})月(?:份|底|末|前|中旬|下旬|上旬)*/g,
    (m, year) => monthsOf(number(m[1], year), 1, number(m[2]))
  ],
  [
    /(?<=到|至|^|[,。;:]|力争|确保)(\d{4})年(?:底|末|前)*(?!-|度?(?:工作|行动|规划))/g,
    (m) => monthsOf(number(m[1]), 1, 12)
  ],
  [/(?:今年|(?<!\d)年)[底末](?:前)?|年内|全年/g, (_, year) => monthsOf(year, 1, 12)],
  [/明年|来年/g, (_, year) => monthsOf(year + 1, 1, 12)],
  [/下半年/g, (_, year) => monthsOf(year, 7, 12)]
];

/** A plan ends where its sentence says, else with the period after the report's. */
function plannedSpan(
  { said }: NumberContext,
  period: Period,
  year: number,
  { planned, due }: Pick<Section, 'planned' | 'due'>
): Span {
  const following = due ?? followingSpan(period);
  // 年底 among the plans is the coming year's, in the account of a year that year's own.
  const dueYear = planned ? Number(following.end.slice(0, 4)) : year;
  let best = -1;
  let span: Span | undefined;
  for (const [pattern, read] of DUE) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(said); m; m = pattern.exec(said)) {
      const found = read(m, /年[底末]|年内|全年|\d月/.test(m[0]) ? dueYear : year);
      if (found && m.index > best && found.end > period.start) {
        best = m.index;
        span = found;
      }
    }
  }
  return span ?? following;
}

function shift(m: RegExpExecArray): RegExpExecArray {
  const inner = m.slice(1) as unknown as RegExpExecArray;
  return inner;
}

function numbersOf(m: RegExpExecArray): (number | undefined)[] {
  return Array.from(m, (text) => (text === undefined ? undefined : Number(text))).slice(1);
}

/** From a month or day of one year to one of another. */
function across([year, month, day, endYear, endMonth, endDay]: (number | undefined)[]): Span | undefined {
  const first = monthsOf(year!, month!, month!);
  const last = monthsOf(endYear!, endMonth!, endMonth!);
  const from = day === undefined ? first : daysOf(year!, month!, day, month!, day);
  const to = endDay === undefined ? last : daysOf(endYear!, endMonth!, endDay, endMonth!, endDay);
  return from && to && from.start <= to.end ? { start: from.start, end: to.end } : undefined;
}

function number(text: string | undefined, otherwise = NaN): number {
  return text === undefined ? otherwise : Number(text);
}
