/** The rows of frozen slides, kept in this browser by what they are, those of each dataset apart. */
import { defineStore } from 'pinia';
import { storageScope } from '../domain/model/datasetEntry';
import { readStored, storedEntries, writeStored } from './browserStorage';
import { useDatasetStore } from './dataset';
import { useDecksStore } from './decks';

const KEY = 'kanban-frozen:';

export const useFrozenStore = defineStore('frozen', () => {
  const scope = storageScope(useDatasetStore().current);
  const decks = useDecksStore();
  /** What the browser has refused to keep lasts for the visit. */
  const unkept = new Map<string, string>();

  /** The rows of a name; empty where they aren't here. */
  function rows(name: string): string {
    return unkept.get(name) ?? readStored(scope + KEY + name);
  }
  /** Keeps rows. @returns false where the browser refuses: then they last for the visit */
  function keep(name: string, text: string): boolean {
    if (rows(name) === text) return true;
    if (write(name, text)) return true;
    // There may be rows that no slide has any more.
    dropUnused(name);
    if (write(name, text)) return true;
    unkept.set(name, text);
    return false;
  }
  function write(name: string, text: string): boolean {
    return writeStored(scope + KEY + name, text);
  }
  function dropUnused(but: string): void {
    const used = new Set(decks.decks.flatMap(({ slides }) => slides.map(({ frozen }) => frozen?.rows)));
    for (const [key] of storedEntries(scope + KEY)) {
      const name = key.slice((scope + KEY).length);
      if (name !== but && !used.has(name)) writeStored(key, '');
    }
  }
  return { rows, keep };
});
