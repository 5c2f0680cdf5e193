/**
 * The strokes across bullets as series of the chart: 上年同期, 序时 and the target. Office programs let one stack of bars
 * stand on the second pair of axes, so all strokes of a row are one stack: what is unseen up to the stroke, the stroke,
 * what is unseen up to the next. 上年同期 may stand left of 序时, between it and the target, or beyond: it has a place of
 * its own in each, of which a row fills one. The sheet behind the chart has formulas for all that, so that a stroke moves
 * when its figure is changed there.
 */
import type { NativeSeries } from './nativeChart';
import { withoutNoise } from '../../domain/number/rounding';

/** The series of the chart by their number: those that hold the figures; undefined for one that isn't there. */
export interface MarkSeries {
  readonly target: number;
  readonly clock?: number;
  readonly last?: number;
  /** How many series of bars are drawn before. */
  readonly bars: number;
}

/** Cell of a series in the row at hand. */
type CellOf = (series: number) => string;

interface Part {
  readonly name: string;
  readonly owner: string;
  /** How thick the stroke is in a row, and how much is unseen before it; as numbers and as formulas. */
  readonly isThere: (row: Marks) => boolean;
  readonly start: (row: Marks) => number;
  readonly thereFormula: (cell: CellOf) => string;
  readonly startFormula: (cell: CellOf) => string;
}

interface Marks {
  readonly target: number;
  readonly clock: number | null;
  readonly last: number | null;
}

/**
 * @param all the series of the chart up to here
 * @param thick how thick a stroke is, in units of the axis
 * @returns empty series for LibreOffice (see `strokeSeries`), then two a stroke
 */
export function bulletStrokes(all: readonly NativeSeries[], at: MarkSeries, thick: number): NativeSeries[] {
  const valueOf = (series: number | undefined, row: number) =>
    series === undefined ? null : (all[series]!.points[row]?.value ?? null);
  const rows = all[at.target]!.points.map((p, row): Marks | null =>
    p ? { target: p.value, clock: valueOf(at.clock, row), last: valueOf(at.last, row) } : null
  );
  const spacers = Array.from({ length: at.bars - 1 }, (_, n): NativeSeries => ({
    name: `占位${n + 1}（空）`,
    role: 'spacer',
    labelled: false,
    points: rows.map(() => null)
  }));
  const parts = partsOf(all, at, thick);
  const made: NativeSeries[] = [];
  const ends = rows.map(() => 0);
  const first = all.length + spacers.length;
  for (const part of parts) {
    const gap = first + made.length;
    const series = (role: 'gap' | 'stroke', values: readonly (number | null)[], formula: (cell: CellOf) => string) =>
      made.push({
        name: role === 'gap' ? `${part.name}之前（不显示）` : `${part.name}的线`,
        role,
        labelled: false,
        owner: part.owner,
        points: values.map((value) => ({ value: value ?? 0, text: '', format: '', strong: false, hollow: false })),
        formula
      });
    const gaps = rows.map((row, n) =>
      row && part.isThere(row) ? withoutNoise(Math.max(0, part.start(row) - ends[n]!)) : null
    );
    gaps.forEach((value, n) => {
      if (value !== null) ends[n] = ends[n]! + value + thick;
    });
    const before = (cell: CellOf) => (gap === first ? '' : `-SUM(${cell(first)}:${cell(gap - 1)})`);
    series('gap', gaps, (cell) => `IF(${part.thereFormula(cell)},MAX(0,${part.startFormula(cell)}${before(cell)}),0)`);
    series(
      'stroke',
      gaps.map((value) => (value === null ? null : thick)),
      (cell) => `IF(${part.thereFormula(cell)},${thick},0)`
    );
  }
  return [...spacers, ...made];
}

/** The strokes from left to right: 上年同期 before all others, 序时, 上年同期 between, the target, 上年同期 beyond. */
function partsOf(all: readonly NativeSeries[], at: MarkSeries, t: number): Part[] {
  const owner = (series: number) => all[series]!.name;
  const part = (series: number, place: string, own: Strokes): Part => ({
    name: `${owner(series).replace('（%）', '')}${place}`,
    owner: owner(series),
    ...own
  });
  const last = (place: string, own: Strokes): Part[] => (at.last === undefined ? [] : [part(at.last, place, own)]);
  const where = whereOf(t);
  const cells = cellsOf(at, t);
  return [
    ...last(at.clock === undefined ? '（目标左边）' : '（序时左边）', lastBefore(where, cells, t)),
    ...(at.clock === undefined
      ? []
      : [part(at.clock, '', clockStroke(where, cells)), ...last('（序时到目标）', lastBetween(where, cells, t))]),
    part(at.target, '', targetStroke(cells)),
    ...last('（目标右边）', lastBeyond(cells, t))
  ];
}

