import { computed, type ComputedRef } from 'vue';
import type { Slide } from '../domain/deck/deck';
import type { Dataset } from '../domain/model/dataset';
import { figureAt, type FigureAt } from '../figures/figureAt';
import { slideSteps, type SlideStep } from '../slides/slidePlan';
import { useDecksStore } from '../stores/decks';
import { useViewChoices } from '../stores/view';
import { useWallStore } from '../stores/wall';
import type { Steps } from './position';

/** A slide with what it shows now. */
export interface ShownSlide extends FigureAt {
  readonly slide: Slide;
  /** The presenter's title, else the finding. */
  readonly title: string;
  readonly steps: readonly SlideStep[];
}

export interface DeckSlides {
  readonly count: ComputedRef<number>;
  readonly name: ComputedRef<string>;
  /** Undefined past the ends. */
  shown(index: number): ShownSlide | undefined;
  readonly steps: Steps;
}

/** The figures of one dataset by address: a deck is gone through more than once. */
const cache = new WeakMap<Dataset, Map<string, FigureAt>>();
const NO_STEP: SlideStep = { from: 0, to: 0, columns: { from: 0, to: 0 }, spotlight: '', scale: 1, widths: [] };

/** The slides of a deck, worked out when they are asked for. */
export function useDeckSlides(deckId: () => string): DeckSlides {
  const decks = useDecksStore();
  const wall = useWallStore();
  const choices = useViewChoices();
  const deck = computed(() => decks.deck(deckId()));

  function figureOf(address: string): FigureAt {
    const { dataset } = choices.value;
    let figures = cache.get(dataset);
    if (!figures) cache.set(dataset, (figures = new Map()));
    let found = figures.get(address);
    if (!found) figures.set(address, (found = figureAt(address, choices.value)));
    return found;
  }
  function shown(index: number): ShownSlide | undefined {
    const slide = deck.value?.slides[index];
    if (!slide) return undefined;
    const found = figureOf(slide.address);
    const title = slide.title || (found.figure?.verdict ?? '这张幻灯片没有内容');
    return {
      ...found,
      slide,
      title,
      steps: found.figure
        ? slideSteps(
            found.figure,
            title,
            wall.look,
            found.problems.map((problem) => problem.text)
          )
        : [NO_STEP]
    };
  }
  return {
    count: computed(() => deck.value?.slides.length ?? 0),
    name: computed(() => deck.value?.name ?? ''),
    shown,
    steps: {
      get slides() {
        return deck.value?.slides.length ?? 0;
      },
      of: (index) => shown(index)?.steps.length ?? 1
    }
  };
}
