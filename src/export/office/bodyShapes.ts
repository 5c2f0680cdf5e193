/** The shapes of what a slide shows: chart, table, large figures, sentences, picture. */
import { CALLOUT_MARGIN } from '../../charts/calloutLayout';
import { LIGHT_PALETTES, palette } from '../../charts/theme';
import type { Figure } from '../../figures/figure';
import { drawnWidth } from '../plan/drawnWidth';
import type { SingleBody } from '../plan/slideBodies';
import { SLIDE } from '../../slides/slideText';
import { addAreas } from './areaXml';
import { addCallouts } from './calloutShapes';
import { rowMiddles, type ChartRoom, type PlacedChart } from './chartGeometry';
import { chartFrameXml, pictureXml, textXml, type ShapeBox, type Paragraph } from './drawingXml';
import { PLACEHOLDERS } from './masterXml';
import { addNames } from './rowNames';
import type { ShapeList } from './shapeList';
import { addSmallCharts } from './smallCharts';
import { addCards, gridXml } from './tableShapes';

/** Two units are a point. */
export const PT = 2;
/** Type of the foot, of remarks and of keys, in pt. */
export const SMALL = SLIDE.small / PT;
/** Right of a chart for the figures of its rows: at most this share of the width; between both, in units. */
const BESIDE = { most: 0.36, gap: 24 } as const;
/** In two lines where there are few rows, each with its lead on a line of its own. */
const FEW_ROWS = 8;
const LINE = 1.25;
/** Of the line of a key, in units. */
const KEY_HEIGHT = 44;

export interface DrawnPicture {
  /** In px, for its ratio. */
  readonly width: number;
  readonly height: number;
}

export interface BodyPlace {
  readonly box: ShapeBox;
  /** Of its chart or picture. */
  readonly relation: string;
  readonly picture: DrawnPicture | undefined;
  /** Nothing stands beside it: it fills the placeholder of the slide. */
  readonly isAlone: boolean;
}

/** Puts a body on the slide. @returns the charts that are to be written for it */
export function addBody(
  shapes: ShapeList,
  slide: { readonly figure: Figure | undefined; readonly title: string },
  body: SingleBody,
  place: BodyPlace
): AddedCharts {
  const { box, relation, picture } = place;
  const content = place.isAlone ? { placeholder: PLACEHOLDERS.content } : {};
  switch (body.kind) {
    case 'chart':
      return addChart(shapes, slide.figure, body, place);
    case 'charts': {
      const { width, height } = box;
      const small = body.form.build({ width, height, scale: body.scale });
      return { charts: addSmallCharts(shapes, small, box, relation), alone: false };
    }
    case 'areas': {
      const { width, height } = box;
      addAreas(shapes, body.shapes({ width, height, scale: body.scale }), box);
      return NO_CHARTS;
    }
    case 'table':
      shapes.add('表格', (named) => gridXml(named, body.grid, box, place.isAlone));
      return NO_CHARTS;
    case 'cards':
      addCards(shapes, body.items, box);
      return NO_CHARTS;
    // Written by `addCover`.
    case 'cover':
      return NO_CHARTS;
    case 'list': {
      const text = listText(body);
      shapes.add('要点', (named) => textXml(named, box, text, { ...content, shrinks: true }));
      return NO_CHARTS;
    }
    case 'picture':
      if (picture) shapes.add('图', (named) => pictureXml(named, fittedBox(picture, box), relation, slide.title));
      return NO_CHARTS;
    case 'empty': {
      const text = emptyText(body.text);
      shapes.add('说明', (named) => textXml(named, box, text, { ...content, anchor: 'ctr' }));
      return NO_CHARTS;
    }
  }
}

/** Sentences with bullets, or without in the size that is asked for. */
function listText({ items, size }: Extract<SingleBody, { kind: 'list' }>): Paragraph[] {
  return items.map((text) => ({
    runs: [{ text, size: size ?? 16, colour: palette.ink }],
    bullet: size === undefined,
    after: 10
  }));
}

/** What stands where there is nothing to show, a paragraph a line. */
function emptyText(words: string): Paragraph[] {
  return words.split('\n').map((text) => ({
    runs: [{ text, size: 20, colour: palette.inkSoft }],
    align: 'center'
  }));
}

/** As large as the box lets it be, at its upper left. */
function fittedBox(picture: DrawnPicture, box: ShapeBox): ShapeBox {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  return { ...box, width: picture.width * scale, height: picture.height * scale };
}

/** Room and type of the figures beside the rows: as wide as they are, smaller where that would leave the bars too little. */
function besideSize(
  texts: readonly string[],
  font: number,
  isTwoLines: boolean,
  width: number
): { readonly width: number; readonly font: number } {
  if (texts.length === 0) return { width: 0, font };
  const lines = isTwoLines ? texts.flatMap((text) => text.split('　')) : texts;
  const wanted = lines.reduce((most, line) => Math.max(most, drawnWidth(line, font)), 0) * PT * 1.04 + BESIDE.gap;
  const room = Math.min(wanted, width * BESIDE.most);
  return { width: room, font: Math.max(9, Math.floor((2 * font * room) / wanted) / 2) };
}

