/**
 * The rows that a frozen slide shows, as data that can be kept: what the slide was then can be worked out again from
 * them alone, whatever has become of the dataset. Read back with the care of a file from elsewhere.
 */
import { type Annotation, ANNOTATION_KINDS } from '../model/annotation';
import { readBoundaries } from '../model/boundaries';
import { Dataset } from '../model/dataset';
import type { DatasetTables } from '../model/datasetParts';
import { ObservationColumnsBuilder } from '../model/observationColumns';
import { positionsById } from '../model/positionsById';
import {
  type Indicator,
  MEASURES,
  type Observation,
  type Place,
  type Programme,
  type ProgressRow,
  QUALIFIERS,
  type Source,
  STATUSES
} from '../model/records';
import { parsePeriod } from '../time/parsePeriod';

/** Which rows are kept: those of these indicators and programmes; all without a choice. */
export interface RowScope {
  readonly indicators: ReadonlySet<string>;
  readonly programmes: ReadonlySet<string>;
}

/** Longer texts than this are not kept in a browser (UTF-16 units). */
const MOST_SNAPSHOT = 1_500_000;

/** The rows of a dataset as a text; empty where they are too many to be kept. */
export function takeSnapshot(dataset: Dataset, scope?: RowScope): string {
  const observations = scope
    ? [...scope.indicators].flatMap((id) => [...dataset.observationsOf(id), ...dataset.partsOf(id)])
    : dataset.size > MOST_SNAPSHOT / 40
      ? undefined
      : dataset.allObservations();
  if (!observations) return '';
  const inFile = [...observations].sort((a, b) => a.index - b.index);
  const progress = dataset.progress.filter((row) => !scope || scope.programmes.has(row.programme.id));
  const used = scope && usedBy(scope, inFile, progress);
  const keep = <T extends { readonly id: string }>(list: readonly T[], ids: ReadonlySet<string> | undefined) =>
    ids ? list.filter(({ id }) => ids.has(id)) : list;
  // Who has no number is said too.
  const { places } = dataset;
  const indicators = keep(dataset.indicators, used?.indicators);
  const programmes = keep(dataset.programmes, scope?.programmes);
  const sources = keep(dataset.sources, used?.sources);
  const at = {
    place: positionsById(places),
    indicator: positionsById(indicators),
    programme: positionsById(programmes),
    source: positionsById(sources)
  };
  const text = JSON.stringify({
    title: dataset.title,
    version: dataset.version,
    batches: dataset.batches,
    fictional: dataset.fictional,
    populationIndicator: dataset.populationIndicator,
    internalThemes: [...dataset.internalThemes],
    lightRules: dataset.lightRules,
    smallNumbers: dataset.smallNumbers,
    relations: dataset.relations,
    scorecards: dataset.scorecards,
    boundaries: dataset.boundaries,
    annotations: dataset.annotations,
    places,
    indicators,
    programmes,
    sources: sources.map((source) => ({ ...source, period: source.period?.text ?? null })),
    observations: inFile.map((o) => [
      ...[at.indicator.get(o.indicator.id), at.place.get(o.place.id), at.source.get(o.source.id)],
      ...[o.period.text, o.measure, o.value, o.qualifier, o.status, o.line, o.written, o.row],
      ...[o.section, o.note, o.part, o.flags ?? '', o.cell, o.lower, o.upper, o.numerator, o.denominator]
    ]),
    progress: progress.map(({ programme, place, source, period, ...row }) => ({
      ...row,
      programme: at.programme.get(programme.id),
      place: at.place.get(place.id),
      source: at.source.get(source.id),
      period: period.text
    }))
  });
  return text.length <= MOST_SNAPSHOT ? text : '';
}

function usedBy(scope: RowScope, observations: readonly Observation[], progress: readonly ProgressRow[]) {
  const rows = [...observations, ...progress];
  return {
    indicators: new Set([...scope.indicators, ...progress.map(({ programme }) => programme.indicator)]),
    sources: new Set(rows.map(({ source }) => source.id))
  };
}

/** The dataset of a text; undefined for one that is none, or broken. */
export function readSnapshot(text: string): Dataset | undefined {
  try {
    return datasetOf(JSON.parse(text) as Stored);
  } catch {
    return undefined;
  }
}

type Stored = Omit<DatasetTables, 'observations' | 'progress' | 'sources'> & {
  readonly sources: readonly (Omit<Source, 'period'> & { readonly period: string | null })[];
  readonly observations: readonly (readonly unknown[])[];
  readonly progress: readonly Readonly<Record<string, unknown>>[];
};

