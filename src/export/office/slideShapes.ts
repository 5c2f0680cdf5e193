/** The shapes of one slide, in the order in which they lie on it. */
import { LIGHT_PALETTES, palette } from '../../charts/theme';
import { SLIDE } from '../../slides/slideText';
import type { PptxSlide, SlideBody } from '../plan/pptxPlan';
import { rowMiddles, strokesOf, type ChartRoom } from './chartGeometry';
import { addCover, fitted, type Logo } from './cover';
import { chartFrameXml, lineXml, pictureXml, textXml, type Box, type Paragraph } from './drawingXml';
import { PLACEHOLDERS, type Layout } from './masterXml';
import { addNames } from './rowNames';
import { ShapeList } from './shapeList';
import type { TitleLook } from '../../domain/deck/officeTemplate';
import { addCards, gridXml } from './tableShapes';

/** Two units are a point. */
const PT = 2;
const WIDTH = 1920;
/** Type of the foot and of the remarks, in pt. */
const SMALL = SLIDE.small / PT;
/** Units right of a chart for the figures of its rows. */
const BESIDE = 420;

export interface DrawnPicture {
  /** In px, for its ratio. */
  readonly width: number;
  readonly height: number;
}

export interface SlideShapes {
  readonly xml: string;
  /** Where a chart is among them, and how it is to be laid out. */
  readonly chart?: ChartRoom;
  readonly layout: Layout;
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
 * @param relation of its chart or picture
 * @param picture size of the picture, where its body is one
 */
export function slideShapes(
  slide: PptxSlide,
  place: SlidePlace,
  relation: string,
  picture?: DrawnPicture
): SlideShapes {
  const shapes = new ShapeList();
  if (slide.body.kind === 'cover') {
    addCover(shapes, slide, slide.body, place.logo?.picture, place.logo?.relation ?? '');
    foot(shapes, slide, { ...place, logo: undefined });
    return { xml: shapes.xml(), layout: 'cover' };
  }
  head(shapes, slide, place.title);
  const { body, boxes } = slide;
  const box = { left: SLIDE.side, width: WIDTH - 2 * SLIDE.side, ...boxes.body };
  const chart = addBody(shapes, slide, body, box, relation, picture);
  foot(shapes, slide, place);
  const isContent = body.kind === 'list' || body.kind === 'table' || body.kind === 'empty' || chart?.alone === true;
  return {
    xml: shapes.xml(),
    ...(chart ? { chart: chart.room } : {}),
    layout: isContent ? 'content' : 'titleOnly'
  };
}

function head(shapes: ShapeList, { boxes, page, subtitle }: PptxSlide, look: TitleLook | undefined): void {
  const { title } = boxes;
  const room = { left: SLIDE.side, width: WIDTH - 2 * SLIDE.side };
  const last = title.lines.length - 1;
  const size = title.size / PT;
  const lines = title.lines.map((line, i): Paragraph => ({
    runs: [{ text: i === last ? `${line}${page}` : line, size }],
    leading: 95
  }));
  const across = look?.box ? { left: look.box.left, width: look.box.width } : room;
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
  if (source)
    shapes.add('来源', (named) =>
      textXml(named, { ...line, left: room.left + shift, width: room.width - own - shift }, [small(source)], {
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

function addBody(
  shapes: ShapeList,
  slide: PptxSlide,
  body: SlideBody,
  box: Box,
  relation: string,
  picture: DrawnPicture | undefined
): AddedChart | undefined {
  switch (body.kind) {
    case 'chart':
      return addChart(shapes, slide, body, box, relation);
    case 'table':
      shapes.add('表格', (named) => gridXml(named, body.grid, box));
      return undefined;
    case 'cards':
      addCards(shapes, body.items, box);
      return undefined;
    // Written by `addCover`.
    case 'cover':
      return undefined;
    case 'list':
      shapes.add('要点', (named) =>
        textXml(
          named,
          box,
          body.items.map((text) => ({
            runs: [{ text, size: body.size ?? 16, colour: palette.ink }],
            bullet: body.size === undefined,
            after: 10
          })),
          { placeholder: PLACEHOLDERS.content, shrinks: true }
        )
      );
      return undefined;
    case 'picture': {
      if (!picture) return undefined;
      const scale = Math.min(box.width / picture.width, box.height / picture.height);
      const size = { width: picture.width * scale, height: picture.height * scale };
      shapes.add('图', (named) => pictureXml(named, { ...box, ...size }, relation, slide.title));
      return undefined;
    }
    case 'empty':
      shapes.add('说明', (named) =>
        textXml(
          named,
          box,
          body.text
            .split('\n')
            .map((text) => ({ runs: [{ text, size: 20, colour: palette.inkSoft }], align: 'center' })),
          { placeholder: PLACEHOLDERS.content, anchor: 'ctr' }
        )
      );
      return undefined;
  }
}

interface AddedChart {
  readonly room: ChartRoom;
  /** Whether nothing is drawn around it: then it fills the placeholder of the slide. */
  readonly alone: boolean;
}

/** A chart with what no program has in its charts (strokes across bars, lights in names, figures beside): one group. */
function addChart(
  shapes: ShapeList,
  { figure }: PptxSlide,
  { chart, key, names }: Extract<SlideBody, { kind: 'chart' }>,
  box: Box,
  relation: string
): AddedChart {
  const first = shapes.length;
  const keyHeight = key.length > 0 ? 44 : 0;
  if (key.length > 0)
    shapes.add('图例', (named) =>
      textXml(named, { ...box, height: keyHeight }, [
        {
          runs: key.flatMap(({ mark, colour, text }) => [
            { text: `${mark} `, size: SMALL, colour, bold: true },
            { text: `${text}　　`, size: SMALL, colour: palette.inkSoft }
          ])
        }
      ])
    );
  const rows = Math.max(1, chart.categories.length);
  const font = rows <= 4 ? 16 : rows <= 8 ? 14 : 12;
  const frame = {
    ...box,
    top: box.top + keyHeight,
    height: Math.max(60, box.height - keyHeight),
    width: chart.beside ? box.width - BESIDE : box.width
  };
  const room: ChartRoom = { width: frame.width / PT, height: frame.height / PT, font, names };
  const strokes = strokesOf(chart, room);
  const alone = strokes.length === 0 && !chart.lights && !chart.beside;
  const description = chart.series[0]!.name;
  shapes.add(description, (named) =>
    chartFrameXml(named, frame, { relation, description, ...(alone ? { placeholder: PLACEHOLDERS.content } : {}) })
  );
  for (const stroke of strokes) {
    const line = {
      left: frame.left + stroke.x * frame.width,
      top: frame.top + stroke.from * frame.height,
      width: 0,
      height: (stroke.to - stroke.from) * frame.height
    };
    shapes.add(stroke.name, (named) => lineXml(named, line, stroke.colour, 2, stroke.dashed));
  }
  const middles = rowMiddles(chart, room);
  if (chart.lights)
    addNames(shapes, chart.categories, chart.lights, LIGHT_PALETTES[figure?.lights ?? '红黄绿'], {
      frame,
      middles: middles.rows,
      width: middles.left * frame.width - 14,
      font
    });
  const { beside } = chart;
  if (beside) {
    const columnFrame = { left: frame.left + frame.width, width: BESIDE };
    const text = (value: string, colour: string): Paragraph => ({
      runs: [{ text: value, size: font, colour }],
      align: 'right'
    });
    shapes.add(beside.title, (named) =>
      textXml(named, { ...columnFrame, top: box.top, height: keyHeight || 40 }, [text(beside.title, palette.inkSoft)])
    );
    middles.rows.forEach((middle, i) => {
      // Where the rows are high enough the lead has a line of its own.
      const lines = rows <= 8 ? beside.texts[i]!.split('　') : [beside.texts[i]!];
      shapes.add(chart.categories[i]!, (named) =>
        textXml(
          named,
          { ...columnFrame, top: frame.top + middle * frame.height - 40, height: 80 },
          lines.map((line) => text(line, palette.ink)),
          { anchor: 'ctr' }
        )
      );
    });
  }
  if (!alone) shapes.group('图', box, first);
  return { room, alone };
}
