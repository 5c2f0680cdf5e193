import { describe, expect, it } from 'vitest';
import { annotationsOn } from '../../../src/domain/annotation/concerned';
import { citationOf, taskCitation } from '../../../src/domain/evidence/citation';
import type { Annotation } from '../../../src/domain/model/annotation';
import { annotation, count, dataset, indicator, programme } from '../factory';

const DATA = dataset({
  indicators: [indicator(), count()],
  programmes: [programme('筛查')],
  facts: [
    { at: '甲县', in: '2019', value: 90 },
    { at: '甲县', in: '2020', value: 95 },
    { at: '乙县', in: '2020', value: 93 },
    { of: '门诊人次', at: '丙县', in: '2020', value: 800 }
  ],
  tasks: [{ of: '筛查', at: '甲县', in: '2020', target: 100, done: 50 }]
});
const rates = DATA.observationsOf('规范管理率').map((o) => citationOf(o));
const [, recent, second] = rates;
const visits = DATA.observationsOf('门诊人次').map((o) => citationOf(o));
const task = DATA.progress.map(taskCitation);

const shown = (list: readonly Annotation[], citations = rates) =>
  annotationsOn(list, citations).map((one) => `${one.annotation.text}${one.about && ` ${one.about}`}`);

describe('the annotations of a figure', () => {
  it('are those of the numbers that it shows', () => {
    const all = [
      annotation({ text: '指标' }),
      annotation({ text: '指标在甲县', place: '甲县' }),
      annotation({ text: '指标在丙县', place: '丙县' }),
      annotation({ text: '甲县', place: '甲县', indicator: '' }),
      annotation({ text: '别的指标', indicator: '门诊人次' }),
      annotation({ text: '任务', indicator: '', programme: '筛查' }),
      annotation({ text: '任务在乙县', indicator: '', programme: '筛查', place: '乙县' })
    ];
    expect(shown(all)).toEqual(['指标', '指标在甲县 甲县', '甲县 甲县']);
    expect(shown(all, visits)).toEqual(['别的指标']);
    expect(shown(all, task)).toEqual(['甲县', '任务']);
  });

  it('name what they are about where the figure shows more', () => {
    const one = annotation({ text: '在', place: '甲县' });
    expect(shown([one], [...rates, ...visits])).toEqual(['在 甲县的规范管理率']);
    expect(shown([annotation({ text: '都' })], [...rates, ...visits])).toEqual(['都 规范管理率']);
    expect(shown([annotation({ text: '县', place: '甲县', indicator: '' })], [...rates, ...task])).toEqual(['县 甲县']);
    expect(shown([one], [recent!])).toEqual(['在']);
  });

  it('an event only of a year among those of its numbers, an explanation of any day', () => {
    const day = (date: string, kind: Annotation['kind'] = '事件') => annotation({ date, kind, text: date });
    const all = [day('2018-12-31'), day('2019-01-01'), day('2020-12-31'), day('2021-01-01'), day('2026-01-01', '说明')];
    expect(shown(all)).toEqual(['2019-01-01', '2020-12-31', '2026-01-01']);
    expect(shown(all, [second!])).toEqual(['2020-12-31', '2026-01-01']);
  });

  it('stand in the order of their days, and what is said twice is said once', () => {
    const all = [
      annotation({ id: '1', date: '2020-05-01', text: '后' }),
      annotation({ id: '2', date: '2020-02-01', text: '先' }),
      annotation({ id: '3', date: '2020-05-01', text: '后' }),
      annotation({ id: '4', date: '2020-05-01', text: '后', author: '李四' })
    ];
    expect(shown(all)).toEqual(['先', '后', '后']);
  });

  it('are none where there are none, or no numbers', () => {
    expect(annotationsOn([], rates)).toEqual([]);
    expect(annotationsOn([annotation()], [])).toEqual([]);
  });
});
