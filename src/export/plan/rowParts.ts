/** Which rows of a long chart a picture or a deck shows: all, or the top, the bottom and the reader's own. */
import { type ChartBody, type Figure, rowsAcross } from '../../figures/figure';

/** 0-based, `to` not included. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface NamedRows extends RowRange {
  /** `前20项`; empty for a chart that is shown whole. */
  readonly name: string;
}

export interface RowParts {
  readonly parts: readonly NamedRows[];
  /** `前20项、第153项、后20项，共600项`, for title and file name; empty for all. */
  readonly text: string;
}

/** On upright paper a chart is drawn narrower, so that its type is as large as that of a caption; in px, as its height. */
export const PAPER_WIDTH = 640;
const PAPER_HEIGHT = 560;
/** Fewer would be no comparison, whatever their height. */
const FEWEST_ROWS = 4;

/** Height of one row of it there, or of one line where several rows stand side by side. */
function paperRow(body: ChartBody): number {
  // Small charts stand in many lines: as low as they may be.
  if (body.acrossAt) return body.leastRow;
  return body.usualRowAt?.(PAPER_WIDTH) ?? body.leastRowAt?.(PAPER_WIDTH) ?? body.leastRow;
}

/** Height that some rows of it take there. */
export function paperHeight(body: ChartBody, rows: number): number {
  return body.frame + Math.ceil(rows / rowsAcross(body, PAPER_WIDTH)) * paperRow(body);
}

/** The rows of a chart that stand in the text of a paper: as many as one picture holds at a readable size. */
export function paperRows(figure: Figure, body: ChartBody): RowParts {
  const lines = Math.floor((PAPER_HEIGHT - body.frame) / paperRow(body));
  const most = Math.max(FEWEST_ROWS, lines * rowsAcross(body, PAPER_WIDTH));
  return rowParts(figure, body, most, Math.floor(most / 2));
}

/**
 * All rows up to `most`; of more the first and the last `ends`, and the row of the reader's own place where it is in
 * neither.
 */
export function rowParts(figure: Figure, body: ChartBody, most: number, ends: number): RowParts {
  const { rows } = body;
  if (rows <= most) return { parts: [{ from: 0, to: rows, name: '' }], text: '' };
  const own = figure.spotlight && body.owners ? body.owners.indexOf(figure.spotlight) : -1;
  const parts = [
    { from: 0, to: ends, name: `前${ends}项` },
    ...(own >= ends && own < rows - ends ? [{ from: own, to: own + 1, name: `第${own + 1}项` }] : []),
    { from: rows - ends, to: rows, name: `后${ends}项` }
  ];
  return { parts, text: `${parts.map(({ name }) => name).join('、')}，共${rows}项` };
}
