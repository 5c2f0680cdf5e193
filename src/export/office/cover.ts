/** A title, section or closing slide, and the picture of a deck's template. */
import { palette } from '../../charts/theme';
import type { DeckLook, LookColour } from '../../domain/deck/deckLook';
import { SLIDE } from '../../slides/slideText';
import type { PptxSlide } from '../plan/pptxPlan';
import type { SlideBody } from '../plan/slideBodies';
import { lineXml, pictureXml, textXml, type ShapeBox, type Paragraph } from './drawingXml';
import { PLACEHOLDERS } from './masterXml';
import type { ShapeList } from './shapeList';

/** Two units are a point. */
const PT = 2;
const BAR = { wide: 16, beside: 80 } as const;
const LINE = { size: 40, leading: 1.5 } as const;
const COLOURS: Readonly<Record<LookColour, string>> = {
  accent: palette.accent,
  green: palette.green,
  red: palette.red,
  grey: palette.inkSoft
};

/** A PNG or JPEG of the template, with its size in px. */
export interface Logo {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** Heading, lines and whose it is, beside a bar in the colour of the template, in the middle of the slide. */
export function addCover(
  shapes: ShapeList,
  { look, subtitle, figure }: PptxSlide,
  { heading, lines }: Extract<SlideBody, { kind: 'cover' }>,
  logo: Logo | undefined,
  relation: string
): void {
  const colour = COLOURS[look?.colour ?? 'accent'];
  const isSection = figure?.body.kind === 'words' && figure.body.form === 'section';
  const organisation = isSection ? undefined : look?.organisation;
  const said = [...(subtitle ? [subtitle] : []), ...lines, ...(organisation ? [organisation] : [])];
  const high = {
    logo: logo ? 134 : 0,
    title: heading.lines.length * heading.size * 1.3,
    text: said.length * LINE.size * LINE.leading
  };
  const whole = high.logo + high.title + 40 + high.text;
  const top = Math.max(SLIDE.top, (SLIDE.height - 80 - whole) / 2);
  const left = SLIDE.side + BAR.wide + BAR.beside;
  const room = { left, width: 1920 - SLIDE.side - left };
  shapes.add('色条', (named) =>
    lineXml(named, { left: SLIDE.side + BAR.wide / 2, top, width: 0, height: whole }, colour, BAR.wide / PT)
  );
  if (logo)
    shapes.add('徽标', (named) =>
      pictureXml(named, fitted(logo, { left, top, width: 360, height: 110 }), relation, '徽标')
    );
  shapes.add('标题', (named) =>
    textXml(
      named,
      { ...room, top: top + high.logo, height: high.title },
      heading.lines.map((text): Paragraph => ({ runs: [{ text, size: heading.size / PT, colour, bold: true }] })),
      { placeholder: PLACEHOLDERS.coverTitle, shrinks: true }
    )
  );
  if (said.length > 0)
    shapes.add('副题', (named) =>
      textXml(
        named,
        { ...room, top: top + high.logo + high.title + 40, height: high.text },
        said.map((text): Paragraph => ({ runs: [{ text, size: LINE.size / PT }] })),
        { placeholder: PLACEHOLDERS.coverText, shrinks: true }
      )
    );
}

/** The picture as large as a box holds it, at its upper left. */
export function fitted({ width, height }: Logo, box: ShapeBox): ShapeBox {
  const scale = Math.min(box.width / width, box.height / height);
  return { ...box, width: width * scale, height: height * scale };
}

/** The picture of a template; undefined where it has none, or none whose size can be read. */
export function logoOf(look: DeckLook | undefined): Logo | undefined {
  const [, extension, base64] = /^data:image\/(png|jpeg);base64,(.+)$/.exec(look?.logo ?? '') ?? [];
  if (!extension || !base64) return undefined;
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const size = extension === 'png' ? pngSize(bytes) : jpegSize(bytes);
  return size && { bytes, extension: extension as Logo['extension'], ...size };
}

type Size = Pick<Logo, 'width' | 'height'>;

function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer);
  return whole({ width: view.getUint32(16), height: view.getUint32(20) });
}

/** From its frame header: the first of the segments C0 to CF that isn't a table. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const kind = bytes[at + 1]!;
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return whole({ width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
  }
  return undefined;
}

function whole(size: Size): Size | undefined {
  return size.width > 0 && size.height > 0 ? size : undefined;
}
