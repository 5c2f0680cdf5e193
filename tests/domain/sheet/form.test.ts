import { describe, expect, it } from 'vitest';
import { formOf } from '../../../src/domain/sheet/form';
import { count, dataset, indicator, programme } from '../factory';

const shown = (sheet: { readonly rows: readonly (readonly ({ readonly shown: string } | undefined)[])[] }) =>
  sheet.rows.map((row) => Array.from(row, (cell) => cell?.shown ?? ''));

const data = dataset({
  indicators: [count(), indicator({ name: '管理率', basis: '时点' }), count({ name: '体检人数', unit: '人' })],
  programmes: [programme('结肠镜检查'), programme('问卷', { unit: '份' })],
  facts: [
    { of: '门诊人次', at: '东湖县', in: '2024-01/2024-10', value: 900 },
    { of: '门诊人次', at: '东湖县', in: '2024-01/2024-09', value: 800 },
    { of: '管理率', at: '东湖县', in: '2024-10-31', value: 91.5 },
    { of: '体检人数', at: '东湖县', in: '2024-Q3', value: 70 },
    { of: '门诊人次', at: '西山县', in: '2022', value: 5 },
    { of: '管理率', at: '西山县', in: '2024-10-31', value: null }
  ],
  tasks: [
    { of: '结肠镜检查', at: '东湖县', in: '2024', asOf: '2024-09-30', target: 4000, done: 2400 },
    { of: '结肠镜检查', at: '东湖县', in: '2024', asOf: '2024-10-31', target: 4200, done: 2707 },
    { of: '问卷', at: '西山县', in: '2024', target: 300, asOf: '' },
    { of: '问卷', at: '东湖县', in: '2022', asOf: '2022-10-31', done: 3 }
  ]
});

describe('formOf(dataset, query)', () => {
  it('asks for what is reported month by month, with the last figures and the latest target', () => {
    const form = formOf(data, { month: '2024-11', place: '' })!;
    expect(form.title).toBe('填报表 全部单位 2024年11月');
    expect(form.sheets.map(({ sheet }) => sheet.name)).toEqual(['任务', '指标']);
    expect(shown(form.sheets[0]!.sheet).slice(1)).toEqual([
      ['截至2024年11月30日　只填浅色的格子；没有数的留空，在备注里写明原因'],
      ['单位', '任务', '计量单位', '全年目标', '上次报的完成数', '完成数', '完成率（%）', '备注'],
      ['东湖县', '结肠镜检查', '例', '4200', '2707（到2024年10月31日）'],
      ['西山县', '问卷', '份', '300', '']
    ]);
    // A quarter's figure isn't due in November; one of 2022 came back never.
    expect(shown(form.sheets[1]!.sheet).slice(3)).toEqual([
      ['东湖县', '门诊人次', '人次', '2024年1—11月', '900（2024年1—10月）'],
      ['东湖县', '管理率', '%', '2024年11月30日', '91.5（2024年10月31日）']
    ]);
  });

  it('asks for a quarter’s figure at its end', () => {
    const form = formOf(data, { month: '2024-12', place: '东湖县' })!;
    expect(shown(form.sheets[1]!.sheet).map((row) => row[3])).toContain('2024年第四季度');
    expect(form.title).toBe('填报表 东湖县 2024年12月');
  });

  it('begins a new year with the tasks that were reported in the old one, without their figures', () => {
    const form = formOf(data, { month: '2025-01', place: '' })!;
    expect(shown(form.sheets[0]!.sheet).slice(3)).toEqual([['东湖县', '结肠镜检查', '例', '', '']]);
  });

  it('says of every name which record it is', () => {
    const { mapping } = formOf(data, { month: '2024-11', place: '' })!;
    expect(mapping.answers).toMatchObject({
      '地区:东湖县': { use: '东湖县' },
      '任务:问卷': { use: '问卷' },
      '指标:管理率': { use: '管理率' }
    });
  });

  it('is none where nothing is asked', () => {
    expect(formOf(data, { month: '2030-01', place: '' })).toBeUndefined();
    expect(formOf(data, { month: '2024-11', place: 'nowhere' })).toBeUndefined();
  });
});
