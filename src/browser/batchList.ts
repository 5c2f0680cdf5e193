/** The record that says in which order batches lie upon each other, and which are on. */
import { fieldsOf } from '../domain/model/fields';

export interface ListEntry {
  readonly id: string;
  readonly on: boolean;
  readonly shown: boolean;
}

/** Undefined for anything that isn't such a record. */
export function parseList(record: unknown): ListEntry[] | undefined {
  const entries = fieldsOf(record).entries;
  if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined;
  return new Set(entries.map(({ id }) => id)).size === entries.length ? entries : undefined;
}

function isEntry(value: unknown): value is ListEntry {
  const { id, on, shown } = fieldsOf(value);
  return typeof id === 'string' && typeof on === 'boolean' && typeof shown === 'boolean';
}
