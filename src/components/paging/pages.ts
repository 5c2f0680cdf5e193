import { computed, ref, type ComputedRef, type WritableComputedRef } from 'vue';

export interface Pages {
  /** Counted from 1; never beyond the last. */
  readonly page: WritableComputedRef<number>;
  readonly pages: ComputedRef<number>;
  /** Rows of this page: from, and to without itself, counted from 0. */
  readonly from: ComputedRef<number>;
  readonly to: ComputedRef<number>;
}

/**
 * Rows a page at a time. Where rows go away the last page is shown that is left.
 * @param whole so many rows are still shown on one page; as many as on every other unless said
 */
export function usePages(count: () => number, size: number, whole = size): Pages {
  const chosen = ref(1);
  const pages = computed(() => (count() <= whole ? 1 : Math.ceil(count() / size)));
  const page = computed({
    get: () => Math.min(chosen.value, pages.value),
    set: (next) => (chosen.value = next)
  });
  const from = computed(() => (page.value - 1) * size);
  const to = computed(() => (pages.value === 1 ? count() : Math.min(page.value * size, count())));
  return { page, pages, from, to };
}

/**
 * Pages that follow the row at hand: the one that it stands on is shown, and who chooses a page goes to its first row.
 * @param at 0-based; below 0 for none, which is the first page
 */
export function usePagesAt(count: () => number, size: number, at: () => number, go: (row: number) => void): Pages {
  const pages = computed(() => Math.max(1, Math.ceil(count() / size)));
  const page = computed({
    get: () => Math.floor(Math.max(0, at()) / size) + 1,
    set: (next) => go((next - 1) * size)
  });
  const from = computed(() => (page.value - 1) * size);
  const to = computed(() => Math.min(page.value * size, count()));
  return { page, pages, from, to };
}
