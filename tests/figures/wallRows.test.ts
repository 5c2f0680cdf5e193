import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { addSlide, emptyDeck, type NewSlide } from '../../src/domain/deck/deck';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { slideFigure } from '../../src/figures/slideFigure';
import { usualRows } from '../../src/figures/wallRows';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from './realData';

const WIDE = { ratio: '16:9', size: 1 } as const;
const OLD = { ratio: '4:3', size: 1 } as const;

let real: ViewChoices;
let demo: ViewChoices;
beforeAll(async () => {
  [real, demo] = await Promise.all([choicesOf('data'), choicesOf('data/demo')]);
});
const shownOn = (slide: NewSlide, choices = real): Figure => {
  const deck = addSlide(emptyDeck('d', '例会'), slide);
  return slideFigure(deck.slides[0]!, deck, choices).figure!;
};
const halves = ({ body }: Figure) => (body.kind === 'pair' ? [body.left, body.right] : []);

describe('the rows of a slide for which nobody chose any', () => {
  it('are of one of two figures the first twelve, which it says', () => {
    const [left, right] = halves(shownOn({ address: '/progress', beside: '/periods' }));
    expect(left!.body).toMatchObject({ kind: 'chart', rows: 12 });
    expect(left!.subtitle).toMatch(/ · 只列前12项，共58项$/);
    expect(right!.subtitle).not.toContain('只列');
    // Alone it has all.
    expect(shownOn({ address: '/progress' }).body).toMatchObject({ rows: 58 });
  });

  it('have the own place among them, wherever it stands', () => {
    const whole = figureAt('/progress?place=all', real).figure!;
    const owners = (whole.body.kind === 'chart' && whole.body.owners) || [];
    const late = owners.find((owner) => owners.indexOf(owner) >= 12)!;
    const { rows, text } = usualRows({ ...whole, spotlight: late }, true)!;
    expect(rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, owners.indexOf(late)]);
    expect(text).toMatch(/^只列前11项和.+，共58项$/);
  });

  it('are of a heat table those that three comparable places report, at most eighteen', () => {
    expect(shownOn({ address: '/places?tab=heat' }).subtitle).toMatch(/ · 只列3个以上地区可比的11项，共89项$/);
    expect(shownOn({ address: '/places?tab=heat' }, demo).subtitle).toMatch(/ · 只列前18项，共43项$/);
    // Few rows of a theme are all there.
    const theme = encodeURIComponent('健康教育与爱国卫生');
    expect(shownOn({ address: `/places?tab=heat&theme=${theme}` }).subtitle).not.toContain('只列');
  });

  it('are all where that is chosen', () => {
    const all = shownOn({ address: '/places?tab=heat', rows: { all: true } });
    expect(all.body.kind === 'heat' && all.body.answer.rows).toHaveLength(89);
    const [left] = halves(shownOn({ address: '/progress', beside: '/periods', rows: { all: true } }));
    expect(left!.body).toMatchObject({ rows: 58 });
  });

  it('keep the sums at the foot of 挂图作战', () => {
    const [left] = halves(shownOn({ address: '/progress?tab=matrix', beside: '/' }));
    const { rows } = left!.table;
    expect(rows).toHaveLength(7);
    expect(rows[6]![0]!.text).toBe('合计');
    expect(left!.subtitle).toMatch(/只列前6项，共47项$/);
  });

  it('take no more than fifteen steps, also at 4:3', () => {
    const pairs = [
      ['/places?tab=heat', undefined],
      ['/progress', '/periods'],
      ['/places', '/progress?place=all'],
      ['/places?tab=heat', '/'],
      ['/profile', '/progress?tab=matrix']
    ] as const;
    for (const choices of [real, demo])
      for (const [address, beside] of pairs) {
        const figure = shownOn(beside ? { address, beside } : { address }, choices);
        const title = beside ? '' : figure.verdict;
        expect(slideSteps(figure, title, OLD).length, `${address} ${beside}`).toBeLessThanOrEqual(15);
      }
  });

  it('are the same in a .pptx, page by page: rows of one name and cells of one place', () => {
    const figure = shownOn({ address: '/places?tab=heat' });
    const slides = pptxSlides({ title: '', notes: '', figure });
    const steps = slideSteps(figure, figure.verdict, WIDE);
    expect(slides).toHaveLength(steps.length);
    if (figure.body.kind !== 'heat') throw new Error(figure.body.kind);
    const { rows } = figure.body.answer;
    slides.forEach(({ body }, at) => {
      if (body.kind !== 'table') throw new Error(body.kind);
      const { cells } = steps[at]!;
      expect(body.grid.rows.map((row) => row[0]!.text.split('（')[0])).toEqual(
        cells!.rows.map((row) => rows[row]!.indicator.name)
      );
      expect(body.grid.rows.map((row) => row[1]!.text.split('\n')[0])).toEqual(
        cells!.rows.map((row) => rows[row]!.cells[cells!.columns[0]!]!.text)
      );
    });
  });
});
