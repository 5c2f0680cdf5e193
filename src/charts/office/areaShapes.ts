/** A map of tiles or outlines as shapes of an office program, laid out as on the wall. */
import type { PlaceMap } from '../../domain/atlas/answer';
import { placeLabel } from '../../domain/wording/placeLabel';
import { type AreaLook, areaLook, type AreaWords, areaWords } from '../areaLooks';
import { type AreaLayout, type AreaPlan, areaPlan } from '../areaMap';
import type { Box } from '../labelLayout';
import type { Ring } from '../polygon';
import type { RenderContext } from '../theme';

/** One area, in the px of its drawing. */
export interface AreaShape {
  readonly name: string;
  readonly rings: readonly Ring[];
  /** Its border in px. */
  readonly look: AreaLook;
  readonly words: AreaWords & { readonly box: Box };
}

export interface AreaShapes extends Pick<AreaPlan, 'key' | 'feet' | 'height' | 'small' | 'others'> {
  /** From below to above. */
  readonly areas: readonly AreaShape[];
  readonly width: number;
}

/** @param layout where the areas of the map stand at that scale */
export function areaShapes(map: PlaceMap, context: RenderContext, layout: (scale: number) => AreaLayout): AreaShapes {
  const { areas, key, feet, height, small, font, others } = areaPlan(map, context, layout(context.scale));
  const shapes = areas.map(({ item, rings, words }): AreaShape & { readonly isOwn: boolean } => {
    const look = areaLook(map, item);
    return {
      name: placeLabel(item.place),
      rings,
      look: { ...look, width: look.width * context.scale },
      words: { ...areaWords(map, item, words, { context, font, small }), box: words },
      isOwn: item.row?.isFocus === true
    };
  });
  return {
    // The own place lies over its neighbours.
    areas: [...shapes.filter(({ isOwn }) => !isOwn), ...shapes.filter(({ isOwn }) => isOwn)],
    others,
    key,
    feet,
    width: context.width,
    height,
    small
  };
}
