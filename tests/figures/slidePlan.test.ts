import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/viewState';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { slideSteps, titleSize } from '../../src/figures/slidePlan';
import { choicesOf } from './realData';

const WALL = { ratio: '16:9', size: 1 } as const;

describe('the steps of a slide', () => {
  let real: ViewChoices;
  let monthly: ViewChoices;
  beforeAll(async () => {
    [real, monthly] = await Promise.all([choicesOf('data'), choicesOf('monthly')]);
  });
  const at = (address: string, choices = real): Figure => figureAt(address, choices).figure!;
  const steps = (figure: Figure, format: Parameters<typeof slideSteps>[2] = WALL) => slideSteps(figure, figure.verdict, format);

  it('are one where all bars fit and no place is chosen', () => {
    expect(steps(at('/places?i=smd-standard-rate'))).toEqual([{ from: 0, to: 4, columns: { from: 0, to: 0 }, spotlight: '' }]);
  });

  it('put the focus place alone in the light first, then show all', () => {
    expect(steps(at('/places?i=smd-standard-rate&focus=zhongfang')).map((s) => s.spotlight)).toEqual(['zhongfang', '']);
    expect(steps(at('/places?i=smd-standard-rate&focus=xiangshan'))).toHaveLength(1);
  });

  it('part what doesn’t fit into pages of at most twelve, losing no row', () => {
    const figure = at('/progress?place=all');
    const rows = figure.body.kind === 'chart' ? figure.body.rows : 0;
    expect(rows).toBeGreaterThan(24);
    const parts = steps(figure);
    expect(parts[0]!.from).toBe(0);
    expect(parts[parts.length - 1]!.to).toBe(rows);
    parts.forEach((part, i) => {
      expect(part.to - part.from).toBeLessThanOrEqual(12);
      expect(part.from).toBe(i === 0 ? 0 : parts[i - 1]!.to);
    });
  });

  it('show twelve tasks on a page of a wall, even beside a warning of two lines', () => {
    const figure = at('/progress?place=all');
    const rows = figure.body.kind === 'chart' ? figure.body.rows : 0;
    expect(steps(figure)).toHaveLength(Math.ceil(rows / 12));
    // 象山县's 21: two pages, though a warning takes its room.
    expect(steps(at('/progress?place=xiangshan')).map((s) => s.to - s.from)).toEqual([11, 10]);
  });

  it('are more with larger type', () => {
    const figure = at('/progress?place=all');
    expect(steps(figure, { ratio: '16:9', size: 1.3 }).length).toBeGreaterThan(steps(figure).length);
  });

  it('keep to the page that an address names', () => {
    const figure = at('/progress?place=all&page=2');
    expect(figure.body.kind === 'chart' && figure.body.rows).toBe(12);
  });

  it('light up one line among others, which can’t be parted', () => {
    const [first] = monthly.dataset.places.filter((p) => p.level === '县区');
    const figure = at(`/periods?focus=${first!.id}`, monthly);
    expect(figure.body.kind === 'chart' && figure.body.rows).toBe(0);
    expect(steps(figure).map((s) => s.spotlight)).toEqual([first!.id, '']);
  });

  it('show every cell of a heat table once', () => {
    const figure = at('/places?tab=heat');
    const body = figure.body.kind === 'heat' ? figure.body.answer : undefined;
    const cells = steps(figure).reduce((sum, s) => sum + (s.to - s.from) * (s.columns.to - s.columns.from), 0);
    expect(cells).toBe(body!.rows.length * body!.places.length);
  });

  it('part the tables of 任务完成 too', () => {
    for (const tab of ['matrix', 'plans', 'supervise', 'sums']) {
      const figure = at(`/progress?place=all&tab=${tab}`);
      const parts = steps(figure);
      expect(parts[parts.length - 1]!.to, tab).toBe(figure.table.rows.length);
    }
  });
});

describe('titleSize(title, format)', () => {
  it('makes a long title smaller, never below 32', () => {
    expect(titleSize('短题', WALL)).toBe(56);
    expect(titleSize('长'.repeat(80), WALL)).toBeLessThan(56);
    expect(titleSize('长'.repeat(400), WALL)).toBe(32);
  });
});
