import { cellSources, type HeatCell, type HeatTable } from './heatTable';
import { textColumn, valueCell, numberColumn, withSources, type Table, type TableCell, textCell } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** One row an indicator, one column a place. */
export function heatTableTable(h: HeatTable): Table {
  return {
    caption: h.verdict,
    columns: [textColumn('indicator', '指标'), ...h.places.map((p) => numberColumn(p.id, placeLabel(p)))],
    rows: h.rows.map((r) => [textCell(`${r.indicator.name}（${r.indicator.unit}）`), ...r.cells.map(heatCell)]),
    notes: h.notes
  };
}

function heatCell(c: HeatCell): TableCell {
  if (c.value === null) return withSources(textCell(`无数据：${c.reason}`), cellSources(c));
  return withSources(valueCell(c.reason === '' ? c.text : `${c.text}（${c.reason}）`, c.value), cellSources(c));
}
