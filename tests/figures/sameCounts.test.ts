import { expect, it } from 'vitest';
import { figureAt } from '../../src/figures/figureAt';
import { choicesOf } from './realData';

it('the tasks of one county are counted alike on every slide: what is under way, what is comparable, what is only planned', async () => {
  const choices = await choicesOf('data');
  const at = (address: string) => figureAt(address, choices).figure!;
  expect(at('/profile?place=xiangshan').verdict).toContain('21项任务、15项计划');
  expect(at('/progress?place=xiangshan').subtitle).toContain('21项中14项能比，另15项计划');
  expect(at('/progress?place=xiangshan&tab=matrix').verdict).toContain('共21项');
  expect(at('/progress?place=xiangshan&tab=plans').table.rows.length).toBeGreaterThanOrEqual(15);
});
