import { CHANGE_BARS, changeBars } from '../charts/changeBars';
import { changeChart } from '../charts/office/changeChart';
import type { Views } from '../domain/address/views';
import type { Improvement } from '../domain/improvement/answer';
import { improvement } from '../domain/improvement/improvement';
import { improvementSources, improvementTable } from '../domain/improvement/table';
import { indicatorCoverage } from '../domain/model/coverage';
import type { Dataset } from '../domain/model/dataset';
import { periodLabel } from '../domain/time/periodLabel';
import { CHANGE_BASE_WORDS } from '../domain/trend/changeBase';
import type { Note } from '../domain/wording/note';
import { placeLabel } from '../domain/wording/placeLabel';
import { againstOf } from './againstOf';
import { placesText } from './fileName';
import type { Figure } from './figure';
import { oncePerView, withLazy } from './once';
import { STEADY } from './periodSteps';

export interface ImprovementFigure extends Figure {
  readonly answer: Improvement;
}

/** 进步榜: places by how much they improved; undefined where the dataset has no such indicator. */
export const improvementFigure = oncePerView(computeImprovementFigure);

function computeImprovementFigure(dataset: Dataset, view: Views['places']): ImprovementFigure | undefined {
  const indicatorId = judgedIndicator(dataset, view.indicator);
  const answer = improvement(dataset, {
    indicator: indicatorId,
    against: againstOf(view),
    places: view.places,
    includeOrganisations: view.includeOrganisations,
    focus: view.focus,
    ...(view.period ? { period: view.period, steady: true } : {})
  });
  if (!answer) return undefined;
  const { rows, indicator, period } = answer;
  return withLazy<ImprovementFigure, 'table' | 'citations'>(
    {
      answer,
      verdict: answer.verdict,
      subtitle: answer.subtitle,
      notes: [
        ...(indicatorId === view.indicator ? [] : [otherNote(dataset, view.indicator)]),
        ...answer.notes,
        ...(answer.steady?.length ? [STEADY] : [])
      ],
      sources: answer.sources,
      cutoff: answer.cutoff,
      indicator,
      reporters: rows.map((row) => placeLabel(row.place)),
      absent: [{ title: '缺其中一期', items: answer.without }],
      problems: [],
      spotlight: rows.length > 1 && rows.some((row) => row.isFocus) ? view.focus : '',
      file: [
        `${indicator.name}-进步榜${CHANGE_BASE_WORDS[answer.against.base]}`,
        placesText(rows.map((row) => row.place)),
        period ? periodLabel(period) : ''
      ],
      body: {
        kind: 'chart',
        rows: rows.length,
        leastRow: CHANGE_BARS.leastRow,
        frame: CHANGE_BARS.frame,
        part: (from, to) => (context) => changeBars(answer, context, { from, to }),
        native: (from, to) => changeChart(answer, from, to),
        owners: rows.map((row) => row.place.id)
      }
    },
    { table: () => improvementTable(answer), citations: () => improvementSources(answer) }
  );
}

/** The indicator asked for; of one that is neither good nor bad the one that most places report, of its theme first. */
function judgedIndicator(dataset: Dataset, asked: string): string {
  const indicator = dataset.indicator(asked);
  if (!indicator || indicator.better !== '不评价') return asked;
  const judged = indicatorCoverage(dataset)
    .filter((entry) => entry.indicator.better !== '不评价' && entry.places > 1)
    .sort((a, b) => b.places - a.places);
  const like = judged.find((entry) => entry.indicator.theme === indicator.theme) ?? judged[0];
  return like?.indicator.id ?? asked;
}

function otherNote(dataset: Dataset, asked: string): Note {
  return { level: '说明', text: `${dataset.indicator(asked)!.name}不分好坏，没有进步榜，这里换成分好坏的一项。` };
}
