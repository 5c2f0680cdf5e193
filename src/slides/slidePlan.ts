/**
 * In how many steps a slide is shown and how large its type may be, worked out in the units of a wall 1,080 high and
 * not from the window: the wall and the presenter's window have to count the same steps whatever their size.
 */
import { CALLOUT_MARGIN } from '../charts/calloutLayout';
import { textWidth } from '../charts/drawing';
import { type ChartBody, type Figure, type PairBody, rowsAcross } from '../figures/figure';
import { READABLE_ROWS } from '../figures/readableRows';
import { cardPages } from './cardPlan';
import { heatSlides } from './heatPlan';
import { paneFormat, paneRoom, shareCost, stackShares, TIME_AXIS_WIDTH } from './pairPlan';
import { CELL, pages, plainStep, type SlideStep } from './slideStep';
import { evenRuns } from './tableLayout';
import { tableSteps } from './tablePlan';
import { wordsSteps } from './wordsPlan';
import { bodyRoom } from './slideBoxes';
import { innerWidth, SLIDE, type SlideFormat } from './slideText';

/** Type of a chart that has room to spare. */
const LARGEST_CHART = 2.6;
/** Narrower, at scale 1, a chart takes its form for a phone. */
const LEAST_CHART_WIDTH = 600;
/** The same of tasks, beside whose bars names and figures stand. */
const LEAST_BULLET_WIDTH = 650;
/** The steps of a slide, one at least. */
export function slideSteps(
  figure: Figure,
  title: string,
  format: SlideFormat,
  problems: readonly string[] = []
): SlideStep[] {
  return stepsIn(figure, title, bodyRoom(figure, title, format, problems), format);
}

/** The steps of a figure in a room of that height. */
function stepsIn(figure: Figure, title: string, room: number, format: SlideFormat): SlideStep[] {
  const { body } = figure;
  switch (body.kind) {
    case 'chart':
      return chartSteps(figure, body, room, format);
    case 'heat':
      return heatSlides(body, room, format);
    case 'list':
      return evenRuns(
        body.items.map((text) => itemHeight(text, format)),
        room
      ).map((part) => plainStep(part));
    case 'cards':
      return cardPages(body.items, room, format).map((part) => plainStep(part));
    case 'table':
      return tableSteps(figure, body, room, format);
    case 'words':
      return wordsSteps(figure, body, title, room, format).map((part) => plainStep(part, part.scale));
    case 'pair':
      return pairSteps(body, room, format);
  }
}

/**
 * Both sides turn their pages together; one that has fewer stays on its last. Nobody's own place comes first here. Of two
 * above each other that one has more of the height which has the more pages.
 */
function pairSteps(pair: PairBody, room: number, format: SlideFormat): SlideStep[] {
  const stepsAt = (share: number) =>
    [pair.left, pair.right].map((figure) =>
      stepsIn(
        { ...figure, spotlight: '' },
        figure.verdict,
        // The figure itself says on which side it is.
        paneRoom(pair, figure, room, format, share),
        paneFormat(pair, format)
      )
    ) as [SlideStep[], SlideStep[]];
  const choices = stackShares(pair, room, format).map((share) => {
    const steps = stepsAt(share);
    return { share, steps, cost: shareCost(share, [steps[0].length, steps[1].length]) };
  });
  const { share, steps } = choices.reduce((best, one) => (one.cost < best.cost ? one : best));
  const [own, beside] = steps;
  const at = (list: readonly SlideStep[], n: number) => list[Math.min(n, list.length - 1)]!;
  return Array.from({ length: Math.max(own.length, beside.length) }, (_, n) => ({
    ...at(own, n),
    beside: at(beside, n),
    share
  }));
}

/** A sentence of a list, with the room around it. */
function itemHeight(text: string, format: SlideFormat): number {
  const lines = Math.ceil((textWidth(text, LIST_TYPE * format.size) * CELL.wider) / innerWidth(format));
  return (Math.max(1, lines) * LIST_TYPE * 1.45 + 25) * format.size;
}

/** Type of a list. */
const LIST_TYPE = 32;

function chartSteps(figure: Figure, body: ChartBody, room: number, format: SlideFormat): SlideStep[] {
  const smallest = smallestScale(body, format);
  const most =
    body.rows === 0 ? 1 : Math.min(READABLE_ROWS, Math.max(1, fitting(body, smallest, room, format, 'least')));
  const all = body.rows === 0 ? [{ from: 0, to: 0 }] : pages(body.rows, most);
  const rows = all.reduce((longest, part) => Math.max(longest, part.to - part.from), 0);
  const scale = chartScale(body, rows, room, format);
  const steps = all.map((part) => plainStep(part, scale));
  if (!figure.spotlight) return steps;
  const at = body.owners ? body.owners.indexOf(figure.spotlight) : 0;
  const lit = steps.find((step) => body.rows === 0 || (step.from <= at && at < step.to)) ?? steps[0]!;
  return [{ ...lit, spotlight: figure.spotlight }, ...steps];
}

/**
 * In its form for a phone a chart has smaller type, which stays as large on the wall. Larger type (`format.size`) grows
 * only as far as the names of tasks stay whole; a chart that is narrow at the usual size has no room to grow.
 */
function smallestScale(body: ChartBody, format: SlideFormat): number {
  const width = chartWidth(body, format);
  const scaleAt = (size: number): number =>
    width / size / SLIDE.chartScale < LEAST_CHART_WIDTH ? (SLIDE.chartScale * 13) / 12 : SLIDE.chartScale;
  const usual = scaleAt(format.size);
  if (format.size <= 1 || body.rows === 0) return usual;
  const units = width / scaleAt(1);
  const least = units < LEAST_CHART_WIDTH ? units : body.legend === 'bullet' ? LEAST_BULLET_WIDTH : 0;
  return least === 0 ? usual : Math.min(usual, width / format.size / least);
}

/** What the remarks beside its bars leave a chart. */
function chartWidth({ rows, callouts }: ChartBody, format: SlideFormat): number {
  return innerWidth(format) * (callouts && rows > 0 ? 1 - CALLOUT_MARGIN : 1);
}

/** How many rows of a chart fit at a scale, each as low as it may be or no lower than usual. */
function fitting(body: ChartBody, scale: number, room: number, format: SlideFormat, lowest: 'least' | 'usual'): number {
  const px = scale * format.size;
  const width = chartWidth(body, format) / px;
  const least = body.leastRowAt?.(width) ?? body.leastRow;
  const usual = body.usualRowAt?.(width) ?? Math.max(body.leastRow, least);
  const leastRow = lowest === 'usual' ? usual : least;
  return Math.floor((room - body.frame * px) / (leastRow * px)) * rowsAcross(body, width);
}

/** The largest type at which that many rows fit. */
function chartScale(body: ChartBody, rows: number, room: number, format: SlideFormat): number {
  const width = chartWidth(body, format) / format.size;
  const widest = width / (body.rows === 0 ? TIME_AXIS_WIDTH : LEAST_CHART_WIDTH);
  const smallest = smallestScale(body, format);
  for (let scale = Math.min(LARGEST_CHART, widest); scale > smallest; scale -= 0.05) {
    if (body.rows === 0 || fitting(body, scale, room, format, 'usual') >= rows) return Math.round(scale * 100) / 100;
  }
  return smallest;
}
