import type { HeatCell, HeatTable } from './heatAnswer';
import { heldSources } from './heldAgainst';
import { cellSources } from './heatTable';
import { rowSources } from '../evidence/citation';
import { textColumn, valueCell, numberColumn, withSources, type Table, type TableCell, textCell } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** One row an indicator, one column a place; after them, where cells are held against something, one more a place for that. */
export function heatTableTable(h: HeatTable): Table {
  const { against, places } = h;
  const differences = against === undefined ? [] : places;
  return {
    caption: h.verdict,
    columns: [
      textColumn('indicator', '指标'),
      ...places.map((p) => numberColumn(p.id, placeLabel(p))),
      ...differences.map((p) => numberColumn(`${p.id}-against`, `${placeLabel(p)}与${against}相差`))
    ],
    rows: h.rows.map((r) => [
      textCell(`${r.indicator.name}（${r.indicator.unit}）`),
      ...r.cells.map(heatCell),
      ...(against === undefined ? [] : r.cells.map(differenceCell))
    ]),
    notes: h.notes
  };
}

function heatCell(c: HeatCell): TableCell {
  if (c.value === null) return withSources(textCell(`无数据：${c.reason}`), cellSources(c));
  return withSources(valueCell(c.reason === '' ? c.text : `${c.text}（${c.reason}）`, c.value), rowSources(c));
}

/** A mean rests on the cells of the row, which say where they stand themselves. */
function differenceCell({ held, unheld }: HeatCell): TableCell {
  if (!held) return textCell(unheld ?? '');
  return withSources(valueCell(held.words, held.difference), held.line.rows.length <= 1 ? heldSources(held) : []);
}
