import { describe, expect, it } from 'vitest';
import { mapIssues } from '../../src/datasets/mapReview';
import { mapGaps } from '../../src/domain/atlas/mapGaps';
import { Dataset } from '../../src/domain/model/dataset';
import { tablesOf } from '../../src/domain/model/datasetTables';
import { dataset, indicator, place } from '../domain/factory';

const RING = [
  [0, 0],
  [10, 0],
  [0, 10]
] as const;
const shape = (key: string) => ({ key, rings: [RING] });

/** 甲、乙、丙县 and 丁医院, each with a number; 戊县 without one. */
function withMap(keys: readonly string[] | null) {
  const data = dataset({
    indicators: [indicator({ name: '合格率' })],
    places: [
      place('甲县'),
      place('乙县', { code: '330101' }),
      place('丙县'),
      place('丁医院', { level: '机构' }),
      place('戊县')
    ],
    facts: ['甲县', '乙县', '丙县', '丁医院'].map((at) => ({ at, in: '2024', value: 90 }))
  });
  return new Dataset({
    ...tablesOf(data),
    boundaries: keys && { approval: '虚构S（2024）001号', width: 4000, height: 4000, shapes: keys.map(shape) }
  });
}

describe('mapGaps(dataset)', () => {
  it('are the outlines of no place, and the places of the levels shown that have numbers and no outline', () => {
    const gaps = mapGaps(withMap(['甲县', '330101', '330199', '']))!;
    expect(gaps.unknown).toEqual(['330199', '']);
    expect(gaps.without.map(({ name }) => name)).toEqual(['丙县']);
  });

  it('are none without a map', () => {
    expect(mapGaps(withMap(null))).toBeNull();
  });
});

describe('mapIssues(dataset, file)', () => {
  it('names both, ten at most, and what to do', () => {
    const many = Array.from({ length: 11 }, (_, i) => `x${i}`);
    expect(
      mapIssues(withMap(['甲县', ...many, '']), 'map.json').map(({ level, file, why }) => [level, file, why])
    ).toEqual([
      ['提醒', 'map.json', '有12块边界不是数据里的地区，画成空白：x0、x1、x2、x3、x4、x5、x6、x7、x8、x9等12个'],
      ['提醒', 'map.json', '有2个有数据的地区在地图上没有边界，数只在表里：乙县、丙县']
    ]);
    expect(mapIssues(withMap(['']), 'map.json')[0]!.why).toBe('有1块边界不是数据里的地区，画成空白：没有写编号');
  });

  it('say nothing of a map that fits, nor without one', () => {
    expect(mapIssues(withMap(['甲县', '330101', '丙县']), 'map.json')).toEqual([]);
    expect(mapIssues(withMap(null), 'map.json')).toEqual([]);
  });
});
