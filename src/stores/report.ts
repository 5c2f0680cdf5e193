import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { aliasBatch } from '../datasets/intake/aliasBatch';
import { newBatch } from '../datasets/batch/newBatch';
import { openReport } from '../datasets/intake/openReport';
import type { ReportAnswers, ReportStorage, StoredWork } from '../datasets/intake/reportStorage';
import { sha256 } from '../datasets/read/sha256';
import type { Card } from '../domain/confirm/cards';
import { guessForm } from '../domain/confirm/guess';
import { heldAgainstLast } from '../domain/confirm/heldAgainstLast';
import { learnedFrom } from '../domain/confirm/learn';
import { numberCount } from '../domain/confirm/marked';
import { reportProposal, type ReportSource } from '../domain/confirm/reportRows';
import { itemBook, settle, type Settled } from '../domain/confirm/settled';
import { textMixFault } from '../domain/model/fictional';
import type { LastComparison } from '../domain/read/lastReport';
import { proposalAt } from '../domain/read/readReport';
import { errorMessage } from '../domain/wording/errorMessage';
import { useBatchesStore } from './batches';
import { useDatasetStore } from './dataset';
import { intakeReview } from './intakeReview';
import { keptReports } from './keptReports';
import { reportCards } from './reportCards';
import { reportOrigin } from './reportOrigin';
import { reportSaving } from './reportSaving';

