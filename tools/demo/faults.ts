/**
 * The contradictions that stand in the invented data on purpose, for the audit to find: data/demo/README.md lists each
 * one, and a test holds the audit against this list.
 */
import type { ObservationCells } from './rows';
import type { ProgressCells } from './progressRows';

/** What the brief report says otherwise than the tables, or so that nobody can read it. */
export const SLIPS: readonly {
  readonly indicator: string;
  readonly month: string;
  readonly value: number | '';
  readonly status: string;
  readonly written: string;
}[] = [
  { indicator: 'htn-standard', month: '2023-05', value: '', status: '原文错误', written: '76.5.8%' },
  { indicator: 'inspections', month: '2024-06', value: 3680, status: '实际', written: '3680户次' }
];

interface Change<T> {
  /** Which row, by these cells. */
  readonly where: T;
  readonly change: T;
  /** The row stays, and another one says this. */
  readonly again?: boolean;
}

export const OBSERVATION_FAULTS: readonly Change<ObservationCells>[] = [
  // The sum has 3,000 more than its parts, which also upsets the change that the year after states.
  { where: { indicator: 'outpatient', place: 'lize', period: '2023-11', measure: '数值' }, change: { value: 216_844 } },
  // Two sheets of one workbook.
  {
    where: { indicator: 'flu', place: 'nibei', period: '2024-01', measure: '数值' },
    change: { value: 312, cell: '分病种!D9' },
    again: true
  },
  { where: { indicator: 'dm-standard', place: 'nixi', period: '2024-03-31' }, change: { value: 81.6 } },
  {
    where: { indicator: 'vaccine-rate', place: 'lifeng', period: '2024-08' },
    change: { value: 109.73, numerator: '', denominator: '' }
  },
  { where: { indicator: 'ambulance', place: 'lian', period: '2023-06' }, change: { value: -431 } },
  { where: { indicator: 'cases', place: 'lixi', period: '2023-09' }, change: { value: 11.5 } },
  {
    where: { indicator: 'outpatient', place: 'ninan', period: '2024-04', measure: '同比(%)' },
    change: { value: -6.2 }
  },
  { where: { indicator: 'elder-exams', place: 'lining', period: '2024-01/2024-08' }, change: { value: 26_411 } },
  { where: { indicator: 'elder-exams', place: 'lichuan', period: '2024-01/2024-12' }, change: { value: 57_630 } },
  { where: { indicator: 'literacy', place: 'lishan', period: '2024' }, change: { lower: 30.4, upper: 37.1 } },
  {
    where: { indicator: 'fines', place: 'ninan', period: '2023-10' },
    change: { status: '存疑', note: '月报表此格有两次改动的痕迹' }
  },
  // No faults, but what a reader meets: a quick estimate and a bound.
  {
    where: { indicator: 'outpatient', place: 'hospital-lifeng', period: '2024-12' },
    change: { status: '预计', note: '快报数' }
  },
  {
    where: { indicator: 'timely-rate', place: 'ninan', period: '2024-11' },
    change: { value: 99, numerator: '', denominator: '', qualifier: '≥', note: '月报表写“99%以上”' }
  }
];

export const PROGRESS_FAULTS: readonly Change<ProgressCells>[] = [
  { where: { programme: 'cervical', place: 'lichuan', as_of: '2024-09-30' }, change: { rate: 79.4 } },
  {
    where: { programme: 'fd-sign', place: 'nidong', as_of: '2024-06-30' },
    change: { done: 8530, cell: '签约!D6' },
    again: true
  }
];

/** The rows with the changes made. @throws where a change finds no row, or more than one */
export function withFaults<T extends Readonly<Record<string, unknown>>>(
  rows: readonly T[],
  faults: readonly { readonly where: T; readonly change: T; readonly again?: boolean }[]
): T[] {
  const out = [...rows];
  for (const { where, change, again } of faults) {
    const found = out.flatMap((row, at) =>
      Object.entries(where).every(([key, value]) => row[key] === value) ? [at] : []
    );
    if (found.length !== 1) throw new Error(`${JSON.stringify(where)} finds ${found.length} rows`);
    const [at] = found as [number];
    const changed = { ...out[at]!, ...change };
    if (again) out.splice(at + 1, 0, changed);
    else out[at] = changed;
  }
  return out;
}
