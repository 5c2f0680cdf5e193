/** The check of what files propose: against the rules, what is there, and the data as they would be. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { FileProposal } from '../datasets/intake/intakeFile';
import { type Checked, type Foresight, type IntakeReview } from '../datasets/intake/review';
import { batchesSteps, reviewedChanges, reviewFilesSteps } from '../datasets/intake/reviewFiles';
import { inSlices, Stopped } from '../datasets/workbook/inSlices';
import { auditOf, isQuickToAudit } from '../domain/audit/audit';
import type { Batch } from '../domain/batch/batch';
import type { Choice } from '../domain/batch/conflicts';
import { differenceSteps } from '../domain/batch/difference';
import { newFindings } from '../domain/batch/newFindings';
import { odditySteps } from '../domain/batch/plausible';
import { reportBoard } from '../domain/missing/reporting';
import type { Steps } from '../domain/steps/steps';
import type { useBatchesStore } from './batches';
import type { useDatasetStore } from './dataset';

export interface ReviewEffects {
  readonly data: ReturnType<typeof useDatasetStore>;
  readonly batches: ReturnType<typeof useBatchesStore>;
  /** What the files propose by now. */
  readonly proposals: () => Steps<FileProposal[]>;
  readonly onFault: (why: string) => void;
}

export interface Reviewing {
  readonly checking: Ref<boolean>;
  readonly previewing: Ref<boolean>;
  readonly review: ShallowRef<IntakeReview | undefined>;
  readonly choices: ShallowRef<ReadonlyMap<number, Choice>>;
  readonly foreseen: ShallowRef<Foresight | undefined>;
  /** Compares what is proposed with what is there. */
  readonly check: () => Promise<void>;
  readonly choose: (indices: readonly number[], choice: Choice) => Promise<void>;
  /** Looks at the data as it would be: what the audit then finds, and who hasn't reported. */
  readonly preview: () => Promise<void>;
  /** Stops a check that is under way, and forgets what was worked out. */
  readonly forget: () => void;
  /** The review with the last choice in it, and a batch for each file that changes something. */
  readonly toKeep: () => Promise<{ readonly review: IntakeReview; readonly batches: readonly Batch[] } | undefined>;
}

/** 核对 of what was brought: checked against the data, then previewed with it; the work is stopped by what comes after. */
export function intakeReview({ data, batches, proposals, onFault }: ReviewEffects): Reviewing {
  const checking = ref(false);
  const previewing = ref(false);
  const review = shallowRef<IntakeReview>();
  const choices = shallowRef<ReadonlyMap<number, Choice>>(new Map());
  const foreseen = shallowRef<Foresight>();
  let controller = new AbortController();
  let run = 0;
  /** Fulfilled when the review has the last choice in it. */
  let settled: Promise<void> = Promise.resolve();

  function* reviewed(checked: Checked): Steps<IntakeReview> {
    const changes = yield* reviewedChanges(checked.reviewed, choices.value);
    return { ...checked, changes, difference: yield* differenceSteps(checked.base, changes, checked.names) };
  }

  async function check(): Promise<void> {
    forget();
    const { signal } = controller;
    checking.value = true;
    try {
      const shown = await batches.tables();
      const given = await inSlices(proposals(), { signal });
      const found = await inSlices(reviewFilesSteps(given, shown), { signal });
      const odd = await inSlices(odditySteps(found.base, found.rows, found.names), { signal });
      choices.value = new Map();
      const whole = await inSlices(reviewed({ ...found, odd }), { signal });
      if (signal.aborted) return;
      review.value = whole;
    } catch (error) {
      tell(error);
    }
    if (signal.aborted) return;
    checking.value = false;
    if (isQuick()) await preview();
  }

  /** Whether what is to come can be looked at without being asked for. */
  function isQuick(): boolean {
    return isQuickToAudit(data.ready(), review.value?.changes.length ?? 0);
  }

  function choose(indices: readonly number[], choice: Choice): Promise<void> {
    choices.value = new Map([...choices.value, ...indices.map((index) => [index, choice] as const)]);
    foreseen.value = undefined;
    // One after the other: each counts with all choices that were made by then.
    settled = settled.then(recount);
    return settled;
  }

  async function recount(): Promise<void> {
    const { signal } = controller;
    if (!review.value) return;
    try {
      const whole = await inSlices(reviewed(review.value), { signal });
      if (signal.aborted) return;
      review.value = whole;
    } catch (error) {
      tell(error);
    }
    if (!signal.aborted && isQuick()) void preview();
  }

  async function preview(): Promise<void> {
    const mine = ++run;
    const asked = await toKeep();
    if (!asked || asked.batches.length === 0 || mine !== run) return;
    previewing.value = true;
    try {
      const dataset = await batches.preview(asked.batches);
      if (mine !== run) return;
      const month = asked.review.difference.latest.slice(0, 7);
      const owing = reportBoard(dataset, { month }).rows.filter(
        ({ state }) => state === '未报' || state === '报了一部分'
      );
      foreseen.value = { findings: newFindings(auditOf(data.ready()), auditOf(dataset)), month, owing };
    } catch (error) {
      tell(error);
    }
    if (mine === run) previewing.value = false;
  }

  async function toKeep(): ReturnType<Reviewing['toKeep']> {
    await settled;
    const asked = review.value;
    if (!asked) return undefined;
    const about = { made: new Date().toISOString(), base: data.ready().version };
    return { review: asked, batches: await inSlices(batchesSteps(asked, choices.value, about)) };
  }

  function forget(): void {
    controller.abort();
    controller = new AbortController();
    run++;
    checking.value = false;
    previewing.value = false;
    review.value = undefined;
    foreseen.value = undefined;
  }

  function tell(error: unknown): void {
    if (!(error instanceof Stopped)) onFault(error instanceof Error ? error.message : String(error));
  }

  return { checking, previewing, review, choices, foreseen, check, choose, preview, forget, toKeep };
}
