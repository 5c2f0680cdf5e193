/** One change as a row: of an indicator among many, or of a place among others. */
import type { Indicator } from '../model/records';
import type { ChangeKind } from './changeKind';
import type { IndicatorChange } from './changesAnswer';
import { judged, wordsOf } from './changesWording';
import { baseSources, pointSources } from './sources';
import type { TrendPoint } from './trend';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';

/** Of which kind the changes of an indicator are. */
export function changeKindOf({ unit }: Indicator): ChangeKind {
  return unit === '%' ? '百分点' : unit === '‰' ? '千分点' : '百分比';
}

/**
 * A change worked out from two figures.
 * @param before the figure of the period chosen; absent for the year before
 */
export function computedRow(
  indicator: Indicator,
  point: TrendPoint,
  { value, text }: { readonly value: number; readonly text: string },
  before?: TrendPoint
): IndicatorChange {
  const kind = changeKindOf(indicator);
  const { period, observation } = point;
  const label = periodLabel(period);
  return {
    indicator,
    name: indicator.name,
    title: `${observation ? placeLabel(observation.place) : ''}${indicator.name}`,
    period,
    before: before ?? null,
    times: before ? `${label}比${periodLabel(before.period)}` : label,
    kind,
    value,
    qualifier: '',
    text,
    ...wordsOf(text, kind, judged(indicator, value, '')),
    now: point.text,
    stated: false,
    uncertain: [point, ...(before ? [before] : [])].some((p) => p.observation?.status !== '实际'),
    notes: [],
    observations: [...(observation ? [observation] : []), ...(before?.observation ? [before.observation] : [])],
    get sources() {
      return [...pointSources(point), ...(before ? baseSources({ before }) : [])];
    }
  };
}
