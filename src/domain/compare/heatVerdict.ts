import type { HeatRow } from './heatAnswer';
import type { Place } from '../model/records';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/** How often the reader's own place is best and worst among the rows; without one how much of the table is filled. */
export function tableVerdict(rows: readonly HeatRow[], places: readonly Place[], focus: Place | null): string {
  if (rows.length === 0 || places.length === 0) return '没有可以对比的指标';
  const own = focus ? rows.flatMap((r) => r.cells.filter((c) => c.place.id === focus.id && c.standing !== null)) : [];
  if (!focus || own.length === 0) {
    const filled = rows.reduce((sum, r) => sum + r.cells.filter((c) => c.value !== null).length, 0);
    const missing = rows.reduce((sum, r) => sum + r.cells.length, 0) - filled;
    return `${rows.length}项指标、${places.length}个地区，有数据${formatNumber(filled)}格，无数据${formatNumber(missing)}格`;
  }
  const best = own.filter((c) => c.standing === 1).length;
  const worst = own.filter((c) => c.standing === 0).length;
  return `${placeLabel(focus)}${own.length}项可比指标中${best}项最好、${worst}项最差`;
}
