/**
 * Rules about a whole row, named in a table's `rules` in datapackage.json.
 * Each answers with what is wrong, or undefined.
 */
import { subjectFault } from '../../domain/model/annotation';
import { type RelationKind, type RelationRole, ROLES_OF } from '../../domain/model/relation';
import type { Cell } from './cell';

export interface RowFault {
  readonly column: string;
  readonly rule: string;
  readonly why: string;
  readonly todo: string;
}

type Cells = Readonly<Record<string, Cell>>;
export type RowRule = (cells: Cells) => RowFault | undefined;

const REASONS: ReadonlySet<Cell> = new Set<Cell>(['原文错误', '缺字', '未报', '不适用']);

/** A number or the reason why there is none, exactly one of the two. */
const valueOrReason: RowRule = ({ value, status }) => {
  if (value === null && !REASONS.has(status!)) {
    return {
      column: 'value',
      rule: '数值或原因',
      why: `value 是空的，status 却写“${String(status)}”`,
      todo: '请补上数值；没有数就在 status 写明原因：原文错误、缺字、未报或不适用。'
    };
  }
  if (value !== null && REASONS.has(status!)) {
    return {
      column: 'status',
      rule: '数值或原因',
      why: `status 写“${String(status)}”，表示没有数，value 却有数`,
      todo: '请把 value 留空，或把 status 改成实际、预计或存疑。'
    };
  }
  return undefined;
};

const FIGURES = ['value', 'target', 'done', 'rate'] as const;

/** A figure stands in a line of a text or in a cell of a table. */
const lineOrCell: RowRule = ({ line, cell }) => {
  if (line !== null || (cell !== undefined && cell !== '')) return undefined;
  return {
    column: 'line',
    rule: '必填',
    why: '没有写明数字在原文的第几行',
    todo: '请补上原文行号；出自表格的，行号留空，在 cell 写明单元格，例如 Sheet1!D7。'
  };
};

/** A figure without its wording in the text can't be checked by anybody; in a table the cell says where it stands. */
const writtenWithFigure: RowRule = (cells) => {
  const figure = FIGURES.find((name) => typeof cells[name] === 'number');
  if (figure === undefined || cells.written !== '') return undefined;
  if (cells.cell !== undefined && cells.cell !== '') return undefined;
  return {
    column: 'written',
    rule: '原文写法',
    why: `${figure} 有数，written 却是空的，无法核对`,
    todo: '请把这个数字在原文里的写法一字不改地抄进 written。'
  };
};

/** A plan has a target and nothing done; any other row has at least one figure, or says why not. */
const progressFigures: RowRule = ({ target, done, rate, status }) => {
  if (status === '计划') {
    if (target === null) {
      return {
        column: 'target',
        rule: '计划行',
        why: 'status 是“计划”，target 却是空的',
        todo: '请补上目标；没有写明目标的计划不必列入。'
      };
    }
    if (done === null && rate === null) return undefined;
    return {
      column: done === null ? 'rate' : 'done',
      rule: '计划行',
      why: 'status 是“计划”，却填了完成数或完成率',
      todo: '已有完成情况的，请把 status 改成实际；还是计划的，请把完成数和完成率留空。'
    };
  }
  if (status === '缺字' || status === '原文错误') return undefined;
  if (target !== null || done !== null || rate !== null) return undefined;
  return {
    column: 'done',
    rule: '数值或原因',
    why: 'target、done、rate 都是空的',
    todo: '请至少补上一个数；原文的数字残缺时，请在 status 写缺字或原文错误。'
  };
};

/** A member names one indicator or one programme, in a role that its kind of relation knows. */
const relationMember: RowRule = ({ kind, role, indicator, programme, factor }) => {
  const roles = ROLES_OF[kind as RelationKind];
  if (!roles.includes(role as RelationRole)) {
    return {
      column: 'role',
      rule: '关系',
      why: `“${String(kind)}”里没有“${String(role)}”`,
      todo: `请改成：${roles.join('、')}。`
    };
  }
  if ((indicator === '') === (programme === '')) {
    return {
      column: 'indicator',
      rule: '关系',
      why: indicator === '' ? 'indicator 和 programme 都是空的' : 'indicator 和 programme 都填了',
      todo: '请只填其中一个：指标的数填 indicator，任务的数填 programme。'
    };
  }
  if (/^0+(\.0+)?(\/|$)|\/0+(\.0+)?$/.test(String(factor))) {
    return {
      column: 'factor',
      rule: '关系',
      why: '乘数是0',
      todo: '请写成大于0的数，例如 1000 或 1/365；不用乘的留空。'
    };
  }
  return undefined;
};

/** What somebody wrote goes with the numbers that it speaks of: without any it would stand under every figure. */
const annotationSubject: RowRule = (cells) => {
  const of = (column: string) => String(cells[column] ?? '');
  const why = subjectFault({ place: of('place'), indicator: of('indicator'), programme: of('programme') });
  if (why === '') return undefined;
  return {
    column: 'indicator',
    rule: '说的是什么',
    why,
    todo: '请在 indicator 或 programme 里填一个编号；说一个地区的，只填 place 也可以。'
  };
};

export const ROW_RULES: Readonly<Record<string, RowRule>> = {
  lineOrCell,
  valueOrReason,
  writtenWithFigure,
  progressFigures,
  relationMember,
  annotationSubject
};
