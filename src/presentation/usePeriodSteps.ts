import { computed, type ComputedRef, onBeforeUnmount, shallowRef, watch } from 'vue';
import { periodLabel } from '../domain/time/periodLabel';
import type { Period } from '../domain/time/period';
import { steppedAddress } from '../figures/steppedAddress';
import { useViewChoices } from '../stores/view';
import type { ShownSlide } from './useDeckSlides';
import type { Show } from './useShow';

export interface PeriodSteps {
  /** The slide at the period stepped to; as it is in the deck before that. */
  readonly shown: ComputedRef<ShownSlide | undefined>;
  /** One period on or back; what is to be said of it. */
  step(by: 1 | -1): string;
  /** From the present period to the last, one after the other; stops where it plays. */
  play(): string;
}

/** How long a period stays up while it plays. */
const STEP_MILLISECONDS = 1600;

/**
 * A step through the periods of the slide on the wall: the deck stays as it is, and so does the place in it. Another slide
 * begins as it is in the deck. Frozen slides, pairs and slides of words have no periods to step through.
 */
export function usePeriodSteps(show: Show): PeriodSteps {
  const choices = useViewChoices();
  const { slides, position } = show;
  const own = computed(() => slides.shown(position.value.slide));
  const at = shallowRef<{ readonly slide: string; readonly address: string; readonly period: Period } | null>(null);
  const shown = computed(() => {
    const found = own.value;
    if (!found || at.value?.slide !== found.slide.id) return found;
    return slides.shownAs(position.value.slide, at.value.address) ?? found;
  });
  let timer: number | undefined;

  function go(by: 1 | -1): boolean {
    const slide = own.value?.slide;
    if (!slide || slide.kind || slide.frozen || slide.beside) return false;
    const address = at.value?.slide === slide.id ? at.value.address : slide.address;
    const next = steppedAddress(address, by, choices.value);
    if (!next) return false;
    at.value = { slide: slide.id, ...next };
    return true;
  }
  function stop(): void {
    window.clearInterval(timer);
    timer = undefined;
  }
  function said(moved: boolean, otherwise: string): string {
    return moved ? periodLabel(at.value!.period) : otherwise;
  }
  watch(position, (now, before) => {
    if (now.slide === before.slide) return;
    stop();
    at.value = null;
  });
  onBeforeUnmount(stop);
  return {
    shown,
    step(by) {
      stop();
      return said(go(by), by > 0 ? '没有后一期。' : '没有前一期。');
    },
    play() {
      if (timer !== undefined) {
        stop();
        return '已停在这一期。';
      }
      const moved = go(1);
      if (moved)
        timer = window.setInterval(() => {
          if (!go(1)) stop();
        }, STEP_MILLISECONDS);
      return said(moved, '后面没有别的时期，先按 [ 往回。');
    }
  };
}
