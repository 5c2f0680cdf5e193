import { describe, expect, it } from 'vitest';
import {
  leadBasis,
  leadFigure,
  leadOrder,
  leadText,
  limitText,
  limitWords
} from '../../../src/domain/progress/leadText';
import type { Goal } from '../../../src/domain/model/goal';
import type { ProgressRow } from '../../../src/domain/model/records';

type Led = Parameters<typeof leadText>[0];
function led(direction: Goal['direction'], fields: Partial<Led> & { accumulates?: boolean; unit?: string } = {}): Led {
  const { accumulates = false, unit = '例', lead = null, gap = null } = fields;
  return { row: { unit } as ProgressRow, goal: { direction, accumulates, strict: false, reason: '' }, lead, gap };
}

describe('lead and lag in words', () => {
  it.each([
    [14.28, '快14.3个百分点', '快14.3'],
    [0.05, '快0.1个百分点', '快0.1'],
    [0.04, '快不到0.1个百分点', '快<0.1'],
    [0, '与序时持平', '持平'],
    [-0.04, '慢不到0.1个百分点', '慢<0.1'],
    [-14.28, '慢14.3个百分点', '慢14.3']
  ])('of a target to reach at %s', (lead, text, figure) => {
    expect([leadText(led('达到', { lead })), leadFigure(led('达到', { lead }))]).toEqual([text, figure]);
  });

  it.each([
    [3, '少用3.0个百分点', '少用3.0'],
    [0, '与序时持平', '持平'],
    [-3, '多用3.0个百分点', '多用3.0']
  ])('of a limit that accumulates at %s', (lead, text, figure) => {
    const c = led('控制', { lead, accumulates: true, gap: 5 });
    expect([leadText(c), leadFigure(c)]).toEqual([text, figure]);
  });

  it.each([
    [2, '低于控制数2例', '余2例'],
    [0, '等于控制数', '持平'],
    [-2, '超控制数2例', '超2例']
  ])('of any other limit by what is left of it: %s', (gap, text, figure) => {
    const c = led('控制', { lead: 20, gap });
    expect([leadText(c), limitText(c), leadFigure(c)]).toEqual([text, text, figure]);
  });

  it('of a limit in percent is told in points', () => {
    expect(leadFigure(led('控制', { gap: -0.5, unit: '%' }))).toBe('超0.5个百分点');
  });

  it('is silent where nothing is known, or which way is good', () => {
    const unknown = [led('达到'), led('控制'), led('控制', { accumulates: true }), led('不明', { lead: 5, gap: 5 })];
    expect(unknown.map(leadText)).toEqual(['', '', '', '']);
    expect(unknown.map(leadFigure)).toEqual(['', '', '', '']);
    expect(limitText(led('控制'))).toBe('');
    expect([led('达到'), led('控制'), led('控制', { accumulates: true }), led('不明')].map(leadBasis)).toEqual([
      '序时',
      '控制数',
      '用量',
      null
    ]);
  });

  it('says what a limit asks', () => {
    expect([limitWords(10, false, '例'), limitWords(10, true, '例')]).toEqual(['控制在10例以内', '低于10例']);
  });
});

describe('the order by lead, worst first', () => {
  it('goes by the lead; a limit of 0 that is passed before everything, one that is kept as level', () => {
    const order = [
      { lead: 3, exceeded: null },
      { lead: null, exceeded: null },
      { lead: null, exceeded: false },
      { lead: -5000, exceeded: true },
      { lead: null, exceeded: true }
    ].map(leadOrder);
    expect(order.slice(0, 4)).toEqual([3, null, 0, -5000]);
    expect(order[4]).toBeLessThan(-1e300);
  });
});
