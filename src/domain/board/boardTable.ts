import type { ProgressBoard } from './board';
import type { Completion } from '../progress/completion';
import { doneSign, limitSign, targetSign } from '../model/goal';
import { leadBasis } from '../progress/leadText';
import { completionSources } from '../progress/sources';
import {
  numberCell,
  textColumn,
  valueCell,
  joinedRemarks,
  numberColumn,
  withSources,
  type Table,
  type TableCell,
  sourceTitles,
  textCell
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
      textColumn('light', '灯'),
      textColumn('programme', '任务'),
      textColumn('place', '地区或单位'),
      textColumn('period', '任务期'),
      numberColumn('done', '完成数'),
      numberColumn('target', '目标'),
      numberColumn('rate', '完成率（%）'),
      numberColumn('computed', '按数计算（%）'),
      numberColumn('elapsed', '序时（%）'),
      numberColumn('lead', '快慢（个百分点）'),
      textColumn('asOf', '截至'),
      textColumn('sources', '来源'),
      textColumn('remark', '说明')
    ],
    rows: [...b.rows, ...b.plans].map(progressRow),
    notes: b.notes
  };
}

function progressRow(c: Completion): TableCell[] {
  const { row } = c;
  const from = completionSources(c);
  const sourced = (cell: TableCell) => withSources(cell, from);
  const own = c.notes.map((n) => withoutFullStop(n.text));
  const dark = c.light.level === 'none' ? c.light.reason : '';
  return [
    { ...textCell(`${c.light.shape}${c.light.word}`), light: c.light.level },
    textCell(c.programme.name),
    textCell(placeLabel(c.place)),
    textCell(periodLabel(row.period)),
    sourced(numberCell(c.done, { qualifier: doneSign(row), unit: row.unit })),
    sourced(targetCell(c)),
    sourced(c.rate === null ? textCell('') : valueCell(c.rateText, c.rate)),
    sourced(numberCell(c.computed, { decimals: 2, unit: '%' })),
    sourced(numberCell(c.elapsed, { decimals: 2, unit: '%' })),
    sourced(leadBasis(c) === '控制数' ? textCell(c.leadText) : valueCell(c.leadText, c.lead)),
    textCell(row.asOf === '' ? '' : dayLabel(row.asOf)),
    textCell(sourceTitles([row, ...c.witnesses])),
    textCell(joinedRemarks([dark, ...own, row.note]))
  ];
}

function targetCell(c: Completion): TableCell {
  const { row } = c;
  const qualifier = targetSign(row) || limitSign(c);
  if (c.target !== null) return numberCell(c.target, { qualifier, unit: row.unit });
  const implied = numberCell(c.impliedTarget, { unit: row.unit });
  return implied.text === '' ? implied : { ...implied, text: `推算${implied.text}` };
}
