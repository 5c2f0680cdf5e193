/** Places as their outlines, to scale, with the approval number of the map below. */
import type { Ground, MapItem } from '../domain/atlas/answer';
import type { Outline } from '../domain/model/boundaries';
import type { AreaLayout } from './areaMap';
import type { Box } from './labelLayout';
import { boundsOf, crossings, type Point, type Ring } from './polygon';

/** Height of a map on a screen, at scale 1: it stands whole in the first view of 1366 × 768. */
const USUAL_HEIGHT = 330;

/** Places as outlines of their areas, drawn as large as the box allows; sizes in px. */
export function outlineLayout(
  { boundaries, shapes, others }: Extract<Ground, { form: 'map' }>,
  items: readonly MapItem[],
  scale: number
): AreaLayout {
  const place = (box: Box) => {
    const factor = Math.min(box.width / boundaries.width, box.height / boundaries.height);
    const left = box.left + (box.width - boundaries.width * factor) / 2;
    const top = box.top + (box.height - boundaries.height * factor) / 2;
    const at = ([x, y]: Point): Point => [left + x * factor, top + y * factor];
    return (rings: readonly Outline[]): Ring[] => rings.map((ring) => ring.map(at));
  };
  return {
    height: (width) => Math.round(Math.min(USUAL_HEIGHT * scale, (width * boundaries.height) / boundaries.width)),
    areas: (box) => {
      const on = place(box);
      return items.map((item) => {
        const rings = on(shapes.get(item.place.id)!);
        return { item, rings, words: roomFor(rings, 34 * scale) };
      });
    },
    others: (box) => {
      const on = place(box);
      // A place that isn't compared is an outline too.
      const drawn = new Set(items.map((item) => item.place.id));
      const silent = [...shapes].filter(([id]) => !drawn.has(id)).map(([, rings]) => rings);
      return [...silent, ...others.map(({ rings }) => rings)].map(on);
    },
    foot: `审图号：${boundaries.approval}`
  };
}

/** So many heights of an area are tried. */
const TRIES = 15;

/**
 * The widest room for words of a height inside an area: where the lines through their top, middle and bottom run inside it
 * together. Of an area lower than the words the room on its middle line.
 */
export function roomFor(rings: readonly Ring[], height: number): Box {
  const { top, bottom } = boundsOf(rings);
  const high = Math.min(height, (bottom - top) * 0.9);
  let best: Box = { left: 0, top: (top + bottom - high) / 2, width: 0, height: high };
  let most = 0;
  for (let i = 0; i < TRIES; i++) {
    const first = top + ((bottom - top - high) * (i + 0.5)) / TRIES;
    for (const [from, to] of crossings(rings, first + high / 2)) {
      const ends = [first, first + high].map((y) => widest(crossings(rings, y), from, to));
      const left = Math.max(from, ...ends.map(([a]) => a));
      const width = Math.min(to, ...ends.map(([, b]) => b)) - left;
      // As good as wide: near the middle.
      const off = Math.abs(first + high / 2 - (top + bottom) / 2) / (bottom - top);
      if (width * (1 - off / 2) <= most) continue;
      most = width * (1 - off / 2);
      best = { left, top: first, width, height: high };
    }
  }
  return best;
}

/** Of stretches of a line the one that has most of `from` to `to`, cut to it; nothing where none has any. */
function widest(
  stretches: readonly (readonly [number, number])[],
  from: number,
  to: number
): readonly [number, number] {
  let best: readonly [number, number] = [from, from];
  for (const [a, b] of stretches) {
    const cut = [Math.max(a, from), Math.min(b, to)] as const;
    if (cut[1] - cut[0] > best[1] - best[0]) best = cut;
  }
  return best;
}
