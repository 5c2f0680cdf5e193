/** Two figures on one slide, each with its finding above it: the pages, places and type of the wall. */
import type { Figure, PairBody } from '../../figures/figure';
import { GAP, HEADING, isStacked, paneFormat, paneHeading } from '../../slides/pairPlan';
import { slideSteps } from '../../slides/slidePlan';
import type { SlideStep } from '../../slides/slideStep';
import { slideBoxes } from '../../slides/slideBoxes';
import { innerWidth, lineCount, SLIDE } from '../../slides/slideText';
import { paneBody, PPTX_FORMAT, type SlideBody, type SlidePane } from './slideBodies';

/**
 * A body a step; both sides turn their pages together.
 * @param less units that remarks of the editable charts take from their room
 */
export function pairBodies(
  figure: Figure,
  pair: PairBody,
  title: string,
  problems: readonly string[],
  less = 0
): SlideBody[] {
  const { body } = slideBoxes(figure, title, PPTX_FORMAT, problems);
  const room = { top: body.top, height: body.height - less };
  return slideSteps(figure, title, PPTX_FORMAT, problems).map((step): SlideBody => ({
    kind: 'pair',
    panes: [
      { side: pair.left, own: step },
      { side: pair.right, own: step.beside! }
    ].map(({ side, own }, at) => pane(pair, side, own, roomOf(pair, at, room, step.share)))
  }));
}

interface Room {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** The room of the first or second of the two. */
function roomOf(pair: PairBody, at: number, { top, height }: { top: number; height: number }, share = 0.5): Room {
  const whole = innerWidth(PPTX_FORMAT);
  if (!isStacked(pair)) {
    const width = (whole - GAP.across) / 2;
    return { left: SLIDE.side + at * (width + GAP.across), width, top, height };
  }
  const shares = [share, 1 - share] as const;
  const free = height - GAP.down;
  return {
    left: SLIDE.side,
    width: whole,
    top: at === 0 ? top : top + free * shares[0] + GAP.down,
    height: free * shares[at]!
  };
}

function pane(pair: PairBody, figure: Figure, step: SlideStep, { left, width, top, height }: Room): SlidePane {
  const heading = paneHeading(pair, figure, PPTX_FORMAT);
  const subtitleTop = top + heading.lines.length * heading.size * 1.3 + HEADING.subtitle;
  const subtitleHeight = figure.subtitle
    ? lineCount(figure.subtitle, SLIDE.small, innerWidth(paneFormat(pair, PPTX_FORMAT))) * SLIDE.small * 1.4
    : 0;
  const bodyTop = subtitleTop + subtitleHeight + HEADING.below;
  const box = { top: bodyTop, height: top + height - bodyTop };
  return {
    figure,
    heading,
    left,
    width,
    headingTop: top,
    subtitle: { top: subtitleTop, height: subtitleHeight },
    box,
    body: paneBody(figure, step, { width, height: box.height })
  };
}
