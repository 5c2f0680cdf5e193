import { beforeAll, describe, expect, it } from 'vitest';
import { paperHeight, paperRows } from '../../src/export/plan/rowParts';
import { facetsFigure, type FacetsFigure } from '../../src/figures/facetsFigure';
import { parseView } from '../../src/domain/address/views';
import { choicesOf } from '../figures/realData';

describe('small charts on paper', () => {
  let figure: FacetsFigure;
  beforeAll(async () => {
    const choices = await choicesOf('data/demo');
    const { view } = parseView('periods', { tab: 'facets', i: 'htn-standard' }, choices);
    figure = facetsFigure(choices.dataset, view)!;
  });

  it('take the height of their lines: three side by side in 640 px', () => {
    // 52 around them, 82 a line, the least.
    expect(paperHeight(figure.body, 12)).toBe(52 + 4 * 82);
    expect(paperHeight(figure.body, 13)).toBe(52 + 5 * 82);
  });

  it('are eighteen in one picture: six lines in 560 px', () => {
    expect(paperRows(figure, figure.body)).toMatchObject({ text: '', parts: [{ from: 0, to: 12 }] });
    const many = { ...figure.body, rows: 19 };
    expect(paperRows(figure, many).parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 9],
      [10, 19]
    ]);
  });
});
