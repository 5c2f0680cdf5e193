/** The shapes of one slide, in the order in which they lie on it. */
import { palette } from '../../charts/theme';
import type { TitleLook } from '../../domain/deck/officeTemplate';
import { SLIDE } from '../../slides/slideText';
import { drawnWidth } from '../plan/drawnWidth';
import { LEAST_FOOT, type PptxSlide } from '../plan/pptxPlan';
import type { SlidePane } from '../plan/slideBodies';
import { addBody, PT, SMALL, type DrawnPicture } from './bodyShapes';
import type { PlacedChart } from './chartGeometry';
import { addCover, fitted, type Logo } from './cover';
import { pictureXml, strokeXml, textXml, type Paragraph } from './drawingXml';
import { PLACEHOLDERS, type SlideLayoutName } from './masterXml';
import { ShapeList } from './shapeList';

const WIDTH = 1920;

export interface SlideShapes {
  readonly xml: string;
  /** The charts among them, each with its relation and how it is to be laid out. */
  readonly charts: readonly PlacedChart[];
  readonly layout: SlideLayoutName;
}

export interface SlidePlace {
  readonly page: number;
  readonly pages: number;
  /** How a bureau's own master sets titles; absent: as ours. */
  readonly title?: TitleLook;
  /** The picture of the deck's template, with its relation. */
  readonly logo?: { readonly picture: Logo; readonly relation: string } | undefined;
}

/**
 * Everything on a slide.
 * @param place its number, how many there are, and how titles stand
 * @param relations of its chart or picture; two where two figures stand on it
 * @param pictures sizes of the pictures of its bodies, in their order; undefined for one that has none
 */
export function slideShapes(
  slide: PptxSlide,
  place: SlidePlace,
  relations: readonly string[],
  pictures: readonly (DrawnPicture | undefined)[] = []
): SlideShapes {
  const shapes = new ShapeList();
  if (slide.body.kind === 'cover') {
    addCover(shapes, slide, slide.body, place.logo?.picture, place.logo?.relation ?? '');
    foot(shapes, slide, { ...place, logo: undefined });
    addInk(shapes, slide.ink ?? []);
    return { xml: shapes.xml(), charts: [], layout: 'cover' };
  }
  head(shapes, slide, place.title);
  const { body, boxes } = slide;
  if (body.kind === 'pair') {
    const charts = body.panes.flatMap((pane, at) => addPane(shapes, pane, relations[at]!, pictures[at]));
    foot(shapes, slide, place);
    addInk(shapes, slide.ink ?? []);
    return { xml: shapes.xml(), charts, layout: 'titleOnly' };
  }
  const box = { left: SLIDE.side, width: WIDTH - 2 * SLIDE.side, ...boxes.body };
  const { charts, alone } = addBody(shapes, slide, body, {
    box,
    relation: relations[0]!,
    picture: pictures[0],
    isAlone: true
  });
  foot(shapes, slide, place);
  addInk(shapes, slide.ink ?? []);
  const isContent = body.kind === 'list' || body.kind === 'table' || body.kind === 'empty' || alone;
  return {
    xml: shapes.xml(),
    charts,
    layout: isContent ? 'content' : 'titleOnly'
  };
}

/** One of two figures: its finding, the small line below it, its body. */
function addPane(
  shapes: ShapeList,
  { figure, heading, headingTop, subtitle, left, width, box, body }: SlidePane,
  relation: string,
  picture: DrawnPicture | undefined
): SlideShapes['charts'] {
  const size = heading.size / PT;
  shapes.add('要点', (named) =>
    textXml(
      named,
      { left, width, top: headingTop, height: subtitle.top - headingTop },
      heading.lines.map((text) => ({ runs: [{ text, size, colour: palette.ink, bold: true }], leading: 95 })),
      { shrinks: true }
    )
  );
  if (subtitle.height > 0)
    shapes.add('副题', (named) =>
      textXml(
        named,
        { left, width, ...subtitle },
        [{ runs: [{ text: figure.subtitle, size: SMALL, colour: palette.inkSoft }] }],
        { shrinks: true }
      )
    );
  const place = { box: { left, width, ...box }, relation, picture, isAlone: false };
  return addBody(shapes, { figure, title: figure.verdict }, body, place).charts;
}

