import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { heatCells } from '../../src/slides/heatPlan';
import { slideSteps } from '../../src/slides/slidePlan';
import { wallColumns } from '../../src/slides/tablePlan';
import { choicesOf } from '../figures/realData';

const WALL = { ratio: '16:9', size: 1 } as const;

describe('the steps of a slide', () => {
  let real: ViewChoices;
  let monthly: ViewChoices;
  beforeAll(async () => {
    [real, monthly] = await Promise.all([choicesOf('data'), choicesOf('monthly')]);
  });
  const at = (address: string, choices = real): Figure => figureAt(address, choices).figure!;
  const steps = (figure: Figure, format: Parameters<typeof slideSteps>[2] = WALL) =>
    slideSteps(figure, figure.verdict, format);

  it('are one where all bars fit and no place is chosen', () => {
    expect(steps(at('/places?i=smd-standard-rate'))).toMatchObject([
      { from: 0, to: 4, columns: { from: 0, to: 0 }, spotlight: '' }
    ]);
  });

  it('hold at 4:3 rows of two lines: five and six of 21 tasks, in type of the wall', () => {
    const parts = steps(at('/progress?place=xiangshan'), { ratio: '4:3', size: 1 });
    expect(parts.map((part) => part.to - part.from)).toEqual([5, 6, 5, 5]);
    // 13 px at 1.85 are 24 units.
    expect(parts.every((part) => part.scale === 1.85)).toBe(true);
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

  it('show twelve small charts on a page of a wall, four side by side, and eleven where names are long', async () => {
    const demo = await choicesOf('data/demo');
    const counts = (address: string) => steps(at(address, demo)).map((s) => s.to - s.from);
    expect(counts('/periods?tab=facets&i=htn-standard')).toEqual([12]);
    expect(counts('/periods?tab=facets&by=indicators&place=lichuan')).toEqual([11, 11, 10, 11]);
  });

  it('have a key that names the marks drawn, 年末推算, 上年同期 and the cut among them', () => {
    const marks = (address: string) => {
      const { body } = at(address);
      return body.kind === 'chart' ? body.marks : undefined;
    };
    expect(marks('/progress?place=xiangshan&forecast=1')).toEqual({ lastYear: false, forecast: true, cut: true });
    expect(marks('/progress?place=baoan')).toEqual({ lastYear: true, forecast: false, cut: false });
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

  it('show every number of a heat table once, and no part without a number', () => {
    const figure = at('/places?tab=heat');
    const body = figure.body.kind === 'heat' ? figure.body.answer : undefined;
    const filled = body!.rows.flatMap(({ cells }, row) =>
      cells.flatMap(({ value }, column) => (value === null ? [] : [`${row} ${column}`]))
    );
    const shown = steps(figure).map((step) => {
      const { rows, columns } = heatCells(body!, step);
      const own = rows
        .flatMap((row) => columns.map((column) => `${row} ${column}`))
        .filter((at) => filled.includes(at));
      for (const row of rows) expect(own.some((at) => at.startsWith(`${row} `))).toBe(true);
      for (const column of columns) expect(own.some((at) => at.endsWith(` ${column}`))).toBe(true);
      return own;
    });
    expect(shown.flat().sort()).toEqual(filled.sort());
  });

  it('have the larger type the fewer rows there are', () => {
    const scale = (address: string, format: Parameters<typeof steps>[1] = WALL) => steps(at(address), format)[0]!.scale;
    expect(scale('/places?i=smd-standard-rate')).toBeGreaterThan(2.2);
    expect(scale('/progress?place=all')).toBeLessThan(1.95);
    expect(scale('/progress?place=xiangshan&programme=crc-colonoscopy')).toBeGreaterThan(scale('/progress?place=all'));
    // A table of fifteen plans on two pages: 34 px where a full one has 26.
    expect(scale('/progress?place=xiangshan&tab=plans') * 26).toBe(34);
  });

  it('leave out the columns of a table in which nothing stands', () => {
    const figure = at('/progress?place=xiangshan&tab=plans');
    if (figure.body.kind !== 'table') throw new Error('not a table');
    const titles = wallColumns(figure.table.rows, figure.body).map((i) => figure.table.columns[i]!.title);
    expect(titles).toEqual(['到期', '地区或单位', '任务', '计划', '结果']);
  });

  it('show the key figures of a profile large, six at once', () => {
    const figure = at('/profile?place=zhongfang');
    expect(figure.body).toMatchObject({
      kind: 'cards',
      items: expect.arrayContaining([
        expect.objectContaining({ name: '县域内就诊率', text: '90.2%', period: '2020年 · B级', remark: '2个地区中第2' })
      ])
    });
    expect(steps(figure)).toHaveLength(1);
  });

  it('part the tables of 任务完成 too', () => {
    for (const tab of ['plans', 'supervise', 'sums']) {
      const figure = at(`/progress?place=all&tab=${tab}`);
      const parts = steps(figure);
      expect(parts[parts.length - 1]!.to, tab).toBe(figure.table.rows.length);
    }
  });

  it('show each light of the matrix once, and no row or column without one', () => {
    for (const address of ['/progress?place=all&tab=matrix', '/progress?place=xiangshan&tab=matrix']) {
      const figure = at(address);
      const { rows } = figure.table;
      const last = rows.length - 1;
      const end = figure.table.columns.length - 1;
      const text = (row: number, column: number) => rows[row]?.[column]?.text ?? '';
      const shown = steps(figure).flatMap((step) => {
        const { rows: own, columns } = step.cells!;
        expect([columns[0], columns[columns.length - 1]]).toEqual([0, end]);
        const lights = (row: number) => columns.slice(1, -1).filter((column) => text(row, column));
        const inner = own.filter((row) => row < last);
        expect(inner.filter((row) => lights(row).length === 0)).toEqual([]);
        expect(columns.slice(1, -1).filter((column) => !own.some((row) => text(row, column)))).toEqual([]);
        return inner.flatMap((row) => lights(row).map((column) => `${row} ${column}`));
      });
      const all = rows
        .slice(0, last)
        .flatMap((row, r) =>
          row.map((cell, column) => (cell.text && column > 0 && column < end ? `${r} ${column}` : '')).filter(Boolean)
        );
      expect(shown.sort()).toEqual(all.sort());
    }
  });

  it('take at most nine pages for the matrix of all places, where all rows by all columns took 24', () => {
    expect(steps(at('/progress?place=all&tab=matrix')).length).toBeLessThanOrEqual(9);
  });
});
