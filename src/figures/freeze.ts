/**
 * Freezing a slide: the fewest rows from which it can be worked out again as it is. They are tried before they are kept:
 * where the rows of its own indicators and tasks don't give the same words, all rows of the dataset are taken.
 */
import { defaultIndicators } from '../domain/address/defaultIndicator';
import type { ViewChoices } from '../domain/address/fields';
import type { Deck, Slide } from '../domain/deck/deck';
import { readSnapshot, type RowScope, takeSnapshot } from '../domain/deck/snapshot';
import type { Figure } from './figure';
import { slideFigure } from './slideFigure';

/** The text of the rows of a slide; empty where they are too many to be kept, or it shows nothing. */
export function frozenRows(slide: Slide, deck: Deck, choices: ViewChoices): string {
  const live: Slide = { ...slide, frozen: undefined };
  const { figure } = slideFigure(live, deck, choices);
  if (!figure) return '';
  const said = wordsOf(figure);
  const own = takeSnapshot(choices.dataset, scopeOf(figure, choices));
  const isSame = (text: string) => {
    const then = text === '' ? undefined : choicesOf(text);
    const again = then && slideFigure(live, deck, then).figure;
    return again !== undefined && wordsOf(again) === said;
  };
  if (isSame(own)) return own;
  const all = takeSnapshot(choices.dataset);
  return isSame(all) ? all : '';
}

/** What views may choose among in rows that were kept; undefined where they can't be read. */
export function choicesOf(text: string): ViewChoices | undefined {
  const dataset = readSnapshot(text);
  return dataset && { dataset, defaultIndicator: defaultIndicators(dataset) };
}

/** The indicators and programmes that a figure speaks of, with those that divide and measure them. */
function scopeOf(figure: Figure, { dataset }: ViewChoices): RowScope {
  const rows = figure.citations.map(({ row }) => row);
  const programmes = new Set(rows.flatMap((row) => ('programme' in row ? [row.programme.id] : [])));
  const indicators = new Set([
    dataset.populationIndicator,
    ...(figure.indicator ? [figure.indicator.id] : []),
    ...rows.flatMap((row) => ('indicator' in row ? [row.indicator.id] : [])),
    ...dataset.programmes.filter(({ id }) => programmes.has(id)).map(({ indicator }) => indicator)
  ]);
  return { indicators: new Set([...indicators].filter((id) => dataset.indicator(id))), programmes };
}

/** Everything that a figure says, to be compared. */
function wordsOf({ verdict, subtitle, notes, cutoff, table, absent, rule, sources }: Figure): string {
  return JSON.stringify([
    ...[verdict, subtitle, notes, cutoff, rule, sources.map(({ id }) => id)],
    table.rows.map((row) => row.map(({ text }) => text)),
    absent.map(({ title, items }) => [title, items.length])
  ]);
}
