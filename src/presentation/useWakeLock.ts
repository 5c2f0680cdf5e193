import { onBeforeUnmount, onMounted } from 'vue';

/** Keeps the screen on where the browser can: not over plain http on an intranet, nor in old engines; the key card says what to do then. */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | undefined;
  async function request(): Promise<void> {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
    } catch {
      // Battery low, or refused: nothing is lost but the comfort.
    }
  }
  const again = () => void request();
  onMounted(() => {
    again();
    document.addEventListener('visibilitychange', again);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', again);
    void lock?.release().catch(() => undefined);
  });
}
