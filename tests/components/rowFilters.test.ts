import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import RowFilters from '../../src/components/tables/RowFilters.vue';
import type { Views } from '../../src/domain/address/views';
import type { RowChoices } from '../../src/domain/rows/choices';
import { indicator, period, place, source } from '../domain/factory';

const CHOICES: RowChoices = {
  themes: ['慢病', '妇幼'],
  indicators: [
    indicator({ id: 'htn', name: '高血压管理率', theme: '慢病' }),
    indicator({ id: 'births', name: '住院分娩率', theme: '妇幼' })
  ],
  programmes: [],
  places: [place('甲县'), place('乙县', { naming: '推断' }), place('丙县')],
  periods: [period('2020'), period('2019-06-30')],
  measures: ['数值', '同比(%)'],
  statuses: ['实际', '存疑'],
  sources: [source('甲', { title: '甲县总结', grade: 'B' })]
};

const EMPTY = { theme: '', indicator: '', programme: '', place: '', period: '', measure: '', status: '', source: '' };

function filters(view: object = {}, choices: Partial<RowChoices> = {}) {
  const wrapper = mount(RowFilters, {
    props: {
      view: { ...EMPTY, ...view } as unknown as Views['data'],
      choices: { ...CHOICES, ...choices },
      gradeOf: (p) => ({ 甲县: 'A级', 乙县: 'C级' })[p.name] ?? ''
    }
  });
  const label = (name: string) => wrapper.findAll('label').find((item) => item.text().startsWith(name))!;
  return {
    wrapper,
    names: () => wrapper.findAll('label').map((item) => item.element.firstChild!.textContent),
    options: (name: string) =>
      label(name)
        .findAll('option')
        .map((option) => option.text()),
    choose: (name: string, value: string) => label(name).get('select').setValue(value)
  };
}

describe('the filters of the rows', () => {
  it('are there for the columns that have values, no others', () => {
    expect(filters().names()).toEqual(['主题', '指标', '地区', '时期', '类别', '状态', '来源']);
    expect(filters({}, { statuses: [], measures: [] }).names()).toEqual(['主题', '指标', '地区', '时期', '来源']);
  });

  it('offer all and each value in plain words', () => {
    const { options } = filters();
    expect(options('时期')).toEqual(['全部', '2020年', '2019年6月30日']);
    expect(options('来源')).toEqual(['全部', '甲县总结（B级）']);
    expect(options('类别')).toEqual(['全部', '数值', '同比(%)']);
  });

  it('put places under the grades of their reports, those without a report last', () => {
    const { wrapper, options } = filters();
    expect(options('地区')).toEqual(['全部', '甲县', '乙县〔推断〕', '丙县']);
    expect(wrapper.findAll('optgroup').map((group) => group.attributes('label'))).toEqual([
      '来源A级',
      '来源C级',
      '没有报告'
    ]);
  });

  it('offer only the indicators of the chosen theme', () => {
    expect(filters({ theme: '妇幼' }).options('指标')).toEqual(['全部', '住院分娩率']);
    expect(filters().options('指标')).toEqual(['全部', '高血压管理率', '住院分娩率']);
  });

  it('ask for what is chosen; another theme drops the indicator and the task', async () => {
    const { wrapper, choose } = filters({ indicator: 'htn' });
    await choose('状态', '存疑');
    await choose('地区', '乙县');
    await choose('主题', '妇幼');
    await choose('时期', '');
    expect(wrapper.emitted('change')).toEqual([
      [{ status: '存疑' }],
      [{ place: '乙县' }],
      [{ theme: '妇幼', indicator: '', programme: '' }],
      [{ period: '' }]
    ]);
  });
});
