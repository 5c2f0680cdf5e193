/** Outlines of places, as a bureau puts them beside the page: projected, and only as fine as a screen shows them. */
import { fieldsOf } from './fields';

/** x to the right, y downwards, whole numbers from 0 to `EXTENT`. */
export type OutlinePoint = readonly [x: number, y: number];

/** Closed without repeating its first point. */
export type Outline = readonly OutlinePoint[];

export interface Shape {
  /** Id or code of the place as the file has it; empty where it has none. */
  readonly key: string;
  /** Outer rings and holes, told apart by the even-odd rule. */
  readonly rings: readonly Outline[];
}

export interface Boundaries {
  /** 审图号: printed with every map. */
  readonly approval: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Length of the longer side. */
export const EXTENT = 4000;

/** Boundaries that were kept, read back with care; null for anything that isn't whole. */
export function readBoundaries(value: unknown): Boundaries | null {
  const { approval, width, height, shapes } = fieldsOf(value);
  const isWhole =
    typeof approval === 'string' &&
    approval !== '' &&
    isLength(width) &&
    isLength(height) &&
    Array.isArray(shapes) &&
    shapes.every(isShape);
  return isWhole ? { approval, width, height, shapes } : null;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= EXTENT;
}

function isShape(value: unknown): value is Shape {
  const { key, rings } = fieldsOf(value);
  return (
    typeof key === 'string' && Array.isArray(rings) && rings.every((ring) => Array.isArray(ring) && ring.every(isPoint))
  );
}

function isPoint(value: unknown): value is OutlinePoint {
  return Array.isArray(value) && value.length === 2 && value.every((n) => Number.isFinite(n));
}
