import type { HeatRow } from './heatAnswer';
import { cellAt, filledCells } from './heatCells';
import type { Place } from '../model/records';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/** How often the reader's own place is best and worst among the rows; without one how much of the table is filled. */
export function tableVerdict(rows: readonly HeatRow[], places: readonly Place[], focus: Place | null): string {
  if (rows.length === 0 || places.length === 0) return '没有可以对比的指标';
  const column = focus ? places.findIndex(({ id }) => id === focus.id) : -1;
  const own = column < 0 ? [] : rows.map((row) => cellAt(row, column)).filter(({ standing }) => standing !== null);
  if (!focus || own.length === 0) {
    const filled = rows.reduce((sum, row) => sum + filledCells(row), 0);
    const missing = rows.length * places.length - filled;
    return `${rows.length}项指标、${places.length}个地区，有数据${formatNumber(filled)}格，无数据${formatNumber(missing)}格`;
  }
  const best = own.filter((c) => c.standing === 1).length;
  const worst = own.filter((c) => c.standing === 0).length;
  return `${placeLabel(focus)}${own.length}项可比指标中${best}项最好、${worst}项最差`;
}
