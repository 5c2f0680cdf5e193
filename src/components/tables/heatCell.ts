/** How the cells of a heat table look, on the screen and on the wall. */
import { type HeatCell, standingStep } from '../../domain/compare/heatTable';

export const HEAT_KEY =
  '底色按本行名次：蓝为好，橙为差；三个以上可比地区才上色；斜纹为无数据或不可比（时期不同，或是所列地区的上级）。';

/** Class of a cell: five steps from worst to best. The number stands in the cell, so colour is never alone. */
export function heatClass(cell: HeatCell): string {
  if (cell.value === null) return 'cell--none';
  if (!cell.fits) return 'cell--unfit';
  const step = standingStep(cell);
  return step === null ? '' : `cell--standing-${step}`;
}
