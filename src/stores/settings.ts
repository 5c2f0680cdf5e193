import { defineStore } from 'pinia';
import { ref } from 'vue';
import { storageScope } from '../domain/model/datasetEntry';
import { readStored, writeStored } from './browserStorage';
import { useDatasetStore } from './dataset';

/**
 * What the reader chose once for this browser and dataset. Storage may be refused (private mode, policy): then it lasts
 * for the visit. Made once it is known which dataset is open.
 */
export const useSettingsStore = defineStore('settings', () => {
  const { current } = useDatasetStore();
  const FOCUS_KEY = `${storageScope(current)}kanban-focus`;
  const RULE_KEY = `${storageScope(current)}kanban-rule`;
  const ITEMS_KEY = `${storageScope(current)}kanban-scorecard`;
  const focus = ref(readStored(FOCUS_KEY));

  /** Chooses the reader's own place; empty for none. */
  function chooseFocus(place: string): void {
    focus.value = place;
    writeStored(FOCUS_KEY, place);
  }

  /** Code of the light rule chosen here (`domain/lights/ruleCode`); empty for the dataset's default. */
  const rule = ref(readStored(RULE_KEY));

  function chooseRule(code: string): void {
    rule.value = code;
    writeStored(RULE_KEY, code);
  }

  /** Ids of the indicators of the 记分表 chosen here, apart by commas; empty for the dataset's. */
  const items = ref(readStored(ITEMS_KEY));

  function chooseItems(ids: string): void {
    items.value = ids;
    writeStored(ITEMS_KEY, ids);
  }

  return { focus, chooseFocus, rule, chooseRule, items, chooseItems };
});
