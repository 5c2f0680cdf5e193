/** Writes the report under way to the storage as it changes, the newest state only. */
import type { Ref } from 'vue';
import type { StoredWork } from '../datasets/intake/reportStorage';
import { errorMessage } from '../domain/wording/errorMessage';
import type { KeptReports } from './keptReports';
import { oneByOne } from './oneByOne';

export interface ReportSaving {
  /** Writes `work`, after what is being written; undefined takes away what was kept. */
  readonly save: (work: StoredWork | undefined) => void;
  readonly busy: Readonly<Ref<boolean>>;
}

/** @param onFault called with why the storage refused, a whole sentence */
export function reportSaving(kept: KeptReports, onFault: (why: string) => void): ReportSaving {
  let next: StoredWork | undefined;
  // The newest state is written; what came in between needn't be.
  const writing = oneByOne(async () => {
    await kept.putWork(next).catch((error: unknown) => onFault(errorMessage(error)));
  });
  return {
    save(work) {
      next = work;
      writing.ask();
    },
    busy: writing.busy
  };
}
