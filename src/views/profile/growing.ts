import { onBeforeUnmount, ref, type Ref, watch } from 'vue';

const AT_ONCE = 8;

/**
 * How many of a long list are there: the first at once, then eight at a time until all are, so that the page answers in
 * between. Begins anew as what is listed (`list`) becomes another.
 */
export function useGrowing(list: () => unknown, first: () => number, all: () => number): Readonly<Ref<number>> {
  const made = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  function makeMore(): void {
    if (made.value >= all()) return;
    made.value += AT_ONCE;
    timer = setTimeout(makeMore);
  }
  watch(
    list,
    () => {
      made.value = first();
      clearTimeout(timer);
      timer = setTimeout(makeMore);
    },
    { immediate: true }
  );
  onBeforeUnmount(() => clearTimeout(timer));
  return made;
}
