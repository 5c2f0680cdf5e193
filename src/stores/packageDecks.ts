import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { decksInPackage, type PackageDeck } from '../datasets/intake/packageDecks';
import { useDecksStore } from './decks';

/** Decks that came with a package: they can be opened whether its numbers are kept or not. */
export const usePackageDecksStore = defineStore('packageDecks', () => {
  const decks = useDecksStore();
  const found = shallowRef<readonly PackageDeck[]>([]);
  /** Why a deck wasn't taken in; empty where it was. */
  const problem = ref('');

  /** Looks into the files that are packages. */
  async function look(files: readonly File[]): Promise<void> {
    problem.value = '';
    const lists: PackageDeck[][] = [];
    for (const file of files)
      if (/\.zip$/i.test(file.name)) lists.push(decksInPackage(new Uint8Array(await file.arrayBuffer())));
    found.value = lists.reduce((all, list) => all.concat(list), []);
  }

  /** Takes a deck in among the person's own. @returns its id there; undefined, with `problem`, where it can't be */
  function take(deck: PackageDeck): string | undefined {
    const read = decks.take(deck.text);
    if (read.kind === 'ok' && read.deck.slides.length > 0) {
      found.value = found.value.filter((one) => one !== deck);
      return read.deck.id;
    }
    if (read.kind === 'ok') decks.remove(read.deck.id);
    problem.value = read.kind === 'refused' ? read.why : `“${deck.name}”里的数这里还没有。请先核对、保留，再打开它。`;
    return undefined;
  }

  return { found, problem, look, take };
});
