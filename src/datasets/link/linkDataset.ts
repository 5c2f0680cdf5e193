/** Checked tables to the Dataset: ids become the records they name, and positions in the columns of observations. */
import type { Annotation } from '../../domain/model/annotation';
import { Dataset } from '../../domain/model/dataset';
import type { DatasetTables, PackedObservations } from '../../domain/model/datasetParts';
import {
  ObservationColumnsBuilder,
  type ObservationColumns,
  type ObservationTables
} from '../../domain/model/observationColumns';
import { distinctNames } from '../../domain/model/placeNames';
import { positionsById } from '../../domain/model/positionsById';
import type { Measure, ProgressRow, Qualifier, Status } from '../../domain/model/records';
import type { Period } from '../../domain/time/period';
import type { CheckedRow } from '../check/cell';
import { type Steps, STEP_ROWS } from '../../domain/steps/steps';
import type { TableName } from '../../domain/model/tableName';
import { linkRelations, type RelationLookup } from './linkRelations';
import { annotationOf, indicatorOf, placeOf, programmeOf, sourceOf } from './records';
import { numberOf, Row, textOf } from './row';

export type LinkableRows = ReadonlyMap<TableName, readonly CheckedRow[]>;

/** Rows that turn out to be of no use once all tables are there, the first of them to be named; `why` is a Chinese clause, absent where `column` points at nothing. */
export type OnUnlinked = (table: TableName, rows: readonly CheckedRow[], column: string, why?: string) => void;

/** What the rows of other tables point at. */
export type LinkedRecords = Pick<DatasetTables, 'sources' | 'places' | 'indicators' | 'programmes'>;

/** The records of the small tables, in the order of their rows. */
export function linkRecords(rows: LinkableRows): LinkedRecords {
  const list = <T>(name: TableName, make: (row: Row) => T): T[] =>
    (rows.get(name) ?? []).map((row) => make(new Row(row)));
  return {
    sources: list('sources', sourceOf),
    places: distinctNames(list('places', placeOf)),
    indicators: list('indicators', indicatorOf),
    programmes: list('programmes', programmeOf)
  };
}

/**
 * The dataset of rows whose keys have been checked. A row whose reference is missing all the same, as with a package
 * that states no foreign keys, is given to `onUnlinked` and left out; so is a relation that isn't whole.
 * @param lostRelations ids of relations that lost a row before, with its line
 * @param records of the same rows
 * @param packed observations that stand in place of their rows
 */
export function* linkDataset(
  about: Pick<
    DatasetTables,
    | 'title'
    | 'version'
    | 'batches'
    | 'lightRules'
    | 'readyDecks'
    | 'scorecards'
    | 'boundaries'
    | 'populationIndicator'
    | 'internalThemes'
    | 'fictional'
    | 'smallNumbers'
    | 'smallBase'
  >,
  rows: LinkableRows,
  records: LinkedRecords,
  onUnlinked: OnUnlinked,
  lostRelations: ReadonlyMap<string, number> = new Map(),
  packed?: PackedObservations
): Steps<Dataset> {
  const { sources, places, indicators, programmes } = records;
  const find = { source: byId(sources), place: byId(places), indicator: byId(indicators), programme: byId(programmes) };
  const relationRows = rows.get('relations');
  return new Dataset({
    ...about,
    ...records,
    observations: packed ?? (yield* linkObservations(rows.get('observations') ?? [], records, onUnlinked)),
    progress: linkProgress(rows.get('progress') ?? [], find, onUnlinked),
    relations: relationRows
      ? linkRelations({ rows: relationRows, rejected: lostRelations }, find, (group, why) =>
          onUnlinked('relations', group, 'relation', why)
        )
      : null,
    annotations: linkAnnotations(rows.get('annotations') ?? [], find, onUnlinked)
  });
}

/** Straight into columns: each id is looked up once and becomes a position. */
export function* linkObservations(
  rows: readonly CheckedRow[],
  tables: ObservationTables,
  onUnlinked: OnUnlinked
): Steps<ObservationColumns> {
  const columns = new ObservationColumnsBuilder(rows.length, tables);
  const positions = {
    indicator: positionsById(tables.indicators),
    place: positionsById(tables.places),
    source: positionsById(tables.sources)
  };
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP_ROWS === 0) yield at;
    const checked = rows[at]!;
    const { cells } = checked;
    const indicator = positions.indicator.get(textOf(cells.indicator));
    const place = positions.place.get(textOf(cells.place));
    const source = positions.source.get(textOf(cells.source));
    if (indicator === undefined) onUnlinked('observations', [checked], 'indicator');
    else if (place === undefined) onUnlinked('observations', [checked], 'place');
    else if (source === undefined) onUnlinked('observations', [checked], 'source');
    else columns.add({ indicator, place, source }, valuesOf(checked));
  }
  return columns.build();
}

/** As `Row` reads them, but without a row between: there are very many. */
function valuesOf({ line, cells }: CheckedRow): Parameters<ObservationColumnsBuilder['add']>[1] {
  return {
    row: line,
    period: cells.period as Period,
    part: textOf(cells.part),
    flags: textOf(cells.flags),
    measure: cells.measure as Measure,
    value: numberOf(cells.value),
    lower: numberOf(cells.lower),
    upper: numberOf(cells.upper),
    numerator: numberOf(cells.numerator),
    denominator: numberOf(cells.denominator),
    qualifier: textOf(cells.qualifier) as Qualifier,
    status: textOf(cells.status) as Status,
    line: numberOf(cells.line),
    cell: textOf(cells.cell),
    written: textOf(cells.written),
    section: textOf(cells.section),
    note: textOf(cells.note)
  };
}

function linkProgress(rows: readonly CheckedRow[], find: RelationLookup, onUnlinked: OnUnlinked): ProgressRow[] {
  const out: ProgressRow[] = [];
  for (const checked of rows) {
    const row = new Row(checked);
    const programme = find.programme.get(row.text('programme'));
    const place = find.place.get(row.text('place'));
    const source = find.source.get(row.text('source'));
    if (!programme) onUnlinked('progress', [checked], 'programme');
    else if (!place) onUnlinked('progress', [checked], 'place');
    else if (!source) onUnlinked('progress', [checked], 'source');
    else out.push({ programme, place, source, ...progressValues(row) });
  }
  return out;
}

/** Those whose every id is known: one that points at nothing would stand nowhere, and nobody would know why. */
function linkAnnotations(rows: readonly CheckedRow[], find: RelationLookup, onUnlinked: OnUnlinked): Annotation[] {
  return rows.flatMap((checked) => {
    const one = annotationOf(new Row(checked));
    const lost = (['place', 'indicator', 'programme'] as const).find((key) => one[key] && !find[key].has(one[key]));
    if (!lost) return [one];
    onUnlinked('annotations', [checked], lost);
    return [];
  });
}

function progressValues(row: Row): Omit<ProgressRow, 'programme' | 'place' | 'source'> {
  return {
    period: row.period()!,
    asOf: row.text('as_of'),
    target: row.number('target'),
    done: row.number('done'),
    rate: row.number('rate'),
    unit: row.text('unit'),
    ...row.evidence()
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}
