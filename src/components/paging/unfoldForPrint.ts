import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/**
 * What lies folded inside `root` lies open on paper, and is folded again afterwards. Done on the elements and
 * not through state: the page is laid out for paper before Vue would get to it.
 */
export function useUnfoldForPrint(root: Ref<HTMLElement | undefined>): void {
  let opened: HTMLDetailsElement[] = [];
  function unfold(): void {
    opened = [...(root.value?.querySelectorAll('details') ?? [])].filter((element) => !element.open);
    for (const element of opened) element.open = true;
  }
  function refold(): void {
    for (const element of opened) element.open = false;
    opened = [];
  }
  onMounted(() => {
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', refold);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', unfold);
    window.removeEventListener('afterprint', refold);
  });
}
