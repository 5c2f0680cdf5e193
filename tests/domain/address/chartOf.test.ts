import { describe, expect, it } from 'vitest';
import { chartOf } from '../../../src/domain/address/chartOf';
import { dataset, indicator, place, programme, unit } from '../factory';

const data = dataset({
  indicators: [indicator({ id: 'htn' })],
  places: [place('甲县'), unit('一院', '甲县')],
  programmes: [programme('筛查')],
  facts: [
    { at: '甲县', in: '2020', value: 80 },
    { at: '一院', in: '2020', value: 88 },
    { at: '甲县', in: '2020', value: 3, measure: '同比(百分点)' }
  ],
  tasks: [
    { of: '筛查', at: '甲县', in: '2020', rate: 50 },
    { of: '筛查', at: '一院', in: '2020', rate: 50 },
    { of: '筛查', at: '甲县', in: '2021', target: 90, status: '计划' }
  ]
});
const [figure, change] = data.observationsIn('htn', '甲县');
const [ofUnit] = data.observationsIn('htn', '一院');
const [task, taskOfUnit, plan] = data.progress;

describe('chartOf(row)', () => {
  it('of a figure is the comparison of places, with organisations where it is one’s', () => {
    expect(chartOf(figure!)).toEqual({ screen: 'places', query: { i: 'htn', focus: '甲县', units: '' } });
    expect(chartOf(ofUnit!)).toEqual({ screen: 'places', query: { i: 'htn', focus: '一院', units: '1' } });
  });

  it('of a change is the place’s periods', () => {
    expect(change!.measure).toBe('同比(百分点)');
    expect(chartOf(change!)).toEqual({ screen: 'periods', query: { i: 'htn', p: '甲县' } });
  });

  it('of a task is the list of its place, an organisation’s below its county, a plan among the plans', () => {
    const query = { place: '甲县', unit: '', programme: '筛查', tab: '' };
    expect(chartOf(task!)).toEqual({ screen: 'progress', query });
    expect(chartOf(taskOfUnit!)).toEqual({ screen: 'progress', query: { ...query, unit: '一院' } });
    expect(chartOf(plan!)).toEqual({ screen: 'progress', query: { ...query, tab: 'plans' } });
  });
});
