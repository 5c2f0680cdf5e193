import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { TextTables } from '../datasets/batch/textTables';
import { answersOf } from '../datasets/intake/answersOf';
import { type IntakeFile, intakeFileSteps, proposalsSteps, readAgain } from '../datasets/intake/intakeFile';
import { inSlices } from '../datasets/workbook/inSlices';
import { ownColumns } from '../datasets/workbook/ownColumns';
import type { FileReading, ReadOptions } from '../datasets/workbook/readFile';
import type { ReadingPace, SheetReader } from '../datasets/workbook/sheetReader';
import { type Answer, answerKey, type Answers, type NameQuestion } from '../domain/sheet/matching';
import { errorMessage } from '../domain/wording/errorMessage';
import { useBatchesStore } from './batches';
import { useDatasetStore } from './dataset';
import { intakeFiles } from './intakeFiles';
import { intakeKeeping } from './intakeKeeping';
import { intakeReview } from './intakeReview';
import { useMappingStore } from './mapping';
import { readingQueue } from './readingQueue';

/** 上新: from files to a batch. Nothing is kept before `keep`; what is under way lasts while the page is open. */
export const useIntakeStore = defineStore('intake', () => {
  const data = useDatasetStore();
  const batches = useBatchesStore();
  const memory = useMappingStore();
  const brought = intakeFiles(data.ready, () => reviewing.forget());
  const { files, readings, questions, setFiles } = brought;
  /** What the person answered; beside it stand the certain answers and those of earlier files. */
  const givenAnswers = shallowRef<Answers>({});
  const text = shallowRef<TextTables>();
  /** What went wrong, or what has been kept, in one sentence. */
  const problem = ref('');
  const done = ref('');
  let nextKey = 1;
  /** Key of the first file of this reading. */
  let firstKey = 1;
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
  const keeping = intakeKeeping({
    reviewing,
    batches,
    onKept() {
      memory.remember(brought.layoutsTaken(), givenAnswers.value);
      clear();
      done.value = '正在把新数放进看板……';
    }
  });

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
      problem.value = `${errorMessage(error)}。`;
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
      problem.value = errorMessage(error);
      return false;
    }
  }

  /** One more file, its tables found and read. */
  async function take(read: FileReading, pace: Partial<ReadingPace> = {}): Promise<void> {
    const steps = intakeFileSteps(nextKey++, read, data.ready(), columns.value, memory.mapping.layouts);
    const file = await inSlices(steps, pace);
    await setFiles([...files.value, file], pace);
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
    await brought.whenRead();
    await reviewing.check();
  }

  /** The person says that the files are made up too. */
  function practise(): void {
    practised.value = new Set(files.value.map(({ key }) => key));
  }

  /** Makes the batches and keeps them, all or none. */
  async function keep(): Promise<void> {
    const kept = unmarked.value.length === 0 && (await keeping.keep());
    if (!kept) return;
    problem.value = kept.problem;
    if (kept.done !== '') done.value = kept.done;
  }

  /** The mapping of these files as text, for a colleague or next month. */
  function printMapping(): string {
    return memory.textOf(brought.layoutsTaken(), givenAnswers.value);
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
    brought.clear();
    givenAnswers.value = {};
    reviewing.choices.value = new Map();
    problem.value = '';
    done.value = '';
    // What nobody asks for again would hold the files that it was worked out from.
    void [answers.value, decisions.value, unmarked.value];
  }

  const { hasRows, counting, removeFile, changeTable, moveHeads } = brought;
  const { checking, previewing, review, choices, foreseen, choose, preview, forget } = reviewing;
  return {
    ...{ files, reading: queue.reading, readings, questions, answers, decisions, hasRows, counting },
    ...{ review, choices, checking, previewing, foreseen, problem, done, unmarked, practise },
    ...{ addFiles, stop: queue.stop, paste, removeFile, changeTable, moveHeads, answer, answerAll },
    ...{ check, stopCheck: forget, choose, preview, keep, batchFiles: keeping.batchFiles },
    ...{ printMapping, takeMapping, clear }
  };
});
