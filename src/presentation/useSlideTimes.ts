import { computed, type ComputedRef, ref, watch } from 'vue';
import { NO_TIMES, type SlideTimes, timeOf, timeText, turnTo } from './slideTimes';
import { fieldsOf, isFields, parseJson } from '../domain/model/fields';

const KEY = 'kanban-slide-times';

/**
 * The time that the slide on the wall has had, against the planned; a reload of the window doesn't lose it.
 * @param slide the one that is up; its id empty while the clock stands
 * @param now ms since 1970, as it goes on
 */
export function useSlideTimes(
  slide: () => { readonly id: string; readonly planned?: number } | undefined,
  now: () => number
): { readonly text: ComputedRef<string>; readonly isOver: ComputedRef<boolean>; reset(): void } {
  const times = ref<SlideTimes>(stored());
  function keep(next: SlideTimes): void {
    times.value = next;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Then a reload starts from nought.
    }
  }
  watch(
    () => slide()?.id ?? '',
    (id) => keep(turnTo(times.value, id, Date.now())),
    { immediate: true }
  );
  const used = computed(() => timeOf(times.value, slide()?.id ?? '', now()));
  const planned = computed(() => slide()?.planned ?? 0);
  return {
    text: computed(() => timeText(used.value, planned.value)),
    isOver: computed(() => planned.value > 0 && used.value >= planned.value * 1000 + 1000),
    reset: () => keep({ ...NO_TIMES, current: times.value.current, since: Date.now() })
  };
}

function stored(): SlideTimes {
  try {
    const { used, current, since } = fieldsOf(parseJson(sessionStorage.getItem(KEY) ?? ''));
    return isTimes(used) && typeof current === 'string' && typeof since === 'number'
      ? { used, current, since }
      : NO_TIMES;
  } catch {
    return NO_TIMES;
  }
}

function isTimes(value: unknown): value is SlideTimes['used'] {
  return isFields(value) && Object.values(value).every((time) => typeof time === 'number');
}
