/** Numbers that were seen, in IndexedDB: one record a dataset, four bytes a number. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { sortedUnion } from '../domain/model/sortedPrints';
import type { SeenNumbers, SeenStorage } from '../datasets/batch/seenStorage';
import { fieldsOf } from '../domain/model/fields';

interface Stores extends DBSchema {
  seen: { key: string; value: unknown };
}

let opening: Promise<IDBPDatabase<Stores>> | undefined;

/** One connection for the page; after a failure the next one is tried anew. */
function database(): Promise<IDBPDatabase<Stores>> {
  opening ??= openDB<Stores>('kanban-seen', 1, {
    upgrade: (db) => {
      db.createObjectStore('seen');
    },
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => (opening = undefined)
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** The numbers seen of the dataset of this name. A record that is none of ours counts as none. */
export function openSeenStore(name: string): SeenStorage {
  return {
    read: async () => parsed(await (await database()).get('seen', name)),
    add: async (seen) => {
      const tx = (await database()).transaction('seen', 'readwrite');
      const before = parsed(await tx.store.get(name))?.prints ?? new Uint32Array(0);
      const prints = sortedUnion(before, seen.prints);
      await tx.store.put({ stamp: seen.stamp, prints }, name);
      await tx.done;
    }
  };
}

function parsed(record: unknown): SeenNumbers | undefined {
  const { stamp, prints } = fieldsOf(record);
  return typeof stamp === 'string' && prints instanceof Uint32Array ? { stamp, prints } : undefined;
}
