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

/**
 * The same rows as 数据表; each place of a heat table has its periods in a column beside it.
 * @param remarksBeside why a number isn't ranked stands with its period: behind the number, where a sheet has it as a
 * format, it would make a wide column that can't wrap
 */
export function fileTable(figure: Figure, { remarksBeside = false } = {}): FileTable {
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
      const { own, remark } = withoutRemark(cell, remarksBeside ? (heat?.reason ?? '') : '');
      const beside = remark.startsWith(PERIOD_IS) ? remark.slice(PERIOD_IS.length) : joined(period, remark);
      return [step === null ? own : { ...own, fill: STANDING_FILLS[step]! }, { text: beside, value: null }];
    })
  );
  return { ...table, columns, rows };
}

const PERIOD_IS = '时期为';

function withoutRemark(cell: FileCell, reason: string): { own: FileCell; remark: string } {
  const behind = `（${reason}）`;
  return reason !== '' && cell.value !== null && cell.text.endsWith(behind)
    ? { own: { ...cell, text: cell.text.slice(0, -behind.length) }, remark: reason }
    : { own: cell, remark: '' };
}

function joined(...texts: readonly string[]): string {
  return texts.filter(Boolean).join('，');
}

function withLight(cell: TableCell, colours: (typeof LIGHT_PALETTES)[keyof typeof LIGHT_PALETTES]): FileCell {
  return cell.light && cell.light !== 'none' ? { ...cell, colour: colours[cell.light] } : cell;
}
