/** Two figures on one slide: each says its own finding, and what both say of their sources and notes is said once. */
import type { Figure } from './figure';

/** What stands before what is said of one of them only: on a slide they are side by side or above each other. */
export const SIDES = ['第一张图', '第二张图'] as const;

/** The pair of two figures, itself a figure: its finding is both findings. */
export function pairFigure(left: Figure, right: Figure): Figure {
  const both = [left, right];
  const of = <T>(list: (figure: Figure) => readonly T[]): T[] => both.flatMap(list);
  const cutoffs = [...new Set(both.map(({ cutoff }) => cutoff).filter(Boolean))];
  const isMarked = (text: string) => both.every(({ notes }) => notes.some((note) => note.text === text));
  const notes = both.flatMap((figure, side) =>
    [...figure.notes, ...figure.table.notes].map((note) =>
      isMarked(note.text) ? note : { ...note, text: `${SIDES[side]}：${note.text}` }
    )
  );
  const rules = both.map(({ rule }) => rule).filter((rule) => rule !== undefined);
  return {
    verdict: `${left.verdict}；${right.verdict}`,
    subtitle: '',
    notes: [...new Map(notes.map((note) => [note.text, note])).values()],
    sources: [...new Set(of(({ sources }) => sources))],
    cutoff: cutoffs.length === 1 ? cutoffs[0]! : '',
    get table() {
      return left.table;
    },
    get citations() {
      return of(({ citations }) => citations);
    },
    reporters: [],
    absent: both.flatMap(({ absent }, side) =>
      absent.map((group) => ({ ...group, title: `${SIDES[side]}${group.title}` }))
    ),
    problems: [],
    ...(rules.length > 0 ? { rule: [...new Set(rules)].join('；') } : {}),
    ...(left.lights || right.lights ? { lights: left.lights ?? right.lights } : {}),
    spotlight: '',
    file: [`${left.file[0]}与${right.file[0]}`, left.file[1], left.file[2]],
    body: { kind: 'pair', left, right }
  };
}
