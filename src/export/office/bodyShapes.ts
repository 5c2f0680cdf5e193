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
          { ...content, shrinks: true }
        )
      );
      return NO_CHARTS;
    case 'picture': {
      if (!picture) return NO_CHARTS;
      const scale = Math.min(box.width / picture.width, box.height / picture.height);
      const size = { width: picture.width * scale, height: picture.height * scale };
      shapes.add('图', (named) => pictureXml(named, { ...box, ...size }, relation, slide.title));
      return NO_CHARTS;
    }
    case 'empty':
      shapes.add('说明', (named) =>
        textXml(
          named,
          box,
          body.text
            .split('\n')
            .map((text) => ({ runs: [{ text, size: 20, colour: palette.inkSoft }], align: 'center' })),
          { ...content, anchor: 'ctr' }
        )
      );
      return NO_CHARTS;
  }
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
  { chart, key, names, besides }: Extract<SingleBody, { kind: 'chart' }>,
  { box, relation, isAlone }: BodyPlace
): AddedCharts {
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
  const margin = chart.hasMargin ? box.width * CALLOUT_MARGIN : 0;
  const height = Math.max(60, box.height - keyHeight);
  const isTwoLines = rows <= FEW_ROWS && (height * 0.9) / rows >= 2 * LINE * font * PT;
  const besideRoom = besideSize(besides, font, isTwoLines, box.width);
  const frame = { ...box, top: box.top + keyHeight, height, width: box.width - margin - besideRoom.width };
  const room: ChartRoom = { width: frame.width / PT, height: frame.height / PT, font, names };
  const alone = !chart.lights && !chart.beside && !chart.callouts?.length;
  const description = chart.series[0]!.name;
  shapes.add(description, (named) =>
    chartFrameXml(named, frame, {
      relation,
      description,
      ...(alone && isAlone ? { placeholder: PLACEHOLDERS.content } : {})
    })
  );
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
    const columnFrame = { left: frame.left + frame.width, width: besideRoom.width };
    const text = (value: string, colour: string): Paragraph => ({
      runs: [{ text: value, size: besideRoom.font, colour }],
      align: 'right'
    });
    shapes.add(beside.title, (named) =>
      textXml(named, { ...columnFrame, top: box.top, height: keyHeight || 40 }, [text(beside.title, palette.inkSoft)])
    );
    middles.rows.forEach((middle, i) => {
      const lines = isTwoLines ? beside.texts[i]!.split('　') : [beside.texts[i]!];
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
  addCallouts(shapes, chart, room, { frame, bounds: { ...frame, width: box.width }, beside: besideRoom.width });
  if (!alone) shapes.group('图', box, first);
  return { charts: [{ relation, chart, room }], alone };
}
