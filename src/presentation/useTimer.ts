import { computed, onBeforeUnmount, ref, type ComputedRef, type Ref } from 'vue';
import { localTime } from '../domain/time/localTime';
import { runningTime } from './clock';
import { fieldsOf, parseJson } from '../domain/model/fields';

const KEY = 'kanban-timer';

export interface Timer {
  /** Ms since 1970, as it goes on. */
  readonly now: Ref<number>;
  readonly clock: ComputedRef<string>;
  readonly running: ComputedRef<string>;
  readonly paused: ComputedRef<boolean>;
  pause(): void;
  reset(): void;
}

/** The time of day and the time since the talk began, which a reload of the window doesn't lose. */
export function useTimer(): Timer {
  const now = ref(Date.now());
  const state = ref(stored() ?? { begun: Date.now(), pausedAt: 0 });
  keep();
  const tick = window.setInterval(() => {
    now.value = Date.now();
  }, 500);
  onBeforeUnmount(() => window.clearInterval(tick));

  function keep(): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state.value));
    } catch {
      // Then a reload starts from nought.
    }
  }
  return {
    now,
    clock: computed(() => localTime(new Date(now.value))),
    running: computed(() => runningTime((state.value.pausedAt || now.value) - state.value.begun)),
    paused: computed(() => state.value.pausedAt > 0),
    pause() {
      const { begun, pausedAt } = state.value;
      now.value = Date.now();
      state.value = pausedAt ? { begun: begun + now.value - pausedAt, pausedAt: 0 } : { begun, pausedAt: now.value };
      keep();
    },
    reset() {
      now.value = Date.now();
      state.value = { begun: now.value, pausedAt: 0 };
      keep();
    }
  };
}

function stored(): { begun: number; pausedAt: number } | undefined {
  try {
    const value = fieldsOf(parseJson(sessionStorage.getItem(KEY) ?? ''));
    return typeof value.begun === 'number' && typeof value.pausedAt === 'number'
      ? { begun: value.begun, pausedAt: value.pausedAt }
      : undefined;
  } catch {
    return undefined;
  }
}
