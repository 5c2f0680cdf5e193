import { choiceProblems } from '../domain/address/problems';
import type { Views } from '../domain/address/views';
import { heatSources, heatTable, type HeatTable } from '../domain/compare/heatTable';
import { heatTableTable } from '../domain/compare/heatTableTable';
import { indicatorCoverage } from '../domain/model/coverage';
import type { Dataset } from '../domain/model/dataset';
import type { Indicator } from '../domain/model/records';
import { placesText, untilText } from './fileName';
import type { Figure } from './figure';
import { once, oncePerView } from './once';

export interface HeatFigure extends Figure {
  readonly answer: HeatTable;
  /** The theme shown; empty for all. */
  readonly theme: string;
  readonly themes: readonly string[];
}

/** Many indicators over the places: those that two or more report, of one theme or of all. */
export const heatFigure = oncePerView(computeHeatFigure);

function computeHeatFigure(dataset: Dataset, view: Pick<Views['places'], 'theme' | 'focus'>): HeatFigure {
  const covered = coveredIndicators(dataset);
  const themes = [...new Set(covered.map((indicator) => indicator.theme))];
  const theme = themes.includes(view.theme) ? view.theme : '';
  const shown = covered.filter((indicator) => !theme || indicator.theme === theme).map((indicator) => indicator.id);
  const answer = heatTable(dataset, {
    indicators: shown,
    places: densestPlaces(dataset, shown, view.focus),
    focus: view.focus || undefined
  });
  const table = once(() => heatTableTable(answer));
  const sourceLines = once(() => heatSources(answer));
  return {
    answer,
    theme,
    themes,
    verdict: answer.verdict,
    subtitle: answer.subtitle,
    notes: answer.notes,
    sources: answer.sources,
    cutoff: answer.cutoff,
    get table() {
      return table();
    },
    get sourceLines() {
      return sourceLines();
    },
    reporters: [],
    absent: [],
    problems: choiceProblems(
      'theme',
      view.theme,
      themes,
      `主题“${view.theme}”没有两地以上都有数据的指标，已改为全部主题。`
    ),
    spotlight: '',
    file: [`多项指标${theme ? `-${theme}` : ''}`, placesText(answer.places), untilText(answer.cutoff)],
    body: { kind: 'heat', answer }
  };
}

/** Those that most places report first: the densest part of the table is what is seen without scrolling. */
function coveredIndicators(dataset: Dataset): Indicator[] {
  return indicatorCoverage(dataset)
    .filter((entry) => entry.places >= 2)
    .sort((a, b) => b.places - a.places)
    .map((entry) => entry.indicator);
}

/** The reader's own place first, then by how many of the indicators a place reports. */
function densestPlaces(dataset: Dataset, indicators: readonly string[], focus: string): string[] {
  const counts = new Map<string, number>();
  for (const id of indicators) {
    for (const place of new Set(dataset.observationsOf(id, '数值').map((o) => o.place))) {
      if (place.level !== '机构') counts.set(place.id, (counts.get(place.id) ?? 0) + (place.id === focus ? 1000 : 1));
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
