/** What all numbers of a row of a heat table have in common: said once beside its name and not in each cell. */
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { gradeText } from '../wording/placeLabel';
import type { HeatCell, HeatRow } from './heatAnswer';

export interface HeatRowHead {
  /** `2020年10月31日`; empty where its numbers are of several periods, or there are fewer than two. */
  readonly period: string;
  /** `A级`; empty where its reports have several grades, or it has no period of its own. */
  readonly grade: string;
}

/** Period and grade that all figures of a row share, two figures at least; empty where they differ. */
export function heatRowHead({ cells }: HeatRow): HeatRowHead {
  const filled = cells.filter(({ value }) => value !== null);
  const common = (of: (cell: HeatCell) => string) => {
    const all = new Set(filled.map(of));
    return filled.length > 1 && all.size === 1 ? [...all][0]! : '';
  };
  const period = common(cellPeriod);
  return { period, grade: period && common(cellGrade) };
}

/** Period of its number; empty without one. */
export function cellPeriod({ observation }: HeatCell): string {
  const period: Period | undefined = observation?.period;
  return period ? periodLabel(period) : '';
}

/** Grade of the reports that have it; empty without one. */
export function cellGrade({ witnesses }: HeatCell): string {
  return gradeText(witnesses.map(({ source }) => source));
}
