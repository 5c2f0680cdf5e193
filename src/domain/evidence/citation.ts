/**
 * Where each number of an answer stands in the reports.
 */
import type { Observation, ProgressRow, Source } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { formatChange } from '../wording/format';
import { namingText, placeLabel } from '../wording/placeLabel';

export interface Citation {
  /** As `placeLabel` names it. */
  readonly place: string;
  /** Why the place is called so where the report doesn't name it; else empty. */
  readonly naming: string;
  /** Indicator or programme, with its period. */
  readonly what: string;
  /** The figure as it stands in the source. */
  readonly written: string;
  readonly source: Source;
  readonly section: string;
  /** 1-based line in the source's file, or else the cell of a table. */
  readonly line: number | null;
  readonly cell: string;
  readonly note: string;
  /** The row of the dataset that holds the figure. */
  readonly row: Observation | ProgressRow;
}

export const RIVAL = '另有此数，未采用';

export const PERSONS = '人口数，用于折算或加权';

/** One drawn row: all who say its number, then rival values. */
export function rowSources(r: {
  readonly witnesses: readonly Observation[];
  readonly conflicts: readonly Observation[];
}): Citation[] {
  return [...r.witnesses.map((o) => citationOf(o)), ...r.conflicts.map((o) => citationOf(o, RIVAL))];
}

/** Where the figures of one task stand. */
export function taskCitation(row: ProgressRow): Citation {
  return {
    place: placeLabel(row.place),
    naming: namingText(row.place),
    what: `${row.programme.name}（${periodLabel(row.period)}）`,
    written: row.written,
    source: row.source,
    section: row.section,
    line: row.line,
    cell: row.cell,
    note: row.note,
    row
  };
}

/** Where one figure stands; `role` says what it is for where that isn't plain. */
export function citationOf(o: Observation, role = ''): Citation {
  const measure = o.measure === '数值' ? '' : o.value === null ? o.measure : formatChange(o.value, o.measure);
  return {
    place: placeLabel(o.place),
    naming: namingText(o.place),
    what: `${o.indicator.name}（${[o.part, periodLabel(o.period), measure].filter(Boolean).join('，')}）`,
    written: o.written,
    source: o.source,
    section: o.section,
    line: o.line,
    cell: o.cell,
    note: [role, o.note].filter(Boolean).join('；'),
    row: o
  };
}
