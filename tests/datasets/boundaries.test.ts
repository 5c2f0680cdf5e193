import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LONGEST_MAP, parseBoundaries } from '../../src/datasets/boundaries';
import { fixtureFolder } from '../fixtures/readFolder';

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0]
];
const polygon = (coordinates: unknown = [SQUARE], type = 'Polygon') => ({ type, coordinates });
const feature = (geometry: unknown = polygon(), properties: unknown = { place: 'jia', name: '甲县' }, rest = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...rest
});

function read(features: readonly unknown[], rest: Record<string, unknown> = {}) {
  const text = JSON.stringify({ type: 'FeatureCollection', 审图号: '甲S（2024）1号', features, ...rest });
  const { boundaries, issues } = parseBoundaries(text, 'map.json');
  return { boundaries, why: issues.map((i) => i.why).join() };
}

describe('map.json', () => {
  it('is read with its approval number, features by place, code or id', () => {
    const { boundaries, why } = read([
      feature(),
      feature(polygon(), { code: 900101 }),
      feature(polygon([[SQUARE]], 'MultiPolygon'), null, { id: 'yi' }),
      feature(polygon(), {})
    ]);
    expect(why).toBe('');
    expect(boundaries!.approval).toBe('甲S（2024）1号');
    expect(boundaries!.shapes.map(({ key }) => key)).toEqual(['jia', '900101', 'yi', '']);
  });

  it('of the tests is good', () => {
    const { boundaries, issues } = parseBoundaries(
      readFileSync(join(fixtureFolder('map'), 'map.json'), 'utf8'),
      'map.json'
    );
    expect(issues).toEqual([]);
    expect(boundaries!.shapes).toHaveLength(12);
  });

  it.each([
    ['no approval number', [feature()], { 审图号: ' ' }, '没有写审图号，不画地图'],
    ['a number for one', [feature()], { 审图号: 1 }, '没有写审图号，不画地图'],
    ['a whole text for one', [feature()], { 审图号: '号'.repeat(61) }, '审图号超过60个字，不画地图'],
    ['another type', [feature()], { type: 'Topology' }, '不是 GeoJSON 的 FeatureCollection，不画地图'],
    ['no feature', [], {}, '一块边界也没有，不画地图'],
    [
      'a line',
      [feature(), feature(polygon(SQUARE, 'LineString'))],
      {},
      '第2块边界（甲县）是 LineString，不是 Polygon 或 MultiPolygon，不画地图'
    ],
    ['nothing at all', [null], {}, '第1块边界（没有名称）是 空的，不是 Polygon 或 MultiPolygon，不画地图'],
    ['metres', [feature(polygon([[[500000, 3]]]))], {}, '第1块边界（甲县）的坐标不是经纬度（度），不画地图'],
    ['texts', [feature(polygon([[['1', '2']]]))], {}, '第1块边界（甲县）的坐标不是经纬度（度），不画地图'],
    ['a ring of two', [feature(polygon([SQUARE.slice(0, 2)]))], {}, '第1块边界（甲县）有一圈不到三个点，不画地图'],
    ['no ring', [feature(polygon([]))], {}, '第1块边界（甲县）没有坐标，不画地图']
  ])('with %s is no map, and it is said', (_, features, rest, why) => {
    expect(read(features, rest)).toEqual({ boundaries: null, why });
  });

  it('that is no JSON, or too long, is no map', () => {
    expect(parseBoundaries('{', 'map.json').issues[0]).toMatchObject({ level: '错误', wholeFile: true });
    expect(parseBoundaries('[]', 'map.json').issues[0]!.why).toBe('不是合格的 JSON，可能没有存全，不画地图');
    expect(parseBoundaries(' '.repeat(LONGEST_MAP + 1), 'map.json').issues[0]!.why).toBe('文件超过5兆字，不画地图');
  });

  it('of hostile text is refused with a reason, and nothing is thrown', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const head = '{"type":"FeatureCollection","审图号":"甲","features":';
    const reasons = [
      deep,
      `${head}${deep}}`,
      `${head}[{"geometry":{"type":"Polygon","coordinates":${deep}}}]}`,
      `${head}[{"geometry":{"type":"Polygon","coordinates":[[[1e309,0],[1,1],[0,1]]]}}]}`,
      `${head}[{"geometry":{"type":"MultiPolygon","coordinates":{"length":4294967295}}}]}`,
      `${head}[null,7,"面",[]]}`,
      `${head}{"length":3}}`,
      '{"__proto__":{"type":"FeatureCollection"}}'
    ].map((text) => {
      const { boundaries, issues } = parseBoundaries(text, 'map.json');
      return [boundaries, issues.length, issues[0]?.why.endsWith('，不画地图')];
    });
    expect(reasons).toEqual(Array.from(reasons, () => [null, 1, true]));
  });
});
