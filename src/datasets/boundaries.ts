/**
 * map.json to the outlines of places: GeoJSON (RFC 7946), a FeatureCollection of Polygon and MultiPolygon in degrees, with
 * `审图号` beside `features`; a feature names its place by `properties.place`, `properties.code` or `id`. One fault anywhere
 * costs the whole map: an approved map isn't drawn with a piece missing.
 */
import { type Feature, outlines, type Position } from '../domain/atlas/outline';
import type { Boundaries } from '../domain/model/boundaries';
import { type Fields, fieldsOf, isFields } from '../domain/model/fields';
import type { Issue } from '../domain/model/issue';
import { asText } from './check/json';
import type { TextResource } from './check/resource';
import type { FetchBytes } from './loadEffects';
import { IssueList } from './read/issueList';
import { loadTextResource } from './textResource';

export interface BoundariesReading {
  /** Null where there is no map, or none that can be used. */
  readonly boundaries: Boundaries | null;
  readonly issues: readonly Issue[];
}

const RULE = '地图边界';
const INSTEAD = '不画地图';
const NONE: BoundariesReading = { boundaries: null, issues: [] };

/** Longer texts (UTF-16 units) and more points aren't read: the page would stand still. */
export const LONGEST_MAP = 5_000_000;
const MOST_POINTS = 300_000;
const LONGEST_APPROVAL = 60;

/** Reads the file that the package names; nothing is said where the package names none, or it isn't there. */
export async function loadBoundaries(
  fetchBytes: FetchBytes,
  resource: TextResource | null
): Promise<BoundariesReading> {
  return loadTextResource(fetchBytes, resource, { instead: INSTEAD, none: NONE, parse: parseBoundaries });
}

/** The outlines of a text of map.json; never throws. */
export function parseBoundaries(text: string, file: string): BoundariesReading {
  const issues = new IssueList(file);
  const boundaries = read(text, (why, todo) => {
    issues.add({ level: '错误', rule: RULE, why: `${why}，${INSTEAD}`, todo, wholeFile: true });
    return null;
  });
  return { boundaries, issues: issues.all() };
}

type Fail = (why: string, todo: string) => null;

const FORM = '请用 GeoJSON：一个 FeatureCollection，经纬度为度，面用 Polygon 或 MultiPolygon。';

function read(text: string, fail: Fail): Boundaries | null {
  if (text.length > LONGEST_MAP) return fail('文件超过5兆字', '请用精度低一些的边界。');
  const root = parse(text);
  if (!root) return fail('不是合格的 JSON，可能没有存全', FORM);
  if (root.type !== 'FeatureCollection' || !Array.isArray(root.features))
    return fail('不是 GeoJSON 的 FeatureCollection', FORM);
  const approval = asText(root['审图号']).trim();
  if (approval === '') return fail('没有写审图号', '请在最外层写 "审图号": "…"，照批准的地图上的写。');
  if (approval.length > LONGEST_APPROVAL)
    return fail(`审图号超过${LONGEST_APPROVAL}个字`, '请只写审图号，不写别的说明。');
  if (root.features.length === 0) return fail('一块边界也没有', FORM);
  const features: Feature[] = [];
  let points = 0;
  for (const [at, value] of (root.features as readonly unknown[]).entries()) {
    const feature = fieldsOf(value);
    const rings = ringsOf(feature.geometry);
    if (typeof rings === 'string') return fail(`第${at + 1}块边界（${nameOf(feature) || '没有名称'}）${rings}`, FORM);
    points += rings.reduce((sum, ring) => sum + ring.length, 0);
    if (points > MOST_POINTS) return fail(`边界的点超过${MOST_POINTS / 10_000}万个`, '请用精度低一些的边界。');
    features.push({ key: keyOf(feature), rings });
  }
  return outlines(features, approval);
}

function parse(text: string): Fields | undefined {
  try {
    const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isFields(root) ? root : undefined;
  } catch {
    return undefined;
  }
}

function keyOf({ properties, id }: Fields): string {
  const { place, code } = fieldsOf(properties);
  const found = [place, code, id].find((one) => (typeof one === 'string' && one !== '') || typeof one === 'number');
  return found === undefined ? '' : String(found);
}

function nameOf(feature: Fields): string {
  const { name } = fieldsOf(feature.properties);
  return (asText(name) || keyOf(feature)).slice(0, 20);
}

/** All rings of an area, or what is wrong with it, a Chinese clause. */
function ringsOf(geometry: unknown): (readonly Position[])[] | string {
  const { type, coordinates } = fieldsOf(geometry);
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return `是 ${asText(type).slice(0, 20) || '空的'}，不是 Polygon 或 MultiPolygon`;
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return '没有坐标';
  const rings: (readonly Position[])[] = [];
  for (const polygon of polygons as readonly unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return '没有坐标';
    for (const ring of polygon as readonly unknown[]) {
      const positions = positionsOf(ring);
      if (typeof positions === 'string') return positions;
      rings.push(positions);
    }
  }
  return rings;
}

function positionsOf(ring: unknown): readonly Position[] | string {
  if (!Array.isArray(ring)) return '没有坐标';
  const positions: Position[] = [];
  for (const at of ring as readonly unknown[]) {
    const [longitude, latitude] = Array.isArray(at) ? (at as readonly unknown[]) : [];
    if (!isWithin(longitude, 180) || !isWithin(latitude, 90)) return '的坐标不是经纬度（度）';
    positions.push([longitude, latitude]);
  }
  const [first] = positions;
  const last = positions[positions.length - 1];
  if (positions.length > 1 && first![0] === last![0] && first![1] === last![1]) positions.pop();
  return positions.length < 3 ? '有一圈不到三个点' : positions;
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}
