/** The template of a deck: whose it is, in which colour, and what stands at the foot of every slide. */
import { cutText, wellFormed } from '../wording/cutText';
import { fieldsOf } from '../model/fields';

/** Of the palette, each with its form for every ground; `accent` by default. */
export const LOOK_COLOURS = ['accent', 'green', 'red', 'grey'] as const;

export type LookColour = (typeof LOOK_COLOURS)[number];

export interface DeckLook {
  /** `象山县卫生健康局`; on the slides of words and at the foot. */
  readonly organisation?: string;
  /** At the foot of every slide: `内部资料` or the like. */
  readonly footer?: string;
  readonly colour?: LookColour;
  /** A picture as a `data:` address (PNG or JPEG). */
  readonly logo?: string;
}

/** Texts in UTF-16 units; of a picture the length of its address: a deck has to fit into the browser's storage. */
export const LOOK_LIMITS = { organisation: 30, footer: 40, logo: 200_000 } as const;

/** What a value from a file or a storage says of a template; undefined where it says nothing. */
export function readLook(value: unknown): DeckLook | undefined {
  const look = fieldsOf(value);
  const text = (key: 'organisation' | 'footer') => {
    const said = look[key];
    return typeof said === 'string' && said.trim() !== '' ? { [key]: cutText(wellFormed(said), LOOK_LIMITS[key]) } : {};
  };
  const colour = LOOK_COLOURS.find((known) => known === look.colour && known !== 'accent');
  const read: DeckLook = {
    ...text('organisation'),
    ...text('footer'),
    ...(colour ? { colour } : {}),
    ...(isLogo(look.logo) ? { logo: look.logo } : {})
  };
  return Object.keys(read).length > 0 ? read : undefined;
}

/** A picture that a page may show and a file may hold; nothing else that an address could name. */
export function isLogo(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= LOOK_LIMITS.logo &&
    /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(value)
  );
}
