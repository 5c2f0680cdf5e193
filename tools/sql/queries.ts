/**
 * What a pack asks of a database: plain SQL that DuckDB and ClickHouse (18.16 and later) both understand, and answer
 * with the same rows in the same order: texts are ordered by their bytes, NULL is made '' in texts and stands last
 * elsewhere, and every column counts, so that no order is left to chance.
 */
import type { Column, Engine } from './engine';

type Source = Pick<Engine, 'from' | 'literal'>;

/** The columns of the table, no row of it. */
export function layoutQuery({ from }: Source): string {
  return `SELECT * FROM ${from} LIMIT 0`;
}

/** Each indicator, as it is written, with the number of its rows; NULL is one of them. */
export function countsQuery({ from }: Source, indicator: Column): string {
  return `SELECT ${named(indicator)} AS k0, count(*) AS k1 FROM ${from} GROUP BY k0 ORDER BY k0`;
}

/**
 * The rows of an indicator.
 * @param columns those wanted, the indicator's among them
 * @param ids as the table writes it: with blanks around it there may be several
 * @param order names of columns, the first counts most; those left out follow
 */
export function rowsQuery(
  source: Source,
  columns: readonly Column[],
  indicator: Column,
  ids: readonly string[],
  order: readonly string[]
): string {
  const selected = columns.map((column, i) => `${named(column)} AS k${i}`);
  const rank = ({ name }: Column): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const ordered = columns
    .map((column, i) => ({ column, i }))
    .sort((a, b) => rank(a.column) - rank(b.column) || a.i - b.i)
    .map(({ i }) => `k${i} NULLS LAST`);
  return [
    `SELECT ${selected.join(', ')}`,
    `FROM ${source.from}`,
    `WHERE ${ids.map((id) => isId(source, indicator, id)).join(' OR ')}`,
    `ORDER BY ${ordered.join(', ')}`
  ].join(' ');
}

/** The bare column, so that a sorted table is read where the indicator stands and nowhere else. */
function isId({ literal }: Source, { name }: Column, id: string): string {
  const is = `${quoted(name)} = ${literal(id)}`;
  return id === '' ? `${is} OR ${quoted(name)} IS NULL` : is;
}

function named({ name, isText }: Column): string {
  return isText ? `coalesce(${quoted(name)}, '')` : quoted(name);
}

/** A name of a table or column; those that could mean something else are refused before (`isPlainName`). */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** Letters, digits, underscores and single blanks: means the same between quotes in every database. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_]+( [\p{L}\p{N}_]+)*$/u.test(name);
}
