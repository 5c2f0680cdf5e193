import { PLACES_BAR, placesBar } from '../charts/placesBar';
import { FIELD_HEIGHT } from '../charts/fieldRow';
import { comparisonChart } from '../charts/office/comparisonChart';
import type { Views } from '../domain/address/views';
import { containing } from '../domain/compare/comparability';
import { compare } from '../domain/compare/compare';
import type { Comparison } from '../domain/compare/comparison';
import { comparisonTable } from '../domain/compare/comparisonTable';
import { steadyValues } from '../domain/compare/steady';
import { comparisonSources } from '../domain/compare/sources';
import type { Dataset } from '../domain/model/dataset';
import { ALL_ROWS } from '../domain/model/indicatorRows';
import { placesOf } from '../domain/model/placesOf';
import type { Place } from '../domain/model/records';
import type { Steps } from '../domain/steps/steps';
import { parsePeriod } from '../domain/time/parsePeriod';
import { formatNumber } from '../domain/wording/format';
import { placeLabel } from '../domain/wording/placeLabel';
import { comparisonName } from './fileName';
import type { Figure } from './figure';
import { oncePerView, withLazy } from './once';
import { STEADY } from './periodSteps';

export interface PlacesFigure extends Figure {
  readonly comparison: Comparison;
  /** Places that report the indicator. */
  readonly choosable: readonly Place[];
  /** Which of the rows are drawn: all, or a part where they are very many. */
  readonly shown: ShownRows;
}

/** Beyond this many bars a chart is a picture nobody looks through. */
const MOST_ROWS = 100;

/** How many bars a part has; where the own place is in it, so many are of either end. */
const PART_ROWS = 30;
const END_ROWS = 5;

export interface ShownRows {
  /** Positions among all rows, ascending. */
  readonly at: readonly number[];
  /** `own`: both ends, and the own place with its neighbours. Empty where all rows are drawn. */
  readonly part: '' | 'top' | 'bottom' | 'own';
  /** `图中是第1—5、90—109、130—134个，共134个地区`; empty where all are drawn. */
  readonly text: string;
}

/** Of very many rows the part asked for; without a wish both ends and the focus place. */
function shownRows({ rows }: Pick<Comparison, 'rows'>, view: Pick<Views['places'], 'part'>): ShownRows {
  const last = rows.length;
  if (last <= MOST_ROWS) return { at: range(0, last), part: '', text: '' };
  const own = rows.findIndex((row) => row.isFocus);
  const part = view.part || 'own';
  const at =
    part === 'top'
      ? range(0, PART_ROWS)
      : part === 'bottom'
        ? range(last - PART_ROWS, last)
        : own < 0
          ? [...range(0, PART_ROWS / 2), ...range(last - PART_ROWS / 2, last)]
          : endsAndAround(own, last);
  const runs = runsOf(at).map(({ from, to }) => `${formatNumber(from + 1)}—${formatNumber(to)}`);
  return { at, part, text: `图中是第${runs.join('、')}个，共${formatNumber(last)}个地区` };
}

