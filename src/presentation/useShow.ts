import { computed, type ComputedRef, onMounted, ref, type Ref, shallowRef, watch } from 'vue';
import { useScreenView } from '../stores/view';
import type { Blank, ShowState, SlidePeriods } from './deckLink';
import type { Command } from './keys';
import {
  type Anchor,
  anchorAt,
  nextPosition,
  type DeckPosition,
  positionOf,
  previousPosition,
  sameAnchor,
  samePosition,
  clampPosition
} from './position';
import { type DeckSlides, useDeckSlides } from './useDeckSlides';
import { type ShowRole, useShowLink } from './useShowLink';

export interface Show {
  readonly slides: DeckSlides;
  readonly position: ComputedRef<DeckPosition>;
  readonly blank: Ref<Blank>;
  /** Slides stepped to another period; they stay so until the show ends. */
  readonly periods: Readonly<Ref<SlidePeriods>>;
  /** In the presenter's window: whether the deck is on a wall; undefined while that isn't known yet. */
  readonly isOnWall: Ref<boolean | undefined>;
  /** Carries out what moves or blanks the show; false for a command that is none of these. */
  run(command: Command): boolean;
  move(to: DeckPosition): void;
  stepTo(periods: SlidePeriods): void;
}

/**
 * Where the show of a deck stands, in this window and in the others of the same deck. The address keeps it, so that a
 * reload goes on where it was; a window that opens late asks the others. It stays with its slide, whatever is added,
 * dropped or moved before it.
 */
export function useShow(deckId: () => string, role: ShowRole): Show {
  const periods = shallowRef<SlidePeriods>({});
  const slides = useDeckSlides(deckId, () => periods.value);
  const { ids, steps } = slides;
  const { wanted, position, write } = useShowAddress(slides, () => link.tell());
  const blank = ref<Blank>('');
  const state = (): ShowState => ({
    ...anchorAt(position.value, ids.value),
    blank: blank.value,
    periods: periods.value
  });
  const link = useShowLink(deckId, role, state, (other) => {
    blank.value = other.blank;
    if (JSON.stringify(other.periods) !== JSON.stringify(periods.value)) periods.value = other.periods;
    const to = clampPosition(positionOf(other, ids.value), steps);
    if (!samePosition(to, position.value)) write(to);
  });

  function cover(with_: Blank): void {
    blank.value = with_;
    link.tell();
  }
  function move(to: DeckPosition): void {
    const target = clampPosition(to, steps);
    if (blank.value === 'end') blank.value = '';
    if (!samePosition(target, position.value)) write(target);
    link.tell();
  }
  function stepTo(to: SlidePeriods): void {
    periods.value = to;
    link.tell();
  }
  function run(command: Command): boolean {
    if (command === 'black' || command === 'white') {
      cover(blank.value === command ? '' : command);
      return true;
    }
    const to = target(command, position.value);
    if (!to) return false;
    const isLast = steps.slides > 0 && samePosition(to, position.value);
    // As on a clicker: the first press only brings the picture back.
    if (blank.value === 'black' || blank.value === 'white') cover('');
    else if (command === 'next' && isLast) cover('end');
    else if (command === 'back' && blank.value === 'end') cover('');
    else move(to);
    return true;
  }
  function target(command: Command, from: DeckPosition): DeckPosition | undefined {
    if (command === 'next') return nextPosition(from, steps);
    if (command === 'back') return previousPosition(from, steps);
    if (command === 'first') return { slide: 0, step: 0 };
    return command === 'last' ? { slide: steps.slides - 1, step: 0 } : undefined;
  }

  watch(ids, () => {
    const here = anchorAt(position.value, ids.value);
    if (!sameAnchor(here, wanted.value)) write(here);
  });
  return { slides, position, blank, periods, isOnWall: link.isOnWall, run, move, stepTo };
}

/** The position as the address has it; `moved` is called when the reader changed the address, or went back. */
function useShowAddress({ ids, steps }: DeckSlides, moved: () => void) {
  const { view, set } = useScreenView('present');
  const asked = (): Anchor => ({ id: view.value.slideId, slide: view.value.slide - 1, step: view.value.step - 1 });
  const anchored = (anchor: Anchor) => anchorAt(clampPosition(positionOf(anchor, ids.value), steps), ids.value);
  // The truth is here and the address follows: two presses may come faster than one change of the address.
  const wanted = shallowRef(anchored(asked()));
  const position = computed(() => clampPosition(positionOf(wanted.value, ids.value), steps));
  const written: Anchor[] = [];

  function write(to: DeckPosition): void {
    wanted.value = anchorAt(to, ids.value);
    written.push(wanted.value);
    set({ slide: to.slide + 1, step: to.step + 1, slideId: wanted.value.id }, true);
  }
  watch(
    () => [view.value.slide, view.value.step, view.value.slideId],
    () => {
      const now = asked();
      const own = written.findIndex((anchor) => sameAnchor(anchor, now));
      if (own >= 0) written.splice(0, own + 1);
      else if (!sameAnchor(now, wanted.value)) {
        wanted.value = anchored(now);
        moved();
      }
    }
  );
  onMounted(() => {
    if (!sameAnchor(asked(), wanted.value)) write(wanted.value);
  });
  return { wanted, position, write };
}
