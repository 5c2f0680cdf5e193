import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { addSlide, emptyDeck, type NewSlide } from '../../src/domain/deck/deck';
import { chooseRows, readRowChoice } from '../../src/domain/deck/rowChoice';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { rowNames } from '../../src/figures/chosenRows';
import { figureParts } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { slideFigure } from '../../src/figures/slideFigure';
import { isStacked } from '../../src/slides/pairPlan';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from './realData';

let choices: ViewChoices;
beforeAll(async () => {
  choices = await choicesOf('data');
});
const shownOn = (slide: NewSlide) => {
  const deck = addSlide(emptyDeck('d', '例会'), slide);
  const { figure, problems } = slideFigure(deck.slides[0]!, deck, choices);
  return { figure: figure!, problems: problems.map(({ text }) => text) };
};
const PLACES = '/places?i=smd-standard-rate';
const WIDE = { ratio: '16:9', size: 1 } as const;

describe('chooseRows(names, choice)', () => {
  const names = ['甲', '乙', '丙', '丁'];
  it.each([
    [{ most: 2 }, [0, 1], '只列前2项，共4项'],
    [{ most: 2, fromEnd: true }, [2, 3], '只列后2项，共4项'],
    [{ hidden: ['乙'] }, [0, 2, 3], '未列1项：乙'],
    [{ order: ['丙'] }, [2, 0, 1, 3], '次序自定'],
    [{ most: 1, hidden: ['甲'], order: ['丁', '乙'] }, [3], '只列前1项，共4项；未列1项：甲；次序自定'],
    [{ most: 9, hidden: ['戊'], order: ['甲'] }, [0, 1, 2, 3], '']
  ])('%o', (choice, rows, text) => {
    expect(chooseRows(names, choice, '项')).toEqual({ rows, text });
  });

  it('counts names that are too many for a line', () => {
    const many = Array.from({ length: 9 }, (_, n) => `地${n + 1}`);
    expect(chooseRows(many, { hidden: many.slice(0, 6) }, '项').text).toBe('未列6项：地1、地2、地3、地4等');
  });

  it('is read from anything', () => {
    expect(readRowChoice({ most: 3, fromEnd: true, hidden: ['甲', '甲', 4], order: 'x' })).toEqual({
      most: 3,
      fromEnd: true,
      hidden: ['甲']
    });
    expect([readRowChoice(null), readRowChoice({ most: 0, fromEnd: true }), readRowChoice('全部')]).toEqual([
      undefined,
      undefined,
      undefined
    ]);
  });
});

describe('a slide of some rows', () => {
  it('draws them, says which are left out, and leaves its finding as it is', () => {
    const { figure } = shownOn({ address: PLACES, rows: { hidden: ['中方县'], order: ['舟山市'] } });
    const whole = figureAt(PLACES, choices).figure!;
    expect(figure.verdict).toBe(whole.verdict);
    expect(figure.subtitle).toContain('未列1项：中方县；次序自定');
    expect(figure.notes.map(({ text }) => text)).toContain('这张幻灯片未列1项：中方县；次序自定。');
    expect(rowNames(figure).slice(0, 2)).toEqual(['舟山市', '宝安区']);
    const [slide] = pptxSlides({ title: '', notes: '', figure });
    expect(slide!.body).toMatchObject({ kind: 'chart', chart: { categories: { length: 3 } } });
    // The table of a chart goes along; those without a number stay at its end.
    expect(figure.table.rows).toHaveLength(whole.table.rows.length - 1);
    expect(figure.table.rows[0]!.map(({ text }) => text)).toContain('舟山市');
  });

  it('can be had of every figure that has rows, and is drawn without a fault', () => {
    for (const { name, address } of sampleAddresses(choices.dataset)) {
      const whole = figureAt(address, choices).figure!;
      const names = rowNames(whole);
      if (names.length < 3) continue;
      const { figure } = shownOn({ address, rows: { most: 2, hidden: [names[0]!] } });
      expect(figure.subtitle, name).toMatch(/只列前2[项条]，共\d+[项条]；未列1/);
      const bare = (list: readonly string[]) => list.map((one) => one.replace(/（\d+）$/, ''));
      expect(bare(rowNames(figure)), name).toEqual(bare(names.slice(1, 3)));
      expect(pptxSlides({ title: '', notes: '', figure }).length, name).toBeGreaterThan(0);
    }
  });
});