/** Rows of both ends, and between them a run round the own place that makes up the part. */
function endsAndAround(own: number, last: number): number[] {
  const run = PART_ROWS - 2 * END_ROWS;
  const from = Math.max(END_ROWS, Math.min(last - END_ROWS - run, own - run / 2));
  return [...range(0, END_ROWS), ...range(from, from + run), ...range(last - END_ROWS, last)];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Ascending positions as runs, `to` not included. */
function runsOf(at: readonly number[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const one of at) {
    const run = runs[runs.length - 1];
    if (run && run.to === one) run.to = one + 1;
    else runs.push({ from: one, to: one + 1 });
  }
  return runs;
}

/** One indicator over places, as the address says; undefined where the dataset has no such indicator. */
export const placesFigure = oncePerView(computePlacesFigure);

/** What takes long of it, in parts: the numbers put in order, then the figure. */
export function* placesSteps(dataset: Dataset, view: Views['places']): Steps<void> {
  if (view.tab !== 'rank') return;
  const period = parsePeriod(view.period);
  if (dataset.indicator(view.indicator)) ALL_ROWS.index(dataset, view.indicator, period ? [period] : []);
  yield 0;
  placesFigure(dataset, view);
}

function computePlacesFigure(dataset: Dataset, view: Views['places']): PlacesFigure | undefined {
  const choosable = placesWith(dataset, view);
  const comparison = comparisonAt(dataset, view, choosable);
  if (!comparison) return undefined;
  const shown = shownRows(comparison, view);
  const rows = shown.at.map((at) => comparison.rows[at]!);
  const drawn = { ...comparison, rows };
  return withLazy<PlacesFigure, 'table' | 'citations'>(
    {
      comparison,
      choosable,
      verdict: comparison.verdict,
      subtitle: [comparison.subtitle, shown.text].filter(Boolean).join(' · '),
      notes: comparison.steady.length > 0 ? [...comparison.notes, STEADY] : comparison.notes,
      shown,
      sources: comparison.sources,
      cutoff: comparison.cutoff,
      indicator: comparison.indicator,
      reporters: choosable.map(placeLabel),
      absent: [
        { title: '未列入', items: comparison.excluded.map((left) => ({ ...left, evidence: left.observation })) },
        { title: '无数据', items: comparison.missing }
      ],
      problems: [],
      spotlight: rows.length > 1 && rows.some((r) => r.isFocus) ? view.focus : '',
      file: comparisonName(comparison),
      body: {
        kind: 'chart',
        rows: rows.length,
        leastRow: comparison.samePeriod ? PLACES_BAR.leastRow : PLACES_BAR.leastRowWithPeriod,
        frame: PLACES_BAR.frame + (comparison.field ? FIELD_HEIGHT : 0),
        part: (from, to) => (context) => placesBar(drawn, context, { from, to }),
        native: (from, to) => comparisonChart(drawn, from, to),
        owners: rows.map((r) => r.place.id),
        names: rows.map((r) => placeLabel(r.place)),
        pick: (chosen) => {
          const part = { ...comparison, rows: chosen.map((at) => rows[at]!) };
          return {
            part: (from, to) => (context) => placesBar(part, context, { from, to }),
            native: (from, to) => comparisonChart(part, from, to)
          };
        }
      }
    },
    { table: () => comparisonTable(comparison), citations: () => comparisonSources(comparison) }
  );
}

function comparisonAt(dataset: Dataset, view: Views['places'], choosable: readonly Place[]): Comparison | undefined {
  const period = parsePeriod(view.period);
  return compare(dataset, {
    indicator: view.indicator,
    places: view.places,
    includeOrganisations: view.includeOrganisations,
    period: view.period || undefined,
    focus: view.focus || undefined,
    reference: view.reference || 'mean',
    showUnfit: view.showIncomparable,
    // By change is an order of 名次表.
    sort: view.sort === 'official' ? 'official' : 'value',
    rankParents: view.rankParents || view.places.length > 0,
    perHead: view.perCapita,
    intervals: view.intervals,
    // Figures per head have an axis of their own.
    ...(period && !view.perCapita
      ? { steady: steadyValues(dataset, view.indicator, period, steppedPlaces(dataset, view, choosable)) }
      : {})
  });
}

/** Those that stand in one ranking in every step: an area beside those that it contains would stretch the axis. */
function steppedPlaces(dataset: Dataset, view: Views['places'], choosable: readonly Place[]): ReadonlySet<string> {
  if (view.places.length > 0) return new Set(view.places);
  const parents = view.rankParents || view.showIncomparable ? new Set<string>() : containing(dataset, choosable);
  return new Set(choosable.map(({ id }) => id).filter((id) => !parents.has(id)));
}

function placesWith(dataset: Dataset, view: Views['places']): Place[] {
  const reporting = new Set(placesOf(dataset, view.indicator, '数值').map(({ id }) => id));
  return dataset.places.filter((p) => reporting.has(p.id) && (view.includeOrganisations || p.level !== '机构'));
}
