import { heatThemeProblems } from '../domain/address/problems';
import type { Views } from '../domain/address/views';
import type { ReferenceChoice } from '../domain/compare/comparison';
import type { HeatTable } from '../domain/compare/heatAnswer';
import { filledCells } from '../domain/compare/heatCells';
import { inColumnOrder, inRowOrder, seenFrom } from '../domain/compare/heatOrder';
import { heatSources, heatTableSteps } from '../domain/compare/heatTable';
import { heatTableTable } from '../domain/compare/heatTableTable';
import { comparableIndicators } from '../domain/model/coverage';
import type { Dataset } from '../domain/model/dataset';
import { reportingPlaces } from '../domain/model/latestRows';
import { memoInSteps } from '../domain/model/memo';
import { periodWithin } from '../domain/scorecard/scorecard';
import type { Steps } from '../domain/steps/steps';
import { parsePeriod } from '../domain/time/parsePeriod';
import type { Period } from '../domain/time/period';
import { periodLabel } from '../domain/time/periodLabel';
import type { Note } from '../domain/wording/note';
import { placesText, untilText } from './fileName';
import { fromAnswer, type Figure } from './figure';
import { oncePerView, withLazy } from './once';

/** Kept for another order, another own place, and the way back. */
const MOST_TABLES = 4;

export interface HeatFigure extends Figure {
  readonly answer: HeatTable;
  /** The theme shown; empty for all. */
  readonly theme: string;
  readonly themes: readonly string[];
}

/** Many indicators over the places: those that two or more report, of one theme or of all. */
export const heatFigure = oncePerView(computeHeatFigure);

type HeatView = Pick<
  Views['places'],
  'theme' | 'focus' | 'period' | 'reference' | 'column' | 'reversed' | 'row' | 'rowReversed'
>;

/** What takes long of it, in parts. */
export function* prepareHeat(dataset: Dataset, view: HeatView): Steps<void> {
  yield* plainTable.steps(dataset, askedOf(view, themesOf(dataset)));
}

/** In the order of the indicators that most places report. */
function themesOf(dataset: Dataset): string[] {
  return [...new Set(comparableIndicators(dataset).map((indicator) => indicator.theme))];
}

function askedOf({ theme, period, reference }: HeatView, themes: readonly string[]): string {
  return JSON.stringify([themes.includes(theme) ? theme : '', parsePeriod(period) ? period : '', reference || 'none']);
}

function computeHeatFigure(dataset: Dataset, view: HeatView): HeatFigure {
  const themes = themesOf(dataset);
  const theme = themes.includes(view.theme) ? view.theme : '';
  const within = parsePeriod(view.period);
  const plain = plainTable.now(dataset, askedOf(view, themes));
  const table = inColumnOrder(
    inRowOrder(seenFrom(plain, view.focus), view.row, view.rowReversed),
    view.column,
    view.reversed
  );
  const time = within ? periodLabel(within) : '';
  const answer: HeatTable = within
    ? { ...table, onePeriod: true, verdict: `${time}${table.verdict}`, notes: [...table.notes, ONE_TIME] }
    : table;
  return withLazy<HeatFigure, 'table' | 'citations'>(
    {
      answer,
      theme,
      themes,
      ...fromAnswer(answer),
      problems: heatThemeProblems(view.theme, themes),
      isCited: answer.rows.some(
        (row) => filledCells(row) > 0 || row.cells.some(({ witnesses }) => witnesses.length > 0)
      ),
      file: [`多项指标${theme ? `-${theme}` : ''}`, placesText(answer.places), time || untilText(answer.cutoff)],
      body: { kind: 'heat', answer }
    },
    { table: () => heatTableTable(answer), citations: () => heatSources(answer) }
  );
}

/** The table before anybody's own place or order, which is what costs: another order of it is there at once. */
const plainTable = memoInSteps(MOST_TABLES, function* (dataset, asked): Steps<HeatTable> {
  const [theme, period, reference] = JSON.parse(asked) as [string, string, ReferenceChoice];
  const shown = comparableIndicators(dataset)
    .filter((indicator) => !theme || indicator.theme === theme)
    .map((indicator) => indicator.id);
  // The densest part of the table is what is seen without scrolling.
  const places = yield* densestPlaces(dataset, shown);
  const within = parsePeriod(period);
  return yield* heatTableSteps(dataset, {
    indicators: shown,
    places,
    reference,
    ...(within ? { periodOf: periodsIn(dataset, within, places) } : {})
  });
});

const ONE_TIME: Note = { level: '说明', text: '各项指标取这段时间里截止、报的地区最多的一期；别的时期的数不列。' };

/** Which period of each indicator ends in the time; of one that has none the time itself, so that nothing else stands in. */
function periodsIn(dataset: Dataset, within: Period, places: readonly string[]): (indicator: string) => string {
  const shown = new Set(places);
  return (id) => {
    const indicator = dataset.indicator(id);
    return (indicator && periodWithin(dataset, indicator, within, shown)?.text) ?? within.text;
  };
}

/** By how many of the indicators a place reports. */
function* densestPlaces(dataset: Dataset, indicators: readonly string[]): Steps<string[]> {
  const counts = new Map<string, number>();
  for (const id of indicators) {
    yield counts.size;
    for (const place of reportingPlaces(dataset, id)) {
      if (place.level !== '机构') counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
