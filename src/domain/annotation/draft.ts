/** What somebody writes on a figure before it is kept: what it may be about, and what is still wrong with it. */
import type { Citation } from '../evidence/citation';
import { type Annotation, subjectFault } from '../model/annotation';
import { ownRows } from './ownRows';
import { parsePeriod } from '../time/parsePeriod';
import { cleanText } from '../wording/cleanText';
import { placeLabel } from '../wording/placeLabel';

/** Longer ones are no notes. */
export const MOST_TEXT = 200;
export const MOST_AUTHOR = 40;

export type AnnotationDraft = Omit<Annotation, 'id'>;

/** Something of a figure that an annotation can be about. */
export interface SubjectChoice {
  readonly id: string;
  readonly name: string;
}

export interface SubjectChoices {
  readonly places: readonly SubjectChoice[];
  readonly indicators: readonly SubjectChoice[];
  readonly programmes: readonly SubjectChoice[];
  /** Ends of the years of its numbers, ISO days: an event outside them isn't shown here. */
  readonly from: string;
  readonly to: string;
}

/** What the numbers of a figure are about, each once, in the order in which it cites them. At least one number. */
export function subjectChoices(citations: readonly Citation[]): SubjectChoices {
  const places = new Map<string, string>();
  const indicators = new Map<string, string>();
  const programmes = new Map<string, string>();
  const years: string[] = [];
  for (const row of ownRows(citations)) {
    places.set(row.place.id, placeLabel(row.place));
    if ('indicator' in row) indicators.set(row.indicator.id, row.indicator.name);
    else programmes.set(row.programme.id, row.programme.name);
    years.push(row.period.start.slice(0, 4), row.period.end.slice(0, 4));
  }
  years.sort();
  const list = (names: ReadonlyMap<string, string>) => [...names].map(([id, name]) => ({ id, name }));
  return {
    places: list(places),
    indicators: list(indicators),
    programmes: list(programmes),
    from: `${years[0]!}-01-01`,
    to: `${years[years.length - 1]!}-12-31`
  };
}

/** As it will be kept: blanks around and line ends within are gone, and what no file can carry. */
export function tidyDraft(draft: AnnotationDraft): AnnotationDraft {
  const tidy = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim();
  return { ...draft, text: tidy(draft.text), author: tidy(draft.author) };
}

/**
 * What is wrong with a tidied draft, one sentence; empty where it can be kept.
 * @param choices of the figure that it is written on
 */
export function draftFault(draft: AnnotationDraft, choices: Pick<SubjectChoices, 'from' | 'to'>): string {
  const { kind, date, text, author } = draft;
  const letters = [...text].length;
  if (text === '') return '请写内容。';
  if (letters > MOST_TEXT) return `内容有${letters}个字，最多${MOST_TEXT}个，请写短一些。`;
  if (parsePeriod(date)?.kind !== '时点') return '请选日期。';
  if (kind === '事件' && (date < choices.from || date > choices.to)) {
    const [from, to] = [choices.from.slice(0, 4), choices.to.slice(0, 4)];
    const years = from === to ? `${from}年` : `${from}—${to}年`;
    return `这张图是${years}的，事件要发生在这几年里；别的时候的事请选“说明”。`;
  }
  if (author === '') return '请写署名：谁加的。';
  if ([...author].length > MOST_AUTHOR) return `署名最多${MOST_AUTHOR}个字。`;
  return subjectFault(draft) === '' ? '' : '请选说的是哪项或哪里，两样不能都是“不限”。';
}
