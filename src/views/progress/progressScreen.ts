import { computed, type ComputedRef } from 'vue';
import type { ViewProblem, Views } from '../../domain/address/views';
import { ruleCode } from '../../domain/address/fields';
import { progressBoard, type ProgressBoard } from '../../domain/board/board';
import { previewRule, type RulePreview } from '../../domain/board/rulePreview';
import type { LightRule } from '../../domain/lights/rule';
import { sameRule } from '../../domain/lights/ruleCode';
import type { Dataset } from '../../domain/model/dataset';
import { progressQuery } from '../../figures/progressQuery';
import { useDatasetStore } from '../../stores/dataset';
import { useSettingsStore } from '../../stores/settings';
import { useScreenView } from '../../stores/view';

export interface ProgressScreen {
  readonly dataset: Dataset;
  readonly view: ComputedRef<Views['progress']>;
  readonly problems: ComputedRef<readonly ViewProblem[]>;
  /** County shown; empty for all. */
  readonly place: ComputedRef<string>;
  /** All lights, for the counts and for what the filters may choose among. */
  readonly board: ComputedRef<ProgressBoard>;
  readonly rule: ComputedRef<LightRule>;
  readonly isDefault: ComputedRef<boolean>;
  set(patch: Partial<Views['progress']>): void;
  /** Writes a filter; what is shown begins at its first page again. */
  filter(patch: Partial<Views['progress']>): void;
  preview(rule: LightRule): RulePreview;
  /** Keeps a rule in the address and in this browser; without one the dataset's default comes back. */
  keepRule(rule?: LightRule): void;
}

/** What the parts of 任务完成 share: the same address, filters and rule. */
export function useProgressScreen(): ProgressScreen {
  const dataset = useDatasetStore().ready();
  const settings = useSettingsStore();
  const { view, problems, set } = useScreenView('progress');
  const asked = computed(() => progressQuery(dataset, view.value));
  const rule = computed(() => asked.value.query.rule);
  return {
    dataset,
    view,
    problems,
    rule,
    place: computed(() => asked.value.place),
    board: computed(() => progressBoard(dataset, { ...asked.value.query, light: undefined })),
    isDefault: computed(() => sameRule(rule.value, dataset.defaultRule)),
    set: (patch) => {
      set(patch);
    },
    filter: (patch) => {
      set({ page: 1, ...patch });
    },
    preview: (tried) => previewRule(dataset, asked.value.query, tried),
    keepRule: (kept) => {
      const code = kept ? ruleCode(kept, dataset) : '';
      settings.chooseRule(code);
      set({ rule: code, page: 1 });
    }
  };
}
