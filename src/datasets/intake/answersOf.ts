/** Which records the names in files are: what is certain, what earlier files said, what a form says, what the person says. */
import type { Known } from '../../domain/sheet/columnRoles';
import { type Answers, certainAnswers, type NameQuestion } from '../../domain/sheet/matching';
import { readTable } from '../../domain/sheet/readTable';
import type { IntakeFile, KeyedReading } from './intakeFile';

/** The tables that are taken, read. */
export function readingsOf(files: readonly IntakeFile[]): KeyedReading[] {
  return files.flatMap(({ tables }) =>
    tables.filter(({ taken }) => taken).map(({ key, sheet, layout }) => ({ key, ...readTable(sheet, layout) }))
  );
}

/**
 * The answer to each name, the later of these winning: certain, remembered, of a form among the files, said. Answers
 * that name a record which isn't there any more are none; what is said now always counts.
 */
export function answersOf(
  questions: readonly NameQuestion[],
  files: readonly IntakeFile[],
  known: Known,
  { remembered, said }: { readonly remembered: Answers; readonly said: Answers }
): Answers {
  const ids = new Set([...known.places, ...known.indicators, ...known.programmes].map(({ id }) => id));
  const existing = (given: Answers): Answers =>
    Object.fromEntries(Object.entries(given).filter(([, answer]) => !('use' in answer) || ids.has(answer.use)));
  return {
    ...certainAnswers(questions),
    ...existing(remembered),
    ...files.reduce<Answers>((all, file) => ({ ...all, ...existing(file.answers) }), {}),
    ...said
  };
}
