import { describe, expect, it } from 'vitest';
import { trend } from '../../../src/domain/trend/computeTrend';
import { withEvents } from '../../../src/domain/trend/events';
import { annotation, dataset } from '../factory';

const DATA = dataset({ facts: ['2018', '2019', '2020'].map((year, i) => ({ at: '甲县', in: year, value: 90 + i })) });
const line = trend(DATA, { indicator: '规范管理率', places: ['甲县'] })!;
const on = (date: string, fields = {}) => ({ annotation: annotation({ date, text: date, ...fields }), about: '' });

describe('events on an axis of time', () => {
  it('have numbers where they fall between its ends, the last days included; the others are told in words', () => {
    const written = [on('2018-12-30'), on('2018-12-31'), on('2019-05-01', { kind: '说明' }), on('2020-12-31')];
    const { trend: drawn, notes } = withEvents(line, written);
    expect(drawn.events).toEqual([
      { day: '2018-12-31', mark: '①' },
      { day: '2020-12-31', mark: '②' }
    ]);
    expect(notes.map(({ text }) => text)).toEqual([
      '事件 2018年12月30日：2018-12-30。——张三',
      '①事件 2018年12月31日：2018-12-31。——张三',
      '说明 2019年5月1日：2019-05-01。——张三',
      '②事件 2020年12月31日：2020-12-31。——张三'
    ]);
  });

  it('are in no picture of two periods', () => {
    const two = dataset({ facts: ['2019', '2020'].map((year) => ({ at: '甲县', in: year, value: 90 })) });
    const slope = trend(two, { indicator: '规范管理率', places: ['甲县'] })!;
    expect(slope.form).toBe('两期');
    const { trend: drawn, notes } = withEvents(slope, [on('2020-03-01')]);
    expect(drawn.events).toBeUndefined();
    expect(notes[0]!.text).toBe('事件 2020年3月1日：2020-03-01。——张三');
  });

  it('change nothing where there are none', () => {
    expect(withEvents(line, [])).toEqual({ trend: line, notes: [] });
  });
});
