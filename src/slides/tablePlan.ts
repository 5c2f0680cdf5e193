/** In how many steps a table is shown on a wall, and in which type. */
import { textWidth } from '../charts/drawing';
import type { TableCell } from '../domain/table/table';
import { wrappedLineCount, widestWhole } from '../domain/wording/wholeParts';
import type { Figure, TableBody } from '../figures/figure';
import { READABLE_ROWS } from '../figures/readableRows';
import { CELL, plainStep, type SlideStep } from './slideStep';
import { innerWidth, SLIDE, type SlideFormat } from './slideText';
import { evenRuns, fairWidths, type RowRun } from './tableLayout';

/** Type of a table, largest first. */
const TABLE_TYPE = [36, 34, 32, 30, 28, 26] as const;

/** All rows of the first columns, then all rows of the next, in the largest type at which a page holds them. */
export function tableSteps({ table }: Figure, body: TableBody, room: number, format: SlideFormat): SlideStep[] {
  if (body.isSparse && body.columnPages) return sparseSteps(table, body, room, format);
  const groups = body.columnPages ?? [wallColumns(table.rows, body)];
  const sign = body.signOf ?? (() => '');
  const layouts = TABLE_TYPE.map((px) => tableLayout({ ...table, sign }, groups, px, room, format));
  const fewest = layouts[layouts.length - 1]!;
  // Larger type may break a long text once more; what stood in one line stays whole.
  const isCalm = ({ lines }: TableLayout) =>
    lines.every((row, r) => row.every((n, c) => n <= fewest.lines[r]![c]! + (fewest.lines[r]![c]! > 1 ? 1 : 0)));
  const { px, runs, widths } = layouts.find((one) => one.runs.length === fewest.runs.length && isCalm(one)) ?? fewest;
  return groups.flatMap((_, group) =>
    runs.map((run) => ({
      ...plainStep(run, px / SLIDE.text),
      widths: widths[group]!,
      columns: body.columnPages ? { from: group, to: group + 1 } : { from: 0, to: 0 }
    }))
  );
}

interface TableLayout {
  readonly px: number;
  /** Rows by page; the same for each group of columns. */
  readonly runs: readonly RowRun[];
  /** Shares of the width by group and column. */
  readonly widths: readonly (readonly number[])[];
  /** How many lines each cell takes, by row. */
  readonly lines: readonly (readonly number[])[];
}

function tableLayout(
  { sign, ...table }: Figure['table'] & { readonly sign: (cell: TableCell) => string },
  groups: readonly (readonly number[])[],
  px: number,
  room: number,
  format: SlideFormat
): TableLayout {
  const width = innerWidth(format) / format.size;
  const titles = table.columns.map((column) => column.title);
  const texts = table.rows.map((row) => row.map((cell) => sign(cell) + cell.text));
  const wanted = (at: number) =>
    [titles, ...texts].reduce((most, row) => Math.max(most, cellWidth(row[at], px)), 0) * CELL.wider + CELL.side;
  const least = (at: number) =>
    texts.reduce(
      (most, row) =>
        Math.max(
          most,
          widestWhole(row[at] ?? '', (part) => cellWidth(part, px))
        ),
      0
    ) *
      CELL.wider +
    CELL.side +
    1;
  const widths = groups.map((columns) => fairWidths(columns.map(wanted), width, columns.map(least)));
  /** Of each cell that is shown. */
  const linesOf = (row: readonly string[]) =>
    groups.flatMap((columns, g) =>
      columns.map((at, n) =>
        wrappedLineCount(row[at] ?? '', widths[g]![n]! - CELL.side + 1, (part) => cellWidth(part, px) * CELL.wider)
      )
    );
  const height = (lines: readonly number[]) => (Math.max(1, ...lines) * px * CELL.leading + CELL.above) * format.size;
  const lines = texts.map(linesOf);
  const most = room - height(linesOf(titles));
  const runs = evenRuns(lines.map(height), most, READABLE_ROWS);
  return {
    px,
    runs,
    widths: widths.map((group) => group.map((w) => w / width)),
    lines
  };
}

/** Marks and dashes are as wide as a Chinese character in Chinese fonts. A column that a row doesn't have is empty. */
function cellWidth(text = '', px: number): number {
  return textWidth(text.replace(/[\u2014\u2018-\u201d\u2026\u25a0-\u25ff]/g, '中'), px);
}

/** Rows and columns of a table that a step shows, by their positions. */
export function stepCells(
  { rows }: Figure['table'],
  body: TableBody,
  { from, to, columns, cells }: SlideStep
): NonNullable<SlideStep['cells']> {
  if (cells) return cells;
  const count = Math.max(0, Math.min(to, rows.length) - from);
  return {
    rows: Array.from({ length: count }, (_, n) => from + n),
    columns: body.columnPages?.[columns.from] ?? wallColumns(rows, body)
  };
}

/** The columns for a wall, without those in which nothing stands. */
export function wallColumns(rows: Figure['table']['rows'], { columns }: TableBody): readonly number[] {
  return columns.filter((at) => rows.length === 0 || rows.some((row) => row[at]?.text));
}

/**
 * Pages of a table of which most cells are empty: of each group of columns the rows in which something stands, and of
 * those the columns that a page fills; names, totals and the last row, which sums up, stay.
 */
function sparseSteps(
  table: Figure['table'],
  { columnPages: groups = [], signOf = () => '' }: TableBody,
  room: number,
  format: SlideFormat
): SlideStep[] {
  const last = table.rows.length - 1;
  const between = (columns: readonly number[]) => columns.slice(1, -1);
  const isFilled = (row: number, columns: readonly number[]) => columns.some((at) => table.rows[row]![at]?.text);
  const parts = groups.flatMap((columns) => {
    const rows = table.rows.map((_, row) => row).filter((row) => row < last && isFilled(row, between(columns)));
    return rows.length > 0 ? [{ columns, rows: [...rows, last] }] : [];
  });
  // Nothing anywhere: the head alone.
  if (parts.length === 0) return [{ ...plainStep({ from: 0, to: table.rows.length }), columns: { from: 0, to: 1 } }];
  const pagesAt = (px: number) =>
    parts.flatMap(({ columns, rows }) => {
      const picked = { ...table, rows: rows.map((row) => table.rows[row]!), sign: signOf };
      const { runs, widths, lines } = tableLayout(picked, [columns], px, room, format);
      return runs.map((run) => {
        const shown = rows.slice(run.from, run.to);
        const kept = columns.map(
          (at, n) => n === 0 || n === columns.length - 1 || shown.some((row) => row < last && isFilled(row, [at]))
        );
        const own = widths[0]!.filter((_, n) => kept[n]);
        const whole = own.reduce((sum, width) => sum + width, 0);
        return {
          lines,
          step: {
            ...plainStep({ from: 0, to: shown.length }, px / SLIDE.text),
            widths: own.map((width) => width / whole),
            cells: { rows: shown, columns: columns.filter((_, n) => kept[n]) }
          }
        };
      });
    });
  const choices = TABLE_TYPE.map(pagesAt);
  const fewest = choices[choices.length - 1]!;
  const tallest = (pages: typeof fewest) => Math.max(...pages.map(({ lines }) => Math.max(...lines.flat())));
  const best = choices.find((pages) => pages.length === fewest.length && tallest(pages) <= tallest(fewest)) ?? fewest;
  return best.map(({ step }) => step);
}
