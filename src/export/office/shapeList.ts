import { groupXml, type ShapeBox, type ShapeName } from './drawingXml';

/** Numbers the shapes of a slide. */
export class ShapeList {
  private readonly parts: string[] = [];
  /** How many have a number already. */
  private count = 0;

  add(name: string, shape: (named: ShapeName) => string): void {
    this.count += 1;
    this.parts.push(shape({ id: this.count + 1, name }));
  }

  /** The shapes from number `from` (0-based) on become one, so that they are moved and stretched together. */
  group(name: string, box: ShapeBox, from: number): void {
    const inside = this.parts.splice(from);
    this.add(name, (named) => groupXml(named, box, inside.join('')));
  }

  get length(): number {
    return this.parts.length;
  }

  xml(): string {
    return this.parts.join('');
  }
}
