import { onBeforeUnmount, ref, type Ref } from 'vue';

/** Milliseconds without a move after which the pointer hides. */
const IDLE = 3000;

/** Whether the pointer has been still for a while; it starts hidden. */
export function useIdlePointer(): { readonly idle: Ref<boolean>; wake(): void } {
  const idle = ref(true);
  let timer = 0;
  onBeforeUnmount(() => window.clearTimeout(timer));
  return {
    idle,
    wake() {
      idle.value = false;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        idle.value = true;
      }, IDLE);
    }
  };
}
