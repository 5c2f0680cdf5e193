import { computed, type ComputedRef } from 'vue';
import { failureReason } from '../components/figure/failureReport';
import type { Deck, Slide } from '../domain/deck/deck';
import type { DeckLook } from '../domain/deck/deckLook';
import type { ViewChoices } from '../domain/address/fields';
import { keptByKey, memoByDataset } from '../domain/model/memo';
import type { FigureAt } from '../figures/figureAt';
import { changesText, numbersOf, type NumberChange } from '../domain/deck/shownNumbers';
import { choicesOf } from '../figures/freeze';
import { addressAtPeriod } from '../figures/steppedAddress';
import { slideFigureThen } from '../figures/slideFigure';
import { footOf, footText } from '../slides/deckFoot';
import { slideSteps } from '../slides/slidePlan';
import type { SlideStep } from '../slides/slideStep';
import { useDecksStore } from '../stores/decks';
import { useFrozenStore } from '../stores/frozen';
import { useShownStore } from '../stores/shown';
import { useViewChoices } from '../stores/view';
import { useWallStore, type WallSettings } from '../stores/wall';
import { dayAndTime } from './clock';
import type { SlidePeriods } from './deckLink';
import type { DeckSteps } from './position';
import { DECK_LIMITS } from '../domain/deck/deckLimits';

/** A slide with what it shows now. */
export interface ShownSlide extends FigureAt {
  readonly slide: Slide;
  /** The presenter's title, else the finding. */
  readonly title: string;
  readonly steps: readonly SlideStep[];
  /** The template of its deck. */
  readonly look: DeckLook | undefined;
  /** What it puts at the foot. */
  readonly foot: string;
  /** Numbers that are others than when it was on the wall last; empty for none. */
  readonly changes: readonly NumberChange[];
  /** The same in a sentence. */
  readonly changed: string;
}

export interface DeckSlides {
  readonly count: ComputedRef<number>;
  readonly name: ComputedRef<string>;
  /** Ids of the slides in their order. */
  readonly ids: ComputedRef<readonly string[]>;
  /** The slides themselves. */
  readonly all: ComputedRef<readonly Slide[]>;
  /** Undefined past the ends. Never throws: of a slide that can't be shown, the problem says why. */
  shown(index: number): ShownSlide | undefined;
  readonly steps: DeckSteps;
}

/** A slide as it was laid out, and what for. */
interface Laid {
  readonly settings: WallSettings;
  readonly deck: Deck;
  readonly address: string;
  readonly shown: ShownSlide;
}

// A deck is gone through more than once: what was worked out for as many slides as one may have is kept.
/** By all of a slide that its figure depends on. */
const figures = keptByKey<FigureAt>(DECK_LIMITS.slides);
/** What was frozen, by the name of its rows. */
const frozenChoices = keptByKey<ViewChoices | undefined>(DECK_LIMITS.slides);
const laidSlides = memoByDataset(() => new WeakMap<Slide, Laid>());

const NO_STEP: SlideStep = { from: 0, to: 0, columns: { from: 0, to: 0 }, spotlight: '', scale: 1, widths: [] };

const NO_PERIODS: SlidePeriods = {};

/**
 * The slides of a deck, worked out when they are asked for.
 * @param periods what the show has stepped them to
 */
