import type { Comparison, ComparisonRow } from './comparison';
import { citationOf, PERSONS, rowSources, type Citation, taskCitation } from '../evidence/citation';

/** The drawn rows with all witnesses and rival values, what was left out, and the populations used. */
export function comparisonSources(c: Comparison): Citation[] {
  return [
    ...c.rows.flatMap(rowSources),
    ...c.excluded.map((l) => citationOf(l.observation, '未列入比较')),
    ...c.population.map((o) => citationOf(o, PERSONS))
  ];
}

/** A gap rests on the row's own figure and on those of the next better rank. */
export function gapSources(c: Comparison, r: ComparisonRow): Citation[] {
  const own = r.rank ?? 0;
  // A table of thousands of rows asks this of each: no list is made.
  const ahead = c.rows.reduce((most, { rank }) => (rank !== null && rank < own && rank > most ? rank : most), 0);
  return [r, ...c.rows.filter((other) => other.rank === ahead)].flatMap((row) => comparedSources(c, row));
}

/** What the reference line rests on: the figures averaged, the row chosen or the target. */
export function referenceSources(c: Comparison): Citation[] {
  if (!c.reference) return [];
  const { rows, task } = c.reference;
  const persons = new Set(rows.map((r) => r.place.id));
  const weights = c.population
    .filter((o) => rows.length > 1 && persons.has(o.place.id))
    .map((o) => citationOf(o, PERSONS));
  return [...(task ? [taskCitation(task)] : []), ...rows.flatMap(rowSources), ...weights];
}

/** A row of a comparison per head rests on the population too. */
export function comparedSources(c: Comparison, r: ComparisonRow): Citation[] {
  const persons = c.perHead ? c.population.filter((o) => o.place.id === r.place.id) : [];
  return [...rowSources(r), ...persons.map((o) => citationOf(o, '人口数，用于折算'))];
}
