/** Tables that are lost as a whole: what is said of them, and of those that point at them. */
import type { TableName } from '../domain/model/tableName';
import type { TableSchema } from './check/schema';
import type { ReadTable } from './readTable';

/** A table of which no row could be used would look like one without data. */
export function remarkWhollyLost({ rows, found, issues, schema }: ReadTable): void {
  if (found === 0 || rows.length > 0 || issues.all().some((issue) => issue.wholeFile)) return;
  issues.add({
    level: '错误',
    rule: '整表',
    why: `表里的${found}行一行也没有读入`,
    todo: `请照“读取问题”里列出的各条改好${schema.file}。`,
    wholeFile: true
  });
}

/** Where a table failed as a whole, those that point at it lose the rows that do; that is said once, not for each row. */
export function dropUnreachable(schemas: readonly TableSchema[], tables: ReadonlyMap<TableName, ReadTable>): void {
  for (const schema of schemas) {
    const table = tables.get(schema.name);
    for (const { field, table: target } of schema.foreignKeys) {
      const lost = schemas.find((s) => s.name === target && !tables.has(target));
      if (!table || !lost) continue;
      const before = table.rows.length;
      table.rows = table.rows.filter((row) => row.cells[field] === '');
      if (before === table.rows.length) continue;
      table.issues.add({
        level: '错误',
        column: field,
        rule: '外键',
        why: `${lost.file}没有读成，指向它的${before - table.rows.length}行都没有读入`,
        todo: `请先补好${lost.file}。`,
        wholeFile: true
      });
    }
  }
}
