import { onMounted, type Ref, ref } from 'vue';

let hasShown = false;

/**
 * What a page needs only beside its first chart waits until that is drawn; on later screens it is there at once.
 * @returns whether it may be shown
 */
export function useAfterFirstChart(): Readonly<Ref<boolean>> {
  const isDue = ref(hasShown);
  onMounted(() => {
    // Charts are drawn when a screen is mounted; this frame shows them.
    if (!isDue.value) requestAnimationFrame(() => setTimeout(() => (isDue.value = hasShown = true)));
  });
  return isDue;
}
