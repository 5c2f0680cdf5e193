/**
 * Which batches rest on which: a later one starts from what an earlier one left at a key (it replaces the row, or brings
 * one where a row was taken away), or its rows point at an id that an earlier one brought and it doesn't bring itself.
 */
import type { TableName } from '../model/tableName';
import type { Batch, TableRow } from './batch';
import { type BatchSchema, sameRow } from './keys';
import { movesOf } from './moves';

/** The later of `batches` that rest on the one with `id`, directly or by way of others, in order. */
export function dependentsOf(id: string, batches: readonly Batch[], schema: BatchSchema): Batch[] {
  const at = batches.findIndex((batch) => batch.id === id);
  // Of a large batch it costs time to know what it brought.
  if (at < 0 || at === batches.length - 1) return [];
  const brought = new Brought(schema);
  brought.add(batches[at]!);
  const dependents: Batch[] = [];
  for (const batch of batches.slice(at + 1)) {
    if (!brought.holdsUp(batch)) continue;
    dependents.push(batch);
    brought.add(batch);
  }
  return dependents;
}

/** The earlier of `batches` that the one with `id` rests on, directly or by way of others, in order. */
export function prerequisitesOf(id: string, batches: readonly Batch[], schema: BatchSchema): Batch[] {
  const at = batches.findIndex((batch) => batch.id === id);
  if (at < 0) return [];
  const resting = [batches[at]!];
  for (const earlier of batches.slice(0, at).reverse()) {
    const brought = new Brought(schema);
    brought.add(earlier);
    if (resting.some((batch) => brought.holdsUp(batch))) resting.unshift(earlier);
  }
  return resting.filter((batch) => batch.id !== id);
}

/** What some batches brought. */
class Brought {
  /** What it left at each key that it touched. */
  private readonly left = new Map<string, TableRow | null>();
  private readonly ids = new Set<string>();

  constructor(private readonly schema: BatchSchema) {}

  add({ changes }: Batch): void {
    for (const change of changes) {
      const { table, before, after } = change;
      const keys = this.schema.get(table);
      if (!keys) continue;
      for (const move of movesOf(change, keys)) this.left.set(`${table}\u0001${move.key}`, move.after);
      if (!after) continue;
      for (const column of targetsOf(this.schema, table)) {
        const id = after[column] ?? '';
        if (id !== '' && id !== (before?.[column] ?? '')) this.ids.add(idText(table, column, id));
      }
    }
  }

  /** Whether something of this rests on it. */
  holdsUp({ changes }: Batch): boolean {
    const own = new Brought(this.schema);
    let isOwn = false;
    return changes.some((change) => {
      const { table, after } = change;
      const keys = this.schema.get(table);
      if (!keys) return false;
      const startsHere = movesOf(change, keys).some(({ key, before }) => {
        const row = this.left.get(`${table}\u0001${key}`);
        return row !== undefined && sameRow(keys, row, before);
      });
      if (startsHere) return true;
      if (!after) return false;
      return keys.foreignKeys.some(({ field, table: target, target: column }) => {
        const id = idText(target, column, after[field] ?? '');
        if (!this.ids.has(id)) return false;
        // What the batch brings itself is worked out only once it matters.
        if (!isOwn) own.add({ changes } as Batch);
        isOwn = true;
        return !own.ids.has(id);
      });
    });
  }
}

function idText(table: TableName, column: string, id: string): string {
  return `${table}\u0001${column}\u0001${id.trim()}`;
}

/** Columns of a table that foreign keys point at. */
function targetsOf(schema: BatchSchema, table: TableName): string[] {
  const columns: string[] = [];
  for (const { foreignKeys } of schema.values())
    for (const key of foreignKeys) if (key.table === table && !columns.includes(key.target)) columns.push(key.target);
  return columns;
}
