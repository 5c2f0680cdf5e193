/** Short remarks drawn over a chart at their marks, when the chart is laid out: what it draws is what they keep clear of. */
import { type CalloutWish, type Obstacle, placeCallouts, type PlacedCallout } from './calloutLayout';
import { type Mark, escapeLabel } from './drawing';
import { palette, type RenderContext } from './theme';
import { type ChartShape, type PaintedBox, paintedOf, paintOver } from './wholeEngine';
import type { EChartsType } from './engine';

/** A remark and the mark it stands at. */
export interface DrawnCallout {
  readonly text: string;
  readonly mark: Mark;
}

/**
 * Puts the remarks over the chart.
 * @param size of the chart, and the factor on its type
 * @param colour a colour of the light palette as it is on the ground of the chart
 * @param areRows whether its marks are rows of bars
 * @returns takes them away
 */
export function drawCallouts(
  chart: EChartsType,
  callouts: readonly DrawnCallout[],
  { width, height, scale }: RenderContext & { readonly height: number },
  colour: (light: string) => string,
  areRows: boolean
): () => void {
  const font = Math.round(13 * scale);
  const wishes = callouts.flatMap(({ text, mark }): CalloutWish[] => {
    const at = chart.convertToPixel({ seriesId: mark.seriesId }, [...mark.at]) as number[] | undefined;
    return at?.every(Number.isFinite) ? [{ text, at: [at[0]!, at[1]!] }] : [];
  });
  const inset = Math.round(2 * scale);
  const bounds = { left: inset, top: inset, width: width - 2 * inset, height: height - 2 * inset };
  const obstacles = paintedOf(chart).flatMap((one) => obstaclesOf(one, scale));
  const placed = placeCallouts(wishes, bounds, obstacles, font, areRows);
  return paintOver(
    chart,
    placed.flatMap((one) => shapesOf(one, font, scale, colour))
  );
}

function shapesOf(
  { lines, box, from, to }: PlacedCallout,
  font: number,
  scale: number,
  colour: (light: string) => string
): ChartShape[] {
  const stroke = colour(palette.ink);
  const lineWidth = 1.2 * scale;
  return [
    { kind: 'line', from, to, stroke, lineWidth },
    { kind: 'dot', at: to, radius: 2.5 * scale, fill: stroke },
    { kind: 'box', box, radius: 3 * scale, fill: colour(palette.warnWash), stroke, lineWidth },
    {
      kind: 'words',
      at: [box.left + box.width / 2, box.top + box.height / 2],
      text: lines.map(escapeLabel).join('\n'),
      font,
      lineHeight: Math.round(1.35 * font),
      fill: colour(palette.warnInk)
    }
  ];
}

/** What the chart paints, as boxes; its axes and the lines of its grid may be covered. */
function obstaclesOf({ kind, box, points, fill }: PaintedBox, scale: number): Obstacle[] {
  if (kind === 'tspan') return [{ ...box, kind: 'word' }];
  if (points) return alongLine(points, 8 * scale);
  const isSeen = fill !== '' && fill !== 'none' && fill !== palette.ground;
  // Behind words, and on the whole of a hidden area, nothing is seen.
  if (kind === 'line' || (!isSeen && kind === 'rect') || box.width === 0 || box.height === 0) return [];
  return [{ ...box, kind: 'mark' }];
}

/** Small boxes along a line, whose points are `x, y, x, y …`. */
function alongLine(flat: readonly number[], step: number): Obstacle[] {
  const boxes: Obstacle[] = [];
  for (let i = 0; i + 3 < flat.length; i += 2) {
    const [x1, y1, x2, y2] = [flat[i]!, flat[i + 1]!, flat[i + 2]!, flat[i + 3]!];
    const count = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / step);
    if (!Number.isFinite(count) || count > 1_000) continue;
    for (let n = 0; n <= count; n += 1) {
      const [x, y] = [x1 + ((x2 - x1) * n) / count, y1 + ((y2 - y1) * n) / count];
      boxes.push({ left: x - step / 4, top: y - step / 4, width: step / 2, height: step / 2, kind: 'line' });
    }
  }
  return boxes;
}
