/**
 * Strokes that are as strong on a wall of 2,160 lines as on one of 1,080. Charts give them in px for a desktop; on a wall
 * they are made wider afterwards, as the colours are on another ground.
 */
import type { Drawing, DrawingBuilder } from './drawing';

/** The builder's drawing with borders, dashed lines and hatching `factor` times as strong; 1 and less change nothing. */
export function withStrokes(build: DrawingBuilder, factor: number): DrawingBuilder {
  if (factor <= 1) return build;
  return (context) => {
    const drawing = build(context);
    return { ...drawing, option: stronger(drawing.option, factor) as Drawing['option'] };
  };
}

function stronger(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((item) => stronger(item, factor));
  if (typeof value !== 'object' || value === null) return value;
  const style = withWidth(value as Record<string, unknown>);
  const isDashed = isDashes(style.type);
  return Object.fromEntries(
    Object.entries(style).map(([key, item]) => [
      key,
      isStroke(key, item) || (isDashed && key === 'width') ? times(item, factor) : stronger(item, factor)
    ])
  );
}

/** A dashed line without a width is one px wide by default, which would stay so. */
function withWidth(style: Record<string, unknown>): Record<string, unknown> {
  return isDashes(style.type) && style.width === undefined ? { ...style, width: 1 } : style;
}

function isStroke(key: string, value: unknown): boolean {
  if (key === 'borderWidth') return typeof value === 'number';
  return ['borderType', 'type', 'dashArrayX', 'dashArrayY'].includes(key) && isDashes(value);
}

function isDashes(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'number');
}

function times(value: unknown, factor: number): unknown {
  return Array.isArray(value) ? value.map((part: number) => part * factor) : (value as number) * factor;
}
