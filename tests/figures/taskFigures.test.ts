import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { parseView, type Views } from '../../src/domain/address/views';
import { matrixFigure } from '../../src/figures/matrixFigure';
import { plansFigure, sumsFigure, supervisionFigure } from '../../src/figures/taskListFigures';
import { choicesOf } from './realData';

describe('the figures of 任务完成', () => {
  let choices: ViewChoices;
  beforeAll(async () => {
    choices = await choicesOf('data');
  });
  const view = (query: Record<string, string>): Views['progress'] => parseView('progress', query, choices).view;

  it('the matrix has units in rows, and tasks where they are many', () => {
    const county = matrixFigure(choices.dataset, view({ place: 'xiangshan' }));
    expect(county.flipped).toBe(false);
    expect(county.table.rows.map((row) => row[0]!.text)).toEqual([
      ...county.matrix.rows.map((r) => r.place.name),
      '合计'
    ]);
    const all = matrixFigure(choices.dataset, view({ place: 'all' }));
    expect(all.flipped).toBe(true);
    expect(all.table.rows).toHaveLength(all.matrix.columns.length + 1);
    expect(matrixFigure(choices.dataset, view({ place: 'xiangshan', flip: '1' })).flipped).toBe(true);
  });

  it('the matrix on a wall shows every column, names and totals on each page', () => {
    for (const place of ['xiangshan', 'all']) {
      const { body, table } = matrixFigure(choices.dataset, view({ place }));
      const pages = body.kind === 'table' ? body.columnPages! : [];
      const last = table.columns.length - 1;
      expect(pages.every((page) => page[0] === 0 && page[page.length - 1] === last)).toBe(true);
      expect(pages.flatMap((page) => page.slice(1, -1))).toEqual(Array.from({ length: last - 1 }, (_, i) => i + 1));
    }
  });

  it('the lists go by the rule of the address and say so', () => {
    const strict = supervisionFigure(choices.dataset, view({ place: 'xiangshan', rule: 'pace-13-safe' }));
    expect(strict.verdict).toBe('21项任务中1项亮紫灯');
    expect(strict.subtitle).toBe('紫灯，或橙灯且比上期更慢；紫灯在前，慢的在前');
    expect(strict.rule).toContain('慢13个百分点以内为橙');
  });

  it('the sums begin with what exceeds the county’s own figure', () => {
    const sums = sumsFigure(choices.dataset, view({ place: 'xiangshan' }));
    expect(sums.verdict).toContain('3家单位合计2,982例');
    expect(sums.rollUps[0]!.difference).toBe(275);
    expect(sums.citations.filter((line) => line.line === 615).map((line) => line.written)).toContain('2707例 / 67.68%');
  });

  it('the plans stand by due day', () => {
    const days = plansFigure(choices.dataset, view({ place: 'all' })).list.plans.map((plan) => plan.due);
    expect(days).toEqual([...days].sort());
  });
});
