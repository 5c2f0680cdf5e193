import { defineStore } from 'pinia';
import { ref } from 'vue';

const FOCUS_KEY = 'kanban-focus';
const RULE_KEY = 'kanban-rule';

/** What the reader chose once for this browser. Storage may be refused (private mode, policy): then it lasts for the visit. */
export const useSettingsStore = defineStore('settings', () => {
  const focus = ref(read(FOCUS_KEY));

  /** Chooses the reader's own place; empty for none. */
  function chooseFocus(place: string): void {
    focus.value = place;
    write(FOCUS_KEY, place);
  }

  /** Code of the light rule chosen here (`domain/ruleCode`); empty for the dataset's default. */
  const rule = ref(read(RULE_KEY));

  function chooseRule(code: string): void {
    rule.value = code;
    write(RULE_KEY, code);
  }

  return { focus, chooseFocus, rule, chooseRule };
});

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Refused storage costs only the memory of the choice.
  }
}
