/**
 * What a reader must be told about a comparison, in the words that travel with it.
 */
import { areasAround, periodRange } from './comparability';
import type { ComparisonRow, MissingPlace } from './comparison';
import type { Dataset } from '../model/dataset';
import { isPlain } from '../model/facts';
import { NO_POPULATION } from '../model/population';
import { type Indicator, isBound, type Observation } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { formatValue } from '../wording/format';
import { conflictNotes, doubtNotes, flagNotes, forecastNotes, type ShownFigure } from '../wording/figureNotes';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { intervalNotes } from '../wording/interval';

export interface NotesQuestion {
  readonly dataset: Dataset;
  readonly indicator: Indicator;
  readonly rows: readonly ComparisonRow[];
  readonly perHead: boolean;
  readonly persons: ReadonlyMap<string, number>;
  readonly missing: readonly MissingPlace[];
  /** The populations that the figures were divided by. */
  readonly population: readonly Observation[];
}

/** Warnings first. */
export function compareNotes(q: NotesQuestion): Note[] {
  const notes = [
    ...differentPeriods(q.rows),
    ...totals(q),
    ...figureNotes(q.rows, q.indicator),
    ...intervalNotes(q.perHead ? [] : q.rows.map(({ observation }) => observation)),
    ...nestedPlaces(q),
    ...inferredNames(q.rows)
  ];
  return warningsFirst(notes);
}

/** What must be said about single figures: rival values, doubt, forecasts, bounds and approximations. */
export function figureNotes(rows: readonly ComparisonRow[], indicator: Indicator): Note[] {
  const remarkable = rows.filter(isRemarkable);
  const figures = remarkable.map((row) => new RowFigure(row));
  return [
    ...conflictNotes(figures, indicator),
    ...doubtNotes(figures),
    ...forecastNotes(figures),
    ...flagNotes(figures),
    ...qualifierNotes(remarkable)
  ];
}

/** Of most figures there is nothing to be said: each is looked at once. */
function isRemarkable({ observation, conflicts }: ComparisonRow): boolean {
  return conflicts.length > 0 || !isPlain(observation);
}

/** Its names are made for those that something is said of. */
class RowFigure implements ShownFigure {
  readonly observation: Observation;
  readonly conflicts: readonly Observation[];

  constructor(private readonly row: ComparisonRow) {
    this.observation = row.observation;
    this.conflicts = row.conflicts;
  }

  get where(): string {
    return `${placeLabel(this.row.place)}${periodLabel(this.observation.period)}`;
  }

  get name(): string {
    return `${placeLabel(this.row.place)}的${this.row.text}`;
  }
}

function differentPeriods(rows: readonly ComparisonRow[]): Note[] {
  const range = periodRange(rows.map((r) => r.observation.period));
  return range ? [warning(`各地时期不同（${range}），只宜看水平，不宜比快慢。`)] : [];
}

function totals({ indicator, rows, perHead, persons, missing, population }: NotesQuestion): Note[] {
  if (indicator.kind !== '数量' && indicator.kind !== '金额') return [];
  if (perHead) return perHeadNotes(missing, population);
  if (rows.length < 2) return [];
  const unknown = rows.filter((r) => !persons.has(r.place.id)).map((r) => placeLabel(r.place));
  if (unknown.length === 0) return [remark('总量受地区大小影响，未按人口折算。')];
  return [warning(`总量受地区大小影响，未按人口折算（${names(unknown)}无人口数）。`)];
}

function perHeadNotes(missing: readonly MissingPlace[], population: readonly Observation[]): Note[] {
  const without = missing.filter((m) => m.reason === NO_POPULATION).map((m) => placeLabel(m.place));
  const used = population.map(
    (o) => `${placeLabel(o.place)}${formatValue(o.value!, o.indicator, o.qualifier)}（${periodLabel(o.period)}）`
  );
  return [
    ...(without.length > 0 ? [warning(`${names(without)}有这项数，但无人口数，不能折算，没有列入。`)] : []),
    remark('按人口折算，人口取各地最近一期的数。'),
    ...(used.length > 0 ? [remark(`所用人口：${names(used)}。`)] : [])
  ];
}

function qualifierNotes(rows: readonly ComparisonRow[]): Note[] {
  const fitting = rows.filter((r) => r.fits);
  const bounds = fitting.filter((r) => isBound(r.observation.qualifier)).map((r) => `${placeLabel(r.place)}${r.text}`);
  const rough = fitting.filter((r) => r.observation.qualifier === '≈').map((r) => `${placeLabel(r.place)}${r.text}`);
  return [
    ...(bounds.length > 0 ? [remark(`${names(bounds)}是界限而非确数，不参加排名。`)] : []),
    ...(rough.length > 0 ? [remark(`${names(rough)}是约数，按此数排名。`)] : [])
  ];
}

/** A city and its own district in one chart aren't two of a kind, nor a province and its district where no city is drawn. */
function nestedPlaces({ rows, dataset }: NotesQuestion): Note[] {
  const nameOf = new Map(rows.map((r) => [r.place.id, placeLabel(r.place)]));
  const inside = new Map<string, string[]>();
  for (const { place } of rows) {
    const [parent] = areasAround(dataset, place).flatMap(({ id }) => nameOf.get(id) ?? []);
    if (parent !== undefined) inside.set(parent, [...(inside.get(parent) ?? []), placeLabel(place)]);
  }
  return [...inside].map(([parent, list]) => remark(`${parent}的数包含${names(list)}，不是并列的地区。`));
}

function inferredNames(rows: readonly ComparisonRow[]): Note[] {
  const inferred = rows.filter((r) => r.place.naming === '推断').map((r) => r.place.name);
  return inferred.length > 0 ? [remark(`${names(inferred)}的地名是推断的，原文没有写明。`)] : [];
}

/** At most five names, then how many. */
function names(list: readonly string[]): string {
  return list.length > 5 ? `${list.slice(0, 5).join('、')}等${list.length}地` : list.join('、');
}

function warning(text: string): Note {
  return { level: '警示', text };
}

function remark(text: string): Note {
  return { level: '说明', text };
}
