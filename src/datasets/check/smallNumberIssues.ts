import { smallBelow, smallNumbers } from '../../domain/audit/smallNumbers';
import { smallResultBelow, smallResults } from '../../domain/audit/smallProgress';
import type { Dataset } from '../../domain/model/dataset';
import type { Issue } from '../../domain/model/issue';

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
