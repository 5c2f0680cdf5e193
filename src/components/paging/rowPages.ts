import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';

/** So many rows are shown whole; of more a page at a time. */
const MANY = 200;
const PAGE = 100;

export interface RowPages<T> {
  readonly page: Ref<number>;
  readonly pages: ComputedRef<number>;
  readonly shown: ComputedRef<readonly T[]>;
}

/** The rows of a table that is made whole in the page, a page at a time where there are hundreds. */
export function useRowPages<T>(rows: () => readonly T[]): RowPages<T> {
  const page = ref(1);
  const pages = computed(() => (rows().length <= MANY ? 1 : Math.ceil(rows().length / PAGE)));
  const shown = computed(() => (pages.value === 1 ? rows() : rows().slice((page.value - 1) * PAGE, page.value * PAGE)));
  watch(rows, () => {
    page.value = 1;
  });
  return { page, pages, shown };
}
