import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { TextTables } from '../datasets/batch/textTables';
import { answersOf, readingsOf } from '../datasets/intake/answersOf';
import {
  type IntakeFile,
  intakeFile,
  type IntakeTable,
  proposalsOfFiles,
  readAgain
} from '../datasets/intake/intakeFile';
import { type Checked, type Foresight, type IntakeReview, latestMonth } from '../datasets/intake/review';
import { batchesOf, reviewedChanges, reviewFiles } from '../datasets/intake/reviewFiles';
import { ownColumns } from '../datasets/workbook/ownColumns';
import type { FileReading, ReadOptions } from '../datasets/workbook/readFile';
import type { SheetReader } from '../datasets/workbook/sheetReader';
import { auditOf, isQuickToAudit } from '../domain/audit/audit';
import type { Batch } from '../domain/batch/batch';
import type { Choice } from '../domain/batch/conflicts';
import { differenceOf } from '../domain/batch/difference';
import { newFindings } from '../domain/batch/newFindings';
import { oddities } from '../domain/batch/plausible';
import { reportBoard } from '../domain/missing/reporting';
import { guessAt } from '../domain/sheet/guessLayout';
import { type Answer, answerKey, type Answers, questionsOf } from '../domain/sheet/matching';
import { useBatchesStore } from './batches';
import { useDatasetStore } from './dataset';
import { useMappingStore } from './mapping';
import { readingQueue } from './readingQueue';

