import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/domain/sheet/columnRoles';
import { certainAnswers, questionsOf, type NameQuestion } from '../../../src/domain/sheet/matching';
import type { SheetFact } from '../../../src/domain/sheet/sheetFact';
import { count, indicator, place, unit } from '../factory';

const programme = (id: string, name: string, of: string) => ({
  id,
  name,
  theme: '妇幼健康',
  unit: of,
  schedule: '均衡',
  indicator: '',
  note: ''
});

const KNOWN: Known = {
  places: [
    place('宁波市', { id: 'nb', level: '地市' }),
    place('象山县', { id: 'xs', parent: 'nb', code: '330225' }),
    { ...unit('象山县第一人民医院', 'xs'), id: 'h1' },
    { ...unit('象山县中医医院', 'xs'), id: 'tcm' },
    place('鼓楼区', { id: 'gl-nj' }),
    place('鼓楼区', { id: 'gl-fz' })
  ],
  indicators: [
    count({ id: 'visits', name: '门诊人次', aliases: ['门诊量', '门急诊人次'] }),
    indicator({ id: 'rate', name: '规范管理率' }),
    indicator({ id: 'rate2', name: '规范服药率' }),
    indicator({ id: 'rate3', name: '规范治疗率' }),
    indicator({ id: 'rate4', name: '规范随访率' }),
    count({ id: 'births', name: '出生人数', unit: '人', theme: '人口与家庭' })
  ],
  programmes: [programme('flu', '流感疫苗·免费接种', '人')]
};

function fact(fields: Partial<SheetFact>): SheetFact {
  return {
    ...{
      file: 'a.xlsx',
      sheet: 's',
      cell: 'B2',
      row: 1,
      column: 1,
      place: '象山县',
      item: '门诊人次',
      part: '',
      measure: 'value'
    },
    ...{ period: '2024-10', unit: '', value: 1, qualifier: '', shown: '1', note: '', total: '', hidden: false },
    ...fields
  } as SheetFact;
}

const ask = (...facts: Partial<SheetFact>[]): NameQuestion[] => questionsOf(facts.map(fact), KNOWN);
const certainPlace = (name: string) => ask({ place: name })[0]!.certain;
const item = (fields: Partial<SheetFact>) => ask(fields)[1]!;

describe('places', () => {
  it('are certain by name, short name, code, id, with the one they belong to, and in other signs', () => {
    expect(['象山县', '象山', '330225', 'xs', '宁波市象山县', '宁波象山县', ' 象 山 县 '].map(certainPlace)).toEqual(
      Array(7).fill('xs')
    );
  });

  it('are not certain where two have the name, or none', () => {
    expect(['鼓楼区', '鼓楼', '象山一院', '宁海县'].map(certainPlace)).toEqual(['', '', '', '']);
  });

  it('near misses are offered, the likest first, and never taken', () => {
    const [question] = ask({ place: '象山一院' });
    expect(question!.offers.map(({ id, definition }) => [id, definition])).toEqual([
      ['h1', '机构，属象山县'],
      ['xs', '县区，属宁波市'],
      ['tcm', '机构，属象山县']
    ]);
    expect(certainAnswers([question!])).toEqual({});
  });

  it('sums are left out unless a person says otherwise', () => {
    const questions = ask({ place: '合计', total: '合计' }, { place: '全县' });
    expect(questions.filter(({ kind }) => kind === '地区').map(({ total }) => total)).toEqual([true, true]);
    expect(certainAnswers(questions)).toEqual({
      '地区:合计': { skip: true },
      '地区:全县': { skip: true },
      '指标:门诊人次': { use: 'visits' }
    });
  });

  it('a new one has an id that is the same every time, a level and a parent told from its name', () => {
    const [{ create: first }, { create: again }] = [
      ask({ place: '象山县第三医院' })[0]!,
      ask({ place: '象山县第三医院' })[0]!
    ];
    expect(first).toEqual(again);
    expect(first).toMatchObject({ name: '象山县第三医院', level: '机构', parent: 'xs', naming: '原文' });
    expect(first.place).toMatch(/^p-[0-9a-z]{8,16}$/);
    expect(ask({ place: '宁海县' })[0]!.create).toMatchObject({ level: '县区', parent: '' });
    expect(ask({ place: '石浦镇' })[0]!.create).toMatchObject({ level: '乡镇' });
  });
});

describe('indicators', () => {
  it('are certain by name, alias and id where they can hold the unit', () => {
    expect(
      ['门诊人次', '门诊量', '“门急诊人次”', 'visits'].map((name) => item({ item: name, unit: '万人次' }).certain)
    ).toEqual(Array(4).fill('visits'));
    expect(item({ item: '门诊人次', unit: '%' }).certain).toBe('');
    expect(item({ item: '门诊人次', unit: '%' }).offers[0]).toMatchObject({ id: 'visits', likeness: 1 });
  });

  it('three near misses with unit and definition', () => {
    expect(
      item({ item: '规范化管理率', unit: '%' }).offers.map(({ id, unit: of, definition }) => [
        id,
        of,
        definition !== ''
      ])
    ).toEqual([
      ['rate', '%', true],
      ['rate2', '%', true],
      ['rate3', '%', true]
    ]);
  });

  it('a new one has unit, kind and basis of its figures and the theme of what is likest', () => {
    expect(item({ item: '出生人口数', unit: '人' }).create).toMatchObject({
      name: '出生人口数',
      unit: '人',
      kind: '数量',
      basis: '时点',
      better: '不评价',
      theme: '人口与家庭',
      group: '出生人口数·数量',
      definition: ''
    });
    expect(item({ item: '医疗收入', unit: '万元' }).create).toMatchObject({
      kind: '金额',
      basis: '期间',
      theme: '其他'
    });
    expect(item({ item: '签约率' }).create).toMatchObject({ unit: '%', kind: '比率' });
    expect(item({ item: '床位数', unit: '张', period: '2024-10-31' }).create).toMatchObject({ basis: '时点' });
    expect(item({ item: '门诊药占比', unit: '%' }).create).toMatchObject({ kind: '占比' });
  });
});

describe('tasks', () => {
  it('are what has a target, a rate or is done; without any target an indicator of the name is meant', () => {
    const kinds = (...facts: Partial<SheetFact>[]) =>
      ask(...facts)
        .map(({ kind, name }) => `${kind} ${name}`)
        .slice(1);
    expect(
      kinds({ item: '流感疫苗免费接种', measure: 'target' }, { item: '流感疫苗免费接种', measure: 'done' })
    ).toEqual(['任务 流感疫苗免费接种']);
    expect(kinds({ item: '门诊人次', measure: 'done' })).toEqual(['指标 门诊人次']);
    expect(kinds({ item: '门诊人次', measure: 'done' }, { item: '门诊人次', measure: 'target' })).toEqual([
      '任务 门诊人次'
    ]);
    expect(kinds({ item: '签约', part: '老年人', measure: 'target' })).toEqual(['任务 签约·老年人']);
  });

  it('are certain by name, dots and brackets aside', () => {
    expect(item({ item: '流感疫苗免费接种', measure: 'target', unit: '人' }).certain).toBe('flu');
    expect(item({ item: '流感疫苗免费接种', measure: 'target', unit: '元' }).certain).toBe('');
  });
});