function head(
  shapes: ShapeList,
  { boxes, page, title: words, subtitle }: PptxSlide,
  look: TitleLook | undefined
): void {
  const { title } = boxes;
  const room = { left: SLIDE.side, width: WIDTH - 2 * SLIDE.side };
  const last = title.lines.length - 1;
  const size = title.size / PT;
  const lines = title.lines.map((line, i): Paragraph => ({
    runs: [{ text: i === last ? `${line}${page}` : line, size }],
    leading: 95
  }));
  const across = look?.box ? { left: look.box.left, width: look.box.width } : room;
  // Over two figures there may be no title: then the page stands at the foot alone.
  if (words !== '')
    shapes.add('标题', (named) =>
      textXml(named, { ...across, top: SLIDE.top, height: boxes.subtitle.top - SLIDE.top }, lines, {
        placeholder: PLACEHOLDERS.title,
        shrinks: true
      })
    );
  if (subtitle)
    shapes.add('副题', (named) =>
      textXml(
        named,
        { ...room, top: boxes.subtitle.top + 6, height: boxes.subtitle.height },
        [{ runs: [{ text: subtitle, size: SLIDE.subtitle / PT }] }],
        { placeholder: PLACEHOLDERS.subtitle, shrinks: true }
      )
    );
}

/** What was drawn over the slide and kept: lines that can be moved and deleted, above all else. */
function addInk(shapes: ShapeList, lines: readonly string[]): void {
  for (const line of lines) {
    const points = line.split(' ').map((point) => point.split(',').map(Number) as [number, number]);
    if (points.length > 1) shapes.add('笔迹', (named) => strokeXml(named, points, INK.colour, INK.width));
  }
}

/** As the pen of the wall draws. */
const INK = { colour: '#d92d20', width: 5 } as const;

function foot(shapes: ShapeList, slide: PptxSlide, { page, pages, logo }: SlidePlace): void {
  const { boxes, remarks, further, source } = slide;
  const room = { left: SLIDE.side, width: WIDTH - 2 * SLIDE.side };
  const small = (text: string): Paragraph => ({ runs: [{ text, size: SMALL }] });
  if (remarks.length > 0)
    shapes.add('说明', (named) =>
      textXml(
        named,
        { ...room, ...boxes.remarks },
        remarks.map((text) => small(text)),
        { placeholder: PLACEHOLDERS.remarks, anchor: 'b', shrinks: true }
      )
    );
  const before = further > 0 ? `其余${further}条说明见备注　` : '';
  const after = ` / ${pages}`;
  const own = Math.min(700, 40 + (before.length + String(page).length + after.length) * SLIDE.small);
  const line = { top: boxes.foot.top + 14, height: boxes.foot.height };
  const seal = logo && fitted(logo.picture, { left: SLIDE.side, top: line.top, width: 120, height: 36 });
  if (logo && seal) shapes.add('徽标', (named) => pictureXml(named, seal, logo.relation, '徽标'));
  const shift = seal ? seal.width + 24 : 0;
  const across = room.width - own - shift;
  // One line, or two in its least type: of larger type a second one would stand below the slide.
  const size = Math.min(
    SMALL,
    Math.max(LEAST_FOOT, Math.floor((SMALL * 2 * across) / (1.03 * drawnWidth(source, SMALL * PT))) / 2)
  );
  if (source)
    shapes.add('来源', (named) =>
      textXml(named, { ...line, left: room.left + shift, width: across }, [{ runs: [{ text: source, size }] }], {
        placeholder: PLACEHOLDERS.foot,
        shrinks: true
      })
    );
  const number = [
    ...(before ? [{ text: before, size: SMALL }] : []),
    { text: String(page), size: SMALL, isPage: true },
    { text: after, size: SMALL }
  ];
  shapes.add('页码', (named) =>
    textXml(named, { ...line, left: WIDTH - SLIDE.side - own, width: own }, [{ runs: number, align: 'right' }], {
      placeholder: PLACEHOLDERS.number
    })
  );
}
