/**
 * Periods as a Chinese reader writes them.
 */
import { daysBetween, partsOfDay } from './calendar';
import type { Period } from './period';

const QUARTERS = ['一', '二', '三', '四'];

/**
 * Chinese name of a period: `2020年`, `2020年上半年`, `2020年第三季度`, `2020年1—10月`,
 * `2020年1月1日—10月26日`. The year is repeated only where it changes. `parsePeriod` reads it back.
 */
export function periodLabel(p: Period): string {
  const a = partsOfDay(p.start);
  const b = partsOfDay(p.end);
  const sameYear = a.year === b.year;
  switch (p.kind) {
    case '年':
      return `${a.year}年`;
    case '半年':
      return `${a.year}年${a.month === 1 ? '上' : '下'}半年`;
    case '季':
      return `${a.year}年第${QUARTERS[(a.month - 1) / 3]}季度`;
    case '月':
      return `${a.year}年${a.month}月`;
    case '累计':
    case '月段':
      return sameYear ? `${a.year}年${a.month}—${b.month}月` : `${a.year}年${a.month}月—${b.year}年${b.month}月`;
    case '日段':
      return `${a.year}年${a.month}月${a.day}日—${sameYear ? '' : `${b.year}年`}${b.month}月${b.day}日`;
    case '时点':
      return `${a.year}年${a.month}月${a.day}日`;
  }
}

/** How long it runs, in words that name a row of like periods: 全年 半年 季度 单月 `10个月累计` `5个月` `300天` 时点. */
export function spanLabel(p: Period): string {
  switch (p.kind) {
    case '年':
      return '全年';
    case '半年':
      return '半年';
    case '季':
      return '季度';
    case '月':
      return '单月';
    case '累计':
      return `${p.months}个月累计`;
    case '月段':
      return `${p.months}个月`;
    case '日段':
      return `${daysBetween(p.start, p.end) + 1}天`;
    case '时点':
      return '时点';
  }
}
