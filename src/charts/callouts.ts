/** A chart with short remarks at its marks. */
import { markKey } from '../domain/deck/callout';
import { CALLOUT_MARGIN } from './calloutLayout';
import { drawCallouts, type DrawnCallout } from './calloutLayer';
import type { Drawing, DrawingBuilder, Option } from './drawing';
import { datumOf, markAt } from './markDatum';
import type { RenderContext } from './theme';

/**
 * The builder's drawing with remarks at those of its marks that have one.
 * @param texts by the key of their number
 * @param hasRows whether its marks are rows of bars: these get a margin to the right, the same on every page
 */
export function withCalloutsDrawn(
  build: DrawingBuilder,
  texts: ReadonlyMap<string, string>,
  hasRows: boolean
): DrawingBuilder {
  return (context) => {
    const margin = hasRows ? Math.round(context.width * CALLOUT_MARGIN) : 0;
    const drawing = build({ ...context, width: context.width - margin });
    const callouts = calloutsOf(drawing, texts, context);
    return {
      ...drawing,
      option: margin > 0 ? widened(drawing.option, margin) : drawing.option,
      over: (chart, colour = (light) => light) =>
        drawCallouts(chart, callouts, { ...context, height: drawing.height }, colour, hasRows)
    };
  };
}

/** Where one place is in the light, nobody's remarks but its own are. */
function calloutsOf(
  drawing: Drawing,
  texts: ReadonlyMap<string, string>,
  { spotlight }: RenderContext
): DrawnCallout[] {
  return (drawing.marks ?? []).flatMap((mark): DrawnCallout[] => {
    const datum = datumOf(mark, drawing);
    const text = datum && texts.get(markKey(markAt(datum)));
    return text === undefined || (spotlight && datum?.place.id !== spotlight) ? [] : [{ text, mark }];
  });
}

/** As much room more at the right of each grid. */
function widened(option: Option, margin: number): Option {
  const wider = (grid: unknown) => {
    const { right } = grid as { readonly right?: unknown };
    return typeof right === 'number' ? { ...(grid as object), right: right + margin } : grid;
  };
  const { grid } = option;
  return { ...option, grid: Array.isArray(grid) ? grid.map(wider) : wider(grid ?? {}) } as Option;
}
