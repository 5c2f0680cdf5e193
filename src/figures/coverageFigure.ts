import type { CoverageMatrix } from '../domain/missing/coverageMatrix';
import { coverageSources, coverageTable } from '../domain/missing/coverageTable';
import type { Dataset } from '../domain/model/dataset';
import { textWidth } from '../charts/drawing';
import type { Table } from '../domain/table/table';
import { widestWhole } from '../domain/wording/wholeParts';
import { untilText } from './fileName';
import { markFictional } from './fictional';
import { fromAnswer, type Figure, type TableBody } from './figure';
import { withLazy } from './once';

/** Beyond this many places side by side a page of paper or a slide can't hold them. */
const MOST_PLACES = 8;
/**
 * What the columns of places share on a wall of 4:3 beside the names, in units of a wall 1,080 high; the type of a table there
 * at its smallest, and the room between two columns.
 */
const WALL = { width: 1050, type: 26, side: 25 } as const;

/** 缺: which place has which indicator, as a figure whose body is its table. */
export function coverageFigure(dataset: Dataset, answer: CoverageMatrix): Figure {
  const figure: Figure = withLazy<Figure, 'table' | 'citations' | 'body'>(
    {
      ...fromAnswer(answer),
      isCited: answer.present > 0 || answer.rows.some(({ cells }) => cells.some(({ figures }) => figures.length > 0)),
      file: ['缺报情况', answer.theme, untilText(answer.cutoff)]
    },
    {
      table: () => coverageTable(answer),
      citations: () => coverageSources(answer),
      body: () => bodyOf(figure.table, answer.places.length)
    }
  );
  return markFictional(dataset, figure);
}

/** As many places side by side as have room for their longest number, which isn't broken. */
function bodyOf({ rows }: Table, places: number): TableBody {
  const widest = rows.reduce(
    (most, row) =>
      row.slice(1).reduce(
        (so, { text }) =>
          Math.max(
            so,
            widestWhole(text, (part) => textWidth(part, WALL.type))
          ),
        most
      ),
    0
  );
  const most = Math.max(2, Math.min(MOST_PLACES, Math.floor(WALL.width / (widest * 1.04 + WALL.side))));
  // The places, and how many of them have a number.
  const count = places + 1;
  const parts = Math.max(1, Math.ceil(count / most));
  const columnPages = Array.from({ length: parts }, (_, part) => {
    const from = Math.round((part * count) / parts);
    const to = Math.round(((part + 1) * count) / parts);
    return [0, ...Array.from({ length: to - from }, (_unused, i) => from + i + 1)];
  });
  return { kind: 'table', columns: columnPages[0]!, columnPages };
}
