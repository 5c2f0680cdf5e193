import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, lastDayOfMonth } from '../../../src/domain/time/calendar';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { type Period } from '../../../src/domain/time/period';
import { periodLabel } from '../../../src/domain/time/periodLabel';

function p(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`test period does not parse: ${text}`);
  return period;
}

describe('parsePeriod(text) reads', () => {
  it.each([
    // ISO forms of the dataset
    ['2020', '2020'],
    ['2020-H1', '2020-H1'],
    ['2020-H2', '2020-H2'],
    ['2020-Q3', '2020-Q3'],
    ['2020-10', '2020-10'],
    ['2020-01/2020-09', '2020-01/2020-09'],
    ['2020-01-01/2020-10-26', '2020-01-01/2020-10-26'],
    ['2020-10-31', '2020-10-31'],
    ['2019-12-07/2020-10-31', '2019-12-07/2020-10-31'],
    // Chinese forms
    ['2020年', '2020'],
    ['2020年度', '2020'],
    ['2020年全年', '2020'],
    ['2020年10月', '2020-10'],
    ['2020年1-10月', '2020-01/2020-10'],
    ['2020年1—10月', '2020-01/2020-10'],
    ['2020年1——10月', '2020-01/2020-10'],
    ['2020年1～10月', '2020-01/2020-10'],
    ['2020年1至10月', '2020-01/2020-10'],
    ['2020年1月至10月', '2020-01/2020-10'],
    ['2020年1月到10月', '2020-01/2020-10'],
    ['2019年12月—2020年3月', '2019-12/2020-03'],
    ['2020年上半年', '2020-H1'],
    ['2020年下半年', '2020-H2'],
    ['2020年第三季度', '2020-Q3'],
    ['2020年第3季度', '2020-Q3'],
    ['2020年三季度', '2020-Q3'],
    ['2020年一季度', '2020-Q1'],
    ['截至2020年10月26日', '2020-01-01/2020-10-26'],
    ['截止2020年10月26日', '2020-01-01/2020-10-26'],
    ['截至2020-10-26', '2020-01-01/2020-10-26'],
    ['截至2020年10月31日', '2020-01/2020-10'],
    ['截至2020年12月31日', '2020'],
    ['截至2020年9月底', '2020-01/2020-09'],
    ['2020年10月26日', '2020-10-26'],
    ['2020/10/26', '2020-10-26'],
    ['2020/1/5', '2020-01-05'],
    ['2020年1月1日—10月26日', '2020-01-01/2020-10-26'],
    ['2020年10月1日至26日', '2020-10-01/2020-10-26'],
    ['2019年12月7日—2020年10月31日', '2019-12-07/2020-10-31'],
    // blanks and full-width signs
    ['２０２０年１０月', '2020-10'],
    ['２０２０－１０', '2020-10'],
    [' 2020 年 1 － 10 月 ', '2020-01/2020-10'],
    ['　2020-q3　', '2020-Q3']
  ])('%s as %s', (text, canonical) => {
    expect(parsePeriod(text)?.text).toBe(canonical);
  });

  it.each([
    ['2020-01/2020-12', '2020'],
    ['2020-01/2020-06', '2020-H1'],
    ['2020-07/2020-12', '2020-H2'],
    ['2020-04/2020-06', '2020-Q2'],
    ['2020-07/2020-07', '2020-07'],
    ['2020-01-01/2020-10-31', '2020-01/2020-10'],
    ['2020-01-01/2020-12-31', '2020'],
    ['2020-02-01/2020-02-29', '2020-02'],
    ['2021-02-01/2021-02-28', '2021-02'],
    ['2020-10-31/2020-10-31', '2020-10-31']
  ])('%s in its canonical form %s', (text, canonical) => {
    expect(parsePeriod(text)?.text).toBe(canonical);
  });

  it.each([
    ['2020', { kind: '年', start: '2020-01-01', end: '2020-12-31', months: 12 }],
    ['2020-H2', { kind: '半年', start: '2020-07-01', end: '2020-12-31', months: 6 }],
    ['2020-Q1', { kind: '季', start: '2020-01-01', end: '2020-03-31', months: 3 }],
    ['2020-02', { kind: '月', start: '2020-02-01', end: '2020-02-29', months: 1 }],
    ['2020-01/2020-10', { kind: '累计', start: '2020-01-01', end: '2020-10-31', months: 10 }],
    ['2020-02/2020-10', { kind: '月段', start: '2020-02-01', end: '2020-10-31', months: 9 }],
    ['2019-12/2020-03', { kind: '月段', start: '2019-12-01', end: '2020-03-31', months: 4 }],
    ['2019-01/2020-12', { kind: '月段', start: '2019-01-01', end: '2020-12-31', months: 24 }],
    ['2020-01-01/2020-10-26', { kind: '日段', start: '2020-01-01', end: '2020-10-26', months: 0 }],
    ['2020-10-31', { kind: '时点', start: '2020-10-31', end: '2020-10-31', months: 0 }]
  ])('%s with its kind, first and last day and months', (text, fields) => {
    expect(parsePeriod(text)).toMatchObject(fields);
  });

  it.each([
    '',
    ' ',
    'abc',
    '2020-13',
    '2020-00',
    '2020年13月',
    '2020-02-30',
    '2021-02-29',
    '2020-04-31',
    '2020/13/01',
    '2020-H3',
    '2020-Q5',
    '2020年第五季度',
    '2020-10/2020-09',
    '2020-10-26/2020-10-25',
    '2020年10-9月',
    '1948',
    '2101',
    '1948-12-31',
    '2100-12/2101-01',
    '20',
    '20xx',
    '20200',
    '2020-',
    '2020/',
    '10月',
    '截至10月',
    '2020年1-13月',
    '<img src=x onerror=alert(1)>',
    '2020年上半年下半年',
    '至2020'
  ])('nothing from "%s"', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('anything at all without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parsePeriod(text);
      })
    );
  });
});

const someDay = fc
  .tuple(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => isoDay(y, m, Math.min(d, lastDayOfMonth(y, m))));
const someDays = fc.tuple(someDay, someDay).map(([a, b]) => (a <= b ? `${a}/${b}` : `${b}/${a}`));
const someMonths = fc
  .tuple(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, a, b]) => `${y}年${Math.min(a, b)}—${Math.max(a, b)}月`);
const somePeriod = fc.oneof(someDay, someDays, someMonths).map(p);

describe('a period survives', () => {
  it('printing its canonical text and reading it back', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        expect(parsePeriod(period.text)).toEqual(period);
      })
    );
  });

  it('printing its Chinese label and reading it back', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        expect(parsePeriod(periodLabel(period))).toEqual(period);
      })
    );
  });
});
