import { CHANGE_BARS, changeBars } from '../charts/changeBars';
import { changeChart } from '../charts/office/changeChart';
import type { Views } from '../domain/address/views';
import type { Dataset } from '../domain/model/dataset';
import { memoByDataset } from '../domain/model/memo';
import { nearestPlace } from '../domain/model/nearestPlace';
import type { Place } from '../domain/model/records';
import { CHANGE_KINDS } from '../domain/trend/changeKind';
import { CHANGE_BASE_WORDS } from '../domain/trend/changeBase';
import type { Steps } from '../domain/steps/steps';
import { changePlaces, changePlacesSteps } from '../domain/trend/changePlaces';
import { changeBoard, changeBoardSteps } from '../domain/trend/changes';
import type { ChangeBoard } from '../domain/trend/changesAnswer';
import { boardSources, changeTable } from '../domain/trend/changesTable';
import { placeLabel } from '../domain/wording/placeLabel';
import { untilText } from './fileName';
import { type ChartBody, fromAnswer, type Figure, type OwnNotice } from './figure';
import { againstOf } from './againstOf';
import { oncePerView, withLazy } from './once';

export interface ChangesFigure extends Figure {
  readonly answer: ChangeBoard;
  readonly body: ChartBody;
  /** Places with a change, most first. */
  readonly choosable: readonly Place[];
  /** Where the reader's own place has no change and another stands here. */
  readonly own: OwnNotice | null;
}

const placesOf = memoByDataset((dataset): readonly Place[] => changePlaces(dataset).map((entry) => entry.place));

/**
 * The indicators of one place against the year before: the place of the address, else the reader's own, else the one
 * with most. Undefined where no report of the dataset allows it.
 */
export const changesFigure = oncePerView(computeChangesFigure);

type ChangesView = Pick<Views['periods'], 'place' | 'kind' | 'focus' | 'against' | 'baseYear'>;

/** What takes long of it, in parts. */
export function* prepareChanges(dataset: Dataset, view: ChangesView): Steps<void> {
  yield* changePlacesSteps(dataset);
  yield* changeBoardSteps(dataset, view.place || ownPlace(dataset, view)?.id || '', againstOf(view));
}

/** The reader's own place or, where it has no change, the nearest that has; without one that with most. */
function ownPlace(dataset: Dataset, view: ChangesView): Place | undefined {
  const choosable = placesOf(dataset);
  const focus = dataset.place(view.focus);
  const isChoosable = (place: Place) => choosable.includes(place);
  return focus && !isChoosable(focus) ? nearestPlace(dataset, focus, isChoosable) : (focus ?? choosable[0]);
}

function computeChangesFigure(dataset: Dataset, view: ChangesView): ChangesFigure | undefined {
  const choosable = placesOf(dataset);
  const focus = dataset.place(view.focus);
  const own = ownPlace(dataset, view);
  const answer = changeBoard(
    dataset,
    view.place || own?.id || '',
    CHANGE_KINDS.find((kind) => kind === view.kind),
    againstOf(view)
  );
  if (!answer) return undefined;
  return withLazy<ChangesFigure, 'table' | 'citations'>(
    {
      answer,
      choosable,
      own:
        focus && !view.place && own !== focus
          ? {
              text: `关注的${placeLabel(focus)}没有两期可比的数，这里是最近的${placeLabel(answer.place)}。`,
              offer: null
            }
          : null,
      ...fromAnswer(answer),
      // Every change has a figure.
      isCited: answer.rows.length > 0,
      file: [
        answer.against.base === 'year' ? '同比' : CHANGE_BASE_WORDS[answer.against.base],
        placeLabel(answer.place),
        untilText(answer.cutoff)
      ],
      body: {
        kind: 'chart',
        rows: answer.rows.length,
        leastRow: CHANGE_BARS.leastRow,
        frame: CHANGE_BARS.frame,
        part: (from, to) => (context) => changeBars(answer, context, { from, to }),
        native: (from, to) => changeChart(answer, from, to),
        names: answer.rows.map((row) => row.indicator.name),
        pick: (chosen) => {
          const part = { ...answer, rows: chosen.map((at) => answer.rows[at]!) };
          return {
            part: (from, to) => (context) => changeBars(part, context, { from, to }),
            native: (from, to) => changeChart(part, from, to)
          };
        },
        owners: null
      }
    },
    { table: () => changeTable(answer), citations: () => boardSources(answer) }
  );
}
