/** Names of rows with their lights in colour, over a chart. */
import type { LIGHT_PALETTES } from '../../charts/theme';
import { palette } from '../../charts/theme';
import type { LightLevel } from '../../domain/lights/rule';
import { textXml, type ShapeBox } from './drawingXml';
import type { ShapeList } from './shapeList';

export interface NameRoom {
  readonly frame: ShapeBox;
  readonly middles: readonly number[];
  readonly width: number;
  readonly font: number;
}

/** Names of rows with their lights in colour, which no axis of an office program has. */
export function addNames(
  shapes: ShapeList,
  names: readonly string[],
  lights: readonly LightLevel[],
  colours: (typeof LIGHT_PALETTES)[keyof typeof LIGHT_PALETTES],
  { frame, middles, width, font }: NameRoom
): void {
  const height = Math.min(80, frame.height / Math.max(1, names.length));
  names.forEach((name, i) => {
    const [mark = '', ...rest] = [...name];
    shapes.add(name, (named) =>
      textXml(
        named,
        { left: frame.left, width, top: frame.top + middles[i]! * frame.height - height / 2, height },
        [
          {
            runs: [
              { text: mark, size: font, colour: colours[lights[i] ?? 'none'], bold: true },
              { text: rest.join(''), size: font, colour: palette.ink }
            ],
            align: 'right',
            leading: 90
          }
        ],
        { anchor: 'ctr', shrinks: true }
      )
    );
  });
}
