import type { ProgressBoard } from './board';
import type { Completion } from '../progress/completion';
import { doneSign, limitSign, targetSign } from '../model/goal';
import { leadBasis } from '../progress/leadText';
import { completionSources } from '../progress/sources';
import {
  figure,
  left,
  number,
  remarks,
  right,
  stands,
  type Table,
  type TableCell,
  titles,
  words
} from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';
import { dayLabel } from '../time/dayLabel';
import { withoutFullStop } from '../wording/withoutFullStop';

/** Rows in their order, then plans. */
export function progressTable(b: ProgressBoard): Table {
  return {
    caption: b.verdict,
    columns: [
      left('light', '灯'),
      left('programme', '任务'),
      left('place', '地区或单位'),
      left('period', '任务期'),
      right('done', '完成数'),
      right('target', '目标'),
      right('rate', '完成率（%）'),
      right('computed', '按数计算（%）'),
      right('elapsed', '序时（%）'),
      right('lead', '快慢（个百分点）'),
      left('asOf', '截至'),
      left('sources', '来源'),
      left('remark', '说明')
    ],
    rows: [...b.rows, ...b.plans].map(progressRow),
    notes: b.notes
  };
}

function progressRow(c: Completion): TableCell[] {
  const { row } = c;
  const from = completionSources(c);
  const at = (cell: TableCell) => stands(cell, from);
  const own = c.notes.map((n) => withoutFullStop(n.text));
  const dark = c.light.level === 'none' ? c.light.reason : '';
  return [
    { ...words(`${c.light.shape}${c.light.word}`), light: c.light.level },
    words(c.programme.name),
    words(placeLabel(c.place)),
    words(periodLabel(row.period)),
    at(figure(c.done, { qualifier: doneSign(row), unit: row.unit })),
    at(targetCell(c)),
    at(c.rate === null ? words('') : number(c.rateText, c.rate)),
    at(figure(c.computed, { decimals: 2, unit: '%' })),
    at(figure(c.elapsed, { decimals: 2, unit: '%' })),
    at(leadBasis(c) === '控制数' ? words(c.leadText) : number(c.leadText, c.lead)),
    words(row.asOf === '' ? '' : dayLabel(row.asOf)),
    words(titles([row, ...c.witnesses])),
    words(remarks([dark, ...own, row.note]))
  ];
}

function targetCell(c: Completion): TableCell {
  const { row } = c;
  const qualifier = targetSign(row) || limitSign(c);
  if (c.target !== null) return figure(c.target, { qualifier, unit: row.unit });
  const implied = figure(c.impliedTarget, { unit: row.unit });
  return implied.text === '' ? implied : { ...implied, text: `推算${implied.text}` };
}
