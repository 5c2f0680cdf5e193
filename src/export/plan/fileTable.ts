/** The table of a figure as files have it: with the colours of the screen, and in a heat table the period of each value. */
import { LIGHT_PALETTES, STANDING_FILLS } from '../../charts/theme';
import { standingStep } from '../../domain/compare/heatTable';
import { periodLabel } from '../../domain/time/periodLabel';
import type { Table, TableCell } from '../../domain/table/table';
import type { Figure } from '../../figures/figure';

export interface FileCell extends TableCell {
  /** Colour of its text; absent for the usual one. */
  readonly colour?: string;
  /** Its ground; absent for none. */
  readonly fill?: string;
}

export interface FileTable extends Table {
  readonly rows: readonly (readonly FileCell[])[];
}

/** The same rows as 数据表; each place of a heat table has its periods in a column beside it. */
export function fileTable(figure: Figure): FileTable {
  const { table, body } = figure;
  const colours = LIGHT_PALETTES[figure.lights ?? '红黄绿'];
  const lit = table.rows.map((row) => row.map((cell) => withLight(cell, colours)));
  if (body.kind !== 'heat') return { ...table, rows: lit };
  const { rows: answers, places } = body.answer;
  // After the places come, where they are held against something, their differences.
  const isPlace = (at: number) => at > 0 && at <= places.length;
  const columns = table.columns.flatMap((column, at) =>
    !isPlace(at)
      ? [column]
      : [column, { key: `${column.key}-period`, title: `${column.title}·时期`, align: '左' as const }]
  );
  const rows = lit.map((row, r) =>
    row.flatMap((cell, at): FileCell[] => {
      if (!isPlace(at)) return [cell];
      const heat = answers[r]?.cells[at - 1];
      const step = heat ? standingStep(heat) : null;
      const period = heat?.observation ? periodLabel(heat.observation.period) : '';
      return [step === null ? cell : { ...cell, fill: STANDING_FILLS[step]! }, { text: period, value: null }];
    })
  );
  return { ...table, columns, rows };
}

function withLight(cell: TableCell, colours: (typeof LIGHT_PALETTES)[keyof typeof LIGHT_PALETTES]): FileCell {
  return cell.light && cell.light !== 'none' ? { ...cell, colour: colours[cell.light] } : cell;
}
