/** Known records whose names are like one of a file: what may be meant where none is meant for certain. */
import type { Place } from '../model/records';
import { nameLikeness } from '../read/likeness';
import { plainText } from '../read/lines';
import type { Known } from './columnRoles';

/** A known record that a name of the file may mean. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** A record with all names it is looked for by, in bare form. */
export interface Candidate extends Omit<Offer, 'likeness'> {
  readonly names: readonly string[];
}

/** Below this a name is no offer. */
const LIKE = 0.2;

/** At most three records, the likest first; those whose ids are in `exact` have the very name. */
export function offersFor(name: string, exact: readonly string[], candidates: readonly Candidate[]): Offer[] {
  const bare = bareName(name);
  return candidates
    .map(({ names, ...record }): Offer => ({
      ...record,
      likeness: exact.includes(record.id) ? 1 : Math.max(...names.map((each) => likenessOf(bare, each)))
    }))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, 3);
}

/** Places, with the name of the one they belong to before their own too. */
export function placeCandidates(places: readonly Place[]): Candidate[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return places.map(({ id, name, level, parent }) => {
    const above = byId.get(parent);
    const definition = above ? `${level}，属${above.name}` : level;
    const names = above ? [name, above.name + name] : [name];
    return { id, name, unit: '', definition, names: names.map(bareName) };
  });
}

export function indicatorCandidates(indicators: Known['indicators']): Candidate[] {
  return indicators.map(({ id, name, unit, definition, aliases }) => ({
    id,
    name,
    unit,
    definition,
    names: [name, ...aliases].map(bareName)
  }));
}

export function programmeCandidates(programmes: Known['programmes']): Candidate[] {
  return programmes.map(({ id, name, unit, note }) => ({ id, name, unit, definition: note, names: [bareName(name)] }));
}

/** A name without what is written in this way or another: width of signs, blanks, quotes, dots, brackets. */
export function bareName(name: string): string {
  return plainText(name)
    .replace(/[\s“”"'‘’《》·・()[\]、,，\-_/]/g, '')
    .toLowerCase();
}

/** Shared pairs of characters; a name that leaves out characters of the other, 象山一院, counts as rather like it. */
function likenessOf(a: string, b: string): number {
  const within = a.length > 1 && (isWithin(a, b) || isWithin(b, a));
  if (!within && !sharesPair(a, b)) return 0;
  const pairs = nameLikeness(a, b);
  return within ? Math.max(pairs, 0.5 + pairs / 4) : pairs;
}

/** Whether all characters of `a` stand in `b` in their order. */
function isWithin(a: string, b: string): boolean {
  if (a.length > b.length) return false;
  let at = 0;
  for (const char of b) if (char === a[at]) at++;
  return at === a.length;
}

function sharesPair(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return false;
}
