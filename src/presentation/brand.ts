import { type ColourScheme, SCHEME_PALETTES } from '../charts/colourSchemes';
import type { DeckLook, LookColour } from '../domain/deck/deckLook';

/** Each colour of a template is one of the palette, which has a form of it for every ground. */
const TOKENS = { accent: 'accent', green: 'green', red: 'red', grey: 'inkSoft' } as const satisfies Readonly<
  Record<LookColour, keyof (typeof SCHEME_PALETTES)['light']>
>;

/** The colour of a template on a ground: as text it holds 4.5:1. */
export function brandColour(look: DeckLook | undefined, ground: ColourScheme): string {
  return SCHEME_PALETTES[ground][TOKENS[look?.colour ?? 'accent']];
}
