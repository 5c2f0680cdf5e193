/** Which numbers each slide had when it was on the wall last, in this browser. */
import { defineStore } from 'pinia';
import {
  changesSince,
  type NumberChange,
  readShown,
  recordShown,
  type ShownNumber,
  type ShownRecord
} from '../domain/deck/shownNumbers';
import { storageScope } from '../domain/model/datasetEntry';
import { readStored, writeStored } from './browserStorage';
import { useDatasetStore } from './dataset';

const KEY = 'kanban-shown:';

export const useShownStore = defineStore('shown', () => {
  const scope = storageScope(useDatasetStore().current);
  const known = new Map<string, ShownRecord | undefined>();
  const keyOf = (deck: string, slide: string) =>
    `${scope}${KEY}${encodeURIComponent(deck)}:${encodeURIComponent(slide)}`;

  /** As it was when this window first asked: what is on the wall now is no reason to forget what it was before. */
  function last(key: string): ShownRecord | undefined {
    if (!known.has(key)) known.set(key, readShown(readStored(key)));
    return known.get(key);
  }
  /** What of the numbers of a slide has changed since it was on the wall last; undefined for nothing. */
  function changes(
    deck: string,
    slide: string,
    numbers: readonly ShownNumber[]
  ): { readonly since: number; readonly changes: readonly NumberChange[] } | undefined {
    return changesSince(last(keyOf(deck, slide)), numbers);
  }
  /** The slide is on the wall. */
  function record(deck: string, slide: string, numbers: readonly ShownNumber[]): void {
    const key = keyOf(deck, slide);
    last(key);
    const before = readShown(readStored(key));
    // What can't be kept is not compared next time: nothing is lost but that.
    writeStored(key, JSON.stringify(recordShown(before, numbers, Date.now())));
  }
  return { changes, record };
});
