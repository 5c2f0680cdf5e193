/** The files of 上新, and what is worked out from them: their tables, read, and the names in those that are taken. */
import { computed, ref, shallowRef } from 'vue';
import { type KnownReadings, readingsSteps } from '../datasets/intake/answersOf';
import type { IntakeFile, IntakeTable, KeyedReading } from '../datasets/intake/intakeFile';
import { inSlices, Stopped } from '../datasets/workbook/inSlices';
import type { ReadingPace } from '../datasets/workbook/sheetReader';
import type { Dataset } from '../domain/model/dataset';
import { guessAtSteps } from '../domain/sheet/guessLayout';
import { type NameQuestion, questionsSteps } from '../domain/sheet/matching';
import type { SheetFact } from '../domain/sheet/sheetFact';

/**
 * A list of files whose readings follow it; of two changes in a row only the last is worked out.
 * @param onChange called as the files change, before anything is read
 */
export function intakeFiles(dataset: () => Dataset, onChange: () => void) {
  const files = shallowRef<readonly IntakeFile[]>([]);
  /** The tables that are taken, read; and the names in them. Worked out anew with every change of the files. */
  const readings = shallowRef<readonly KeyedReading[]>([]);
  const questions = shallowRef<readonly NameQuestion[]>([]);
  /** Whether the readings are yet to follow the files. */
  const counting = ref(false);
  /** A layout outlives the files where it is remembered, so a new list is begun with the next files. */
  let known: KnownReadings = new WeakMap();
  let deriving = new AbortController();
  /** Fulfilled when what was worked out is of the files as they are. */
  let derived: Promise<void> = Promise.resolve();

  const tables = computed(() => files.value.flatMap((file) => file.tables));
  const hasRows = computed(
    () => readings.value.some(({ facts }) => facts.length > 0) || files.value.some(({ own }) => own.length > 0)
  );

  /** The files with what they hold. Reading them a second time, or after a third change, is given up for the last. */
  function setFiles(next: readonly IntakeFile[], pace: Partial<ReadingPace> = {}): Promise<void> {
    derived = derive(next, pace);
    return derived;
  }

  async function derive(next: readonly IntakeFile[], pace: Partial<ReadingPace>): Promise<void> {
    files.value = next;
    counting.value = true;
    onChange();
    deriving.abort();
    const { signal } = (deriving = new AbortController());
    pace.signal?.addEventListener('abort', () => deriving.abort());
    try {
      const read = await inSlices(readingsSteps(next, known), { ...pace, signal });
      const facts: SheetFact[] = [];
      for (const each of read) for (const fact of each.facts) facts.push(fact);
      const asked = await inSlices(questionsSteps(facts, dataset()), { ...pace, signal });
      if (signal.aborted) return;
      readings.value = read;
      questions.value = asked;
      counting.value = false;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (pace.signal?.aborted) throw error;
    }
  }

  function removeFile(key: number): Promise<void> {
    return setFiles(files.value.filter((file) => file.key !== key));
  }

  /** Changes a table: whether it is taken, or what its columns mean. */
  function changeTable(key: string, patch: Partial<Pick<IntakeTable, 'layout' | 'taken'>>): Promise<void> {
    const change = (table: IntakeTable) => (table.key === key ? { ...table, ...patch } : table);
    return setFiles(files.value.map((file) => ({ ...file, tables: file.tables.map(change) })));
  }

  /** The heads of a table stand elsewhere: its columns are guessed anew below them. */
  async function moveHeads(key: string, first: number, heads: number): Promise<void> {
    const table = tables.value.find((each) => each.key === key);
    if (!table) return;
    const { layout } = await inSlices(
      guessAtSteps(table.sheet, { first, heads, column: table.layout.left }, dataset())
    );
    await changeTable(key, { layout });
  }

  function clear(): void {
    known = new WeakMap();
    void setFiles([]);
    readings.value = [];
    questions.value = [];
    // What nobody asks for again would hold the files that it was worked out from.
    void [tables.value, hasRows.value];
  }

  return {
    ...{ files, readings, questions, counting, tables, hasRows },
    ...{ setFiles, removeFile, changeTable, moveHeads, clear },
    /** Until the readings follow the files. */
    whenRead: (): Promise<void> => derived,
    layoutsTaken: () => tables.value.filter((table) => table.taken).map(({ layout }) => layout)
  };
}
