/** Where a deck stands: both 0-based. */
export interface Position {
  readonly slide: number;
  readonly step: number;
}

/** The steps of a deck; asked for slide by slide, since each has to be worked out. */
export interface Steps {
  readonly slides: number;
  /** How many steps a slide has, one at least. */
  of(slide: number): number;
}

/** The nearest position that there is; an empty deck stands at its beginning. */
export function within(position: Position, steps: Steps): Position {
  if (steps.slides === 0) return { slide: 0, step: 0 };
  const slide = Math.max(0, Math.min(steps.slides - 1, position.slide));
  return { slide, step: Math.max(0, Math.min(steps.of(slide) - 1, position.step)) };
}

/** One step on; at the end of the deck it stays. */
export function nextPosition(position: Position, steps: Steps): Position {
  const { slide, step } = within(position, steps);
  if (steps.slides > 0 && step + 1 < steps.of(slide)) return { slide, step: step + 1 };
  return slide + 1 < steps.slides ? { slide: slide + 1, step: 0 } : { slide, step };
}

/** One step back: to the last step of the slide before, as on reveal.js. */
export function previousPosition(position: Position, steps: Steps): Position {
  const { slide, step } = within(position, steps);
  if (step > 0) return { slide, step: step - 1 };
  return slide > 0 ? { slide: slide - 1, step: steps.of(slide - 1) - 1 } : { slide, step };
}

export function samePosition(a: Position, b: Position): boolean {
  return a.slide === b.slide && a.step === b.step;
}