/** 上新: from files to a batch. Nothing is kept before `keep`; what is under way lasts while the page is open. */
export const useIntakeStore = defineStore('intake', () => {
  const data = useDatasetStore();
  const batches = useBatchesStore();
  const memory = useMappingStore();
  const files = shallowRef<readonly IntakeFile[]>([]);
  /** What the person answered; beside it stand the certain answers and those of earlier files. */
  const said = shallowRef<Answers>({});
  const choices = shallowRef<ReadonlyMap<number, Choice>>(new Map());
  const text = shallowRef<TextTables>();
  const checked = shallowRef<Checked>();
  const foreseen = shallowRef<Foresight>();
  const checking = ref(false);
  const previewing = ref(false);
  /** What went wrong, or what has been kept, in one sentence. */
  const problem = ref('');
  const done = ref('');
  let nextKey = 1;
  /** Key of the first file of this reading. */
  let firstKey = 1;
  let run = 0;
  const queue = readingQueue({
    async ready() {
      firstKey = nextKey;
      return ready();
    },
    async take(read) {
      take(read);
    },
    onStopped: () => (files.value = files.value.filter(({ key }) => key < firstKey)),
    onFault: (why) => (problem.value = why)
  });

  const tables = computed(() => files.value.flatMap((file) => file.tables));
  const readings = computed(() => readingsOf(files.value));
  const columns = computed(() => ownColumns(text.value?.schemas ?? []));
  const questions = computed(() => {
    const facts = readings.value.flatMap((each) => each.facts);
    return questionsOf(facts, data.ready());
  });
  const answers = computed(() =>
    answersOf(questions.value, files.value, data.ready(), {
      remembered: memory.mapping.answers,
      said: said.value
    })
  );
  const proposals = computed(() =>
    proposalsOfFiles(files.value, readings.value, answers.value, data.ready(), columns.value)
  );
  const decisions = computed(() => proposals.value.flatMap(({ proposal }) => proposal.decisions));
  const hasRows = computed(() => proposals.value.some(({ proposal }) => proposal.rows.length > 0));
  const review = computed((): IntakeReview | undefined => {
    if (!checked.value) return undefined;
    const { base, names, reviewed } = checked.value;
    const changes = reviewedChanges(reviewed, choices.value);
    return { ...checked.value, changes, difference: differenceOf(base, changes, names) };
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
      take(await readClipboard(copied));
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

  function take(read: FileReading): void {
    const file = intakeFile(nextKey++, read, data.ready(), columns.value, memory.mapping.layouts);
    files.value = [...files.value, file];
    forgetReview();
  }

  function removeFile(key: number): void {
    files.value = files.value.filter((file) => file.key !== key);
    forgetReview();
  }

  /** Changes a table: whether it is taken, or what its columns mean. */
  function changeTable(key: string, patch: Partial<Pick<IntakeTable, 'layout' | 'taken'>>): void {
    const change = (table: IntakeTable) => (table.key === key ? { ...table, ...patch } : table);
    files.value = files.value.map((file) => ({ ...file, tables: file.tables.map(change) }));
    forgetReview();
  }

  /** The heads of a table stand elsewhere: its columns are guessed anew below them. */
  function moveHeads(key: string, first: number, heads: number): void {
    const table = tables.value.find((each) => each.key === key);
    if (table) changeTable(key, { layout: guessAt(table.sheet, first, heads, data.ready()).layout });
  }

  function answer(kind: Parameters<typeof answerKey>[0], name: string, given: Answer): void {
    said.value = { ...said.value, [answerKey(kind, name)]: given };
    forgetReview();
  }

  /** Compares what is proposed with what is there. */
  async function check(): Promise<void> {
    const mine = ++run;
    checking.value = true;
    problem.value = '';
    try {
      const shown = await batches.tables();
      if (mine !== run) return;
      const found = reviewFiles(proposals.value, shown);
      choices.value = new Map();
      checked.value = { ...found, odd: oddities(found.base, found.rows, found.names) };
    } catch (error) {
      problem.value = messageOf(error);
    }
    checking.value = false;
    if (isQuickToAudit(data.ready())) await preview();
  }

  function choose(indices: readonly number[], choice: Choice): void {
    choices.value = new Map([...choices.value, ...indices.map((index) => [index, choice] as const)]);
    foreseen.value = undefined;
    if (isQuickToAudit(data.ready())) void preview();
  }

  /** What was worked out is of other rows. */
  function forgetReview(): void {
    run++;
    checking.value = false;
    previewing.value = false;
    checked.value = undefined;
    foreseen.value = undefined;
  }

  /** One for each file that changes something. */
  function toKeep(asked: IntakeReview): Batch[] {
    const about = { made: new Date().toISOString(), base: data.ready().version };
    return batchesOf(asked, choices.value, about);
  }

  /** Looks at the data as it would be: what the audit then finds, and who hasn't reported. */
  async function preview(): Promise<void> {
    const asked = review.value;
    if (!asked || asked.changes.length === 0) return;
    const mine = ++run;
    previewing.value = true;
    try {
      const dataset = await batches.preview(toKeep(asked));
      if (mine !== run) return;
      const month = latestMonth(asked.difference);
      const owing = reportBoard(dataset, { month }).rows.filter(
        ({ state }) => state === '未报' || state === '报了一部分'
      );
      foreseen.value = { findings: newFindings(auditOf(data.ready()), auditOf(dataset)), month, owing };
    } catch (error) {
      problem.value = messageOf(error);
    }
    if (mine === run) previewing.value = false;
  }

  /** Makes the batches and keeps them, all or none. */
  async function keep(): Promise<void> {
    const asked = review.value;
    if (!asked || asked.changes.length === 0) return;
    const kept = toKeep(asked);
    problem.value = await batches.add(...kept);
    if (problem.value !== '') return;
    memory.remember(taken(), said.value);
    const { numbers } = asked.difference;
    clear();
    const apart = kept.length > 1 ? `每个文件一批，共${kept.length}批，可以分别撤回；` : '';
    done.value = `已保留，${apart}${numbers.length}个数有变动。`;
  }

  const taken = () => tables.value.filter((table) => table.taken).map(({ layout }) => layout);

  /** The mapping of these files as text, for a colleague or next month. */
  function printMapping(): string {
    return memory.print(taken(), said.value);
  }

  /** Reads the files as a colleague's mapping has it. */
  function takeMapping(mapping: string): void {
    problem.value = memory.takeOver(mapping);
    if (problem.value !== '') return;
    files.value = files.value.map((file) => readAgain(file, data.ready(), memory.mapping.layouts));
    forgetReview();
  }

  function clear(): void {
    files.value = [];
    said.value = {};
    choices.value = new Map();
    problem.value = '';
    done.value = '';
    forgetReview();
  }

  return {
    ...{ files, reading: queue.reading, readings, questions, answers, decisions, hasRows, review, choices },
    ...{ checking, previewing, foreseen, problem, done },
    ...{ addFiles, stop: queue.stop, paste, removeFile, changeTable, moveHeads, answer, check, choose, preview, keep },
    ...{ printMapping, takeMapping, clear }
  };
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
