/** How the cells of a heat table look, on the screen and on the wall. */
import type { HeatCell } from '../../domain/compare/heatAnswer';
import { standingStep } from '../../domain/compare/heatTable';

/** Class of a cell: five steps from worst to best. The number stands in the cell, so colour is never alone. */
export function heatClass(cell: HeatCell): string {
  if (cell.value === null) return 'cell--none';
  if (!cell.fits) return 'cell--unfit';
  const step = standingStep(cell);
  return step === null ? '' : `cell--standing-${step}`;
}
