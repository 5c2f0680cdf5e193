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

function partsOf(all: readonly NativeSeries[], at: MarkSeries, t: number): Part[] {
  const owner = (series: number) => all[series]!.name;
  const name = (series: number) => owner(series).replace('（%）', '');
  // 序时 at the end of its time stands beside the target, not under it.
  const clockAt = ({ clock, target }: Marks) => Math.min(clock!, target - t);
  const firstOf = (row: Marks) => (row.clock === null ? row.target : clockAt(row));
  const isBetween = (row: Marks) =>
    row.last !== null &&
    row.clock !== null &&
    row.last <= row.target &&
    row.last >= clockAt(row) &&
    row.target - clockAt(row) >= 2 * t;
  const target = (cell: CellOf) => cell(at.target);
  const has = (cell: CellOf, series: number) => `${cell(series)}<>"",${target(cell)}<>""`;
  const clockCell = (cell: CellOf) => `MIN(${cell(at.clock!)},${target(cell)}-${t})`;
  const lastCell = (cell: CellOf) => cell(at.last!);
  const betweenCell = (cell: CellOf) =>
    `AND(${has(cell, at.last!)},${cell(at.clock!)}<>"",${lastCell(cell)}<=${target(cell)},${lastCell(cell)}>=${clockCell(cell)},${target(cell)}-${clockCell(cell)}>=${2 * t})`;
  const last = (place: string, own: Pick<Part, 'isThere' | 'start' | 'thereFormula' | 'startFormula'>): Part[] =>
    at.last === undefined ? [] : [{ name: `${name(at.last)}${place}`, owner: owner(at.last), ...own }];
  const clocked = at.clock !== undefined;
  return [
    ...last(clocked ? '（序时左边）' : '（目标左边）', {
      isThere: (row) => row.last !== null && row.last <= row.target && !isBetween(row),
      start: (row) => Math.min(row.last!, firstOf(row) - t),
      thereFormula: (cell) =>
        `AND(${has(cell, at.last!)},${lastCell(cell)}<=${target(cell)}${clocked ? `,NOT(${betweenCell(cell)})` : ''})`,
      startFormula: (cell) =>
        clocked
          ? `MIN(${lastCell(cell)},IF(${cell(at.clock!)}="",${target(cell)},${clockCell(cell)})-${t})`
          : `MIN(${lastCell(cell)},${target(cell)}-${t})`
    }),
    ...(clocked
      ? [
          {
            name: name(at.clock),
            owner: owner(at.clock),
            isThere: (row: Marks) => row.clock !== null,
            start: clockAt,
            thereFormula: (cell: CellOf) => `AND(${has(cell, at.clock!)})`,
            startFormula: clockCell
          },
          ...last('（序时到目标）', {
            isThere: isBetween,
            start: (row) => Math.min(Math.max(row.last!, clockAt(row) + t), row.target - t),
            thereFormula: betweenCell,
            startFormula: (cell) => `MIN(MAX(${lastCell(cell)},${clockCell(cell)}+${t}),${target(cell)}-${t})`
          })
        ]
      : []),
    {
      name: name(at.target),
      owner: owner(at.target),
      isThere: () => true,
      start: (row) => row.target,
      thereFormula: (cell) => `${target(cell)}<>""`,
      startFormula: target
    },
    ...last('（目标右边）', {
      isThere: (row) => row.last !== null && row.last > row.target,
      start: (row) => Math.max(row.last!, row.target + t),
      thereFormula: (cell) => `AND(${has(cell, at.last!)},${lastCell(cell)}>${target(cell)})`,
      startFormula: (cell) => `MAX(${lastCell(cell)},${target(cell)}+${t})`
    })
  ];
}
