import { lineOf, type SourceLine } from '../evidence/citation';
import type { MatrixCell } from './coverageCells';
import type { CoverageMatrix } from './coverageMatrix';
import type { Table, TableCell } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** The same cells in words, with the counts of rows and columns. */
export function matrixTable(m: CoverageMatrix): Table {
  const number = (value: number): TableCell => ({ text: String(value), value });
  const words = (text: string): TableCell => ({ text, value: null });
  const cellOf = (c: MatrixCell): TableCell =>
    c.figures.length > 0 ? { text: c.text, value: null, sources: c.figures.map((o) => lineOf(o)) } : words(c.text);
  return {
    caption: m.verdict,
    columns: [
      { key: 'indicator', title: '指标', align: '左' },
      ...m.places.map((p) => ({ key: p.id, title: placeLabel(p), align: '左' as const })),
      { key: 'present', title: '有数的地区', align: '右' }
    ],
    rows: [
      ...m.rows.map((r) => [
        words(`${r.indicator.name}（${r.indicator.unit}）`),
        ...r.cells.map(cellOf),
        number(r.present)
      ]),
      [words('有数的指标'), ...m.columnCounts.map(number), number(m.present)]
    ],
    notes: m.notes
  };
}

/** Where the figures of each cell stand. */
export function matrixSources(m: CoverageMatrix): SourceLine[] {
  return m.rows.flatMap((r) => r.cells.flatMap((c) => c.figures.map((o) => lineOf(o))));
}
