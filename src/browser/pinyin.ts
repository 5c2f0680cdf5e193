/**
 * Pinyin search (initials, full spelling, readings of one character) by pinyin-match: 20 kB that nobody
 * pays for before typing into a search box. Until it is there, and where it can't be had, search is by characters.
 */
import { shallowRef, type ShallowRef } from 'vue';
import { loadScript } from './loadScript';

export type PinyinMatch = (name: string, query: string) => boolean;

declare global {
  interface Window {
    PinyinMatch?: { match(text: string, query: string): [number, number] | false };
  }
}

const matcher = shallowRef<PinyinMatch>();
let asked = false;

/** The matcher once it is loaded; the first call starts loading. */
export function usePinyin(): { readonly matcher: ShallowRef<PinyinMatch | undefined>; ask(): void } {
  return {
    matcher,
    ask() {
      if (asked) return;
      asked = true;
      loadScript('assets/pinyin-match.js?v=__PINYIN_HASH__').then(
        () => {
          const library = window.PinyinMatch;
          if (library) matcher.value = (name, query) => library.match(name, query) !== false;
        },
        () => undefined
      );
    }
  };
}
