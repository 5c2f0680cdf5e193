/** Longitudes and latitudes to outlines on a plane, with no more points than a screen shows. */
import { type Boundaries, EXTENT, type Outline, type OutlinePoint } from '../model/boundaries';

/** Degrees: longitude to the east, latitude to the north. */
export type Position = readonly [longitude: number, latitude: number];

export interface Feature {
  readonly key: string;
  /** Closed without repeating their first point, three points at least. */
  readonly rings: readonly (readonly Position[])[];
}

/** How far a line may be moved, in units of `EXTENT`: half a px where the map is 2,000 px long. */
const TOLERANCE = 1;

/**
 * Projects by the equidistant cylindrical projection with the middle parallel φ₁ true to scale: x = λ·cos φ₁, y = φ
 * (Snyder 1987, *Map Projections: A Working Manual*, p. 90), scaled so that the longer side is `EXTENT`; then leaves out
 * points by Douglas and Peucker (1973). A part smaller than a point is left out where its place has a larger one.
 * @param features one at least, of finite degrees
 */
export function outlines(features: readonly Feature[], approval: string): Boundaries {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rings } of features)
    for (const ring of rings)
      for (const [longitude, latitude] of ring) {
        west = Math.min(west, longitude);
        east = Math.max(east, longitude);
        south = Math.min(south, latitude);
        north = Math.max(north, latitude);
      }
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const unit = EXTENT / Math.max((east - west) * narrowing, north - south, Number.MIN_VALUE);
  const project = ([longitude, latitude]: Position): OutlinePoint => [
    Math.round((longitude - west) * narrowing * unit),
    Math.round((north - latitude) * unit)
  ];
  return {
    approval,
    width: Math.max(1, Math.round((east - west) * narrowing * unit)),
    height: Math.max(1, Math.round((north - south) * unit)),
    shapes: features.map(({ key, rings }) => ({ key, rings: seenRings(rings.map((ring) => ring.map(project))) }))
  };
}

/** The simplified rings that are more than a point; of a shape without one its first as it is. */
function seenRings(rings: readonly Outline[]): Outline[] {
  const seen = rings.map((ring) => simplifyRing(ring, TOLERANCE)).filter((ring) => ring.length > 2);
  return seen.length > 0 ? seen : rings.slice(0, 1);
}

/**
 * A ring without the points that lie within `tolerance` of the line between their neighbours that stay. It is parted at its
 * first point and at the one farthest from it, which both stay.
 */
export function simplifyRing(ring: Outline, tolerance: number): Outline {
  if (ring.length < 3) return ring;
  const [first] = ring;
  let far = 0;
  ring.forEach((point, i) => {
    if (distance(point, first!) > distance(ring[far]!, first!)) far = i;
  });
  if (far === 0) return [first!];
  const there = simplifyLine(ring.slice(0, far + 1), tolerance);
  const back = simplifyLine([...ring.slice(far), first!], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function simplifyLine(line: Outline, tolerance: number): Outline {
  const kept = new Set([0, line.length - 1]);
  // A stack and not recursion: a coast may have a hundred thousand points.
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let [worst, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const off = offLine(line[i]!, line[from]!, line[to]!);
      if (off > most) [worst, most] = [i, off];
    }
    if (worst < 0) continue;
    kept.add(worst);
    open.push([from, worst], [worst, to]);
  }
  return line.filter((_, i) => kept.has(i));
}

function distance([x1, y1]: OutlinePoint, [x2, y2]: OutlinePoint): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

/** Distance of a point from a stretch of line. */
function offLine(point: OutlinePoint, from: OutlinePoint, to: OutlinePoint): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return distance(point, from);
  const along = Math.max(0, Math.min(1, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length));
  return distance(point, [from[0] + along * dx, from[1] + along * dy]);
}
