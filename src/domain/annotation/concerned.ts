/**
 * Which annotations stand under a figure: each goes with the numbers that it speaks of, so that a figure shows it where it
 * shows such a number.
 */
import type { Citation } from '../evidence/citation';
import type { Annotation } from '../model/annotation';
import type { Observation, ProgressRow } from '../model/records';
import { ownRows } from './ownRows';
import { placeLabel } from '../wording/placeLabel';

/** An annotation as a figure shows it. */
export interface ShownAnnotation {
  readonly annotation: Annotation;
  /** What of the figure it speaks of, where the figure shows more than that: `宁海县`; else empty. */
  readonly about: string;
}

/**
 * The annotations of a figure, the earliest first; two that say the same are one. An event stands only where its year is
 * among those of the figure's numbers: that of another year explains nothing here.
 * @param citations all numbers of the figure
 */
export function annotationsOn(all: readonly Annotation[], citations: readonly Citation[]): ShownAnnotation[] {
  if (all.length === 0) return [];
  const rows = ownRows(citations);
  const years = rows.flatMap(({ period }) => [period.start.slice(0, 4), period.end.slice(0, 4)]).sort();
  const isInTime = ({ kind, date }: Annotation) =>
    kind === '说明' || (date.slice(0, 4) >= years[0]! && date.slice(0, 4) <= years[years.length - 1]!);
  const severalPlaces = new Set(rows.map(({ place }) => place.id)).size > 1;
  const severalSubjects = new Set(rows.map((row) => subjectOf(row).id)).size > 1;
  const shown = all.flatMap((annotation): ShownAnnotation[] => {
    const row = rows.find((one) => speaksOf(annotation, one));
    if (!row || !isInTime(annotation)) return [];
    const { place, indicator, programme } = annotation;
    const about = [
      place !== '' && severalPlaces ? placeLabel(row.place) : '',
      indicator + programme !== '' && severalSubjects ? subjectOf(row).name : ''
    ];
    return [{ annotation, about: about.filter(Boolean).join('的') }];
  });
  return withoutRepeated(shown).sort((a, b) => compareTexts(a.annotation.date, b.annotation.date));
}

function subjectOf(row: Observation | ProgressRow): { readonly id: string; readonly name: string } {
  if ('indicator' in row) return { id: `i ${row.indicator.id}`, name: row.indicator.name };
  return { id: `p ${row.programme.id}`, name: row.programme.name };
}

function speaksOf({ place, indicator, programme }: Annotation, row: Observation | ProgressRow): boolean {
  if (place !== '' && row.place.id !== place) return false;
  if (indicator !== '') return 'indicator' in row && row.indicator.id === indicator;
  return programme === '' || ('programme' in row && row.programme.id === programme);
}

function withoutRepeated(shown: readonly ShownAnnotation[]): ShownAnnotation[] {
  const byWords = new Map<string, ShownAnnotation>();
  for (const one of shown) {
    const { kind, date, text, author } = one.annotation;
    const words = [kind, date, text, author, one.about].join('\u0001');
    if (!byWords.has(words)) byWords.set(words, one);
  }
  return [...byWords.values()];
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
