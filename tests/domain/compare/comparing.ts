/**
 * What the tests of `compare` share: four places with one rate of four different periods, and a short way to ask.
 */
import { compare } from '../../../src/domain/compare/compare';
import type { CompareQuery, Comparison } from '../../../src/domain/compare/comparison';
import { dataset, indicator, place, type Small } from '../factory';

export const RATE = indicator({
  id: 'smi',
  name: '严重精神障碍患者规范管理率',
  group: '严重精神障碍患者管理·规范管理率',
  definition: '在册患者中规范管理者的占比。含各类患者。'
});

/** Published rates; 象山县 reports none. */
export const FOUR: Small = {
  indicators: [RATE],
  places: [
    place('象山县'),
    place('宝安区'),
    place('中方县'),
    place('舟山市', { level: '地市' }),
    place('未具名县（四川）')
  ],
  facts: [
    { at: '宝安区', in: '2020-01/2020-10', value: 96.2 },
    { at: '中方县', in: '2020', value: 95.39 },
    { at: '舟山市', in: '2019-H1', value: 90.69 },
    { at: '未具名县（四川）', in: '2016-H1', value: 69.4 }
  ]
};

/** The comparison by the first indicator of a small dataset. */
export function ask(small: Small, query: Partial<CompareQuery> = {}): Comparison {
  const data = dataset(small);
  const answer = compare(data, { indicator: data.indicators[0]!.id, ...query });
  if (!answer) throw new Error('no answer');
  return answer;
}

export const noteTexts = (c: Comparison) => c.notes.map((n) => n.text);
