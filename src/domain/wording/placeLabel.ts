/**
 * How a place is named on every screen: a name that the report doesn't give is never shown without saying so.
 */
import type { Dataset } from '../model/dataset';
import type { Grade, Place, Source } from '../model/records';
import { withoutFullStop } from './withoutFullStop';

/** `〔推断〕`, or `〔未具名〕` where the name itself doesn't say it; empty for a name that the report gives. */
export function placeMark(place: Place): string {
  if (place.naming === '推断') return '〔推断〕';
  return place.naming === '未具名' && !place.name.includes('未具名') ? '〔未具名〕' : '';
}

/** The name with its mark: `象山县`, `舞钢市〔推断〕`, `未具名区（甘肃）`. */
export function placeLabel(place: Place): string {
  return place.name + placeMark(place);
}

/** `B级`, `A、C级`; empty for no source. */
export function gradeText(sources: Iterable<Source>): string {
  const used = new Set<Grade>();
  for (const source of sources) used.add(source.grade);
  return used.size === 0 ? '' : `${[...used].sort().join('、')}级`;
}

export interface PlaceGroup {
  readonly label: string;
  readonly places: readonly Place[];
}

/**
 * Places under the grades of their reports, best first, so that a select says the grade and still offers plain names;
 * those without a report last. The order within a group is kept.
 */
export function placesByGrade(places: readonly Place[], gradeOf: (place: Place) => string): PlaceGroup[] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const grade = gradeOf(place);
    const group = groups.get(grade);
    if (group) group.push(place);
    else groups.set(grade, [place]);
  }
  const rank = (grade: string) => grade || '无';
  return [...groups]
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([grade, list]) => ({ label: grade ? `来源${grade}` : '没有报告', places: list }));
}

/** A place in a list to choose from, with the grades of the reports that speak of it: `舞钢市〔推断〕 · C级`. */
export function placeOption(dataset: Dataset, place: Place): string {
  return [placeLabel(place), gradeText(dataset.sourcesAt(place.id))].filter(Boolean).join(' · ');
}

/** What is to be said about a name that the report doesn't give, one sentence; empty for one that it gives. */
export function namingText(place: Place): string {
  const why = place.note ? `：${withoutFullStop(place.note)}` : '';
  if (place.naming === '推断') return `地名是推断的${why || '，原文没有写明'}。`;
  return place.naming === '未具名' ? `原文没有写地名${why}。` : '';
}
