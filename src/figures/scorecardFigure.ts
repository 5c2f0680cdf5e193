import type { Views } from '../domain/address/views';
import { heatTableTable } from '../domain/compare/heatTableTable';
import { overviewPeriod } from '../domain/findings/overviewPeriod';
import type { Dataset } from '../domain/model/dataset';
import type { Scorecard } from '../domain/scorecard/answer';
import type { ScorecardDefinition } from '../domain/model/scorecardDefinition';
import { scorecardOf, scorecardsOf } from '../domain/scorecard/definitions';
import { scorecard, scorecardSources } from '../domain/scorecard/scorecard';
import { parsePeriod } from '../domain/time/parsePeriod';
import { periodLabel } from '../domain/time/periodLabel';
import type { Figure } from './figure';
import { placesText } from './fileName';
import { againstOf } from './againstOf';
import { oncePerView, withLazy } from './once';

export interface ScorecardFigure extends Figure {
  readonly answer: Scorecard;
  /** To choose among. */
  readonly cards: readonly ScorecardDefinition[];
}

/** 记分表 of one time, as the address says. */
export const scorecardFigure = oncePerView(computeScorecardFigure);

type View = Pick<
  Views['overview'],
  'focus' | 'period' | 'card' | 'items' | 'by' | 'sort' | 'reversed' | 'against' | 'baseYear' | 'reference'
>;

function computeScorecardFigure(dataset: Dataset, view: View): ScorecardFigure {
  // Without any figure the table is as empty whatever the time.
  const within = overviewPeriod(dataset, view.period)?.period ?? parsePeriod('2000')!;
  const answer = scorecard(dataset, {
    card: scorecardOf(dataset, { within, by: view.by }, view.card, view.items),
    within,
    by: view.by,
    ...(view.focus ? { focus: view.focus } : {}),
    ...(view.sort ? { sort: view.sort } : {}),
    reversed: view.reversed,
    against: againstOf(view),
    reference: view.reference || 'none'
  });
  const { heat, rows } = answer;
  return withLazy<ScorecardFigure, 'table' | 'citations'>(
    {
      answer,
      cards: scorecardsOf(dataset, { within, by: view.by }),
      verdict: heat.verdict,
      subtitle: heat.subtitle,
      notes: heat.notes,
      sources: heat.sources,
      cutoff: heat.cutoff,
      reporters: [],
      absent: [],
      problems: [],
      spotlight: '',
      file: [`记分表-${answer.card.name}`, placesText(heat.places), periodLabel(within)],
      body: { kind: 'heat', answer: heat }
    },
    { table: () => heatTableTable(heat), citations: () => rows.flatMap((row) => row.cells.flatMap(scorecardSources)) }
  );
}
