import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** The inner size of an element in px, kept up to date. */
export function useElementSize(element: Ref<HTMLElement | undefined>): {
  readonly width: Ref<number>;
  readonly height: Ref<number>;
} {
  const width = ref(0);
  const height = ref(0);
  let observer: ResizeObserver | undefined;

  function measure(): void {
    width.value = Math.floor(element.value?.clientWidth ?? 0);
    height.value = Math.floor(element.value?.clientHeight ?? 0);
  }
  onMounted(() => {
    measure();
    observer = new ResizeObserver(measure);
    if (element.value) observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return { width, height };
}
