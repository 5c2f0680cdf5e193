/** What earlier reports left behind: their texts and the rules of their series, beside the report that is under way. */
import { shallowRef, type ShallowRef } from 'vue';
import type { KeptText, ReportStorage, StoredWork } from '../datasets/intake/reportStorage';
import type { SeriesRules } from '../domain/confirm/series';

export interface KeptReports {
  readonly texts: ShallowRef<readonly KeptText[]>;
  readonly rules: ShallowRef<readonly SeriesRules[]>;
  readonly isOpen: () => boolean;
  /** @returns the report that was under way; undefined for none. Rejects as the storage does */
  readonly open: (storage: ReportStorage) => Promise<StoredWork | undefined>;
  readonly textOf: (source: string) => KeptText | undefined;
  readonly putWork: (work: StoredWork | undefined) => Promise<void>;
  /** Keeps the text of a report and what was learned from it. */
  readonly putReport: (text: KeptText, learned: SeriesRules) => Promise<void>;
  /** Reads texts and rules anew. */
  readonly reread: () => Promise<void>;
  /** @param changed undefined takes the rules of the series away */
  readonly changeRules: (changed: SeriesRules | undefined, series: string) => Promise<void>;
}

/** Texts and rules of earlier reports, from the browser's storage; empty until it has been read. */
export function keptReports(): KeptReports {
  const texts = shallowRef<readonly KeptText[]>([]);
  const rules = shallowRef<readonly SeriesRules[]>([]);
  let storage: ReportStorage | undefined;

  async function reread(): Promise<void> {
    if (storage) [texts.value, rules.value] = await Promise.all([storage.texts(), storage.rules()]);
  }

  return {
    texts,
    rules,
    isOpen: () => storage !== undefined,
    async open(opened) {
      storage = opened;
      await reread();
      return storage.work();
    },
    textOf: (source) => texts.value.find((text) => text.source === source),
    putWork: async (work) => storage?.putWork(work),
    async putReport(text, learned) {
      await storage?.putText(text);
      await storage?.putRules(learned);
    },
    reread,
    async changeRules(changed, series) {
      if (!storage) return;
      await (changed ? storage.putRules(changed) : storage.deleteRules(series));
      await reread();
    }
  };
}
