/** What a cell may hold to trip a program: names that every object has, edges of numbers and periods, odd text. */
import type { Chance } from './chance';

/** Members of Object.prototype. */
export const INHERITED = Object.getOwnPropertyNames(Object.prototype);

export const TEXTS: readonly string[] = [
  ...INHERITED,
  '',
  ' ',
  '0',
  '=1+1',
  '@SUM(A1)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '{name|x}',
  '{a|b}{c|',
  '|',
  '%',
  '%E4%B8',
  '&#x41;&amp;',
  '甲\n乙',
  'a\tb',
  '"',
  '""',
  '＂，；',
  '👩‍👩‍👧‍👦',
  '\ud83d',
  '\ufffe',
  '\u202eabc',
  '\u200b',
  '\u0301',
  'é'.repeat(40),
  '长'.repeat(300),
  '一、二；三。四（五）',
  '../../etc/passwd',
  'a/b?c=d&e=f#g',
  ','
];

const NUMBERS = [
  '0', '-0', '1', '-1', '0.1', '0.005', '0.0000001', '100', '99.995', '100.5', '-100', '1e15', '1e-7', '1.2E+05',
  '9007199254740991', '-9007199254740991', '123456789.123', '50', '3', '', 'abc', '1,234', '１２'
] as const; // prettier-ignore

const PERIODS = [
  '2020', '2019', '2021', '2020-H1', '2020-H2', '2019-H1', '2020-Q1', '2020-Q4', '2020-02', '2020-10', '2019-10',
  '2020-01/2020-09', '2020-01/2021-12', '2020-01-01/2020-10-26', '2020-02-29', '2019-02-28', '2020-12-31', '1949',
  '2100', '2020-10-05/2020-10-11', '2020-10-12/2020-10-18', '2020年1—10月', '截至2020年10月26日', '2020-02-30', ''
] as const; // prettier-ignore

const DAYS = ['2020-10-31', '2020-12-31', '2020-02-29', '2021-03-01', '2019-12-31', '2020-06-30', '1949-01-01', ''];

const UNITS = ['%', '‰', '1/10万', '人', '万人', '元', '万元', '亿元', '例', '人次', '个百分点', '', ...INHERITED];

const SCHEDULES = [
  '均衡', '', '2020-06-30:40%;2020-12-31:100%', '2020-09-30:0%;2020-12-31:100%', '2019-12-31:100%', '03-31:25%;12-31:100%',
  '02-29:0%;12-31:100%', '2020-06-30:0%', '2020-06-30:100%;2020-12-31:0%', '2020-12-31:0%', '12-31:0%'
]; // prettier-ignore

const BY_COLUMN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['value', 'target', 'done', 'rate', 'lower', 'upper'].map((name): [string, readonly string[]] => [name, NUMBERS]),
  // These two are words in one table and numbers in another.
  ...['numerator', 'denominator'].map((name): [string, readonly string[]] => [name, NUMBERS.filter((n) => n !== '-0')]),
  ['period', PERIODS],
  ['published', DAYS],
  ['as_of', DAYS],
  ['unit', UNITS],
  ['schedule', SCHEDULES],
  ['kind', ['数量', '金额', '比率', '占比', '人均', '合计', '其中', '比率', '同分母', '同一']],
  ['basis', ['期间', '时点']],
  ['better', ['高', '低', '不评价']],
  ['decimals', ['', '0', '1', '2', '6']],
  ['level', ['国家', '省', '地市', '县区', '乡镇', '机构']],
  ['grade', ['A', 'B', 'C']],
  ['naming', ['原文', '推断', '未具名']],
  ['measure', ['数值', '同比(%)', '同比(百分点)', '位次', '占比']],
  ['qualifier', ['', '≈', '≥', '≤', '>', '<']],
  ['status', ['实际', '预计', '存疑', '计划', '原文错误', '缺字', '未报', '不适用']],
  ['role', ['总', '分', '率', '分子', '分母', '值']],
  ['set', ['', '1', '2']],
  ['factor', ['', '1000', '1/365', '0.0001', '1/0']],
  ['confidence', ['', '确定', '很可能', '可疑']],
  ['line', ['1', '2', '999999', '0', '']],
  ['code', ['', '330225', 'US-CA', '110000']],
  ['cell', ['', 'Sheet1!D7', "'1月'!AA100"]],
  ['part', ['', '', '男', '女', '城镇', 'constructor']]
]);

/** A value for a cell of a column: mostly one of its own kind, now and then anything at all. */
export function cellFor(column: string, chance: Chance): string {
  const own = BY_COLUMN.get(column);
  return own && chance.happens(0.9) ? chance.pick(own) : chance.pick(TEXTS);
}
