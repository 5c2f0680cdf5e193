import type { Figure } from '../figures/figure';
import { withUsualRows } from '../figures/wallRows';
import { slideSteps } from '../slides/slidePlan';
import { useWallStore } from '../stores/wall';

/** From so many steps on a slide takes longer than anybody listens; whoever makes it is told. */
export const MANY_STEPS = 6;

/** How many steps a figure takes on the wall as it is set. */
export function stepsOnWall(figure: Figure): number {
  return slideSteps(withUsualRows(figure, false), figure.verdict, useWallStore().settings).length;
}
