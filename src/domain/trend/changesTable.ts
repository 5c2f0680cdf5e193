/**
 * The table of the changes of one place.
 */
import type { Citation } from '../evidence/citation';
import { joinedRemarks, sourceTitles, type Table, type TableCell, textCell } from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_WORDS } from './changeBase';
import type { ChangeBoard, IndicatorChange } from './changesAnswer';
import { baseSources } from './sources';

/** One row an indicator, in the order of the bars. */
export function changeTable(board: ChangeBoard): Table {
  const { base } = board.against;
  const change = base === 'year' ? '同比' : CHANGE_BASE_WORDS[base];
  const before = base === 'year' ? [] : ['对比期', '对比期数'];
  const titles = ['指标', '时期', '本期数', ...before, change, '好坏', '依据', '来源', '说明'];
  return {
    caption: board.verdict,
    columns: titles.map((title) => ({
      key: title,
      title,
      align: [change, '本期数', '对比期数'].includes(title) ? '右' : '左'
    })),
    rows: board.rows.map((row) => changeRow(row, base !== 'year')),
    notes: board.notes
  };
}

/** Row by row: the figure, and the change stated with it. */
export function boardSources(board: ChangeBoard): Citation[] {
  return board.rows.flatMap((row) => row.sources);
}

function changeRow(row: IndicatorChange, withBefore: boolean): TableCell[] {
  const figure = row.observations.find((o) => o.measure === '数值');
  return [
    textCell(row.indicator.name),
    textCell(periodLabel(row.period)),
    row.now === '' ? textCell('未写') : { text: row.now, value: figure?.value ?? null, sources: row.sources },
    ...(withBefore ? beforeCells(row) : []),
    { text: row.text, value: row.value, sources: row.sources },
    textCell(row.judgement),
    textCell(row.stated ? '原文同比' : '按数计算'),
    textCell(sourceTitles(row.observations)),
    textCell(joinedRemarks(row.observations.map((o) => o.note)))
  ];
}

function beforeCells({ before }: IndicatorChange): TableCell[] {
  if (!before) return [textCell(''), textCell('')];
  return [
    textCell(periodLabel(before.period)),
    { text: before.text, value: before.value, sources: baseSources({ before }) }
  ];
}