export function useDeckSlides(deckId: () => string, periods: () => SlidePeriods = () => NO_PERIODS): DeckSlides {
  const decks = useDecksStore();
  const wall = useWallStore();
  const choices = useViewChoices();
  const frozen = useFrozenStore();
  const before = useShownStore();
  const deck = computed(() => decks.deck(deckId()));

  function figureOf(slide: Slide, of: Deck): FigureAt {
    const compute = () => figureOrFailure(() => slideFigureThen(slide, of, choices.value, choicesThen(slide)));
    // What is written on a slide hangs on its deck.
    if (slide.kind) return compute();
    const key = JSON.stringify([slide.address, slide.beside, slide.rows, slide.callouts, slide.frozen]);
    return figures(choices.value.dataset, key, compute);
  }
  function choicesThen({ frozen: own }: Slide): ViewChoices | undefined {
    if (!own) return undefined;
    const text = frozen.rows(own.rows);
    // What isn't there yet may come with a file.
    return text === '' ? undefined : frozenChoices(choices.value.dataset, own.rows, () => choicesOf(text));
  }
  function changesOf(slide: Slide, of: Deck, found: FigureAt): Pick<ShownSlide, 'changes' | 'changed'> {
    const { figure } = found;
    const since = figure && !slide.frozen ? before.changes(of.id, slide.id, numbersOf(figure.table)) : undefined;
    if (!since) return { changes: [], changed: '' };
    return { changes: since.changes, changed: changesText(since.changes, dayAndTime(new Date(since.since))) };
  }
  function shown(index: number): ShownSlide | undefined {
    const of = deck.value;
    const slide = of?.slides[index];
    if (!of || !slide) return undefined;
    const { settings } = wall;
    const now = steppedSlide(slide, periods());
    const { address } = now;
    const laid = laidSlides(choices.value.dataset);
    const known = laid.get(slide);
    const isSame = slide.kind ? known?.deck === of : known?.deck.look === of.look;
    if (known?.settings === settings && isSame && known.address === address) return known.shown;
    const found = figureOf(now, of);
    const changes = now === slide ? changesOf(slide, of, found) : { changes: [], changed: '' };
    const laidOut = layOut(now, found, settings, of.look, changes);
    laid.set(slide, { settings, deck: of, address, shown: laidOut });
    return laidOut;
  }
  return {
    count: computed(() => deck.value?.slides.length ?? 0),
    name: computed(() => deck.value?.name ?? ''),
    all: computed(() => deck.value?.slides ?? []),
    ids: computed(() => deck.value?.slides.map((slide) => slide.id) ?? []),
    shown,
    steps: {
      get slides() {
        return deck.value?.slides.length ?? 0;
      },
      of: (index) => shown(index)?.steps.length ?? 1
    }
  };
}

/** Frozen slides, pairs and slides of words have no periods to step through. */
export function hasPeriods({ kind, frozen, beside }: Slide): boolean {
  return !kind && !frozen && !beside;
}

function steppedSlide(slide: Slide, periods: SlidePeriods): Slide {
  const period = periods[slide.id];
  if (!period || !hasPeriods(slide)) return slide;
  // What the presenter wrote over it is about another period.
  return { ...slide, address: addressAtPeriod(slide.address, period), title: '' };
}

function layOut(
  slide: Slide,
  found: FigureAt,
  settings: WallSettings,
  look: DeckLook | undefined,
  changed: Pick<ShownSlide, 'changes' | 'changed'>
): ShownSlide {
  const { figure } = found;
  const title = titleOf(slide, found);
  const own = { slide, title, look, foot: footText(look), ...changed };
  if (!figure) return { ...found, ...own, steps: [NO_STEP] };
  const problems = warningsOf({ ...found, changed: changed.changed });
  try {
    return { ...found, ...own, steps: slideSteps(figure, title, footOf(settings, look), problems) };
  } catch (error) {
    return { ...failure(error), ...own, steps: [NO_STEP] };
  }
}

/** What stands on the slide as a warning before those of its figure. */
export function warningsOf({ problems, changed }: Pick<ShownSlide, 'problems' | 'changed'>): string[] {
  return [...(changed ? [changed] : []), ...problems.map(({ text }) => text)];
}

/** The presenter's own, else the finding; of a slide of words the heading, which may have a number before it. */
function titleOf(slide: Slide, { figure }: FigureAt): string {
  if (slide.kind && figure) return figure.verdict;
  // Each side has its own finding above it.
  if (figure?.body.kind === 'pair') return slide.title;
  return slide.title || (figure?.verdict ?? '这张幻灯片没有内容');
}

function figureOrFailure(work: () => FigureAt): FigureAt {
  try {
    return work();
  } catch (error) {
    return failure(error);
  }
}

/** A slide that can't be worked out takes no other along. */
function failure(error: unknown): FigureAt {
  console.error(error);
  const text = `这张幻灯片显示不出来，可以删除它，不影响其他幻灯片。程序报告的原因：${failureReason(error)}`;
  return { figure: undefined, problems: [{ key: '', value: '', text }] };
}
