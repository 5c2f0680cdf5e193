/** Which records the names in files are: what is certain, what earlier files said, what a form says, what the person says. */
import type { Known } from '../../domain/sheet/columnRoles';
import { type Answers, certainAnswers, type NameQuestion } from '../../domain/sheet/matching';
import { finish, type Steps } from '../../domain/steps/steps';
import { readTableSteps } from '../../domain/sheet/readTable';
import type { SheetLayout } from '../../domain/sheet/layout';
import type { IntakeFile, KeyedReading } from './intakeFile';

/** The tables that are taken, read. */
export function readingsOf(files: readonly IntakeFile[]): KeyedReading[] {
  return finish(readingsSteps(files, new WeakMap()));
}

/** What tables were read as, by their layouts: only what was changed is read again. */
export type KnownReadings = WeakMap<SheetLayout, KeyedReading>;

/** The same in parts. */
export function* readingsSteps(files: readonly IntakeFile[], known: KnownReadings): Steps<KeyedReading[]> {
  const readings: KeyedReading[] = [];
  for (const { key, sheet, layout, taken } of files.flatMap(({ tables }) => tables)) {
    if (!taken) continue;
    const before = known.get(layout);
    const reading = before?.key === key ? before : { key, ...(yield* readTableSteps(sheet, layout)) };
    known.set(layout, reading);
    readings.push(reading);
  }
  return readings;
}

/**
 * The answer to each name, the later of these winning: certain, remembered, of a form among the files, given now. Answers
 * that name a record which isn't there any more are none; what is given now always counts.
 */
export function answersOf(
  questions: readonly NameQuestion[],
  files: readonly IntakeFile[],
  known: Known,
  { remembered, given }: { readonly remembered: Answers; readonly given: Answers }
): Answers {
  const ids = new Set([...known.places, ...known.indicators, ...known.programmes].map(({ id }) => id));
  const existing = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([, answer]) => !('use' in answer) || ids.has(answer.use)));
  return {
    ...certainAnswers(questions),
    ...existing(remembered),
    ...files.reduce<Answers>((all, file) => ({ ...all, ...existing(file.answers) }), {}),
    ...given
  };
}
