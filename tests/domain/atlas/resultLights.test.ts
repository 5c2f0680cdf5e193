import { describe, expect, it } from 'vitest';
import { placeMap, type MapQuery } from '../../../src/domain/atlas/placeMap';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { dataset, indicator, place, POPULATION, programme, type Task } from '../factory';

/** 序时 of 2024: 30 June is day 182 of 366, 49.73%; 31 October day 305, 83.33%; 31 December 100%. */
const TASK: Task = { of: '筛查', at: '甲县', in: '2024', unit: '%', target: 100, asOf: '2024-12-31' };
const lightsOf = (tasks: readonly Partial<Task>[], period = '2024', query: Partial<MapQuery> = {}) => {
  const data = dataset({
    indicators: [indicator({ name: '合格率' }), POPULATION],
    places: [place('甲县', { gridColumn: 1, gridRow: 1 })],
    programmes: [
      programme('筛查', { unit: '%', indicator: '合格率' }),
      programme('别的', { unit: '%', indicator: '别的' })
    ],
    facts: [{ at: '甲县', in: period, value: 90 }],
    tasks: tasks.map((task) => ({ ...TASK, ...task }))
  });
  const map = placeMap(data, {
    ...{ indicator: '合格率', places: [], includeOrganisations: false, perHead: false, rule: DEFAULT_RULE },
    ...query
  })!;
  return map.rule && map.classes.map(({ light }) => light!.level);
};

describe('the light that a number wears', () => {
  it('is that of the task of its own period, or counted up to its last day', () => {
    expect(lightsOf([{ done: 100 }])).toEqual(['good']);
    expect(lightsOf([{ done: 84, asOf: '2024-10-31' }], '2024-10')).toEqual(['good']);
    expect(lightsOf([{ done: 84, asOf: '2024-09-30' }], '2024-10')).toBeNull();
    expect(lightsOf([{ done: 100, in: '2023', asOf: '2023-12-31' }])).toBeNull();
  });

  it('of several is that of the one counted last, in whatever order they come', () => {
    const [june, december] = [{ done: 50, asOf: '2024-06-30' }, { done: 60 }];
    // 50 in June is in time, 60 in December 40 behind.
    expect(lightsOf([june, december])).toEqual(['bad']);
    expect(lightsOf([december, june])).toEqual(['bad']);
  });

  it('is none of a task of another indicator, of another unit, of another place, or of a plan', () => {
    expect(lightsOf([{ done: 100, of: '别的' }])).toBeNull();
    expect(lightsOf([{ done: 100, unit: '例' }])).toBeNull();
    expect(lightsOf([{ done: 100, at: '乙县' }])).toBeNull();
    expect(lightsOf([{ done: null, asOf: '', status: '计划' }])).toBeNull();
    expect(lightsOf([])).toBeNull();
  });
});
