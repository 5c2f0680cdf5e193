/**
 * Colours of the palette as colours of an office theme, so that another theme changes them. What a colour means by itself
 * (a light, better or worse, the clock) stays as it is.
 */
import { categorical, palette } from '../../charts/theme';

/** Those that a theme has itself. */
const OWN: ReadonlyMap<string, string> = new Map([
  [palette.ink, 'tx1'],
  [palette.ground, 'bg1'],
  [palette.inkSoft, 'tx2'],
  [palette.surface, 'bg2'],
  [palette.accent, 'accent1']
]);

/** Paler relatives of a theme's colour: in another theme they are relatives of its own. */
const RELATIVES: readonly (readonly [string, string, readonly string[]])[] = [
  ['accent1', palette.accent, [palette.accentSoft, palette.accentWash]],
  [
    'tx2',
    palette.inkSoft,
    [palette.inkFaint, palette.context, palette.contextSoft, palette.line, palette.lineSoft, palette.track]
  ]
];

const SCHEME: ReadonlyMap<string, string> = new Map([
  ...[...OWN].map(([colour, name]) => [colour, `<a:schemeClr val="${name}"/>`] as const),
  ...RELATIVES.flatMap(([name, base, colours]) =>
    colours.map((colour) => [colour, `<a:schemeClr val="${name}">${paler(base, colour)}</a:schemeClr>`] as const)
  )
]);

/** A colour of the palette by what it is in the theme; any other as it is. */
export function colourXml(colour: string): string {
  return SCHEME.get(colour) ?? `<a:srgbClr val="${colour.replace('#', '').toUpperCase()}"/>`;
}

/** A colour that only tells one line from another: `accent1` to `accent6` of the theme. */
export function lineColourXml(colour: string): string {
  const at = (categorical as readonly string[]).indexOf(colour);
  return at < 0 ? colourXml(colour) : `<a:schemeClr val="accent${at + 1}"/>`;
}

/** A plain fill; of the theme where the colour has a place there. @param colour `#rrggbb` */
export function fillXml(colour: string): string {
  return `<a:solidFill>${colourXml(colour)}</a:solidFill>`;
}

/** What makes `colour` of `base`: its saturation, and how far it is on its way to white. */
function paler(base: string, colour: string): string {
  const [from, to] = [base, colour].map(saturationAndLightness) as [Tone, Tone];
  const kept = (1 - to.lightness) / (1 - from.lightness);
  const part = (value: number) => Math.round(value * 100_000);
  return `<a:satMod val="${part(to.saturation / from.saturation)}"/><a:lumMod val="${part(kept)}"/><a:lumOff val="${part(1 - kept)}"/>`;
}

interface Tone {
  readonly saturation: number;
  readonly lightness: number;
}

function saturationAndLightness(colour: string): Tone {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [least, most] = [Math.min(r, g, b), Math.max(r, g, b)];
  const lightness = (least + most) / 2;
  return { lightness, saturation: (most - least) / (1 - Math.abs(2 * lightness - 1)) };
}
