/** Which chart a row of the dataset stands in. */
import type { Address, Query } from './address';
import type { Dataset } from '../model/dataset';
import type { Observation, ProgressRow } from '../model/records';
import { rowsOfTask } from '../model/tasks';

/** The chart in which a row is seen among its like: of a figure or change, or of a task. */
export function chartOf(row: Observation | ProgressRow): Address {
  return 'indicator' in row ? figureChart(row) : taskChart(row);
}

/** A change stands in the chart of periods, a figure among the places of its kind. */
function figureChart({ indicator, place, measure }: Observation): Address {
  if (measure.startsWith('同比')) return { screen: 'periods', query: { i: indicator.id, p: place.id } };
  return { screen: 'places', query: { i: indicator.id, focus: place.id, units: place.level === '机构' ? '1' : '' } };
}

function taskChart(row: ProgressRow): Address {
  return { screen: 'progress', query: { ...taskQuery(row), tab: row.status === '计划' ? 'plans' : '' } };
}

/** The months of the task that a row is about; undefined for a figure, and for a task reported on one day only. */
export function monthsAddress(dataset: Dataset, row: Observation | ProgressRow): Address | undefined {
  if ('indicator' in row) return undefined;
  const { programme, place, period } = row;
  const days = rowsOfTask(dataset, programme.id, place.id).filter(
    (one) => one.period.text === period.text && one.asOf !== '' && one.status !== '计划'
  );
  if (new Set(days.map((one) => one.asOf)).size < 2) return undefined;
  return { screen: 'progress', query: { ...taskQuery(row), period: period.text, tab: 'months' } };
}

function taskQuery({ place, programme }: ProgressRow): Query {
  const isUnit = place.level === '机构';
  return { place: isUnit ? place.parent : place.id, unit: isUnit ? place.id : '', programme: programme.id };
}
