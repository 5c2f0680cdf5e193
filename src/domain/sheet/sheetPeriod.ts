/** Times in a worksheet: in its title, the heads of its columns, its cells. */
import { spanSaid } from '../read/factPeriod';
import { addDays, partsOfDay } from '../time/calendar';
import { parsePeriod } from '../time/parsePeriod';
import { periodOfDays, periodOfMonths, type Period } from '../time/period';
import { plainOf } from './grid';
import type { SheetCell } from './worksheet';

/** The forms of a time inside other words, those that say more first. */
const IN_WORDS: readonly RegExp[] = [
  /截[至止]到?\d{4}(?:年\d{1,2}月(?:\d{1,2}[日号])?[底末]?|[-/.]\d{1,2}[-/.]\d{1,2})/,
  /\d{4}年\d{1,2}月\d{1,2}[日号](?:-|至|到)(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]/,
  /\d{4}年\d{1,2}月(?:-|至|到)\d{4}年\d{1,2}月/,
  /\d{4}年\d{1,2}月?(?:-|至|到)\d{1,2}月份?/,
  /\d{4}年\d{1,2}月\d{1,2}[日号]/,
  /\d{4}年\d{1,2}月份?/,
  /\d{4}年(?:度)?(?:第?[一二三四1-4]季度|[上下]半年)/,
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/,
  /\d{4}-(?:Q[1-4]|H[12])/i,
  /(?<!\d)(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])(?!\d)/,
  /(?<!\d)(?:19|20)\d{2}(?:年度?|(?=$))/
];
/** The day a form was filled in is no time of its figures. */
const FILLED =
  /(?:填报|制表|报送|上报|打印|更新|导出|生成|填表)(?:日期|时间)?[:\s]*\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?/g;

/** The time that stands in a title or another line of words; undefined where none does. */
export function periodIn(text: string): Period | undefined {
  const plain = text.replace(/\s/g, '').replace(FILLED, '');
  for (const form of IN_WORDS) {
    const found = form.exec(plain)?.[0];
    const period = found === undefined ? undefined : parsePeriod(found.replace(/\./g, '-'));
    if (period) return period;
  }
  return undefined;
}

/**
 * The time that a head or a cell says, with the year of `base` where it says none: 10月, 1-10月, 上半年, 本月, 下月, 累计,
 * 上年同期. Undefined where it says none, or needs a base and there is none.
 */
export function periodSaid(words: string, base: Period | undefined): Period | undefined {
  const plain = words.replace(/\s/g, '');
  const lastYear = /(?:去年|上年)(?:同期)?|同期(?!相?比)/.test(plain) && !/比|增|减/.test(plain);
  const whole = parsePeriod(plain) ?? (lastYear ? undefined : periodIn(plain));
  if (whole) return whole;
  if (!base) return undefined;
  const { year, month } = partsOfDay(base.end);
  if (!lastYear && /本月|当月/.test(plain)) return periodOfMonths(year, month, year, month);
  if (/下月|次月/.test(plain))
    return month === 12 ? periodOfMonths(year + 1, 1, year + 1, 1) : periodOfMonths(year, month + 1, year, month + 1);
  if (!lastYear && /累计|年初至今|年初以来/.test(plain)) return sinceNewYear(base);
  const span = spanSaid(plain, base);
  return span && periodOfDays(span.start, span.end);
}

/**
 * Whether the words count one month by itself, whatever came before it in the year: 本月完成, 下月计划, 11月份目标. What is
 * done by the end of a month (截至10月, 1—10月) and 10月目标完成情况 aren't such.
 */
export function isOfOneMonth(words: string): boolean {
  const plain = words.replace(/\s/g, '');
  if (/(?:本|当|下|次)月(?![底末])/.test(plain)) return true;
  return (
    /(?<!\d)(?:1[0-2]|0?[1-9])月份?(?:工作)?(?:计划|目标|任务|应完成)(?!完成|进展|进度|执行)/.test(plain) &&
    !/截[至止]|累计|[-至到]\d{1,2}月/.test(plain)
  );
}

/** Whether the words are a time and hardly anything else. */
export function isPeriodText(plain: string): boolean {
  // Most texts hold nothing of a time: the forms needn't be tried.
  if (!/[年月季]|^\d{4}(?!\d)|累计|同期/.test(plain)) return false;
  return (
    parsePeriod(plain) !== undefined ||
    /^(?:\d{1,2}(?:-\d{1,2})?月份?|第?[一二三四1-4]季度|[上下]半年|全年|本月|当月|下月|次月|累计|本年累计|(?:去年|上年)(?:同期)?|年初至今)$/.test(
      plain
    )
  );
}

/** The time that a cell of a 时期 column says. */
export function periodOfCell(cell: SheetCell, base: Period | undefined): Period | undefined {
  const plain = plainOf(cell);
  if (cell.date !== '') {
    // 2024年10月 shown for a date is the month; only a day that is shown is a day.
    const shown = parsePeriod(plain);
    if (shown) return shown;
    const { year, month } = partsOfDay(cell.date);
    return /日|\d[-/]\d{1,2}[-/]\d/.test(plain)
      ? periodOfDays(cell.date, cell.date)
      : periodOfMonths(year, month, year, month);
  }
  const serial =
    cell.kind === 'number' && Number.isInteger(cell.value!) && cell.value! > 32_874 && cell.value! < 73_051;
  if (serial) return dayOfSerial(cell.value!);
  return periodOfText(plain, base);
}

/** The time that the text of a cell says, 202410 too. */
export function periodOfText(plain: string, base: Period | undefined): Period | undefined {
  const six = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(plain);
  if (six) return periodOfMonths(Number(six[1]), Number(six[2]), Number(six[1]), Number(six[2]));
  return periodSaid(plain, base);
}

/** A date that lost its format: days since the end of 1899. */
function dayOfSerial(serial: number): Period | undefined {
  const day = addDays('1899-12-30', serial);
  return periodOfDays(day, day);
}

/** From New Year's Day to the end of a period. */
export function sinceNewYear(period: Period): Period | undefined {
  return periodOfDays(`${period.end.slice(0, 4)}-01-01`, period.end);
}
