import type { Views } from '../domain/address/views';
import type { ChangeContribution } from '../domain/contribution/answer';
import { changeContribution } from '../domain/contribution/change';
import { explainedPlaces } from '../domain/contribution/explained';
import { contributionSources, contributionTable } from '../domain/contribution/table';
import type { Dataset } from '../domain/model/dataset';
import type { Place } from '../domain/model/records';
import { CHANGE_BASE_WORDS } from '../domain/trend/changeBase';
import { placeLabel } from '../domain/wording/placeLabel';
import { againstOf } from './againstOf';
import { type Figure, fromAnswer } from './figure';
import { oncePerView, withLazy } from './once';
import { waterfallBody } from './waterfallBody';

export interface ChangeWhyFigure extends Figure {
  readonly answer: ChangeContribution;
  /** Places with units that report the indicator. */
  readonly choosable: readonly Place[];
}

/**
 * 为什么变了: the change of the place of the address, else of the reader's own or the one that it belongs to, else of the
 * first that has units. Undefined where no place of the indicator has any.
 */
export const changeWhyFigure = oncePerView(computeChangeWhyFigure);

function computeChangeWhyFigure(dataset: Dataset, view: Views['periods']): ChangeWhyFigure | undefined {
  const choosable = explainedPlaces(dataset, view.indicator);
  const focus = dataset.place(view.focus);
  const own = [focus?.id, focus?.parent].find((id) => choosable.some((place) => place.id === id));
  const answer = changeContribution(dataset, {
    indicator: view.indicator,
    place: view.place || own || choosable[0]?.id || '',
    against: againstOf(view),
    focus: view.focus,
    ...(view.period ? { period: view.period } : {})
  });
  if (!answer) return undefined;
  return withLazy<ChangeWhyFigure, 'table' | 'citations'>(
    {
      answer,
      choosable,
      ...fromAnswer(answer),
      indicator: answer.indicator,
      reporters: answer.shares.flatMap((s) => (s.place ? [placeLabel(s.place)] : [])),
      absent: [{ title: '未列入', items: answer.absent }],
      file: [
        `${answer.indicator.name}-为什么${CHANGE_BASE_WORDS[answer.against.base]}变了`,
        placeLabel(answer.place),
        answer.period ? answer.heads.now : ''
      ],
      body: waterfallBody(answer)
    },
    { table: () => contributionTable(answer), citations: () => contributionSources(answer) }
  );
}
