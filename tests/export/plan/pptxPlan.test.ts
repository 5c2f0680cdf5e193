import { beforeAll, describe, expect, it } from 'vitest';
import { gridRowHeight } from '../../../src/export/plan/gridPlan';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { figureMarks, withCallouts } from '../../../src/figures/callouts';
import { slideSteps } from '../../../src/slides/slidePlan';
import { figures, type NamedFigure } from '../figures';
import { view } from '../pptxFile';

describe('the slides of a view', () => {
  let all: NamedFigure[];
  const at = (address: string) => all.find((f) => f.address === address)!.figure;
  beforeAll(async () => {
    all = await figures();
  });

  it('are one where it fits, with title, notes, source line and cut-off date', () => {
    const figure = at('实 /places?i=smd-standard-rate&focus=zhongfang');
    const [slide, ...rest] = pptxSlides(view(figure, { notes: '先说中方县' }));
    expect(rest).toEqual([]);
    expect(slide!.title).toBe(figure.verdict);
    expect(slide!.remarks).toContain(figure.notes[0]!.text);
    expect(slide!.source).toContain('数据截止2020-12-31');
    expect(slide!.notes.split('\n')).toEqual(
      expect.arrayContaining([
        '先说中方县',
        ...figure.notes.map((n) => n.text),
        ...figure.sources.map((s) => `${s.title}（${s.grade}级）`)
      ])
    );
  });

  it('lose no row where they continue', () => {
    const figure = at('实 /progress?place=all');
    const slides = pptxSlides(view(figure));
    const names = slides.flatMap((s) => (s.body.kind === 'chart' ? s.body.chart.categories : []));
    expect(names).toHaveLength(figure.body.kind === 'chart' ? figure.body.rows : 0);
    expect(slides.map((s) => s.page)).toEqual(slides.map((_, i) => `（${i + 1}/${slides.length}）`));
  });

  it('repeat the names of a table on each page and lose no number', () => {
    const figure = at('实 /places?tab=heat');
    const grids = pptxSlides(view(figure)).flatMap((s) => (s.body.kind === 'table' ? [s.body.grid] : []));
    const cells = grids.reduce((sum, g) => sum + g.rows.length * (g.head.length - 1), 0);
    expect(cells).toBeLessThan(figure.table.rows.length * (figure.table.columns.length - 1));
    // Only parts without a single number are left out.
    const numbers = figure.table.rows.flatMap((row) => row.filter((cell) => cell.value !== null)).length;
    const shown = grids.flatMap((g) => g.rows.flatMap((row) => row.slice(1).filter((cell) => cell.text !== '无数据')));
    expect(shown).toHaveLength(numbers);
    expect(pptxSlides(view(figure))[0]!.notes).toContain('没有一个数的部分没有列出，全部见导出的XLSX或CSV。');
    expect(new Set(grids.map((g) => g.head[0]!.text))).toEqual(new Set(['指标']));
    for (const grid of grids) expect(grid.widths.reduce((a, b) => a + b, 0)).toBeCloseTo(12, 3);
  });

  it('part a long list evenly, without the columns in which nothing stands', () => {
    const grids = pptxSlides(view(at('实 /progress?tab=plans&place=all'))).flatMap((s) =>
      s.body.kind === 'table' ? [s.body.grid] : []
    );
    const rows = grids.map((g) => g.rows.length);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(3);
    for (const grid of grids)
      grid.head.forEach((_, column) =>
        expect(grids.some((g) => g.rows.some((row) => row[column]!.text !== ''))).toBe(true)
      );
  });

  it('have the key figures of a profile large, and say where the others are', () => {
    const [slide, ...rest] = pptxSlides(view(at('实 /profile?place=zhongfang')));
    expect(rest).toEqual([]);
    expect(slide!.body).toMatchObject({
      kind: 'cards',
      items: expect.arrayContaining([expect.objectContaining({ name: '县域内就诊率', text: '90.2%' })])
    });
    expect(slide!.notes).toMatch(/这里是6个关键数字；全部\d+行见导出的XLSX或CSV。/);
  });

  it('keep what only an editor has to know in the notes', () => {
    const [slide] = pptxSlides(view(at('实 /progress?place=xiangshan')));
    expect(slide!.remarks.join()).not.toContain('竖线');
    expect(slide!.notes).toContain('图中的竖线按表中的目标、序时、上年同期由公式算出');
  });

  it('say which columns of a long list they leave out', () => {
    const [slide] = pptxSlides(view(at('实 /progress?tab=supervise&place=all')));
    expect([...slide!.remarks, slide!.notes].join()).toContain('表中列出8列，全部19列见导出的XLSX或CSV。');
  });

  it('stand one below the other: title, body, remarks, foot', () => {
    for (const { figure } of all)
      for (const { boxes, body } of pptxSlides(view(figure))) {
        expect(boxes.body.top).toBeGreaterThan(boxes.subtitle.top);
        expect(boxes.body.height).toBeGreaterThan(300);
        expect(boxes.remarks.top).toBeCloseTo(boxes.body.top + boxes.body.height, 6);
        expect(boxes.foot.top).toBeCloseTo(boxes.remarks.top + boxes.remarks.height, 6);
        expect(boxes.foot.top + boxes.foot.height).toBeLessThanOrEqual(1080);
        if (body.kind === 'table') {
          const { head, rows } = body.grid;
          const height = [head, ...rows].reduce((sum, row) => sum + gridRowHeight(row, body.grid), 0) * 144;
          // A row alone may be higher than a page.
          if (rows.length > 1) expect(height).toBeLessThan(boxes.body.height * 1.01);
        }
      }
  });

  it('are as many as on the wall, with the same rows', () => {
    for (const { address, figure } of all) {
      const steps = slideSteps(figure, figure.verdict, { ratio: '16:9', size: 1 }).filter((step) => !step.spotlight);
      const slides = pptxSlides(view(figure));
      expect([address, slides.length]).toEqual([address, steps.length]);
      slides.forEach(({ body }, i) => {
        if (body.kind === 'chart') expect([body.from, body.to]).toEqual([steps[i]!.from, steps[i]!.to]);
        if (body.kind === 'table') expect(body.grid.rows).toHaveLength(steps[i]!.to - steps[i]!.from);
      });
    }
  });

  it('say what is wrong where an address leads to nothing', () => {
    const [slide] = pptxSlides(view(undefined, { problems: ['没有这个页面。'] }));
    expect(slide!.body).toEqual({ kind: 'empty', text: '没有这个页面。' });
  });
});

describe('short remarks at the cells of a table', () => {
  it('stand on the page that has their sign, and on no other', async () => {
    const all = await figures();
    const { figure } = all.find((f) => f.address === '实 /places?tab=heat')!;
    const marks = figureMarks(figure);
    const own = [marks[0]!, marks[marks.length - 1]!].map(({ at }) => ({ ...at, text: '口径有调整' }));
    const slides = pptxSlides(view(withCallouts(figure, own)));
    const said = (sign: string) =>
      slides.flatMap(({ remarks }, page) => (remarks.some((text) => text.startsWith(sign)) ? [page] : []));
    const shown = (sign: string) =>
      slides.flatMap(({ body }, page) =>
        body.kind === 'table' && body.grid.rows.some((row) => row.some(({ text }) => text.startsWith(sign)))
          ? [page]
          : []
      );
    expect(shown('①')).toHaveLength(1);
    expect(shown('②')).toHaveLength(1);
    expect(shown('①')).not.toEqual(shown('②'));
    expect([said('①'), said('②')]).toEqual([shown('①'), shown('②')]);
    // What a page doesn't say stands in its notes.
    expect(slides[0]!.notes).toContain('②');
  });
});
