import { TABLE_NAMES, type TableName } from '../../domain/model/tableName';
import type { ColumnNames } from '../../domain/sheet/ownTables';
import type { TableSchema } from '../check/schema';

/** The columns of each table by their names and Chinese titles, as the package states them. */
export function ownColumns(tables: readonly TableSchema[]): Readonly<Record<TableName, ColumnNames>> {
  const columns = (name: TableName): ColumnNames => {
    const fields = tables.find((schema) => schema.name === name)?.fields ?? [];
    return new Map(
      fields.flatMap((field) => [
        [field.title.toLowerCase(), field.name],
        [field.name.toLowerCase(), field.name]
      ])
    );
  };
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, columns(name)])) as Record<TableName, ColumnNames>;
}
