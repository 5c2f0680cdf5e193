import type { ShapeName } from './drawingXml';

/** Numbers the shapes of a slide. */
export class ShapeList {
  private readonly parts: string[] = [];

  add(name: string, shape: (named: ShapeName) => string): void {
    this.parts.push(shape({ id: this.parts.length + 2, name }));
  }

  xml(): string {
    return this.parts.join('');
  }
}
