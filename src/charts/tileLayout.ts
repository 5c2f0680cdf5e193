/** Places as tiles of one size, where places.csv puts them. */
import type { Ground, MapItem } from '../domain/atlas/answer';
import type { Area, AreaLayout } from './areaMap';
import type { Box } from './labelLayout';

/** Height of all tiles together on a screen, at scale 1: they stand whole in the first view of 1366 × 768. */
const USUAL_HEIGHT = 320;
/** Of one tile, at scale 1. */
const LEAST_TILE = 40;
const MOST_TILE = 92;
/** How much wider than high a tile may be. */
const WIDEST = 1.9;

/** Places as equal tiles on a grid, each at its spot; sizes in px. Of no place the room of one tile, empty. */
export function tileLayout(
  { spots }: Extract<Ground, { form: 'tiles' }>,
  items: readonly MapItem[],
  scale: number
): AreaLayout {
  if (items.length === 0) return { height: () => Math.round(LEAST_TILE * scale), areas: () => [] };
  const spotOf = ({ place }: MapItem) => spots.get(place.id)!;
  const columns = items.map((item) => spotOf(item).column);
  const rows = items.map((item) => spotOf(item).row);
  const [firstColumn, firstRow] = [Math.min(...columns), Math.min(...rows)];
  const across = Math.max(...columns) - firstColumn + 1;
  const down = Math.max(...rows) - firstRow + 1;
  const gap = Math.round(4 * scale);
  return {
    height: () => Math.round(Math.max(LEAST_TILE, Math.min(MOST_TILE, USUAL_HEIGHT / down)) * scale * down),
    areas: (box: Box): readonly Area[] => {
      const height = box.height / down;
      const width = Math.min(box.width / across, height * WIDEST);
      const left = box.left + (box.width - width * across) / 2;
      return items.map((item): Area => {
        const x = left + (spotOf(item).column - firstColumn) * width + gap / 2;
        const y = box.top + (spotOf(item).row - firstRow) * height + gap / 2;
        const [right, bottom] = [x + width - gap, y + height - gap];
        return {
          item,
          rings: [
            [
              [x, y],
              [right, y],
              [right, bottom],
              [x, bottom]
            ]
          ],
          words: { left: x, top: y, width: right - x, height: bottom - y }
        };
      });
    }
  };
}
