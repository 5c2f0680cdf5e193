import { describe, expect, it } from 'vitest';
import { ruleOf, type ViewChoices } from '../../../src/domain/address/fields';
import * as field from '../../../src/domain/address/fields';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { formatRule } from '../../../src/domain/lights/ruleCode';
import { dataset, indicator, place, programme } from '../factory';

const data = dataset({
  indicators: [indicator({ id: 'htn' }), indicator({ id: 'dm' })],
  places: [place('象山县', { id: 'xiangshan' }), place('宁海县', { id: 'ninghai' })],
  programmes: [programme('筛查')]
});
const choices = { dataset: data, defaultIndicator: { places: 'htn', periods: 'htn' } } as unknown as ViewChoices;

describe('fields of an address', () => {
  it('a page is a whole number from 1', () => {
    const { parse } = field.page();
    expect(parse('1', choices)).toEqual({ value: 1 });
    expect(parse('12', choices)).toEqual({ value: 12 });
    for (const raw of ['0', '-1', '1.5', 'x'])
      expect(parse(raw, choices)).toEqual({ value: 1, problem: `地址里的页码“${raw}”读不懂，已改为第1页。` });
  });

  it('seconds are 3 to 3600, both ends included', () => {
    const { parse } = field.seconds();
    expect([parse('3', choices), parse('3600', choices)]).toEqual([{ value: 3 }, { value: 3600 }]);
    for (const raw of ['2', '3601', '3.5', 'x'])
      expect(parse(raw, choices)).toEqual({
        value: 20,
        problem: `地址里的轮播秒数“${raw}”不在3到3600之间，已改为20秒。`
      });
  });

  it('indicators are those of the dataset, each once, the others named', () => {
    const { parse, format } = field.indicators();
    expect(parse('dm,htn,dm', choices)).toEqual({ value: ['dm', 'htn'] });
    expect(parse(',htn,,', choices)).toEqual({ value: ['htn'] });
    expect(parse('htn,nope,no', choices)).toEqual({
      value: ['htn'],
      problem: '地址里的指标“nope、no”不在数据中，已忽略。'
    });
    expect(format(['dm', 'htn'])).toBe('dm,htn');
  });

  it('a programme is one of the dataset', () => {
    const { parse } = field.programme();
    expect(parse('筛查', choices)).toEqual({ value: '筛查' });
    expect(parse('接种', choices)).toEqual({ value: '', problem: '地址里的任务“接种”不在数据中，已忽略。' });
  });

  it('“all” is no place but where it may be', () => {
    expect(field.place({ all: true }).parse('all', choices)).toEqual({ value: 'all' });
    expect(field.place().parse('all', choices)).toEqual({
      value: '',
      problem: '地址里的地区“all”不在数据中，已忽略。'
    });
  });

  it('a place that is nearly one of them is taken for it: by name, by case, by its beginning, by a part of its name', () => {
    const { parse } = field.place();
    const near = (raw: string) => parse(raw, choices).value;
    expect(['象山县', 'XIANGSHAN', 'xiang', 'xiangshan2', '宁海县城'].map(near)).toEqual([
      'xiangshan',
      'xiangshan',
      'xiangshan',
      'xiangshan',
      ''
    ]);
    // Two characters are near too much.
    expect([near('xi'), near('宁海')]).toEqual(['', '']);
    expect(parse('象山县', choices)).toEqual({
      value: 'xiangshan',
      problem: '地址里的地区“象山县”不在数据中，已改为“象山县”。'
    });
  });

  it('the rule of an address is that of its code, else the default of the dataset', () => {
    expect(ruleOf(data, '')).toBe(data.defaultRule);
    expect(ruleOf(data, 'nonsense')).toBe(data.defaultRule);
    const code = formatRule({ ...DEFAULT_RULE, amberWithin: 3 });
    const rule = ruleOf(data, code);
    expect(rule.family === '序时' && rule.amberWithin).toBe(3);
  });
});
