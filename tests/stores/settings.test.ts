import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSettingsStore } from '../../src/stores/settings';

function storage(refused = false): Map<string, string> {
  const kept = new Map<string, string>();
  const guard = () => {
    if (refused) throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => (guard(), kept.get(key) ?? null),
    setItem: (key: string, value: string) => (guard(), kept.set(key, value)),
    removeItem: (key: string) => (guard(), kept.delete(key))
  });
  return kept;
}

beforeEach(() => setActivePinia(createPinia()));
afterEach(() => vi.unstubAllGlobals());

describe('useSettingsStore', () => {
  it('remembers the reader’s own place from one visit to the next', () => {
    storage();
    useSettingsStore().chooseFocus('xiangshan');
    setActivePinia(createPinia());
    expect(useSettingsStore().focus).toBe('xiangshan');
  });

  it('forgets it when none is chosen', () => {
    const kept = storage();
    useSettingsStore().chooseFocus('xiangshan');
    useSettingsStore().chooseFocus('');
    expect(kept.size).toBe(0);
  });

  it('remembers the light rule, and forgets it when the default comes back', () => {
    const kept = storage();
    useSettingsStore().chooseRule('pace-10-ryg');
    setActivePinia(createPinia());
    expect(useSettingsStore().rule).toBe('pace-10-ryg');
    useSettingsStore().chooseRule('');
    expect(kept.size).toBe(0);
  });

  it('works for the visit where the browser refuses storage', () => {
    storage(true);
    const settings = useSettingsStore();
    expect(settings.focus).toBe('');
    settings.chooseFocus('xiangshan');
    expect(settings.focus).toBe('xiangshan');
  });
});