describe('two figures on a slide', () => {
  it('say their findings, their sources and their notes, each of its side', () => {
    const { figure, problems } = shownOn({ address: PLACES, beside: '/periods?i=deliveries' });
    const [left, right] = figureParts(figure);
    expect(figure.verdict).toBe(`${left!.verdict}；${right!.verdict}`);
    expect(figure.notes[0]!.text).toMatch(/^第一张图：各地时期不同/);
    expect(new Set(figure.sources)).toEqual(new Set([...left!.sources, ...right!.sources]));
    expect(problems).toEqual([]);
  });

  it('stand side by side, and above each other where one needs the width', () => {
    const stacked = (beside: string) => {
      const { body } = shownOn({ address: PLACES, beside }).figure;
      return body.kind === 'pair' && isStacked(body);
    };
    expect(stacked('/periods?i=deliveries')).toBe(false);
    expect(stacked('/progress?place=xiangshan&tab=supervise')).toBe(true);
    expect(stacked('/progress?place=xiangshan')).toBe(true);
  });

  it('turn their pages together; the shorter stays on its last', () => {
    const { figure } = shownOn({ address: '/periods?i=deliveries', beside: '/progress?place=xiangshan&tab=plans' });
    const steps = slideSteps(figure, '', WIDE);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every(({ from, to }) => from === 0 && to === 0)).toBe(true);
    const rights = steps.map(({ beside }) => beside!);
    expect(rights.slice(1).every(({ from }, n) => from === rights[n]!.to)).toBe(true);
  });

  it('stand on one slide of a .pptx, each below its finding, on as many as on the wall; in other files they are two', () => {
    const { figure } = shownOn({ address: PLACES, beside: '/periods?i=deliveries' });
    const slides = pptxSlides({ title: '两张', notes: '讲', figure });
    expect(slides).toHaveLength(slideSteps(figure, '两张', WIDE).length);
    const [{ title, notes, body }] = slides as [(typeof slides)[number]];
    expect([title, notes.startsWith('讲')]).toEqual(['两张', true]);
    if (body.kind !== 'pair') throw new Error(body.kind);
    expect(body.panes.map((pane) => pane.heading.lines.join(''))).toEqual(
      figureParts(figure).map(({ verdict }) => verdict)
    );
    expect(body.panes.map((pane) => pane.body.kind)).toEqual(['chart', 'chart']);
  });

  it.each([
    ['side by side', '/periods?i=deliveries'],
    ['one above the other', '/progress?place=xiangshan']
  ])('lie on a .pptx without touching each other, %s', (_, beside) => {
    const { figure } = shownOn({ address: PLACES, beside });
    for (const { body, boxes } of pptxSlides({ title: '两张', notes: '', figure })) {
      if (body.kind !== 'pair') throw new Error(body.kind);
      const [first, second] = body.panes as [(typeof body.panes)[number], (typeof body.panes)[number]];
      const isBeside = first.left + first.width < second.left;
      const isAbove = first.box.top + first.box.height < second.headingTop;
      expect([isBeside, isAbove]).toEqual([_ === 'side by side', _ !== 'side by side']);
      for (const { box, headingTop, subtitle, left, width } of body.panes) {
        expect(headingTop).toBeGreaterThanOrEqual(boxes.body.top);
        expect(subtitle.top + subtitle.height).toBeLessThanOrEqual(box.top);
        expect(box.height).toBeGreaterThan(150);
        expect(box.top + box.height).toBeLessThanOrEqual(boxes.remarks.top + 1);
        expect([left >= 72, left + width <= 1920 - 72]).toEqual([true, true]);
      }
    }
  });

  it('of which one can’t be shown leave the other alone, and say why', () => {
    const { figure, problems } = shownOn({ address: PLACES, beside: '/about' });
    expect(figure.body.kind).toBe('chart');
    expect(problems).toEqual(['第二张图：这个页面没有图，放不进演示。']);
  });
});
