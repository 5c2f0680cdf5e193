/** The table and the sources of a task's months. */
import type { BeforePoint, TaskMonths } from './answer';
import { dueWord } from './wording';
import { citationOf, type Citation, taskCitation } from '../evidence/citation';
import { doneSign, limitSign, targetSign } from '../model/goal';
import type { Completion } from '../progress/completion';
import { ownNotes } from '../progress/notes';
import { completionSources } from '../progress/sources';
import {
  joinedRemarks,
  numberCell,
  numberColumn,
  type Table,
  type TableCell,
  textCell,
  textColumn,
  valueCell,
  withSources
} from '../table/table';
import { dayLabel } from '../time/dayLabel';
import { leadBasis } from '../progress/leadText';
import { withoutFullStop } from '../wording/withoutFullStop';

/** One row a day of the axis: month's ends and cut-off days; the due day bears the range. */
export function monthsTable(t: TaskMonths): Table {
  const own = new Map(t.course.map((c) => [c.row.asOf, c]));
  const clock = new Map(t.clock.map(({ day, percent }) => [day, percent]));
  const before = new Map(t.before.map((point) => [point.day, point]));
  const days = [...new Set([...t.days, ...before.keys()])].sort();
  const due = dueWord(t.period);
  return {
    caption: t.verdict,
    columns: [
      textColumn('asOf', '截至'),
      textColumn('light', '灯'),
      numberColumn('done', '累计完成数'),
      numberColumn('target', '目标'),
      numberColumn('rate', '完成率（%）'),
      numberColumn('elapsed', '序时（%）'),
      numberColumn('lead', '快慢（个百分点）'),
      numberColumn('before', '上年同期（%）'),
      numberColumn('low', `推算${due}最低（%）`),
      numberColumn('high', `推算${due}最高（%）`),
      textColumn('remark', '说明')
    ],
    rows: days.map((day) => {
      const c = own.get(day);
      const elapsed = c ? c.elapsed : (clock.get(day) ?? null);
      const isDue = day === t.period.end;
      return [
        textCell(dayLabel(day)),
        ...ownCells(t, c),
        numberCell(t.clock.length > 0 ? elapsed : null, { decimals: 2, unit: '%' }),
        c ? withSources(leadCell(c), completionSources(c)) : textCell(''),
        beforeCell(before.get(day)),
        numberCell(isDue && t.range ? t.range.low.percent : null, { decimals: 1, unit: '%' }),
        numberCell(isDue && t.range ? t.range.high.percent : null, { decimals: 1, unit: '%' }),
        textCell(remark(t, day, c))
      ];
    }),
    notes: t.notes
  };
}

function ownCells({ unit }: TaskMonths, c: Completion | undefined): TableCell[] {
  if (!c) return [textCell(''), textCell(''), textCell(''), textCell('')];
  const sourced = (cell: TableCell) => withSources(cell, completionSources(c));
  return [
    { ...textCell(`${c.light.shape}${c.light.word}`), light: c.light.level },
    sourced(numberCell(c.done, { qualifier: doneSign(c.row), unit })),
    sourced(numberCell(c.target, { qualifier: targetSign(c.row) || limitSign(c), unit })),
    sourced(valueCell(c.rateText, c.rate))
  ];
}

function leadCell(c: Completion): TableCell {
  return leadBasis(c) === '控制数' ? textCell(c.leadText) : valueCell(c.leadText, c.lead);
}

function beforeCell(point: BeforePoint | undefined): TableCell {
  if (!point) return textCell('');
  const cell = numberCell(point.percent, { unit: '%' });
  return withSources(point.derived ? { ...cell, text: `推算${cell.text}` } : cell, beforeSources(point));
}

function remark({ now }: TaskMonths, day: string, c: Completion | undefined): string {
  if (!c) return now && day < now.row.asOf ? '没有报' : '';
  const dark = c.light.level === 'none' ? c.light.reason : '';
  return joinedRemarks([dark, ...ownNotes(c).map(({ text }) => withoutFullStop(text)), c.row.note]);
}

/** Where a point of the year before stands. */
export function beforeSources({ row, observation }: BeforePoint): Citation[] {
  if (row) return [taskCitation(row)];
  return observation ? [citationOf(observation, '上年同期')] : [];
}

/** Every cut-off day, the latest first, then the year before. */
export function monthsSources({ course, before }: TaskMonths): Citation[] {
  return [...[...course].reverse().flatMap(completionSources), ...before.flatMap(beforeSources)];
}