/** @throws for anything that isn't as `takeSnapshot` writes it */
function datasetOf(stored: Stored): Dataset {
  const tables = {
    places: records<Place>(stored.places, ['name', 'level', 'parent']),
    indicators: records<Indicator>(stored.indicators, ['name', 'unit', 'kind', 'better', 'group']),
    programmes: records<Programme>(stored.programmes, ['name', 'unit', 'schedule']),
    sources: sourcesOf(stored.sources)
  };
  const { title, version, batches, fictional, populationIndicator, internalThemes } = stored;
  return new Dataset({
    title: string(title),
    version: string(version),
    batches,
    fictional,
    populationIndicator,
    internalThemes,
    lightRules: stored.lightRules,
    smallNumbers: stored.smallNumbers,
    relations: stored.relations,
    annotations: annotationsOf(stored.annotations ?? []),
    scorecards: stored.scorecards,
    boundaries: readBoundaries(stored.boundaries),
    ...tables,
    progress: stored.progress.map((row) => progressRowOf(row, tables)),
    observations: observationsOf(stored.observations, tables)
  });
}

type Tables = Pick<DatasetTables, 'places' | 'indicators' | 'programmes' | 'sources'>;

function sourcesOf(stored: Stored['sources']): Source[] {
  return records<Stored['sources'][number]>(stored, ['title', 'grade']).map((source) => ({
    ...source,
    period: source.period === null ? null : periodOf(source.period)
  }));
}

/** From the cells of each row, in the order in which `takeSnapshot` writes them. */
function observationsOf(rows: Stored['observations'], tables: Tables): ReturnType<ObservationColumnsBuilder['build']> {
  const { indicators, places, sources } = tables;
  const builder = new ObservationColumnsBuilder(rows.length, { indicators, places, sources });
  for (const row of rows) {
    const [indicator, place, source, period, measure, value, qualifier, status, line, written, own] = row;
    const [section, note, part, flags, cell, lower, upper, numerator, denominator] = row.slice(11);
    builder.add(
      { indicator: position(indicator, indicators), place: position(place, places), source: position(source, sources) },
      {
        period: periodOf(period),
        measure: oneOf(MEASURES, measure),
        value: number(value),
        qualifier: oneOf(QUALIFIERS, qualifier),
        status: oneOf(STATUSES, status),
        line: number(line),
        written: string(written),
        row: Number(own),
        section: string(section),
        note: string(note),
        part: string(part),
        flags: string(flags),
        cell: string(cell),
        lower: number(lower),
        upper: number(upper),
        numerator: number(numerator),
        denominator: number(denominator)
      }
    );
  }
  return builder.build();
}

function progressRowOf(row: Stored['progress'][number], { programmes, places, sources }: Tables): ProgressRow {
  return {
    row: Number(row.row),
    asOf: string(row.asOf),
    unit: string(row.unit),
    written: string(row.written),
    section: string(row.section),
    note: string(row.note),
    cell: string(row.cell),
    line: number(row.line),
    target: number(row.target),
    done: number(row.done),
    rate: number(row.rate),
    qualifier: oneOf(QUALIFIERS, row.qualifier),
    status: oneOf(STATUSES, row.status),
    programme: programmes[position(row.programme, programmes)]!,
    period: periodOf(row.period),
    place: places[position(row.place, places)]!,
    source: sources[position(row.source, sources)]!
  };
}

function records<T extends { readonly id: string }>(list: readonly T[], texts: readonly string[]): readonly T[] {
  for (const record of list) for (const key of ['id', ...texts]) string((record as Record<string, unknown>)[key]);
  return list;
}

/** Of earlier versions there are none. */
function annotationsOf(list: readonly Annotation[]): readonly Annotation[] {
  return records<Annotation>(list, ['date', 'text', 'author', 'place', 'indicator', 'programme']).map((one) => ({
    ...one,
    kind: oneOf(ANNOTATION_KINDS, one.kind)
  }));
}

function position(value: unknown, list: readonly unknown[]): number {
  if (typeof value !== 'number' || !(value in list)) throw new Error(`not a position: ${String(value)}`);
  return value;
}

function periodOf(value: unknown) {
  const period = parsePeriod(string(value));
  if (!period) throw new Error(`not a period: ${String(value)}`);
  return period;
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`not a text: ${String(value)}`);
  return value;
}

function number(value: unknown): number | null {
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value)))
    throw new Error(`not a number: ${String(value)}`);
  return value as number | null;
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T {
  const known = list.find((item) => item === value);
  if (known === undefined) throw new Error(`unknown: ${String(value)}`);
  return known;
}
