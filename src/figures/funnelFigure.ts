import { funnelPlot } from '../charts/funnelPlot';
import { funnelChart } from '../charts/office/funnelChart';
import type { Views } from '../domain/address/views';
import { type Funnel, funnel, funnelIndicators, funnelSources, funnelTable } from '../domain/compare/funnel';
import type { Dataset } from '../domain/model/dataset';
import { placeLabel } from '../domain/wording/placeLabel';
import { periodLabel } from '../domain/time/periodLabel';
import { placesText } from './fileName';
import { fromAnswer, type Figure } from './figure';
import { oncePerView, withLazy } from './once';

export interface FunnelFigure extends Figure {
  readonly answer: Funnel;
}

/** One rate over places and their denominators, as the address says; undefined where the dataset has no such indicator. */
export const funnelFigure = oncePerView(computeFunnelFigure);

type View = Pick<Views['places'], 'indicator' | 'places' | 'includeOrganisations' | 'period' | 'focus'>;

function computeFunnelFigure(dataset: Dataset, view: View): FunnelFigure | undefined {
  const answer = funnel(dataset, {
    indicator: indicatorShown(dataset, view.indicator),
    places: view.places,
    includeOrganisations: view.includeOrganisations,
    period: view.period || undefined,
    focus: view.focus || undefined
  });
  if (!answer) return undefined;
  const [first] = answer.rows;
  return withLazy<FunnelFigure, 'table' | 'citations'>(
    {
      answer,
      ...fromAnswer(answer),
      indicator: answer.indicator,
      reporters: answer.rows.map(({ row }) => placeLabel(row.place)),
      absent: [
        { title: '未列入', items: answer.excluded.map((left) => ({ ...left, evidence: left.observation })) },
        { title: '无数据', items: answer.comparison.missing }
      ],
      spotlight: answer.rows.length > 1 && answer.rows.some(({ row }) => row.isFocus) ? view.focus : '',
      file: [
        `${answer.indicator.name}漏斗图`,
        placesText(answer.rows.map(({ row }) => row.place)),
        first ? periodLabel(first.row.observation.period) : ''
      ],
      body: {
        kind: 'chart',
        rows: 0,
        leastRow: 0,
        frame: 0,
        part: () => (context) => funnelPlot(answer, context),
        ...(answer.rows.length > 0 ? { native: () => funnelChart(answer) } : {}),
        owners: null
      }
    },
    { table: () => funnelTable(answer), citations: () => funnelSources(answer) }
  );
}

/** The indicator asked for where it has its parts, else the first that has. */
function indicatorShown(dataset: Dataset, asked: string): string {
  const known = funnelIndicators(dataset);
  return known.some(({ indicator }) => indicator.id === asked) ? asked : (known[0]?.indicator.id ?? asked);
}
