/** Where places are drawn: spots of places.csv, or outlines of map.json. */
import type { Ground, MapForm, MapItem } from './answer';
import type { Outline } from '../model/boundaries';
import type { Dataset } from '../model/dataset';
import { gridSpots } from '../model/gridSpots';
import { memoByDataset } from '../model/memo';
import type { Place } from '../model/records';

/** The forms that a dataset has anything for, 地图 first. */
export function mapForms(dataset: Dataset): MapForm[] {
  return [
    ...(dataset.boundaries ? (['map'] as const) : []),
    ...(gridSpots(dataset).size > 0 ? (['tiles'] as const) : [])
  ];
}

/** The ground asked for; the other where the dataset has none of it. */
export function groundOf(dataset: Dataset, form: MapForm): Ground {
  const map = mapGround(dataset);
  if (map && (form === 'map' || gridSpots(dataset).size === 0)) return map;
  return { form: 'tiles', spots: gridSpots(dataset) };
}

/** Outlines by the id of the place that they name by its id, else by its code; several of one place together. */
const mapGround = memoByDataset((dataset): Ground | null => {
  const { boundaries } = dataset;
  if (!boundaries) return null;
  const byCode = new Map(dataset.places.filter(({ code }) => code !== '').map((place) => [place.code, place]));
  const shapes = new Map<string, readonly Outline[]>();
  const others = boundaries.shapes.filter(({ key, rings }) => {
    const place = dataset.place(key) ?? byCode.get(key);
    if (!place) return true;
    shapes.set(place.id, [...(shapes.get(place.id) ?? []), ...rings]);
    return false;
  });
  return { form: 'map', boundaries, shapes, others };
});

/** Whether the map has an outline, or the grid a tile, for the place. */
export function isOn(ground: Ground, { id }: Place): boolean {
  return ground.form === 'map' ? ground.shapes.has(id) : ground.spots.has(id);
}

/** From the left above to the right below: of tiles row by row, of outlines by their northernmost point. */
export function orderOn(ground: Ground, items: readonly MapItem[]): MapItem[] {
  const at = ({ place: { id } }: MapItem): readonly [number, number] => {
    if (ground.form === 'tiles') {
      const { row, column } = ground.spots.get(id)!;
      return [row, column];
    }
    let [top, left] = [Infinity, Infinity];
    for (const ring of ground.shapes.get(id)!)
      for (const [x, y] of ring) {
        top = Math.min(top, y);
        left = Math.min(left, x);
      }
    return [top, left];
  };
  const places = new Map(items.map((item) => [item, at(item)]));
  return [...items].sort((a, b) => {
    const [p, q] = [places.get(a)!, places.get(b)!];
    return p[0] - q[0] || p[1] - q[1];
  });
}
