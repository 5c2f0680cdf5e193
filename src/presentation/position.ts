/** Where a deck stands: both 0-based. */
export interface DeckPosition {
  readonly slide: number;
  readonly step: number;
}

/** A position that stays with its slide when the deck is put in another order. */
export interface Anchor extends DeckPosition {
  /** Id of the slide; empty where only its place is known. */
  readonly id: string;
}

/** The steps of a deck; asked for slide by slide, since each has to be worked out. */
export interface DeckSteps {
  readonly slides: number;
  /** How many steps a slide has, one at least. */
  of(slide: number): number;
}

/** The position with the id of its slide. */
export function anchorAt({ slide, step }: DeckPosition, ids: readonly string[]): Anchor {
  return { id: ids[slide] ?? '', slide, step };
}

/** Where the slide of an anchor stands now; of one that is gone, the beginning of what has taken its place. */
export function positionOf({ id, slide, step }: Anchor, ids: readonly string[]): DeckPosition {
  if (id === '') return { slide, step };
  const at = ids.indexOf(id);
  return at < 0 ? { slide, step: 0 } : { slide: at, step };
}

/** The nearest position that there is; an empty deck stands at its beginning. */
export function clampPosition(position: DeckPosition, steps: DeckSteps): DeckPosition {
  if (steps.slides === 0) return { slide: 0, step: 0 };
  const slide = Math.max(0, Math.min(steps.slides - 1, position.slide));
  return { slide, step: Math.max(0, Math.min(steps.of(slide) - 1, position.step)) };
}

/** One step on; at the end of the deck it stays. */
export function nextPosition(position: DeckPosition, steps: DeckSteps): DeckPosition {
  const { slide, step } = clampPosition(position, steps);
  if (steps.slides > 0 && step + 1 < steps.of(slide)) return { slide, step: step + 1 };
  return slide + 1 < steps.slides ? { slide: slide + 1, step: 0 } : { slide, step };
}

/** One step back: to the last step of the slide before, as on reveal.js. */
export function previousPosition(position: DeckPosition, steps: DeckSteps): DeckPosition {
  const { slide, step } = clampPosition(position, steps);
  if (step > 0) return { slide, step: step - 1 };
  return slide > 0 ? { slide: slide - 1, step: steps.of(slide - 1) - 1 } : { slide, step };
}

/** Whether two positions are the same slide and step. */
export function samePosition(a: DeckPosition, b: DeckPosition): boolean {
  return a.slide === b.slide && a.step === b.step;
}

/** Whether two anchors say the same of slide, place and step. */
export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return samePosition(a, b) && a.id === b.id;
}
