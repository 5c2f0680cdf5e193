import { describe, expect, it } from 'vitest';
import { matchHeader } from '../../../src/datasets/check/matchHeader';
import type { Field, TableSchema } from '../../../src/datasets/check/schema';
import { IssueList } from '../../../src/datasets/read/issueList';
import { openTable } from '../../../src/datasets/read/parseTable';

const field = (name: string, title: string, needsColumn: boolean) => ({ name, title, needsColumn }) as Field;
const SCHEMA = {
  fields: [field('id', '编号', true), field('name', '名称', true), field('note', '说明', false)]
} as unknown as TableSchema;

function match(text: string) {
  const opened = openTable(text, 'x.csv');
  if (opened.kind === 'refused') throw new Error(opened.issue.why);
  const issues = new IssueList('x.csv');
  const positions = matchHeader(opened.table, SCHEMA, issues);
  return {
    positions,
    issues: issues.all().map(({ level, row, rule, column, why }) => [level, row, rule, column ?? '', why].join(' | '))
  };
}

describe('matching a header', () => {
  it('finds each column wherever it is, by its name or its Chinese title, in any case, blanks aside', () => {
    expect(match('id,name,note\n')).toEqual({ positions: [0, 1, 2], issues: [] });
    expect(match(' 说明 ,ID,名称\n')).toEqual({ positions: [1, 2, 0], issues: [] });
  });

  it('takes no part of a name for the name', () => {
    expect(match('id,name,note,names\n').issues).toEqual([
      '提醒 | 1 | 表头 | names | 数据说明里没有“names”这一列，没有读入'
    ]);
  });

  it('reads a missing optional column as empty, and says so', () => {
    expect(match('name,id\n')).toEqual({
      positions: [1, 0, -1],
      issues: ['提醒 | 1 | 缺列 | note | 表头里没有“note”（说明），按空值读入']
    });
  });

  it('reads nothing without a required column, and names each that is missing', () => {
    expect(match('id,note\n')).toEqual({
      positions: undefined,
      issues: ['错误 | 1 | 缺列 |  | 表头里缺少必需的列：name（名称）']
    });
  });

  it('tells a file of another kind from one that lacks a column', () => {
    expect(match('\n甲,乙,丙\n').issues).toEqual(['错误 | 2 | 缺列 |  | 第2行不是这张表的表头，需要的列一个也没有']);
    // The optional column alone doesn't make it this table.
    expect(match('note,乙\n').issues).toEqual(['错误 | 1 | 缺列 |  | 第1行不是这张表的表头，需要的列一个也没有']);
    expect(match('id，name，note\n').issues).toEqual(['错误 | 1 | 缺列 |  | 表头用了全角逗号或分号，分不出列']);
    expect(match('id；name\n').issues).toEqual(['错误 | 1 | 缺列 |  | 表头用了全角逗号或分号，分不出列']);
  });

  it('reads the leftmost of a column given twice, under either of its names, and counts them', () => {
    expect(match('id,名称,note,name\n')).toEqual({
      positions: [0, 1, 2],
      issues: ['提醒 | 1 | 表头 | name | “name”（名称）在表头里出现了2次，只读最左边的一列']
    });
    expect(match('id,id,name,id,note\n').issues).toEqual([
      '提醒 | 1 | 表头 | id | “id”（编号）在表头里出现了3次，只读最左边的一列'
    ]);
  });

  it('says nothing of a column without a name, in the middle or at the end', () => {
    expect(match('id,,name,note,,\n')).toEqual({ positions: [0, 2, 3], issues: [] });
  });

  it('reads tabs and semicolons, and asks for commas', () => {
    expect(match('id\tname\tnote\n')).toEqual({
      positions: [0, 1, 2],
      issues: ['提醒 | 1 | 分隔符 |  | 这个文件用制表符分隔，已按制表符读入']
    });
    expect(match('id;name;note\n')).toEqual({
      positions: [0, 1, 2],
      issues: ['提醒 | 1 | 分隔符 |  | 这个文件用分号分隔，已按分号读入']
    });
  });
});
