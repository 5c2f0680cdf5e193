/** Which chart a row of the dataset stands in. */
import type { Address } from './address';
import type { Observation, ProgressRow } from '../model/records';

export function chartOf(row: Observation | ProgressRow): Address {
  return 'indicator' in row ? figureChart(row) : taskChart(row);
}

/** A change stands in the chart of periods, a figure among the places of its kind. */
function figureChart({ indicator, place, measure }: Observation): Address {
  if (measure.startsWith('同比')) return { screen: 'periods', query: { i: indicator.id, p: place.id } };
  return { screen: 'places', query: { i: indicator.id, focus: place.id, units: place.level === '机构' ? '1' : '' } };
}

function taskChart({ place, programme, status }: ProgressRow): Address {
  const isUnit = place.level === '机构';
  const tab = status === '计划' ? 'plans' : '';
  return {
    screen: 'progress',
    query: { place: isUnit ? place.parent : place.id, unit: isUnit ? place.id : '', programme: programme.id, tab }
  };
}
