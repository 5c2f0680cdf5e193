import { computed, type ComputedRef, onBeforeUnmount, ref, type Ref, watch } from 'vue';
import { periodLabel } from '../domain/time/periodLabel';
import type { Period } from '../domain/time/period';
import { periodsAround, type PeriodsAround } from '../figures/steppedAddress';
import { useViewChoices } from '../stores/view';
import { hasPeriods } from './useDeckSlides';
import type { Show } from './useShow';

export interface PeriodSteps {
  /** Where the slide on the wall stands among its periods; undefined for one that isn't stepped through. */
  readonly around: ComputedRef<PeriodsAround | undefined>;
  /** The period it shows; empty for a slide that isn't stepped through. */
  readonly label: ComputedRef<string>;
  /** The same, and which the deck has where that is another; empty for a slide that isn't stepped through. */
  readonly said: ComputedRef<string>;
  readonly playing: Readonly<Ref<boolean>>;
  /** One period on or back; why not, empty where it went. */
  step(by: 1 | -1): string;
  /** From the present period to the last, one after the other; stops where it plays. Says as `step`. */
  play(): string;
}

/** How long a period stays up while it plays. */
const STEP_MILLISECONDS = 1600;
const NO_PERIODS = '这张没有可逐期看的。';

/**
 * A step through the periods of the slide on the wall, from the wall or the presenter's window: the deck stays as it is,
 * and so does the place in it. A slide that was left is found again at its period.
 */
export function usePeriodSteps(show: Show): PeriodSteps {
  const choices = useViewChoices();
  const { slides, position } = show;
  const slide = computed(() => slides.all.value[position.value.slide]);
  const around = computed(() => {
    if (!slide.value || !hasPeriods(slide.value)) return undefined;
    return periodsAround(slides.shown(position.value.slide)!.slide.address, choices.value);
  });
  const said = computed(() => {
    const shown = around.value?.shown;
    if (!shown) return '';
    const inDeck = periodsAround(slide.value!.address, choices.value)?.shown;
    const other = inDeck && inDeck.text !== shown.text ? `（演示稿里是${periodLabel(inDeck)}）` : '';
    return label.value + other;
  });
  const label = computed(() => (around.value ? periodLabel(around.value.shown) : ''));
  const playing = ref(false);
  /** What this window set last: another that steps takes over. */
  let own = show.periods.value;
  let timer = 0;

  function go(to: Period | undefined): boolean {
    if (!to || !slide.value) return false;
    own = { ...show.periods.value, [slide.value.id]: to.text };
    show.stepTo(own);
    return true;
  }
  function stop(): void {
    window.clearInterval(timer);
    playing.value = false;
  }
  watch([() => slide.value?.id, show.periods], ([id, periods], [before]) => {
    if (id !== before || periods !== own) stop();
  });
  onBeforeUnmount(stop);
  return {
    around,
    label,
    said,
    playing,
    step(by) {
      stop();
      if (go(by > 0 ? around.value?.later : around.value?.earlier)) return '';
      return !around.value ? NO_PERIODS : by > 0 ? '没有后一期。' : '没有前一期。';
    },
    play() {
      if (playing.value) {
        stop();
        return '已停在这一期。';
      }
      if (!go(around.value?.later)) return around.value ? '后面没有别的时期，先按 [ 往回。' : NO_PERIODS;
      playing.value = true;
      timer = window.setInterval(() => {
        if (!go(around.value?.later)) stop();
      }, STEP_MILLISECONDS);
      return '';
    }
  };
}
