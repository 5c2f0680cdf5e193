import type { ViewChoices } from '../domain/address/fields';
import type { Deck, Slide } from '../domain/deck/deck';
import { frozenText } from '../domain/deck/frozen';
import { withFrozenMark } from './frozenMark';
import { lostCallouts, withCallouts } from './callouts';
import { withRows } from './chosenRows';
import type { Figure } from './figure';
import { type FigureAt, figureAt } from './figureAt';
import { pairFigure, SIDES } from './pairFigure';
import { withUsualRows } from './wallRows';
import { wordsFigure } from './wordsFigure';

/** What a slide of a deck shows: the figure of its address, with another beside it where it has one, or its words. */
export function slideFigure(slide: Slide, deck: Deck, choices: ViewChoices): FigureAt {
  if (slide.kind) {
    const figure = wordsFigure(slide.kind, slide, deck, choices.dataset);
    return { figure, problems: figure.problems };
  }
  const own = figureAt(slide.address, choices);
  const inPair = slide.beside !== undefined;
  const usual = (figure: Figure | undefined) => figure && withUsualRows(figure, inPair);
  const chosen = slide.rows ? own.figure && withRows(own.figure, slide.rows) : usual(own.figure);
  const found = slide.beside ? figureAt(slide.beside, choices) : undefined;
  const other = found && { ...found, figure: usual(found.figure) };
  const lost = lostOf(slide, [chosen, other?.figure], choices);
  const left: FigureAt = { figure: withOwn(chosen, slide), problems: [...own.problems, ...lost] };
  if (!other) return left;
  const right: FigureAt = { ...other, figure: withOwn(other.figure, slide) };
  const problems = [left, right].flatMap((one, side) =>
    one.problems.map((problem) => ({ ...problem, text: `${SIDES[side]}：${problem.text}` }))
  );
  // Where one of them can't be shown the other stands alone.
  const figure = left.figure && right.figure ? pairFigure(left.figure, right.figure) : (left.figure ?? right.figure);
  return { figure, problems };
}

function withOwn(figure: Figure | undefined, { callouts }: Slide): Figure | undefined {
  return figure && callouts ? withCallouts(figure, callouts) : figure;
}

/** Of a slide that shows nothing that is said already. */
function lostOf(
  { callouts }: Slide,
  figures: readonly (Figure | undefined)[],
  { dataset }: ViewChoices
): FigureAt['problems'] {
  const shown = figures.flatMap((figure) => figure ?? []);
  if (!callouts || shown.length === 0) return [];
  return lostCallouts(shown, callouts, dataset).map((text) => ({ key: 'callouts', value: '', text }));
}

/**
 * The same of a slide that may be frozen.
 * @param then what there was to choose among when it was frozen; undefined where its rows aren't at hand
 */
export function slideFigureThen(
  slide: Slide,
  deck: Deck,
  choices: ViewChoices,
  then: ViewChoices | undefined
): FigureAt {
  const { frozen } = slide;
  if (!frozen) return slideFigure(slide, deck, choices);
  if (then) {
    const { figure, problems } = slideFigure(slide, deck, then);
    return { figure: figure && withFrozenMark(figure, frozen), problems };
  }
  const live = slideFigure(slide, deck, choices);
  const text = `${frozenText(frozen)}，但冻结的数不在这个浏览器里，显示的是现在的数。`;
  return { ...live, problems: [{ key: '', value: '', text }, ...live.problems] };
}
