import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { compare } from '../../../src/domain/compare/compare';
import { headlinesOf } from '../../../src/domain/findings/findings';
import {
  gradeText,
  namingText,
  placeLabel,
  placeMark,
  placeOption,
  placesByGrade
} from '../../../src/domain/wording/placeLabel';
import { dataset, place, programme, source } from '../factory';

const named = place('象山县');
const guessed = place('舞钢市', { naming: '推断', note: '据第11—67行推断。' });
const unnamed = place('未具名区（甘肃）', { naming: '未具名' });
const hospital = place('县人民医院', { naming: '未具名' });

describe('placeLabel(place) and placeMark(place)', () => {
  it('leave a name alone that the report gives', () => {
    expect([placeLabel(named), placeMark(named)]).toEqual(['象山县', '']);
  });

  it('mark an inferred one, also where the name says 未具名', () => {
    expect(placeLabel(guessed)).toBe('舞钢市〔推断〕');
    expect(placeLabel(place('未具名县（四川）', { naming: '推断' }))).toBe('未具名县（四川）〔推断〕');
  });

  it('say 未具名 once', () => {
    expect(placeLabel(unnamed)).toBe('未具名区（甘肃）');
    expect(placeLabel(hospital)).toBe('县人民医院〔未具名〕');
  });
});

describe('namingText(place)', () => {
  it('gives the ground in one sentence', () => {
    expect(namingText(named)).toBe('');
    expect(namingText(guessed)).toBe('地名是推断的：据第11—67行推断。');
    expect(namingText(unnamed)).toBe('原文没有写地名。');
  });
});

describe('gradeText(sources)', () => {
  it('names each grade once, best first', () => {
    expect(gradeText([source('x', { grade: 'C' }), source('y'), source('z', { grade: 'C' })])).toBe('A、C级');
    expect(gradeText([])).toBe('');
  });
});

describe('placeOption(dataset, place)', () => {
  const data = dataset({
    sources: [source('甲'), source('乙', { grade: 'B' })],
    places: [named, guessed, unnamed],
    programmes: [programme('讲座')],
    facts: [
      { at: '象山县', in: '2020', value: 1 },
      { at: '舞钢市', in: '2020', value: 1, source: '乙' }
    ],
    tasks: [{ of: '讲座', at: '象山县', in: '2020', target: 3, source: '乙' }]
  });

  it('or groups the places by them, best first, those without a report last', () => {
    const groups = placesByGrade([unnamed, guessed, named], (p) => gradeText(data.sourcesAt(p.id)));
    expect(groups.map((g) => [g.label, g.places.map((p) => p.id)])).toEqual([
      ['来源A、B级', ['象山县']],
      ['来源B级', ['舞钢市']],
      ['没有报告', ['未具名区（甘肃）']]
    ]);
  });

  it('adds the grades of the figures and tasks of the place', () => {
    expect([named, guessed, unnamed].map((p) => placeOption(data, p))).toEqual([
      '象山县 · A、B级',
      '舞钢市〔推断〕 · B级',
      '未具名区（甘肃）'
    ]);
  });
});

describe('a guessed name carries its mark in sentences too', () => {
  const data = dataset({
    places: [named, guessed, place('中方县')],
    facts: [
      { at: '象山县', in: '2020', value: 95 },
      { at: '舞钢市', in: '2020', value: 70 },
      { at: '中方县', in: '2020', value: 90 }
    ],
    programmes: [programme('结肠镜检查')],
    tasks: [{ of: '结肠镜检查', at: '舞钢市', in: '2020', asOf: '2020-10-31', done: 50, target: 100 }]
  });

  it('in the verdict of a comparison, its gaps and its reference line', () => {
    const answer = compare(data, { indicator: '规范管理率', reference: 'place:舞钢市' })!;
    expect(answer.verdict).toContain('舞钢市〔推断〕最低');
    expect(answer.reference!.text).toBe('舞钢市〔推断〕70%');
    expect(compare(data, { indicator: '规范管理率', places: ['舞钢市', '中方县'] })!.rows[1]!.gapToNext).toBe(
      '比中方县低20个百分点'
    );
  });

  it('in the verdict of the tasks and in 今日要点', () => {
    expect(progressBoard(data).verdict).toContain('舞钢市〔推断〕结肠镜检查');
    expect(
      headlinesOf(data)
        .map((f) => f.text)
        .filter((text) => text.includes('舞钢市') && !text.includes('舞钢市〔推断〕'))
    ).toEqual([]);
  });
});
