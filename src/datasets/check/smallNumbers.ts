/** Small counts of people: what a package says of them (`smallNumbers`), and the remark on each that a dataset has. */
import { smallBelow, smallNumbers } from '../../domain/audit/smallNumbers';
import { smallResultBelow, smallResults } from '../../domain/audit/smallProgress';
import type { Dataset } from '../../domain/model/dataset';
import { fieldsOf, isFields } from '../../domain/model/fields';
import type { Issue } from '../../domain/model/issue';
import { DEFAULT_SMALL_BASE } from '../../domain/model/smallBase';
import { DEFAULT_SMALL_NUMBERS, type SmallNumberRule } from '../../domain/model/smallNumberRule';

/**
 * `{ "threshold": 5, "indicators": { "id": 10 } }`; `false` for no check; absent for the default. What is no whole
 * number from 0 is told to `remind` and passed over.
 */
export function smallNumberRuleOf(stated: unknown, remind: (why: string) => void): SmallNumberRule {
  if (stated === undefined || stated === null) return DEFAULT_SMALL_NUMBERS;
  if (stated === false) return { threshold: 0, byIndicator: {} };
  if (!isFields(stated)) {
    remind('smallNumbers 不是一个对象，小数照默认的5检查');
    return DEFAULT_SMALL_NUMBERS;
  }
  const limit = (value: unknown, name: string): number | undefined => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    remind(`smallNumbers 的“${name}”不是不小于0的整数，没有采用`);
    return undefined;
  };
  const own = Object.entries(fieldsOf(stated.indicators));
  return {
    threshold:
      stated.threshold === undefined
        ? DEFAULT_SMALL_NUMBERS.threshold
        : (limit(stated.threshold, 'threshold') ?? DEFAULT_SMALL_NUMBERS.threshold),
    byIndicator: Object.fromEntries(
      own.flatMap(([id, value]) => {
        const threshold = limit(value, id);
        return threshold === undefined ? [] : [[id, threshold]];
      })
    )
  };
}

/** `50`; `false` or 0 for never; absent for the default. What is no whole number from 0 is told to `remind` and passed over. */
export function smallBaseOf(stated: unknown, remind: (why: string) => void): number {
  if (stated === undefined || stated === null) return DEFAULT_SMALL_BASE;
  if (stated === false) return 0;
  if (typeof stated === 'number' && Number.isSafeInteger(stated) && stated >= 0) return stated;
  remind(`smallBase 不是不小于0的整数，基数小照默认的${DEFAULT_SMALL_BASE}标`);
  return DEFAULT_SMALL_BASE;
}

/** A remark for each small count; `file` and `progressFile` are those of the observations and of the tasks. The count itself isn't printed: a log may go about. */
export function smallNumberIssues(dataset: Dataset, file: string, progressFile: string): Issue[] {
  const rule = dataset.smallNumbers;
  const remark = (where: Pick<Issue, 'file' | 'row' | 'column'>, what: string, below: number): Issue => ({
    level: '提醒',
    ...where,
    rule: '小数',
    why: `${what}少于${below}，公布后可能认出是谁`,
    todo: '要公布的，请在导出数据包时选“隐藏后导出”；确定可以公布的，在 datapackage.json 的 smallNumbers 里把这项指标或任务写成0。'
  });
  return [
    ...smallNumbers(dataset, rule).map((o) =>
      remark(
        { file, row: o.row, column: o.indicator.kind === '数量' ? 'value' : 'numerator' },
        '人数',
        smallBelow(o.indicator, rule)
      )
    ),
    ...smallResults(dataset, rule).map(({ row, programme }) =>
      remark({ file: progressFile, row, column: 'done' }, '完成数', smallResultBelow(programme, dataset, rule))
    )
  ];
}