export interface AddedCharts {
  readonly charts: readonly PlacedChart[];
  /** Whether there is one, and nothing drawn around it: then it fills the placeholder of the slide. */
  readonly alone: boolean;
}

const NO_CHARTS: AddedCharts = { charts: [], alone: false };

/** A chart with what no program has in its charts (lights in names, figures beside): one group. */
function addChart(
  shapes: ShapeList,
  figure: Figure | undefined,
  body: ChartBody,
  { box, relation, isAlone }: BodyPlace
): AddedCharts {
  const { chart, key } = body;
  const first = shapes.length;
  const layout = chartLayout(body, box);
  const { frame, room, font, middles } = layout;
  const alone = !chart.lights && !chart.beside && !chart.callouts?.length;
  if (key.length > 0) addKey(shapes, key, { ...box, height: layout.keyHeight });
  const description = chart.series[0]!.name;
  const placeholder = alone && isAlone ? { placeholder: PLACEHOLDERS.content } : {};
  shapes.add(description, (named) => chartFrameXml(named, frame, { relation, description, ...placeholder }));
  if (chart.lights)
    addNames(shapes, chart.categories, chart.lights, LIGHT_PALETTES[figure?.lights ?? '红黄绿'], {
      ...{ frame, middles: middles.rows, font },
      width: middles.left * frame.width - 14
    });
  addBeside(shapes, chart, layout, box);
  const bounds = { ...frame, width: box.width };
  addCallouts(shapes, chart, room, { frame, bounds, beside: layout.beside.width });
  if (!alone) shapes.group('图', box, first);
  return { charts: [{ relation, chart, room }], alone };
}

type ChartBody = Extract<SingleBody, { kind: 'chart' }>;

/** Where the parts of a chart stand on the slide, in units, and how large their type is, in pt. */
interface ChartLayout {
  readonly keyHeight: number;
  /** What the office program draws. */
  readonly frame: ShapeBox;
  readonly room: ChartRoom;
  readonly font: number;
  readonly middles: ReturnType<typeof rowMiddles>;
  /** Of the figures right of the rows. */
  readonly beside: { readonly width: number; readonly font: number; readonly isTwoLines: boolean };
}

/** From above the key, then the chart, right of it the figures of its rows, right of those a margin for remarks. */
function chartLayout({ chart, key, names, besides }: ChartBody, box: ShapeBox): ChartLayout {
  const keyHeight = key.length > 0 ? KEY_HEIGHT : 0;
  const rows = Math.max(1, chart.categories.length);
  const font = rows <= 4 ? 16 : rows <= 8 ? 14 : 12;
  const margin = chart.hasMargin ? box.width * CALLOUT_MARGIN : 0;
  const height = Math.max(60, box.height - keyHeight);
  const isTwoLines = rows <= FEW_ROWS && (height * 0.9) / rows >= 2 * LINE * font * PT;
  const beside = { ...besideSize(besides, font, isTwoLines, box.width), isTwoLines };
  const frame = { ...box, top: box.top + keyHeight, height, width: box.width - margin - beside.width };
  const room: ChartRoom = { width: frame.width / PT, height: frame.height / PT, font, names };
  return { ...{ keyHeight, frame, room, font, beside }, middles: rowMiddles(chart, room) };
}

function addKey(shapes: ShapeList, key: ChartBody['key'], box: ShapeBox): void {
  const runs = key.flatMap(({ mark, colour, text }) => [
    { text: `${mark} `, size: SMALL, colour, bold: true },
    { text: `${text}　　`, size: SMALL, colour: palette.inkSoft }
  ]);
  shapes.add('图例', (named) => textXml(named, box, [{ runs }]));
}

/** The figures of the rows, each at the height of its row, under their heading. */
function addBeside(
  shapes: ShapeList,
  { beside, categories }: ChartBody['chart'],
  { frame, keyHeight, middles, beside: { width, font, isTwoLines } }: ChartLayout,
  box: ShapeBox
): void {
  if (!beside) return;
  const column = { left: frame.left + frame.width, width };
  const text = (value: string, colour: string): Paragraph => ({
    runs: [{ text: value, size: font, colour }],
    align: 'right'
  });
  shapes.add(beside.title, (named) =>
    textXml(named, { ...column, top: box.top, height: keyHeight || 40 }, [text(beside.title, palette.inkSoft)])
  );
  middles.rows.forEach((middle, i) => {
    const lines = isTwoLines ? beside.texts[i]!.split('　') : [beside.texts[i]!];
    shapes.add(categories[i]!, (named) =>
      textXml(
        named,
        { ...column, top: frame.top + middle * frame.height - 40, height: 80 },
        lines.map((line) => text(line, palette.ink)),
        { anchor: 'ctr' }
      )
    );
  });
}
