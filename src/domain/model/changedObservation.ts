import type { Observation } from './records';

/** The observation with some of its fields others; what the changes make of its type is the caller's word. */
export function changedObservation<T extends Observation>(o: T, changes: Partial<Observation>): T {
  const { index, row, indicator, place, period, part, measure, source, value, lower, upper, numerator } = o;
  const { denominator, smallBase, qualifier, status, flags, line, cell, written, section, note } = o;
  return {
    index,
    row,
    indicator,
    place,
    period,
    part,
    measure,
    source,
    value,
    lower,
    upper,
    numerator,
    denominator,
    smallBase,
    qualifier,
    status,
    flags,
    line,
    cell,
    written,
    section,
    note,
    ...changes
  } as T;
}
