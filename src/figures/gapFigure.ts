import type { Views } from '../domain/address/views';
import { progressBoard } from '../domain/board/board';
import { taskCards } from '../domain/cards/taskCard';
import type { GapContribution } from '../domain/contribution/answer';
import { gapContribution } from '../domain/contribution/gap';
import { contributionSources, contributionTable } from '../domain/contribution/table';
import type { Dataset } from '../domain/model/dataset';
import { placeLabel } from '../domain/wording/placeLabel';
import { untilText } from './fileName';
import { type Figure, fromAnswer } from './figure';
import { oncePerView, withLazy } from './once';
import { progressQuery } from './progressQuery';
import { waterfallBody } from './waterfallBody';

export interface GapFigure extends Figure {
  readonly answer: GapContribution;
}

/**
 * 为什么慢: the gap of the task of the address, else of the one furthest behind; undefined where the dataset has no results
 * of tasks.
 */
export const gapFigure = oncePerView(computeGapFigure);

function computeGapFigure(dataset: Dataset, view: Views['progress']): GapFigure | undefined {
  const { query, place } = progressQuery(dataset, view);
  const programme =
    view.programme || progressBoard(dataset, { ...query, light: undefined, sort: 'lag' }).rows[0]?.programme.id;
  const asked = view.organisation || place;
  const answer = gapContribution(dataset, {
    programme: programme ?? '',
    kind: view.gap,
    rule: query.rule,
    ...(asked ? { place: asked } : {}),
    ...(query.period ? { period: query.period } : {}),
    ...(query.reported ? { reported: query.reported } : {})
  });
  if (!answer) return undefined;
  return withLazy<GapFigure, 'table' | 'citations'>(
    {
      answer,
      ...fromAnswer(answer),
      taskCards: taskCards(dataset, [answer]),
      reporters: answer.shares.flatMap((s) => (s.place ? [placeLabel(s.place)] : [])),
      absent: [{ title: '未列入', items: answer.absent }],
      file: [`${answer.programme.name}-差在哪里`, placeLabel(answer.place), untilText(answer.cutoff)],
      body: waterfallBody(answer)
    },
    { table: () => contributionTable(answer), citations: () => contributionSources(answer) }
  );
}
