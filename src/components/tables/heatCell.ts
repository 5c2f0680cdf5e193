/** How the cells of a heat table look, on the screen and on the wall. */
import type { HeatCell, HeatTable } from '../../domain/compare/heatAnswer';
import { standingStep } from '../../domain/compare/heatTable';

const UNFIT_KEY = '斜纹为无数据或不可比（时期不同，或是所列地区的上级）。';

export function heatKey({ against }: Pick<HeatTable, 'against'>): string {
  return against === undefined
    ? `底色按本行名次：蓝为好，橙为差；三个以上可比地区才上色；${UNFIT_KEY}`
    : `底色按与${against}比：蓝为更好，橙为更差，浅灰为相同；不判好坏的和没有${against}可比的不上色；${UNFIT_KEY}`;
}

/** Class of a cell: five steps from worst to best. The number stands in the cell, so colour is never alone. */
export function heatClass(cell: HeatCell): string {
  if (cell.value === null) return 'cell--none';
  if (!cell.fits) return 'cell--unfit';
  const step = standingStep(cell);
  return step === null ? '' : `cell--standing-${step}`;
}
