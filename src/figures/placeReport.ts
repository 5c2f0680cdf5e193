import { formatAddress, type Query, type Screen } from '../domain/address/address';
import type { ViewChoices } from '../domain/address/fields';
import { markedName } from '../domain/model/fictional';
import type { Place } from '../domain/model/records';
import { parsePeriod } from '../domain/time/parsePeriod';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';
import { figureAt, type FigureAt } from './figureAt';

/** What a report is about. */
export interface ReportSubject {
  /** Id of the place; empty for all. */
  readonly place: string;
  /** As an address writes it; empty for the latest. */
  readonly period: string;
  /** Code of the light rule, as in an address; empty for the usual one. */
  readonly rule: string;
}

export interface ReportGroup {
  readonly title: string;
  readonly parts: readonly FigureAt[];
}

export interface PlaceReport {
  readonly title: string;
  /** Place and time, for the name of the file. */
  readonly file: readonly string[];
  readonly groups: readonly ReportGroup[];
}

/** Everything that a paper about one place and time says: 要点, 指标, 任务, 督办. Parts without a row are left out. */
export function placeReport(subject: ReportSubject, choices: ViewChoices): PlaceReport {
  const { dataset } = choices;
  const place = dataset.place(subject.place);
  const partsAt = (screen: Screen, query: Query): FigureAt[] => {
    const found = figureAt(formatAddress(screen, { ...query, ...given('rule', subject.rule) }), choices);
    return found.figure && found.figure.table.rows.length > 0 ? [found] : [];
  };
  const period = given('period', subject.period);
  const tasks = { ...tasksOf(place), ...period };
  const time = parsePeriod(subject.period);
  const timeText = time ? periodLabel(time) : '';
  return {
    title: `${place ? placeLabel(place) : markedName(dataset, dataset.title)}工作情况${timeText ? `（${timeText}）` : ''}`,
    file: [markedName(dataset, '汇报稿'), place?.name ?? '全部地区', timeText],
    groups: [
      { title: '总体情况', parts: partsAt('overview', { ...given('focus', place?.id ?? ''), ...period }) },
      { title: '主要指标', parts: place ? partsAt('profile', { place: place.id }) : [] },
      { title: '任务进展', parts: partsAt('progress', tasks) },
      { title: '督办事项', parts: partsAt('progress', { ...tasks, tab: 'supervise' }) }
    ].filter(({ parts }) => parts.length > 0)
  };
}

function given(key: string, value: string): Query {
  return value === '' ? {} : { [key]: value };
}

function tasksOf(place: Place | undefined): Query {
  if (!place) return { place: 'all' };
  return place.level === '机构' ? { place: place.parent || 'all', unit: place.id } : { place: place.id };
}
