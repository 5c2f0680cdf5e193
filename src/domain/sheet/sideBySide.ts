/** Two tables beside each other in the same rows: an empty column between them, or the same heads once more. */
import { isFigureLike, saysNothing } from './figure';
import type { Grid } from './grid';

/** From–to, both ends belong to it. */
export type Columns = readonly [left: number, right: number];

/** Rows that are looked at; more don't tell more. */
const SAMPLE = 300;

/**
 * The columns of each table among those of `whole`, whose heads are the `heads` rows from row `first` on. Empty columns
 * divide only where names of rows begin anew behind them, and figures follow: a gap before a column of notes is a gap.
 */
export function sideBySide(grid: Grid, first: number, heads: number, last: number, whole: Columns): Columns[] {
  const body = first + heads;
  const end = Math.min(last, body + SAMPLE);
  return repeated(grid, first, heads, whole) ?? joinedBlocks(grid, blocksOf(grid, first, end, whole), body, end);
}

/** Runs of columns that hold anything. */
function blocksOf(grid: Grid, first: number, end: number, [left, right]: Columns): Columns[] {
  const blocks: Columns[] = [];
  let from = -1;
  for (let c = left; c <= right + 1; c++) {
    const isFilled = c <= right && rowsBetween(first, end).some((r) => grid.text(r, c) !== '');
    if (isFilled && from < 0) from = c;
    if (isFilled || from < 0) continue;
    blocks.push([from, c - 1]);
    from = -1;
  }
  return blocks;
}

/** Blocks that aren't a table by themselves belong to what stands left of them. */
function joinedBlocks(grid: Grid, blocks: readonly Columns[], body: number, end: number): Columns[] {
  const tables: Columns[] = [];
  for (const [left, right] of blocks) {
    const before = tables[tables.length - 1];
    if (before && isTable(grid, before, body, end) && isTable(grid, [left, right], body, end))
      tables.push([left, right]);
    else if (before) tables[tables.length - 1] = [before[0], right];
    else tables.push([left, right]);
  }
  return tables;
}

/** Names in the first column, figures in a later one. */
function isTable(grid: Grid, [left, right]: Columns, body: number, end: number): boolean {
  const named = countsOf(grid, left, body, end);
  if (named.words === 0 || named.words < named.figures) return false;
  for (let c = left + 1; c <= right; c++) {
    const { words, figures } = countsOf(grid, c, body, end);
    if (figures > 0 && figures >= words) return true;
  }
  return false;
}

function countsOf(grid: Grid, column: number, body: number, end: number): { words: number; figures: number } {
  let [words, figures] = [0, 0];
  for (const r of rowsBetween(body, end)) {
    const text = grid.text(r, column);
    if (text === '') continue;
    if (isFigureLike(grid.seen(r, column)) || saysNothing(text)) figures++;
    else words++;
  }
  return { words, figures };
}

/** 单位 人数 单位 人数: a long list folded. Undefined where the heads don't come again. */
function repeated(grid: Grid, first: number, heads: number, [left, right]: Columns): Columns[] | undefined {
  const headTexts = Array.from({ length: right - left + 1 }, (_, i) =>
    rowsBetween(first, first + heads - 1)
      .map((r) => grid.text(r, left + i))
      .join('\n')
  );
  for (let width = 2; width * 2 <= headTexts.length; width++) {
    if (headTexts.length % width !== 0 || headTexts[0]!.trim() === '') continue;
    if (new Set(headTexts.slice(0, width)).size < width || !headTexts.every((text, i) => text === headTexts[i % width]))
      continue;
    return Array.from({ length: headTexts.length / width }, (_, i) => [left + i * width, left + (i + 1) * width - 1]);
  }
  return undefined;
}

function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
