import { beforeAll, describe, expect, it } from 'vitest';
import { paperBars, withGap } from '../../../src/charts/office/paperBars';
import type { NativeChart } from '../../../src/charts/office/nativeChart';
import { figureAt } from '../../../src/figures/figureAt';
import { choicesOf } from '../../figures/realData';

let bullets: NativeChart;
beforeAll(async () => {
  const { body } = figureAt('/progress?place=nidong', await choicesOf('data/demo')).figure!;
  if (body.kind !== 'chart') throw new Error('no chart');
  bullets = body.native!(0, 3);
});

const rolesOf = (chart: NativeChart) => chart.series.map(({ role }) => role);

describe('bullets on paper', () => {
  it('have one series of bars, the target as a stroke, lights in their names alone, nothing beside', () => {
    const paper = paperBars(bullets)!;
    expect(rolesOf(paper).slice(0, 4)).toEqual(['bar', 'value', 'value', 'value']);
    // Empty series lead only other programs to the bar; Writer leaves them out.
    expect(rolesOf(paper)).not.toContain('spacer');
    expect(paper.series.slice(0, 4).map(({ name }) => name)).toEqual([
      '完成率（%）',
      '序时（%）',
      '上年同期（%）',
      '目标（%）'
    ]);
    expect([paper.lights, paper.beside]).toEqual([undefined, undefined]);
    expect(paper.categories[0]).toBe('■ 宫颈癌筛查 拟东区');
    // The stroke of the target ends where 100 begins, all that is before it added up.
    const stack = paper.series.slice(4);
    const at = stack.findIndex(({ name }) => name === '目标的线');
    const before = stack.slice(0, at).reduce((sum, { points }) => sum + points[0]!.value, 0);
    expect(before).toBeCloseTo(100, 9);
  });

  it('with a forecast, a second series of bars, are none', () => {
    const forecast = { ...bullets.series[0]!, role: 'forecast' as const };
    expect(paperBars({ ...bullets, series: [...bullets.series, forecast] })).toBeUndefined();
  });

  it('have an empty row where others are left out', () => {
    const parted = withGap(bullets, 1);
    expect(parted.categories.map((name) => name === '')).toEqual([false, true, false, false]);
    expect(parted.series.every(({ points }) => points.length === 4 && points[1] === null)).toBe(true);
    expect(parted.lights).toEqual(['bad', 'none', 'bad', 'middling']);
  });
});
