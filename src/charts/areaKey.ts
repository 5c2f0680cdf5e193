/** The key of a map: a swatch and its words an entry, in as many lines as the width asks for. */
import { type Option, escapeLabel, textWidth } from './drawing';
import { hatchPath, type Ring, ringsPath } from './polygon';
import { palette } from './theme';

export interface AreaKeyEntry {
  readonly text: string;
  readonly fill: string;
  readonly hatched: boolean;
}

export interface KeyLines {
  readonly entries: readonly (AreaKeyEntry & { readonly x: number; readonly y: number })[];
  readonly swatch: { readonly width: number; readonly height: number };
  readonly height: number;
}

/** Entries from the left, a new line where one doesn't fit. @returns middles of the swatches */
export function keyLines(entries: readonly AreaKeyEntry[], width: number, small: number, scale: number): KeyLines {
  const swatch = { width: Math.round(22 * scale), height: Math.round(14 * scale) };
  const line = Math.round(small * 1.6);
  let left = 1;
  let row = 0;
  const placed = entries.map((entry) => {
    const room = swatch.width + 6 * scale + textWidth(entry.text, small);
    if (left > 1 && left + room > width) {
      left = 1;
      row += 1;
    }
    const at = { ...entry, x: left + swatch.width / 2, y: line * (row + 0.5) };
    left += room + 14 * scale;
    return at;
  });
  return { entries: placed, swatch, height: entries.length === 0 ? 0 : line * (row + 1) };
}

/** The key as a series that answers to nothing. */
export function areaKey({ entries, swatch: { width, height } }: KeyLines, small: number): Option {
  const rings: readonly Ring[] = [
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height]
    ]
  ];
  return {
    id: 'key',
    type: 'scatter',
    silent: true,
    animation: false,
    symbolKeepAspect: true,
    symbolSize: Math.max(width, height),
    data: entries.map(({ text, fill, hatched, x, y }) => ({
      value: [x, y],
      symbol: `path://${ringsPath(rings)}${hatched ? hatchPath(rings, 5) : ''}`,
      itemStyle: {
        color: fill,
        borderColor: hatched ? palette.contextSoft : palette.inkFaint,
        borderWidth: 1,
        opacity: 1
      },
      label: {
        show: true,
        position: 'right',
        distance: 6,
        formatter: escapeLabel(text),
        fontSize: small,
        color: palette.inkSoft
      }
    }))
  } as Option;
}
