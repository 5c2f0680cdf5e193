import type { CoverageMatrix } from '../domain/missing/coverageMatrix';
import { coverageSources, coverageTable } from '../domain/missing/coverageTable';
import type { Dataset } from '../domain/model/dataset';
import { untilText } from './fileName';
import { markFictional } from './fictional';
import { fromAnswer, type Figure } from './figure';
import { withLazy } from './once';

/** Beyond this many places side by side a page of paper or a slide can't hold them. */
const MOST_PLACES = 8;

/** 缺: which place has which indicator, as a figure whose body is its table. */
export function coverageFigure(dataset: Dataset, answer: CoverageMatrix): Figure {
  // The places, and how many of them have a number.
  const count = answer.places.length + 1;
  const parts = Math.max(1, Math.ceil(count / MOST_PLACES));
  const columnPages = Array.from({ length: parts }, (_, part) => {
    const from = Math.round((part * count) / parts);
    const to = Math.round(((part + 1) * count) / parts);
    return [0, ...Array.from({ length: to - from }, (_unused, i) => from + i + 1)];
  });
  return markFictional(
    dataset,
    withLazy<Figure, 'table' | 'citations'>(
      {
        ...fromAnswer(answer),
        file: ['缺报情况', answer.theme, untilText(answer.cutoff)],
        body: { kind: 'table', columns: columnPages[0]!, columnPages }
      },
      { table: () => coverageTable(answer), citations: () => coverageSources(answer) }
    )
  );
}
