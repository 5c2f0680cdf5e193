/** What ids in a proposal are called, so that a clerk reads names. */
import type { TableName } from '../model/tableName';
import type { TableRow } from './batch';
import type { BaseTables } from './conflicts';
import type { ProposedRow } from './proposal';
import { cellOf, isFigureTable, type StatedFigure } from './statedFigure';

export interface NameBook {
  /** The record of an indicator or a programme; undefined for an unknown id. */
  subject(figure: StatedFigure): TableRow | undefined;
  /** `象山县 · 家庭医生签约人数`; ids where there is no name. */
  title(figure: StatedFigure): string;
  /** Unit of its values, `%` for a completion rate; empty where none is known. */
  unit(figure: StatedFigure, column: string): string;
}

/** Names from the tables as they are and from what is proposed; the proposed one wins. */
export function nameBook(base: BaseTables, proposed: readonly ProposedRow[]): NameBook {
  const records = proposed.filter(({ table }) => !isFigureTable(table));
  const book = (table: TableName, id: string): ReadonlyMap<string, TableRow> => {
    const rows = [...(base.get(table) ?? []), ...records.filter((p) => p.table === table).map((p) => p.row)];
    return new Map(rows.map((row) => [cellOf(row, id), row]));
  };
  const indicators = book('indicators', 'indicator');
  const programmes = book('programmes', 'programme');
  const places = book('places', 'place');
  const subject = (figure: StatedFigure) =>
    (figure.table === 'observations' ? indicators : programmes).get(figure.subject);
  const titles = new Map<string, string>();
  return {
    subject,
    title(figure) {
      const key = [figure.table, figure.place, figure.subject, figure.part].join('\u0001');
      const known = titles.get(key);
      if (known !== undefined) return known;
      const name = (row: TableRow | undefined, id: string) => (row && cellOf(row, 'name')) || id;
      const part = figure.part === '' ? '' : `（${figure.part}）`;
      const title = `${name(places.get(figure.place), figure.place)} · ${name(subject(figure), figure.subject)}${part}`;
      titles.set(key, title);
      return title;
    },
    unit(figure, column) {
      if (column === 'rate' || figure.measure === '同比(%)' || figure.measure === '占比') return '%';
      if (figure.measure === '同比(百分点)') return '个百分点';
      if (figure.measure === '位次') return '位';
      const record = subject(figure);
      return cellOf(figure.row, 'unit') || (record ? cellOf(record, 'unit') : '');
    }
  };
}
