/**
 * Which rows of a figure a slide shows where nobody has chosen: as many as an audience sits through. The slide says which
 * they are and how many there are in all; whoever makes it may choose all of them.
 */
import type { HeatRow, HeatTable } from '../domain/compare/heatAnswer';
import { ENOUGH } from '../domain/compare/heatCells';
import { nounOf, onlyRows, rowNames } from './chosenRows';
import type { Figure, FigureBody } from './figure';

/** Rows of one of two figures on a slide, of a table of many columns there, and of a heat table alone. */
const PAIR_ROWS = 12;
const PAIR_WIDE_ROWS = 6;
const HEAT_ROWS = 18;

interface UsualRows {
  /** Positions among all rows. */
  readonly rows: readonly number[];
  /** `只列前12项，共58项`. */
  readonly text: string;
}

/** The figure with the rows that a slide shows by itself. @param inPair whether another figure stands beside it */
export function withUsualRows(figure: Figure, inPair: boolean): Figure {
  const usual = usualRows(figure, inPair);
  return usual ? onlyRows(figure, rowNames(figure), usual.rows, usual.text) : figure;
}

/** Undefined where it shows all. */
export function usualRows(figure: Figure, inPair: boolean): UsualRows | undefined {
  const { body } = figure;
  if (!inPair && body.kind !== 'heat') return undefined;
  const most = !inPair ? HEAT_ROWS : isWide(body) ? PAIR_WIDE_ROWS : PAIR_ROWS;
  const names = rowNames(figure);
  if (names.length <= most) return undefined;
  const all = names.map((_, at) => at);
  const noun = nounOf(figure);
  const comparable = body.kind === 'heat' ? all.filter((at) => isComparable(body.answer, body.answer.rows[at]!)) : [];
  const isFewer = comparable.length > 0 && comparable.length < all.length;
  const which = isFewer ? `${ENOUGH}个以上地区可比的` : '';
  const rows = isFewer ? comparable : all;
  const inAll = `，共${names.length}${noun}`;
  if (rows.length <= most) return { rows, text: `只列${which}${rows.length}${noun}${inAll}` };
  const own = ownRow(figure);
  if (own >= most)
    return { rows: [...rows.slice(0, most - 1), own], text: `只列前${most - 1}${noun}和${names[own]!}${inAll}` };
  return { rows: rows.slice(0, most), text: `只列${which}前${most}${noun}${inAll}` };
}

/** Whether each part of its rows takes several pages. */
function isWide(body: FigureBody): boolean {
  return body.kind === 'heat' || (body.kind === 'table' && body.columnPages !== undefined);
}

/** Whether its colours say anything. */
function isComparable({ against }: HeatTable, { cells }: HeatRow): boolean {
  if (against !== undefined) return cells.some(({ standing }) => standing !== null);
  return cells.filter(({ fits, value }) => fits && value !== null).length >= ENOUGH;
}

/** Where the reader's own place stands among the rows of a chart; -1 where it doesn't. */
function ownRow({ body, spotlight }: Figure): number {
  return body.kind === 'chart' && spotlight ? (body.owners ?? []).indexOf(spotlight) : -1;
}
