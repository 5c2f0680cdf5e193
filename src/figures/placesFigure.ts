import { PLACES_BAR, placesBar } from '../charts/placesBar';
import { comparisonChart } from '../charts/office/officeChart';
import type { Views } from '../domain/address/views';
import { compare } from '../domain/compare/compare';
import type { Comparison } from '../domain/compare/comparison';
import { comparisonTable } from '../domain/compare/comparisonTable';
import { comparisonSources } from '../domain/compare/sources';
import type { Dataset } from '../domain/model/dataset';
import type { Place } from '../domain/model/records';
import { placeLabel } from '../domain/wording/placeLabel';
import { comparisonName } from './fileName';
import type { Figure } from './figure';
import { once, oncePerView } from './once';

export interface PlacesFigure extends Figure {
  readonly comparison: Comparison;
  /** Places that report the indicator. */
  readonly choosable: readonly Place[];
}

/** One indicator over places, as the address says; undefined where the dataset has no such indicator. */
export const placesFigure = oncePerView(computePlacesFigure);

function computePlacesFigure(dataset: Dataset, view: Views['places']): PlacesFigure | undefined {
  const comparison = compare(dataset, {
    indicator: view.indicator,
    places: view.places,
    includeUnits: view.includeOrganisations,
    period: view.period || undefined,
    focus: view.focus || undefined,
    reference: view.reference,
    showUnfit: view.showIncomparable,
    sort: view.sort,
    perHead: view.perCapita
  });
  if (!comparison) return undefined;
  const choosable = placesWith(dataset, view);
  const { rows } = comparison;
  const table = once(() => comparisonTable(comparison));
  const sourceLines = once(() => comparisonSources(comparison));
  return {
    comparison,
    choosable,
    verdict: comparison.verdict,
    subtitle: comparison.subtitle,
    notes: comparison.notes,
    sources: comparison.sources,
    cutoff: comparison.cutoff,
    get table() {
      return table();
    },
    get sourceLines() {
      return sourceLines();
    },
    indicator: comparison.indicator,
    reporters: choosable.map(placeLabel),
    absent: [
      { title: '未列入', items: comparison.leftOut.map((left) => ({ ...left, at: left.observation })) },
      { title: '无数据', items: comparison.missing }
    ],
    problems: [],
    spotlight: rows.length > 1 && rows.some((r) => r.isFocus) ? view.focus : '',
    file: comparisonName(comparison),
    body: {
      kind: 'chart',
      rows: rows.length,
      leastRow: comparison.samePeriod ? PLACES_BAR.leastRow : PLACES_BAR.leastRowWithPeriod,
      frame: PLACES_BAR.frame,
      part: (from, to) => (look) => placesBar(comparison, look, { from, to }),
      native: (from, to) => comparisonChart(comparison, from, to),
      owners: rows.map((r) => r.place.id)
    }
  };
}

function placesWith(dataset: Dataset, view: Views['places']): Place[] {
  const reporting = new Set(dataset.observationsOf(view.indicator, '数值').map((o) => o.place.id));
  return dataset.places.filter((p) => reporting.has(p.id) && (view.includeOrganisations || p.level !== '机构'));
}
