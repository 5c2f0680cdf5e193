/** A look at the data as they would be with batches that aren't kept yet. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { foresee, type Foresight } from '../datasets/intake/foresight';
import type { Batch } from '../domain/batch/batch';
import type { useBatchesStore } from './batches';
import type { useDatasetStore } from './dataset';

export interface PreviewEffects {
  readonly data: ReturnType<typeof useDatasetStore>;
  readonly batches: ReturnType<typeof useBatchesStore>;
  /** What would be kept, and the latest day of its figures; undefined while nothing is checked. */
  readonly proposed: () => Promise<{ readonly batches: readonly Batch[]; readonly latest: string } | undefined>;
  readonly onFault: (error: unknown) => void;
}

export interface IntakePreview {
  readonly previewing: Ref<boolean>;
  /** Undefined until it has been worked out. */
  readonly foreseen: ShallowRef<Foresight | undefined>;
  readonly preview: () => Promise<void>;
  /** Forgets what was seen; a look that is under way comes to nothing. */
  readonly forget: () => void;
}

/** What the audit then finds, and who hasn't reported; of two looks in a row only the last counts. */
export function intakePreview({ data, batches, proposed, onFault }: PreviewEffects): IntakePreview {
  const previewing = ref(false);
  const foreseen = shallowRef<Foresight>();
  let run = 0;

  async function preview(): Promise<void> {
    const mine = ++run;
    const asked = await proposed();
    if (!asked || asked.batches.length === 0 || mine !== run) return;
    previewing.value = true;
    try {
      const then = await batches.preview(asked.batches);
      if (mine !== run) return;
      foreseen.value = foresee(data.ready(), then, asked.latest);
    } catch (error) {
      onFault(error);
    }
    if (mine === run) previewing.value = false;
  }

  function forget(): void {
    run++;
    previewing.value = false;
    foreseen.value = undefined;
  }

  return { previewing, foreseen, preview, forget };
}
