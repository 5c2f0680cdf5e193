/**
 * The table of the changes of one place.
 */
import type { Citation } from '../evidence/citation';
import { joinedRemarks, sourceTitles, type Table, type TableCell, textCell } from '../table/table';
import { periodLabel } from '../time/periodLabel';
import type { ChangeBoard, IndicatorChange } from './changes';

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
export function boardSources(board: ChangeBoard): Citation[] {
  return board.rows.flatMap((row) => row.sources);
}

function changeRow(row: IndicatorChange): TableCell[] {
  const figure = row.observations.find((o) => o.measure === '数值');
  return [
    textCell(row.indicator.name),
    textCell(periodLabel(row.period)),
    row.now === '' ? textCell('未写') : { text: row.now, value: figure?.value ?? null, sources: row.sources },
    { text: row.text, value: row.value, sources: row.sources },
    textCell(row.judgement),
    textCell(row.stated ? '原文同比' : '按数计算'),
    textCell(sourceTitles(row.observations)),
    textCell(joinedRemarks(row.observations.map((o) => o.note)))
  ];
}
