/** Areas as closed rings of points in px, y downwards: their box, their path as an SVG says it, and lines across them. */

export type Point = readonly [x: number, y: number];

/** Closed without repeating its first point. */
export type Ring = readonly Point[];

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The least box round all points, in px; without points left and top are Infinity. */
export function boundsOf(rings: readonly Ring[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return { left, top, right, bottom };
}

/** A tenth of a px is finer than anybody sees. */
const tenth = (n: number): number => Math.round(n * 10) / 10;

/** `M0 0L10 0L10 10Z…`. */
export function ringsPath(rings: readonly Ring[]): string {
  return rings.map((ring) => `M${ring.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`).join('');
}

/**
 * Lines across an area from the left below to the right above, `gap` apart, as a path; what lies in a hole stays free
 * (even-odd rule).
 */
export function hatchPath(rings: readonly Ring[], gap: number): string {
  const { left, top, right, bottom } = boundsOf(rings);
  const parts: string[] = [];
  // On such a line x + y is the same everywhere.
  const step = gap * Math.SQRT2;
  for (let sum = (Math.floor((left + top) / step) + 1) * step; sum < right + bottom; sum += step) {
    const xs: number[] = [];
    for (const ring of rings)
      ring.forEach(([x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length]!;
        const [from, to] = [x1 + y1 - sum, x2 + y2 - sum];
        if (from < 0 === to < 0) return;
        xs.push(x1 + (from / (from - to)) * (x2 - x1));
      });
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2)
      parts.push(`M${tenth(xs[i]!)} ${tenth(sum - xs[i]!)}L${tenth(xs[i + 1]!)} ${tenth(sum - xs[i + 1]!)}`);
  }
  return parts.join('');
}

/** The stretches of a level line that lie inside an area, from the left to the right (even-odd rule). */
export function crossings(rings: readonly Ring[], y: number): (readonly [from: number, to: number])[] {
  const xs: number[] = [];
  for (const ring of rings)
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      if (y1 < y !== y2 < y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    });
  xs.sort((a, b) => a - b);
  return xs.flatMap((x, i) => (i % 2 === 0 && i + 1 < xs.length ? [[x, xs[i + 1]!] as const] : []));
}
