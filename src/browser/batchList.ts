/** The record that says in which order batches lie upon each other, and which are on. */

export interface ListEntry {
  readonly id: string;
  readonly on: boolean;
  readonly shown: boolean;
}

/** Undefined for anything that isn't such a record. */
export function parseList(record: unknown): ListEntry[] | undefined {
  const entries = (record as { readonly entries?: unknown } | undefined)?.entries;
  if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined;
  return new Set(entries.map(({ id }) => id)).size === entries.length ? entries : undefined;
}

function isEntry(value: unknown): value is ListEntry {
  const entry = value as Partial<ListEntry> | null;
  return typeof entry?.id === 'string' && typeof entry.on === 'boolean' && typeof entry.shown === 'boolean';
}
