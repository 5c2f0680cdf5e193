import type { HeatTable } from './heatAnswer';

const UNFIT_KEY = '斜纹为无数据或不可比（时期不同，或是所列地区的上级）。';

/** What the colours of a heat table mean: ranks in a row, or the difference from a reference. */
export function heatKey({ against }: Pick<HeatTable, 'against'>): string {
  return against === undefined
    ? `底色按本行名次：蓝为好，橙为差；三个以上可比地区才上色；${UNFIT_KEY}`
    : `底色按与${against}比：蓝为更好，橙为更差，浅灰为相同；不判好坏的和没有${against}可比的不上色；${UNFIT_KEY}`;
}

/** Stands after the key on a wall that leaves out parts without a number. */
export const PARTED = '全是无数据的部分不放映。';
