import { ref, type Ref } from 'vue';

/**
 * Runs a task each time it is asked for, never twice at once: what is asked for while it runs is one more run after it.
 * @param task never rejects
 */
export function oneByOne(task: () => Promise<void>): {
  readonly ask: () => void;
  readonly busy: Readonly<Ref<boolean>>;
} {
  const busy = ref(false);
  let again = false;
  async function run(): Promise<void> {
    busy.value = true;
    while (again) {
      again = false;
      await task();
    }
    busy.value = false;
  }
  function ask(): void {
    again = true;
    if (!busy.value) void run();
  }
  return { ask, busy };
}
