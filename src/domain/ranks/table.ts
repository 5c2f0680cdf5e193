/** The table of 名次表: that of the comparison with each place's change and its earlier figures beside. */
import type { RankList, RankRow } from './answer';
import { againstWords } from './wording';
import type { Comparison } from '../compare/comparison';
import { comparisonTable } from '../compare/comparisonTable';
import { comparisonSources } from '../compare/sources';
import { type Citation, rowSources } from '../evidence/citation';
import { comparePeriods, type Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import {
  emptyCells,
  joinedRemarks,
  numberColumn,
  type Table,
  type TableCell,
  textCell,
  textColumn,
  valueCell,
  withSources
} from '../table/table';
import { MOST_POINTS } from '../trend/recent';
import { baseSources, pointSources } from '../trend/sources';
import type { TrendPoint } from '../trend/trend';
import { formatExact, toAxis } from '../wording/format';

/**
 * One row a place in the order of the list, then the reference, what was left out and who has no number. New columns stand
 * before 来源: the figure before, the change, better or worse, and a column for each earlier period that any row has, the
 * last twelve, oldest first.
 */
export function rankTable(list: RankList): Table {
  const { comparison, rows } = list;
  const plain = comparisonTable(comparison);
  const at = plain.columns.findIndex(({ key }) => key === 'sources');
  const earlier = earlierPeriods(rows);
  const columns = [
    numberColumn('before', '对比期数'),
    numberColumn('change', againstWords(list)),
    textColumn('judgement', '好坏'),
    ...earlier.map((period) => numberColumn(`p-${period.text}`, periodLabel(period)))
  ];
  const insert = <T>(line: readonly T[], more: readonly T[]): T[] => [...line.slice(0, at), ...more, ...line.slice(at)];
  const places = rows.map((one) => {
    const own = plain.rows[comparison.rows.indexOf(one.row)]!;
    return withRemark(insert(own, [...changeCells(one), ...earlierCells(comparison, one, earlier)]), one);
  });
  const others = plain.rows.slice(comparison.rows.length).map((own) => insert(own, emptyCells(columns.length)));
  return {
    caption: list.verdict,
    columns: insert(plain.columns, columns),
    rows: [...places, ...others],
    notes: list.notes
  };
}

/** Where the figures stand: those of the comparison, and those before them. */
export function rankSources({ comparison, rows }: RankList): Citation[] {
  return [...comparisonSources(comparison), ...rows.flatMap((one) => [...changeSources(one), ...lineSources(one)])];
}

/** The figure that the change of a row is taken from. */
export function changeSources({ change }: RankRow): Citation[] {
  return baseSources({ before: change?.before ?? null });
}

/** The last figures of a row without its own. */
export function lineSources(one: RankRow): Citation[] {
  return earlierPoints(one).flatMap(pointSources);
}

function changeCells(one: RankRow): TableCell[] {
  const { change } = one;
  if (!change) return emptyCells(3);
  const { before, value, text, judgement } = change;
  const sources = changeSources(one);
  return [
    withSources(valueCell(before.text, before.value), sources),
    withSources(valueCell(text, value), [...rowSources(one.row), ...sources]),
    textCell(judgement)
  ];
}

/** Why there is no change stands among the remarks, which are the last column. */
function withRemark(cells: readonly TableCell[], { unchanged }: RankRow): TableCell[] {
  const last = cells[cells.length - 1]!;
  return [...cells.slice(0, -1), textCell(joinedRemarks([last.text, unchanged && `没有变化可算：${unchanged}`]))];
}

/** The points of its line but the last, which is its own figure. */
function earlierPoints({ segments }: RankRow): TrendPoint[] {
  return segments.flatMap((segment) => [...segment]).slice(0, -1);
}

function earlierPeriods(rows: readonly RankRow[]): Period[] {
  const known = new Map(rows.flatMap(earlierPoints).map(({ period }) => [period.text, period]));
  return [...known.values()].sort(comparePeriods).slice(-MOST_POINTS);
}

function earlierCells(c: Comparison, one: RankRow, periods: readonly Period[]): TableCell[] {
  const points = new Map(earlierPoints(one).map((point) => [point.period.text, point]));
  return periods.map(({ text }) => {
    const point = points.get(text);
    if (!point) return textCell('');
    const figure = formatExact(point.value, c.scale, c.indicator, point.qualifier);
    const cell = valueCell(`${point.derived ? '推算' : ''}${figure}`, toAxis(point.value, c.scale));
    return withSources(cell, pointSources(point));
  });
}
