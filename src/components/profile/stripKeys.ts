import { ref } from 'vue';

/**
 * Keys of a strip of marks without a pointer: one tab stop, arrows from mark to mark, Enter asks for one.
 * @param count how many marks there are, in the order of the arrows
 * @param own 0-based mark at which the first arrow begins; -1 for none, then the first
 * @param pick asked for the mark
 */
export function useStripKeys(count: () => number, own: () => number, pick: (mark: number) => void) {
  /** 0-based mark that is spoken of; null for none. */
  const active = ref<number | null>(null);
  return {
    active,
    step: (by: number) => {
      active.value = active.value === null ? Math.max(0, own()) : Math.min(count() - 1, Math.max(0, active.value + by));
    },
    enter: () => {
      if (active.value !== null && active.value < count()) pick(active.value);
    }
  };
}