type Strokes = Omit<Part, 'name' | 'owner'>;

/** Where the marks of a row are, in numbers; `t` is the thickness of a stroke. */
function whereOf(t: number) {
  // 序时 at the end of its time stands beside the target, not under it.
  const clockAt = ({ clock, target }: Marks) => Math.min(clock!, target - t);
  return {
    clockAt,
    firstOf: (row: Marks) => (row.clock === null ? row.target : clockAt(row)),
    isBetween: (row: Marks) =>
      row.last !== null &&
      row.clock !== null &&
      row.last <= row.target &&
      row.last >= clockAt(row) &&
      row.target - clockAt(row) >= 2 * t
  };
}

/** The same as formulas of the sheet. */
function cellsOf(at: MarkSeries, t: number) {
  const clocked = at.clock !== undefined;
  const target = (cell: CellOf) => cell(at.target);
  const last = (cell: CellOf) => cell(at.last!);
  const clock = (cell: CellOf) => cell(at.clock!);
  const clockAt = (cell: CellOf) => `MIN(${clock(cell)},${target(cell)}-${t})`;
  const hasClock = (cell: CellOf) => `${clock(cell)}<>"",${target(cell)}<>""`;
  const hasLast = (cell: CellOf) => `${last(cell)}<>"",${target(cell)}<>""`;
  const isBetween = (cell: CellOf) =>
    `AND(${hasLast(cell)},${clock(cell)}<>"",${last(cell)}<=${target(cell)},${last(cell)}>=${clockAt(cell)},${target(cell)}-${clockAt(cell)}>=${2 * t})`;
  return { clocked, target, last, clock, clockAt, hasClock, hasLast, isBetween };
}

type Where = ReturnType<typeof whereOf>;
type Cells = ReturnType<typeof cellsOf>;

function lastBefore(
  { firstOf, isBetween }: Where,
  { clocked, target, last, clock, clockAt, hasLast, isBetween: between }: Cells,
  t: number
): Strokes {
  return {
    isThere: (row) => row.last !== null && row.last <= row.target && !isBetween(row),
    start: (row) => Math.min(row.last!, firstOf(row) - t),
    thereFormula: (cell) =>
      `AND(${hasLast(cell)},${last(cell)}<=${target(cell)}${clocked ? `,NOT(${between(cell)})` : ''})`,
    startFormula: (cell) =>
      clocked
        ? `MIN(${last(cell)},IF(${clock(cell)}="",${target(cell)},${clockAt(cell)})-${t})`
        : `MIN(${last(cell)},${target(cell)}-${t})`
  };
}

function clockStroke({ clockAt }: Where, cells: Cells): Strokes {
  return {
    isThere: (row) => row.clock !== null,
    start: clockAt,
    thereFormula: (cell) => `AND(${cells.hasClock(cell)})`,
    startFormula: cells.clockAt
  };
}

function lastBetween({ clockAt, isBetween }: Where, cells: Cells, t: number): Strokes {
  return {
    isThere: isBetween,
    start: (row) => Math.min(Math.max(row.last!, clockAt(row) + t), row.target - t),
    thereFormula: cells.isBetween,
    startFormula: (cell) => `MIN(MAX(${cells.last(cell)},${cells.clockAt(cell)}+${t}),${cells.target(cell)}-${t})`
  };
}

function targetStroke({ target }: Cells): Strokes {
  return {
    isThere: () => true,
    start: (row) => row.target,
    thereFormula: (cell) => `${target(cell)}<>""`,
    startFormula: target
  };
}

function lastBeyond({ target, last, hasLast }: Cells, t: number): Strokes {
  return {
    isThere: (row) => row.last !== null && row.last > row.target,
    start: (row) => Math.max(row.last!, row.target + t),
    thereFormula: (cell) => `AND(${hasLast(cell)},${last(cell)}>${target(cell)})`,
    startFormula: (cell) => `MAX(${last(cell)},${target(cell)}+${t})`
  };
}
