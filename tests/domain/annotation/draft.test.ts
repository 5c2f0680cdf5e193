import { describe, expect, it } from 'vitest';
import { type AnnotationDraft, draftFault, subjectChoices, tidyDraft } from '../../../src/domain/annotation/draft';
import { citationOf, taskCitation } from '../../../src/domain/evidence/citation';
import { dataset, programme } from '../factory';

const DRAFT: AnnotationDraft = {
  ...{ kind: '事件', date: '2020-03-01', text: '新院区启用', author: '张三' },
  ...{ place: '', indicator: '规范管理率', programme: '' }
};
const YEARS = { from: '2019-01-01', to: '2020-12-31' };
const fault = (fields: Partial<AnnotationDraft>, years = YEARS) => draftFault({ ...DRAFT, ...fields }, years);

describe('what somebody writes on a figure', () => {
  it('can be about its indicators, tasks and places, each named once', () => {
    const data = dataset({
      programmes: [programme('筛查')],
      facts: [
        { at: '甲县', in: '2019', value: 90 },
        { at: '乙县', in: '2020-H1', value: 93 }
      ],
      tasks: [{ of: '筛查', at: '甲县', in: '2021', target: 100, done: 50 }]
    });
    const rates = data.observationsOf('规范管理率').map((o) => citationOf(o));
    expect(subjectChoices([...rates, ...data.progress.map(taskCitation)])).toEqual({
      places: [
        { id: '甲县', name: '甲县' },
        { id: '乙县', name: '乙县' }
      ],
      indicators: [{ id: '规范管理率', name: '规范管理率' }],
      programmes: [{ id: '筛查', name: '筛查' }],
      from: '2019-01-01',
      to: '2021-12-31'
    });
  });

  it('is kept without blanks around it, in one line, without what no file can carry', () => {
    expect(tidyDraft({ ...DRAFT, text: ' 一\n二\u0000 ', author: '\t张三 ' })).toMatchObject({
      text: '一 二',
      author: '张三'
    });
  });

  it('has a text of at most 200 characters, a day, an author and a subject', () => {
    expect(fault({})).toBe('');
    expect(fault({ text: '' })).toBe('请写内容。');
    expect(fault({ text: '数'.repeat(200) })).toBe('');
    expect(fault({ text: '𠮷'.repeat(200) })).toBe('');
    expect(fault({ text: '数'.repeat(201) })).toBe('内容有201个字，最多200个，请写短一些。');
    expect(fault({ date: '' })).toBe('请选日期。');
    expect(fault({ date: '2020-02-30' })).toBe('请选日期。');
    expect(fault({ author: '' })).toBe('请写署名：谁加的。');
    expect(fault({ author: '张'.repeat(40) })).toBe('');
    expect(fault({ author: '𠮷'.repeat(40) })).toBe('');
    expect(fault({ author: '张'.repeat(41) })).toBe('署名最多40个字。');
    expect(fault({ indicator: '' })).toBe('请选说的是哪项或哪里，两样不能都是“不限”。');
    expect(fault({ indicator: '', place: '甲县' })).toBe('');
  });

  it('an event has to lie in the years of the figure, an explanation needn’t', () => {
    expect(fault({ date: '2018-12-31' })).toBe('这张图是2019—2020年的，事件要发生在这几年里；别的时候的事请选“说明”。');
    expect(fault({ date: '2021-01-01' }, { from: '2020-01-01', to: '2020-12-31' })).toContain('这张图是2020年的');
    expect(fault({ date: '2019-01-01' })).toBe('');
    expect(fault({ date: '2020-12-31' })).toBe('');
    expect(fault({ date: '2026-11-29', kind: '说明' })).toBe('');
  });
});
