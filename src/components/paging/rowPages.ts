import { computed, getCurrentInstance, onBeforeUnmount, onMounted, ref, watch, type ComputedRef } from 'vue';
import { type Pages, usePages } from './pages';
import { MOST_PRINTED_ROWS } from './printedRows';

/** So many rows are shown whole; of more a page at a time. */
const MANY = 200;
export const ROWS_PER_PAGE = 100;

export interface RowPages<T> extends Pick<Pages, 'page' | 'pages'> {
  readonly shown: ComputedRef<readonly T[]>;
}

/**
 * The rows of a table that is made whole in the page, a page at a time where there are hundreds.
 * @param printsAll whether the component's own table shows all of them on paper (`MOST_PRINTED_ROWS` at most)
 */
export function useRowPages<T>(rows: () => readonly T[], { printsAll = false } = {}): RowPages<T> {
  const { page, pages, from, to } = usePages(() => rows().length, ROWS_PER_PAGE, MANY);
  const onPaper = ref(false);
  const shown = computed(() => {
    if (pages.value === 1) return rows();
    return onPaper.value ? rows().slice(0, MOST_PRINTED_ROWS) : rows().slice(from.value, to.value);
  });
  watch(rows, () => {
    page.value = 1;
  });
  if (printsAll) useOnPaper((on) => (onPaper.value = on));
  return { page, pages, shown };
}

/** Told before and after printing; the component is drawn at once, since the page is laid out before Vue would get to it. */
function useOnPaper(tell: (on: boolean) => void): void {
  const component = getCurrentInstance();
  const turn = (on: boolean) => {
    tell(on);
    component?.update();
  };
  const before = () => turn(true);
  const after = () => turn(false);
  onMounted(() => {
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  });
}
