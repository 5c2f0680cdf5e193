import { defineStore } from 'pinia';
import { ref } from 'vue';
import { readStored, writeStored } from './browserStorage';

const FOCUS_KEY = 'kanban-focus';
const RULE_KEY = 'kanban-rule';

/** What the reader chose once for this browser. Storage may be refused (private mode, policy): then it lasts for the visit. */
export const useSettingsStore = defineStore('settings', () => {
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

  return { focus, chooseFocus, rule, chooseRule };
});
