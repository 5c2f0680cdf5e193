import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { TextTables } from '../datasets/batch/textTables';
import { answersOf, type KnownReadings, readingsSteps } from '../datasets/intake/answersOf';
import {
  type IntakeFile,
  intakeFileSteps,
  type IntakeTable,
  type KeyedReading,
  proposalsSteps,
  readAgain
} from '../datasets/intake/intakeFile';
import { inSlices, Stopped } from '../datasets/workbook/inSlices';
import { ownColumns } from '../datasets/workbook/ownColumns';
import type { FileReading, ReadOptions } from '../datasets/workbook/readFile';
import type { ReadingPace, SheetReader } from '../datasets/workbook/sheetReader';
import { guessAtSteps } from '../domain/sheet/guessLayout';
import { type Answer, answerKey, type Answers, type NameQuestion, questionsSteps } from '../domain/sheet/matching';
import type { SheetFact } from '../domain/sheet/sheetFact';
import { useBatchesStore } from './batches';
import { useDatasetStore } from './dataset';
import { intakeReview } from './intakeReview';
import { useMappingStore } from './mapping';
import { readingQueue } from './readingQueue';

/** 上新: from files to a batch. Nothing is kept before `keep`; what is under way lasts while the page is open. */
export const useIntakeStore = defineStore('intake', () => {
  const data = useDatasetStore();
  const batches = useBatchesStore();
  const memory = useMappingStore();
  const files = shallowRef<readonly IntakeFile[]>([]);
  /** What the person answered; beside it stand the certain answers and those of earlier files. */
  const givenAnswers = shallowRef<Answers>({});
  const text = shallowRef<TextTables>();
  /** The tables that are taken, read; and the names in them. Worked out anew with every change of the files. */
  const readings = shallowRef<readonly KeyedReading[]>([]);
  const questions = shallowRef<readonly NameQuestion[]>([]);
  /** What went wrong, or what has been kept, in one sentence. */
  const problem = ref('');
  const done = ref('');
  let nextKey = 1;
  /** Key of the first file of this reading. */
  let firstKey = 1;
  /** A layout outlives the files where it is remembered, so a new list is begun with the next files. */
  let known: KnownReadings = new WeakMap();
  let deriving = new AbortController();
  /** Fulfilled when what was worked out is of the files as they are. */
  let derived: Promise<void> = Promise.resolve();
  const counting = ref(false);
  /** Keys of the files that a person put into invented data all the same. */
  const practised = shallowRef<ReadonlySet<number>>(new Set());
  const queue = readingQueue({
    async ready() {
      firstKey = nextKey;
      return ready();
    },
    take,
    onStopped: () => void setFiles(files.value.filter(({ key }) => key < firstKey)),
    onFault: (why) => (problem.value = why)
  });

  const tables = computed(() => files.value.flatMap((file) => file.tables));
  /** Names of the files that look real, in invented data: nothing is kept before a person says what they are. */
  const unmarked = computed(() =>
    files.value.filter(({ key, unmarked: is }) => is && !practised.value.has(key)).map(({ file }) => file.name)
  );
  const columns = computed(() => ownColumns(text.value?.schemas ?? []));
  const answers = computed(() =>
    answersOf(questions.value, files.value, data.ready(), {
      remembered: memory.mapping.answers,
      given: givenAnswers.value
    })
  );
  const reviewing = intakeReview({
    data,
    batches,
    proposals: () => proposalsSteps(files.value, readings.value, answers.value, data.ready(), columns.value),
    onFault: (why) => (problem.value = why)
  });
  const decisions = computed(() =>
    (reviewing.review.value?.proposals ?? []).flatMap(({ proposal }) => proposal.decisions)
  );
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
    reviewing.forget();
    deriving.abort();
    const { signal } = (deriving = new AbortController());
    pace.signal?.addEventListener('abort', () => deriving.abort());
    try {
      const read = await inSlices(readingsSteps(next, known), { ...pace, signal });
      const facts: SheetFact[] = [];
      for (const each of read) for (const fact of each.facts) facts.push(fact);
      const asked = await inSlices(questionsSteps(facts, data.ready()), { ...pace, signal });
      if (signal.aborted) return;
      readings.value = read;
      questions.value = asked;
      counting.value = false;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (pace.signal?.aborted) throw error;
    }
  }

  /** Reads files one after the other; each stands in `files` as soon as it is read. */
  function addFiles(given: readonly File[], reader: SheetReader, options: ReadOptions = {}): Promise<void> {
    return queue.add(given, reader, options);
  }

  /** A range copied from a spreadsheet. */
  async function paste(
    copied: { readonly html: string; readonly text: string },
    { readClipboard }: SheetReader
  ): Promise<void> {
    if (!(await ready())) return;
    try {
      await take(await readClipboard(copied));
    } catch (error) {
      problem.value = `${messageOf(error)}。`;
    }
  }

  /** Says before any work whether it can be kept, and reads what is there. */
  async function ready(): Promise<boolean> {
    done.value = '';
    problem.value = await batches.probe();
    try {
      text.value = await batches.tables();
      return true;
    } catch (error) {
      problem.value = messageOf(error);
      return false;
    }
  }

  /** One more file, its tables found and read. */
  async function take(read: FileReading, pace: Partial<ReadingPace> = {}): Promise<void> {
    const steps = intakeFileSteps(nextKey++, read, data.ready(), columns.value, memory.mapping.layouts);
    const file = await inSlices(steps, pace);
    await setFiles([...files.value, file], pace);
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
      guessAtSteps(table.sheet, { first, heads, column: table.layout.left }, data.ready())
    );
    await changeTable(key, { layout });
  }

  function answer(kind: Parameters<typeof answerKey>[0], name: string, given: Answer): void {
    answerAll([[{ kind, name }, given]]);
  }

  function answerAll(given: readonly (readonly [Pick<NameQuestion, 'kind' | 'name'>, Answer])[]): void {
    const more = given.map(([{ kind, name }, each]) => [answerKey(kind, name), each] as const);
    givenAnswers.value = { ...givenAnswers.value, ...Object.fromEntries(more) };
    reviewing.forget();
  }

  async function check(): Promise<void> {
    problem.value = '';
    await derived;
    await reviewing.check();
  }

  /** The person says that the files are made up too. */
  function practise(): void {
    practised.value = new Set(files.value.map(({ key }) => key));
  }

  /** Makes the batches and keeps them, all or none. */
  async function keep(): Promise<void> {
    if (unmarked.value.length > 0) return;
    let asked = await reviewing.toKeep();
    if (!asked || asked.batches.length === 0) return;
    const kept = asked.batches;
    const { length } = asked.review.difference.numbers;
    // A million rows aren't held twice while the dataset is read with them.
    asked = undefined;
    problem.value = await batches.addThen(kept, () => {
      memory.remember(taken(), givenAnswers.value);
      clear();
      done.value = '正在把新数放进看板……';
    });
    if (problem.value !== '') return;
    const apart = kept.length > 1 ? `每个文件一批，共${kept.length}批，可以分别撤回；` : '';
    done.value = `已保留，${apart}${length}个数有变动。`;
  }

  /** What would be kept, as files to take away: they are put in on 变动, here or in another browser. */
  async function batchFiles(): Promise<{ readonly name: string; readonly content: Blob }[]> {
    const asked = await reviewing.toKeep();
    return asked ? Promise.all(asked.batches.map((batch) => batches.fileOf(batch))) : [];
  }

  const taken = () => tables.value.filter((table) => table.taken).map(({ layout }) => layout);

  /** The mapping of these files as text, for a colleague or next month. */
  function printMapping(): string {
    return memory.textOf(taken(), givenAnswers.value);
  }

  /** Reads the files as a colleague's mapping has it. */
  async function takeMapping(mapping: string): Promise<void> {
    problem.value = memory.takeOver(mapping);
    if (problem.value !== '') return;
    const next: IntakeFile[] = [];
    for (const file of files.value) next.push(await inSlices(readAgain(file, data.ready(), memory.mapping.layouts)));
    await setFiles(next);
  }

  function clear(): void {
    queue.stop();
    known = new WeakMap();
    void setFiles([]);
    readings.value = [];
    questions.value = [];
    givenAnswers.value = {};
    reviewing.choices.value = new Map();
    problem.value = '';
    done.value = '';
    // What nobody asks for again would hold the files that it was worked out from.
    void [tables.value, answers.value, decisions.value, hasRows.value, unmarked.value];
  }

  const { checking, previewing, review, choices, foreseen, choose, preview, forget } = reviewing;
  return {
    files,
    reading: queue.reading,
    readings,
    questions,
    answers,
    decisions,
    hasRows,
    review,
    choices,
    counting,
    checking,
    previewing,
    foreseen,
    problem,
    done,
    unmarked,
    practise,
    addFiles,
    stop: queue.stop,
    paste,
    removeFile,
    changeTable,
    moveHeads,
    answer,
    answerAll,
    check,
    stopCheck: forget,
    choose,
    preview,
    keep,
    batchFiles,
    printMapping,
    takeMapping,
    clear
  };
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
