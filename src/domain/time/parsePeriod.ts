/**
 * Reading a period from text: the ISO forms of the dataset and the forms Chinese reports use.
 */
import { isDay, isoDay } from './calendar';
import { type Period, periodOfDays, periodOfMonths } from './period';

type Reader = readonly [RegExp, (m: readonly number[]) => Period | undefined];

const DAY = '(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})';

const HAN_DAY = '(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]';

/** The first form that matches decides. Groups arrive as numbers. */
const READERS: readonly Reader[] = [
  [/^(\d{4})(?:年度?|年全年)?$/, ([y]) => periodOfMonths(y!, 1, y!, 12)],
  [/^(\d{4})-H([12])$/, ([y, h]) => periodOfMonths(y!, h! * 6 - 5, y!, h! * 6)],
  [/^(\d{4})-Q([1-4])$/, ([y, q]) => quarter(y!, q!)],
  [/^(\d{4})年(?:第)?([1-4])季度?$/, ([y, q]) => quarter(y!, q!)],
  [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => months(y!, m!, y!, m!)],
  [/^(\d{4})年(\d{1,2})月(?:份)?$/, ([y, m]) => months(y!, m!, y!, m!)],
  [/^(\d{4})-(\d{1,2})\/(\d{4})-(\d{1,2})$/, ([y, m, y2, m2]) => months(y!, m!, y2!, m2!)],
  [/^(\d{4})年(\d{1,2})月?[-~](\d{1,2})月(?:份)?$/, ([y, m, m2]) => months(y!, m!, y!, m2!)],
  [/^(\d{4})年(\d{1,2})月[-~](\d{4})年(\d{1,2})月$/, ([y, m, y2, m2]) => months(y!, m!, y2!, m2!)],
  [exactly(DAY), ([y, m, d]) => days(y!, m!, d!, y!, m!, d!)],
  [exactly(HAN_DAY), ([y, m, d]) => days(y!, m!, d!, y!, m!, d!)],
  [exactly(`${DAY}/${DAY}`), ([y, m, d, y2, m2, d2]) => days(y!, m!, d!, y2!, m2!, d2!)],
  [exactly(`${HAN_DAY}[-~]${HAN_DAY}`), ([y, m, d, y2, m2, d2]) => days(y!, m!, d!, y2!, m2!, d2!)],
  [exactly(`${HAN_DAY}[-~](\\d{1,2})月(\\d{1,2})[日号]`), ([y, m, d, m2, d2]) => days(y!, m!, d!, y!, m2!, d2!)],
  [exactly(`${HAN_DAY}[-~](\\d{1,2})[日号]`), ([y, m, d, d2]) => days(y!, m!, d!, y!, m!, d2!)],
  [exactly(`截[至止]到?(?:${DAY}|${HAN_DAY})`), (m) => sinceNewYear(m)],
  [/^截[至止]到?(\d{4})年(\d{1,2})月[底末]?$/, ([y, m]) => months(y!, 1, y!, m!)]
];

/**
 * Reads one period from ISO or Chinese text; full-width digits and blanks are tolerated.
 * `截至2020年10月26日` runs from 1 January of that year; a single day is a 时点.
 * Undefined for anything it can't read and for the impossible: month 13, 30 February, an
 * end before its start, a year outside 1949–2100.
 */
export function parsePeriod(text: string): Period | undefined {
  const plain = plainForm(text);
  for (const [form, read] of READERS) {
    const m = form.exec(plain);
    if (m)
      return read(
        m
          .slice(1)
          .filter((g) => g !== undefined)
          .map(Number)
      );
  }
  return undefined;
}

const HAN_NUMERALS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };

/** Half-width, without blanks, one sign for every dash that Chinese uses between two ends, quarters as digits. */
function plainForm(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .replace(/[—–―~至到]+(?=\d)/g, (sign, at: number, all: string) => (/截$/.test(all.slice(0, at)) ? sign : '~'))
    .replace(/([一二三四])(?=季)/, (n) => HAN_NUMERALS[n]!)
    .replace(/上半年$/, '-H1')
    .replace(/下半年$/, '-H2')
    .replace(/年(?=-H[12]$)/, '')
    .toUpperCase();
}

function exactly(form: string): RegExp {
  return new RegExp(`^${form}$`);
}

function quarter(year: number, q: number): Period | undefined {
  return periodOfMonths(year, q * 3 - 2, year, q * 3);
}

function months(year: number, month: number, endYear: number, endMonth: number): Period | undefined {
  if (!isMonth(month) || !isMonth(endMonth)) return undefined;
  return periodOfMonths(year, month, endYear, endMonth);
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function days(y: number, m: number, d: number, y2: number, m2: number, d2: number): Period | undefined {
  if (!isDay(y, m, d) || !isDay(y2, m2, d2)) return undefined;
  return periodOfDays(isoDay(y, m, d), isoDay(y2, m2, d2));
}

function sinceNewYear([y, m, d]: readonly number[]): Period | undefined {
  return days(y!, 1, 1, y!, m!, d!);
}
