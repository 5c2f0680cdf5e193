import type { Views } from '../domain/address/views';
import type { Dataset } from '../domain/model/dataset';
import type { Steps } from '../domain/steps/steps';
import { lastingPlacesSteps } from '../domain/trend/coverage';
import { changesFigure, prepareChanges } from './changesFigure';
import { facetsFigure } from './facetsFigure';
import { periodsFigure } from './periodsFigure';

/** What takes long of 时期对比, in parts: which indicators have two periods, then the figure of the tab. */
export function* preparePeriods(dataset: Dataset, view: Views['periods']): Steps<void> {
  if (view.tab === 'changes') {
    yield* prepareChanges(dataset, view);
    changesFigure(dataset, view);
    return;
  }
  yield* lastingPlacesSteps(dataset);
  if (view.tab === 'facets') facetsFigure(dataset, view);
  else if (view.tab === 'one') periodsFigure(dataset, view);
}
