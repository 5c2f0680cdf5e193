import { describe, expect, it } from 'vitest';
import { ownSummary } from '../../../src/domain/findings/own';
import { overviewPeriod } from '../../../src/domain/findings/overviewPeriod';
import { count, dataset, place, programme, unit, type Small, type Task } from '../factory';

const TASK: Task = { of: '筛查', at: '甲县', in: '2024', asOf: '2024-10-31', rate: 50 };
function own(
  tasks: readonly Partial<Task>[],
  { at = '甲县', period = '2024', ...more }: Small & { at?: string; period?: string } = {}
) {
  const data = dataset({
    indicators: [count({ id: 'cases', name: '病例', unit: '例', better: '低' })],
    places: [place('甬市', { level: '地市' }), place('甲县', { parent: '甬市' }), unit('一院', '甲县'), place('乙县')],
    programmes: [programme('筛查'), programme('病例控制', { indicator: 'cases' })],
    tasks: tasks.map((task) => ({ ...TASK, ...task })),
    ...more
  });
  return ownSummary(data, at, overviewPeriod(data, period)!, data.defaultRule);
}

describe('what is due of the own place', () => {
  const due = (...tasks: Partial<Task>[]) => own(tasks)!.due.map((c) => `${c.place.name}${c.programme.name}`);

  it('is due within 62 days of its cut-off day', () => {
    // From 30 October to 31 December: 1 + 30 + 31 days.
    expect(due({ asOf: '2024-10-30' })).toEqual(['甲县筛查']);
    expect(due({ asOf: '2024-10-29' })).toEqual([]);
    expect(due({ asOf: '' })).toEqual([]);
  });

  it('is not done: 100% is', () => {
    expect(due({ rate: 99.9 })).toEqual(['甲县筛查']);
    expect(due({ rate: 100 })).toEqual([]);
    expect(due({ rate: null, done: 5 })).toEqual([]);
  });

  it('is no limit, and of the place and its organisations alone', () => {
    expect(due({ of: '病例控制', rate: null, target: 100, done: 50 })).toEqual([]);
    expect(due({ at: '一院' }, { at: '乙县' })).toEqual(['一院筛查']);
    expect(own([{}, { at: '甬市' }], { at: '甬市' })!.due.map((c) => c.place.name)).toEqual(['甬市']);
  });
});

describe('the lights of the own place', () => {
  it('are counted apart for itself, its organisations and its areas; only the first are its own', () => {
    const groups = (at: string) =>
      own([{ at: '甬市' }, {}, { at: '一院' }, { at: '乙县' }], { at })!.lights.map((g) => [g.title, g.tasks, g.isOwn]);
    expect(groups('甲县')).toEqual([
      ['本级', 1, true],
      ['下属单位', 1, false]
    ]);
    expect(groups('甬市').map(([title, , isOwn]) => [title, isOwn])).toContainEqual(['所辖地区', false]);
    expect(groups('甬市')[0]).toEqual(['本级', 1, true]);
  });
});

describe('whether the own place reports', () => {
  it('goes by it and its organisations, not by others', () => {
    expect(own([{ at: '一院' }])!.reports).toBe(true);
    expect(own([{ at: '乙县' }])!.reports).toBe(false);
  });

  it('is asked for a month, not for a year', () => {
    expect(own([{}])).toMatchObject({ asksReports: false, unreported: [] });
    const monthly = Array.from({ length: 8 }, (_, i) => ({ asOf: `2024-0${i + 1}-28` }));
    expect(own(monthly, { period: '2024-08' })!.asksReports).toBe(true);
  });

  it('is not known of an unknown place', () => {
    expect(own([{}], { at: '丙县' })).toBeUndefined();
  });
});
