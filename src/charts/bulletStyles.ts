/**
 * The styles of the words beside bullet bars, by the names that their rich text uses; those of a light are its level.
 * ECharts' rich text knows styles by ASCII names only.
 */
import type { LightPalette } from '../domain/lights/rule';
import type { BulletLayout } from './bulletLayout';
import { LIGHT_PALETTES, palette, type RenderContext } from './theme';

/** Sizes at scale 1 of the styles of `rightRich` that aren't small. */
export const FIGURE_SIZES: Readonly<Partial<Record<string, number>>> = {
  figure: 15,
  bad: 15,
  middling: 15,
  good: 15,
  none: 15,
  rate: 16,
  large: 21
};

/** ECharts' rich-text styles of the names on the left, by the name that the labels use; sizes in px. */
export function leftRich({ font, small, room }: BulletLayout, context: RenderContext, colours: LightPalette) {
  const lights = Object.fromEntries(
    lightStyles(colours).map(([name, colour]) => [
      name,
      { color: colour, fontSize: font, width: font * 1.2, lineHeight: font * 1.35 }
    ])
  );
  return {
    ...lights,
    name: { fontSize: font, color: palette.ink, lineHeight: font * 1.35 },
    strong: { fontSize: font, color: palette.ink, fontWeight: 'bold' as const, lineHeight: font * 1.35 },
    pad: { fontSize: small, width: font * 1.2 },
    gap: gapStyle(context),
    odd: { fontSize: small, color: palette.red, lineHeight: small * 1.35 },
    place: { fontSize: small, color: palette.inkFaint, lineHeight: room === 'wall' ? font * 1.35 : small * 1.35 }
  };
}

/** ECharts' rich-text styles of the figures on the right, by the name that the labels use; sizes in px. */
export function rightRich({ font, small, room }: BulletLayout, context: RenderContext, colours: LightPalette) {
  const right = { align: 'right' as const };
  // On a phone the lines above and below the bar are as high as those on the left, or the gap would miss it.
  const line = room === 'phone' ? small * 1.35 : font * 1.35;
  const leads = Object.fromEntries(
    lightStyles(colours).flatMap(([name, colour]) => [
      [name, { ...right, color: colour, fontSize: font, lineHeight: line }],
      [`${name}Word`, { ...right, color: colour, fontSize: small, lineHeight: small * 1.35 }]
    ])
  );
  return {
    ...leads,
    figure: { ...right, fontSize: font, color: palette.ink, lineHeight: font * 1.35 },
    under: { ...right, fontSize: small, color: palette.inkFaint, lineHeight: small * 1.35 },
    odd: { ...right, fontSize: small, color: palette.red, lineHeight: small * 1.35 },
    gap: gapStyle(context),
    large: {
      ...right,
      fontSize: Math.round(font * 1.4),
      color: palette.ink,
      fontWeight: 'bold' as const,
      lineHeight: font * 1.75
    },
    rate: { ...right, fontSize: font + 1, color: palette.ink, fontWeight: 'bold' as const, lineHeight: font * 1.35 }
  };
}

/** The bar's own line between the words above and below it. */
function gapStyle(context: RenderContext) {
  return { fontSize: 4, lineHeight: 38 * context.scale };
}

function lightStyles(colours: LightPalette): [string, string][] {
  return Object.entries(LIGHT_PALETTES[colours]);
}
