import type { MapItem, PlaceMap } from './answer';
import { comparisonTable } from '../compare/comparisonTable';
import { type Table, textCell, textColumn } from '../table/table';

/** The table of the comparison, with the class of each drawn place after its number. */
export function mapTable(map: PlaceMap): Table {
  const { comparison, classes, items } = map;
  const table = comparisonTable(comparison);
  const drawn = new Map(items.map((item) => [item.place.id, item]));
  const at = table.columns.findIndex(({ key }) => key === 'value') + 1;
  const classText = (item: MapItem | undefined) =>
    item === undefined ? '没有位置' : item.at === null ? '' : classes[item.at]!.label;
  return {
    ...table,
    notes: map.notes,
    columns: [
      ...table.columns.slice(0, at),
      textColumn('class', map.rule ? '亮灯' : `档（${comparison.scale.unit}）`),
      ...table.columns.slice(at)
    ],
    rows: table.rows.map((cells, i) => {
      const row = comparison.rows[i];
      const item = row && drawn.get(row.place.id);
      const light = item && item.at !== null ? classes[item.at]!.light : null;
      const cell = { ...textCell(row?.fits ? classText(item) : ''), ...(light ? { light: light.level } : {}) };
      return [...cells.slice(0, at), cell, ...cells.slice(at)];
    })
  };
}
