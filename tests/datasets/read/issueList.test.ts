import { expect, it } from 'vitest';
import { IssueList } from '../../../src/datasets/read/issueList';

const fault = (row?: number) =>
  ({ level: '错误', rule: '类型', why: '不是数字', todo: '请改正。', ...(row === undefined ? {} : { row }) }) as const;

it('an issue list gives whole-file issues first, then by row, those of one row as they came', () => {
  const list = new IssueList('a.csv');
  list.add(fault(9));
  list.add({ ...fault(3), column: 'x' });
  list.add({ ...fault(3), column: 'b' });
  list.add(fault());
  expect(list.all().map((issue) => [issue.file, issue.row, issue.column])).toEqual([
    ['a.csv', undefined, undefined],
    ['a.csv', 3, 'x'],
    ['a.csv', 3, 'b'],
    ['a.csv', 9, undefined]
  ]);
});

it('an issue list keeps as many as its limit and says how many more there were', () => {
  const list = new IssueList('a.csv', 2);
  for (let row = 1; row <= 5; row++) list.add(fault(row));
  expect(list.all().map((issue) => issue.why)).toEqual(['不是数字', '不是数字', '这个文件还有3处问题没有逐条列出']);
});

it('an issue list without issues is empty', () => {
  expect(new IssueList('a.csv', 0).all()).toEqual([]);
});

it('an issue list takes over another as if all of it had been added', () => {
  const list = new IssueList('a.csv', 3);
  const more = new IssueList('a.csv', 2);
  list.add(fault(7));
  for (let row = 1; row <= 4; row++) more.add(fault(row));
  list.append(more);
  list.append(more);
  expect(list.all().map(({ row, why }) => [row, why])).toEqual([
    [1, '不是数字'],
    [2, '不是数字'],
    [7, '不是数字'],
    [undefined, '这个文件还有6处问题没有逐条列出']
  ]);
});
