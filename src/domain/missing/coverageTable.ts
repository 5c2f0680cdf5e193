import { citationOf, type Citation } from '../evidence/citation';
import type { CoverageCell } from './coverageCells';
import type { CoverageMatrix } from './coverageMatrix';
import { numberColumn, type Table, type TableCell, textCell, textColumn, valueCell, withSources } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** The same cells in words, with the counts of rows and columns. */
export function coverageTable(m: CoverageMatrix): Table {
  const countCell = (count: number) => valueCell(String(count), count);
  const cellOf = (c: CoverageCell): TableCell =>
    withSources(
      textCell(c.text),
      c.figures.map((o) => citationOf(o))
    );
  return {
    caption: m.verdict,
    columns: [
      textColumn('indicator', '指标'),
      ...m.places.map((p) => textColumn(p.id, placeLabel(p))),
      numberColumn('present', '有数的地区')
    ],
    rows: [
      ...m.rows.map((r) => [
        textCell(`${r.indicator.name}（${r.indicator.unit}）`),
        ...r.cells.map(cellOf),
        countCell(r.present)
      ]),
      [textCell('有数的指标'), ...m.columnCounts.map(countCell), countCell(m.present)]
    ],
    notes: m.notes
  };
}

/** Where the figures of each cell stand. */
export function coverageSources(m: CoverageMatrix): Citation[] {
  return m.rows.flatMap((r) => r.cells.flatMap((c) => c.figures.map((o) => citationOf(o))));
}
