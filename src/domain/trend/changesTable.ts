/**
 * The table twin of the changes of one place.
 */
import type { SourceLine } from '../evidence/citation';
import type { Table, TableCell } from '../table/table';
import { periodLabel } from '../time/periodLabel';
import type { ChangeBoard, IndicatorChange } from './changes';
import { withoutFullStop } from '../wording/withoutFullStop';

/** One row an indicator, in the order of the bars. */
export function changeTable(board: ChangeBoard): Table {
  const titles = ['指标', '时期', '本期数', '同比', '好坏', '依据', '来源', '说明'];
  return {
    caption: board.verdict,
    columns: titles.map((title) => ({
      key: title,
      title,
      align: title === '本期数' || title === '同比' ? '右' : '左'
    })),
    rows: board.rows.map(changeRow),
    notes: board.notes
  };
}

/** Row by row: the figure, and the change stated with it. */
export function boardSources(board: ChangeBoard): SourceLine[] {
  return board.rows.flatMap((row) => row.sources);
}

function changeRow(row: IndicatorChange): TableCell[] {
  const reports = new Set(row.observations.map(({ source }) => `${source.title}（${source.grade}级）`));
  const remarks = new Set(row.observations.map((o) => withoutFullStop(o.note)).filter(Boolean));
  const figure = row.observations.find((o) => o.measure === '数值');
  return [
    words(row.indicator.name),
    words(periodLabel(row.period)),
    row.now === '' ? words('未写') : { text: row.now, value: figure?.value ?? null, sources: row.sources },
    { text: row.text, value: row.value, sources: row.sources },
    words(row.judgement),
    words(row.stated ? '原文同比' : '按数计算'),
    words([...reports].join('；')),
    words([...remarks].join('；'))
  ];
}

function words(text: string): TableCell {
  return { text, value: null };
}
