/** The check of what files propose: against the rules, what is there, and the data as they would be. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { FileProposal } from '../datasets/intake/intakeFile';
import { type IntakeReview, withChanges } from '../datasets/intake/review';
import { batchesSteps, reviewFilesSteps } from '../datasets/intake/reviewFiles';
import { inSlices, Stopped } from '../datasets/workbook/inSlices';
import { isQuickToAudit } from '../domain/audit/audit';
import type { Batch } from '../domain/batch/batch';
import type { Choice } from '../domain/batch/conflicts';
import { odditySteps } from '../domain/batch/plausible';
import type { Steps } from '../domain/steps/steps';
import { errorMessage } from '../domain/wording/errorMessage';
import type { useBatchesStore } from './batches';
import type { useDatasetStore } from './dataset';
import { type IntakePreview, intakePreview } from './intakePreview';

export interface ReviewEffects {
  readonly data: ReturnType<typeof useDatasetStore>;
  readonly batches: ReturnType<typeof useBatchesStore>;
  /** What the files propose by now. */
  readonly proposals: () => Steps<FileProposal[]>;
  readonly onFault: (why: string) => void;
}

/** With the look at the data as they would be (`preview`). */
export interface Reviewing extends Pick<IntakePreview, 'previewing' | 'foreseen' | 'preview'> {
  readonly checking: Ref<boolean>;
  readonly review: ShallowRef<IntakeReview | undefined>;
  readonly choices: ShallowRef<ReadonlyMap<number, Choice>>;
  /** Compares what is proposed with what is there. */
  readonly check: () => Promise<void>;
  readonly choose: (indices: readonly number[], choice: Choice) => Promise<void>;
  /** Stops a check that is under way, and forgets what was worked out. */
  readonly forget: () => void;
  /** The review with the last choice in it, and a batch for each file that changes something. */
  readonly toKeep: () => Promise<{ readonly review: IntakeReview; readonly batches: readonly Batch[] } | undefined>;
}

/** 核对 of what was brought: checked against the data, then previewed with it; the work is stopped by what comes after. */
export function intakeReview({ data, batches, proposals, onFault }: ReviewEffects): Reviewing {
  const checking = ref(false);
  const review = shallowRef<IntakeReview>();
  const choices = shallowRef<ReadonlyMap<number, Choice>>(new Map());
  let controller = new AbortController();
  /** Fulfilled when the review has the last choice in it. */
  let settled: Promise<void> = Promise.resolve();
  const ahead = intakePreview({
    ...{ data, batches, onFault: tell },
    async proposed() {
      const asked = await toKeep();
      return asked && { batches: asked.batches, latest: asked.review.difference.latest };
    }
  });
  const { previewing, foreseen, preview } = ahead;

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
      const whole = await inSlices(withChanges({ ...found, odd }, choices.value), { signal });
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
      const whole = await inSlices(withChanges(review.value, choices.value), { signal });
      if (signal.aborted) return;
      review.value = whole;
    } catch (error) {
      tell(error);
    }
    if (!signal.aborted && isQuick()) void preview();
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
    checking.value = false;
    review.value = undefined;
    ahead.forget();
  }

  function tell(error: unknown): void {
    if (!(error instanceof Stopped)) onFault(errorMessage(error));
  }

  return { checking, previewing, review, choices, foreseen, check, choose, preview, forget, toKeep };
}