/** 读报告: from a text to confirmed facts to a batch. Nothing is read before the source is said. */
export const useReportStore = defineStore('report', () => {
  const data = useDatasetStore();
  const batches = useBatchesStore();
  const kept = keptReports();
  const origin = reportOrigin(data.ready, kept);
  const { opened, answers, form, place, ownRules, lines } = origin;
  const begun = ref(false);
  /** The text of the last report of the series; empty for none. */
  const lastText = ref('');
  const problem = ref('');
  const done = ref('');
  const saving = reportSaving(kept, (why) => (problem.value = why));

  /** Opens what is kept, and the report that was under way. */
  async function start(open: (dataset: string) => ReportStorage): Promise<void> {
    if (kept.isOpen()) return;
    try {
      const stored = await kept.open(open(batches.nameOfPackage()));
      if (stored && !opened.value) resume(stored);
    } catch (error) {
      problem.value = errorMessage(error);
    }
  }

  function resume(stored: StoredWork): void {
    const { file, text, unread } = stored;
    opened.value = { kind: 'text', file, text, unread };
    answers.value = stored.answers;
    lastText.value = stored.lastText;
    begun.value = stored.begun;
    cards.resume(stored);
  }

  /** Takes a report in; it waits for its source to be said. */
  async function take(name: string, bytes: Uint8Array): Promise<void> {
    done.value = '';
    if (begun.value) {
      problem.value = `正在读“${answers.value.title}”。请先保留，或点“不读这份了”，再放进“${name}”。`;
      return;
    }
    const reading = openReport(bytes, name);
    const fault = reading.kind === 'refused' ? reading.why : textMixFault(data.ready(), reading.text);
    if (reading.kind === 'refused' || fault !== '') {
      problem.value = fault;
      return;
    }
    problem.value = await batches.probe();
    origin.put(reading, guessForm(reading.text, name, data.ready().places));
    begun.value = false;
    cards.reset();
    reviewing.forget();
    keepWork();
  }

  const paste = (text: string): Promise<void> => take('粘贴的文字.txt', new TextEncoder().encode(text));

  function answer(given: ReportAnswers): void {
    origin.answer(given);
    keepWork();
  }

  /** The source is said: the report is read. @param text of the last report, where it isn't kept here */
  function begin(text = ''): void {
    const { last, title, place: name } = answers.value;
    if (!form.value || title === '' || name === '') return;
    lastText.value = last === '' ? '' : (kept.textOf(last)?.text ?? text);
    begun.value = true;
    cards.begin();
    keepWork();
  }

  const comparison = computed((): LastComparison => {
    if (!begun.value || !form.value) return { facts: [], missing: [] };
    const { last } = answers.value;
    const known = { source: last, text: lastText.value, kind: kept.textOf(last)?.kind };
    return heldAgainstLast(data.ready(), opened.value!.text, form.value, known);
  });
  const numbers = computed(() => numberCount(lines.value.map(({ plain }) => plain)));
  const cards = reportCards({
    facts: () => comparison.value.facts,
    rules: () => ownRules.value,
    numbers: () => numbers.value,
    onAction() {
      reviewing.forget();
      keepWork();
    }
  });
  const book = computed(() => itemBook(data.ready()));
  const settled = (card: Card): Settled => settle(card, cards.work.value.edits[card.id], place.value.id, book.value);

  /** Makes a fact of a number that nobody proposed. @returns false where it can't be read as one */
  function addNumber(line: number, offset: number): boolean {
    const proposal = form.value && proposalAt(opened.value!.text, form.value, line, offset);
    if (!proposal) return false;
    cards.apply({ do: 'add', proposal });
    return true;
  }

  const source = computed((): ReportSource => ({
    id: origin.sourceId.value,
    title: answers.value.title,
    file: opened.value!.file,
    text: opened.value!.text,
    textSha256: sha256(new TextEncoder().encode(opened.value!.text)),
    form: form.value!
  }));

  /** What is confirmed, as rows; checked like any file's. */
  const reviewing = intakeReview({
    data,
    batches,
    *proposals() {
      yield 0;
      const proposal = reportProposal(source.value, cards.confirmed.value.map(settled), data.ready());
      return [{ file: source.value.file, proposal }];
    },
    onFault: (why) => (problem.value = why)
  });
  /** Keeps the text and what was learned, then the batch: no row is without its line. */
  async function keep(): Promise<void> {
    const asked = await reviewing.toKeep();
    const made = asked?.batches[0];
    if (!asked || !made || !kept.isOpen()) return;
    const { id, title, text } = source.value;
    const { place: name, kind } = answers.value;
    const saved = new Date().toISOString();
    try {
      await kept.putReport(
        { source: id, text, title, place: name, period: form.value!.period.text, kind, saved },
        learnedFrom(ownRules.value, cards.cards.value.map(settled), cards.work.value.marks)
      );
    } catch (error) {
      problem.value = errorMessage(error);
      return;
    }
    problem.value = await batches.add(newBatch({ ...made, made: saved, kind: '读报告', title }));
    if (problem.value !== '') return;
    const numbers = asked.review.difference.numbers.length;
    discard();
    done.value = `已保留，${numbers}个数有变动。`;
    await kept.reread();
  }

  /** Makes a phrase an alias that every reader of the tables finds the indicator by: a batch of its own. */
  async function publishAlias(indicator: string, alias: string): Promise<void> {
    problem.value = await batches.add(
      aliasBatch(await batches.tables(), indicator, alias, new Date().toISOString(), data.ready().version)
    );
  }

  /** The text of an earlier report that the clerk picked; empty where it can't be read, which is said. */
  function textOfFile(name: string, bytes: Uint8Array): string {
    const reading = openReport(bytes, name);
    problem.value = reading.kind === 'refused' ? reading.why : '';
    return reading.kind === 'text' ? reading.text : '';
  }

  function discard(): void {
    opened.value = undefined;
    begun.value = false;
    cards.reset();
    problem.value = '';
    reviewing.forget();
    keepWork();
  }

  function keepWork(): void {
    const { marks, edits, added, at } = cards.work.value;
    saving.save(
      opened.value && {
        form: 1,
        ...{ file: opened.value.file, text: opened.value.text, unread: opened.value.unread },
        ...{ answers: answers.value, begun: begun.value, marks, edits, added, at, lastText: lastText.value }
      }
    );
  }

  const { texts, rules, changeRules } = kept;
  const { earlier, series } = origin;
  const { work, group, groups, inGroup, order, counts, current, confirmed, apply, look } = cards;
  return {
    ...{ opened, answers, begun, work, group, texts, rules, ownRules, lastText, problem, done, series },
    ...{ earlier, form, lines, comparison, cards: cards.cards, groups, inGroup, order, counts, current, confirmed },
    ...{ start, take, paste, answer, begin, apply, look, addNumber, settled, reviewing, keep, discard, book, place },
    ...{ changeRules, publishAlias, textOfFile, saving: saving.busy }
  };
});
