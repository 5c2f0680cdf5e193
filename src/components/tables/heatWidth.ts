import { textWidth } from '../../charts/drawing';
import type { HeatTable } from '../../domain/compare/heatAnswer';
import { figureExtent } from '../../domain/compare/heatCells';
import type { Period } from '../../domain/time/period';
import { periodLabel } from '../../domain/time/periodLabel';

const LEAST = 104;
const MOST = 230;
/** What stands around the words, and a sign of a note that a longest figure may have. */
const SIDE = 38;

/**
 * One width for all columns, in px: as the longest figure and period want it, so that cells line up however far one has
 * scrolled. Of each row the largest figure and the largest difference are measured; all the others would take as long as
 * the table itself.
 */
export function heatColumnWidth({ rows }: Pick<HeatTable, 'rows'>): number {
  const periods = new Map<string, Period>();
  let widest = LEAST;
  for (const row of rows) {
    const extent = figureExtent(row);
    for (const period of extent.periods) periods.set(period.text, period);
    for (const { text } of extent.farthest) widest = Math.max(widest, textWidth(text, 14) + SIDE);
  }
  for (const period of periods.values())
    widest = Math.max(widest, textWidth(`${periodLabel(period)} · A级`, 12) + SIDE - 14);
  return Math.min(MOST, widest);
}
