/** Checked tables to the Dataset: ids become the records they name. */
import { Dataset, type DatasetTables } from '../../domain/model/dataset';
import type { ObservationInput } from '../../domain/model/observationColumns';
import type {
  Basis,
  Better,
  Grade,
  Indicator,
  Kind,
  Level,
  Measure,
  Naming,
  Place,
  Programme,
  ProgressRow,
  Qualifier,
  Source,
  Status
} from '../../domain/model/records';
import type { Period } from '../../domain/time/period';
import type { CheckedRow } from '../check/cell';
import { linkRelations } from './linkRelations';
import type { TableName } from '../check/tables';

export type LinkableRows = ReadonlyMap<TableName, readonly CheckedRow[]>;

/** Rows that turn out to be of no use once all tables are there, the first of them to be named; `why` is a Chinese clause, absent where `column` points at nothing. */
export type OnUnlinked = (table: TableName, rows: readonly CheckedRow[], column: string, why?: string) => void;

/**
 * The dataset of rows whose keys have been checked. The casts to coded values are safe because the schema
 * allows no other values (`tables.ts`). A row whose reference is missing all the same, as with a package
 * that states no foreign keys, is given to `onUnlinked` and left out; so is a relation that isn't whole.
 * @param lostRelations ids of relations that lost a row before, with its line
 */
export function linkDataset(
  about: Pick<
    DatasetTables,
    'title' | 'version' | 'lightRules' | 'readyDecks' | 'populationIndicator' | 'internalThemes'
  >,
  rows: LinkableRows,
  onUnlinked: OnUnlinked,
  lostRelations: ReadonlyMap<string, number> = new Map()
): Dataset {
  const list = <T>(name: TableName, make: (row: Row) => T): T[] =>
    (rows.get(name) ?? []).map((row) => make(new Row(row)));
  const sources = list('sources', sourceOf);
  const places = list('places', placeOf);
  const indicators = list('indicators', indicatorOf);
  const programmes = list('programmes', programmeOf);
  const find = { source: byId(sources), place: byId(places), indicator: byId(indicators), programme: byId(programmes) };
  const relationRows = rows.get('relations');

  const linked = <C extends keyof typeof find, T>(
    name: TableName,
    columns: readonly C[],
    make: (row: Row) => T
  ): T[] => {
    const out: T[] = [];
    for (const row of rows.get(name) ?? []) {
      const lost = columns.find((column) => !find[column].has(String(row.cells[column])));
      if (lost === undefined) out.push(make(new Row(row)));
      else onUnlinked(name, [row], lost);
    }
    return out;
  };
  const witness = (
    row: Row
  ): Pick<ProgressRow, 'row' | 'source' | 'qualifier' | 'status' | 'line' | 'written' | 'section' | 'note'> => ({
    row: row.line,
    source: find.source.get(row.text('source'))!,
    qualifier: row.text('qualifier') as Qualifier,
    status: row.text('status') as Status,
    line: row.number('line')!,
    written: row.text('written'),
    section: row.text('section'),
    note: row.text('note')
  });
  const observationOf = (row: Row): ObservationInput => ({
    indicator: find.indicator.get(row.text('indicator'))!,
    place: find.place.get(row.text('place'))!,
    period: row.period()!,
    measure: row.text('measure') as Measure,
    value: row.number('value'),
    ...witness(row)
  });
  const progressOf = (row: Row): ProgressRow => ({
    programme: find.programme.get(row.text('programme'))!,
    place: find.place.get(row.text('place'))!,
    period: row.period()!,
    asOf: row.text('as_of'),
    target: row.number('target'),
    done: row.number('done'),
    rate: row.number('rate'),
    unit: row.text('unit'),
    ...witness(row)
  });
  return new Dataset({
    ...about,
    sources,
    places,
    indicators,
    programmes,
    observations: linked('observations', ['indicator', 'place', 'source'], observationOf),
    progress: linked('progress', ['programme', 'place', 'source'], progressOf),
    relations: relationRows
      ? linkRelations({ rows: relationRows, leftOut: lostRelations }, find, (group, why) =>
          onUnlinked('relations', group, 'relation', why)
        )
      : null
  });
}

/** A checked row seen through the types that its schema has already assured. */
class Row {
  constructor(private readonly row: CheckedRow) {}

  get line(): number {
    return this.row.line;
  }

  text(column: string): string {
    const cell = this.row.cells[column];
    return typeof cell === 'string' ? cell : '';
  }

  number(column: string): number | null {
    const cell = this.row.cells[column];
    return typeof cell === 'number' ? cell : null;
  }

  period(): Period | null {
    const cell = this.row.cells.period;
    return typeof cell === 'object' ? cell : null;
  }
}

const sourceOf = (row: Row): Source => ({
  id: row.text('source'),
  title: row.text('title'),
  publisher: row.text('publisher'),
  published: row.text('published'),
  period: row.period(),
  grade: row.text('grade') as Grade,
  file: row.text('file'),
  note: row.text('note')
});

const placeOf = (row: Row): Place => ({
  id: row.text('place'),
  name: row.text('name'),
  level: row.text('level') as Level,
  parent: row.text('parent'),
  code: row.text('code'),
  naming: row.text('naming') as Naming,
  note: row.text('note')
});

const indicatorOf = (row: Row): Indicator => ({
  id: row.text('indicator'),
  name: row.text('name'),
  theme: row.text('theme'),
  unit: row.text('unit'),
  kind: row.text('kind') as Kind,
  basis: row.text('basis') as Basis,
  better: row.text('better') as Better,
  decimals: row.number('decimals'),
  group: row.text('group'),
  definition: row.text('definition'),
  numerator: row.text('numerator'),
  denominator: row.text('denominator'),
  aliases: row
    .text('aliases')
    .split(/[、;；|]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
});

const programmeOf = (row: Row): Programme => ({
  id: row.text('programme'),
  name: row.text('name'),
  theme: row.text('theme'),
  unit: row.text('unit'),
  schedule: row.text('schedule'),
  indicator: row.text('indicator'),
  note: row.text('note')
});

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}
