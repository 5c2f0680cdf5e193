import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useScreenView } from '../stores/view';
import { joinDeck, type Blank, type DeckLink } from './deckLink';
import type { Command } from './keys';
import { nextPosition, previousPosition, samePosition, within, type Position } from './position';
import { useDeckSlides, type DeckSlides } from './useDeckSlides';

export interface Show {
  readonly slides: DeckSlides;
  readonly position: ComputedRef<Position>;
  readonly blank: Ref<Blank>;
  /** Carries out what moves or blanks the show; false for a command that is none of these. */
  run(command: Command): boolean;
  move(to: Position): void;
}

/**
 * Where the show of a deck stands, in this window and in the others of the same deck. The address keeps it, so that a
 * reload goes on where it was; a window that opens late asks the others.
 */
export function useShow(deckId: () => string): Show {
  const { view, set } = useScreenView('present');
  const slides = useDeckSlides(deckId);
  const asked = (): Position => ({ slide: view.value.slide - 1, step: view.value.step - 1 });
  // The truth is here and the address follows: two presses may come faster than one change of the address.
  const wanted = shallowRef(asked());
  const blank = ref<Blank>('');
  const position = computed(() => within(wanted.value, slides.steps));
  const written: Position[] = [];
  let link: DeckLink | undefined;

  function write(to: Position): void {
    wanted.value = to;
    written.push(to);
    set({ slide: to.slide + 1, step: to.step + 1 }, true);
  }
  function tell(): void {
    link?.say({ kind: 'at', place: { ...position.value, blank: blank.value } });
  }
  function move(to: Position): void {
    const target = within(to, slides.steps);
    if (!samePosition(target, position.value)) write(target);
    tell();
  }
  function run(command: Command): boolean {
    if (command === 'black' || command === 'white') {
      blank.value = blank.value === command ? '' : command;
      tell();
      return true;
    }
    const to = target(command, position.value);
    if (!to) return false;
    // As on a clicker: the first press only brings the picture back.
    if (blank.value) {
      blank.value = '';
      tell();
    } else move(to);
    return true;
  }
  function target(command: Command, from: Position): Position | undefined {
    if (command === 'next') return nextPosition(from, slides.steps);
    if (command === 'back') return previousPosition(from, slides.steps);
    if (command === 'first') return { slide: 0, step: 0 };
    return command === 'last' ? { slide: slides.steps.slides - 1, step: 0 } : undefined;
  }

  watch(
    () => [view.value.slide, view.value.step],
    () => {
      const now = asked();
      const own = written.findIndex((p) => samePosition(p, now));
      if (own >= 0) written.splice(0, own + 1);
      else if (!samePosition(now, wanted.value)) {
        // The reader changed the address, or went back.
        wanted.value = now;
        tell();
      }
    }
  );

  function join(): void {
    link?.close();
    // One folder, one deck; where the page is named in the address or not makes no difference.
    const name = `${location.pathname.replace(/[^/]*$/, '')}:${deckId()}`;
    link = joinDeck(name, `${Date.now()}-${Math.random()}`, hear, window);
    link.say({ kind: 'hello' });
  }
  function hear(message: Parameters<DeckLink['say']>[0]): void {
    if (message.kind === 'hello') {
      tell();
      return;
    }
    blank.value = message.place.blank;
    const to = within(message.place, slides.steps);
    if (!samePosition(to, position.value)) write(to);
  }
  onMounted(join);
  watch(deckId, join);
  onBeforeUnmount(() => link?.close());

  return { slides, position, blank, run, move };
}
