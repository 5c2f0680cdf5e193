import { cellSources, type HeatCell, type HeatTable } from './heatTable';
import { left, number, right, stands, type Table, type TableCell, words } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** One row an indicator, one column a place. */
export function heatTableTable(h: HeatTable): Table {
  return {
    caption: h.verdict,
    columns: [left('indicator', '指标'), ...h.places.map((p) => right(p.id, placeLabel(p)))],
    rows: h.rows.map((r) => [words(`${r.indicator.name}（${r.indicator.unit}）`), ...r.cells.map(heatCell)]),
    notes: h.notes
  };
}

function heatCell(c: HeatCell): TableCell {
  if (c.value === null) return stands(words(`无数据：${c.reason}`), cellSources(c));
  return stands(number(c.reason === '' ? c.text : `${c.text}（${c.reason}）`, c.value), cellSources(c));
}
