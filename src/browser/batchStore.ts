/**
 * Batches in IndexedDB, a database a dataset (pages on file:// share one origin). A batch, its place and whether it is
 * on are written in one transaction, so that a crash leaves the state before it or after it.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { batchBody, readBatchBody } from '../datasets/batch/batchFile';
import type { BatchMarks, BatchStorage, SetAside, StorageContent, StoredBatch } from '../datasets/batch/batchStorage';
import type { Batch } from '../domain/batch/batch';
import { parseList, type ListEntry } from './batchList';
import { storageFault } from './storageFault';
import { within } from './within';

const NAME = 'kanban-batches';
/** Raised with every change of the stores below; `upgrade` then leads from each earlier version to it. */
const VERSION = 1;
const LIST = 'list';
/** No answer for so many seconds: a policy may hold the database up without a word. */
const PATIENCE = 10;

interface Stores extends DBSchema {
  /** Bodies of batches by id; never changed. */
  batches: { key: string; value: unknown };
  /** One record, `list`: ids in order, with their marks. */
  list: { key: string; value: unknown };
  /** What couldn't be read, as it was. */
  aside: { key: string; value: { readonly why: string; readonly raw: unknown } };
}

type Database = IDBPDatabase<Stores>;
const WRITTEN = { durability: 'strict' } as const;

/** The batches of the dataset of this name. */
export function openBatchStore(dataset: string): BatchStorage {
  const name = `${NAME}:${dataset}`;
  let opening: Promise<Database> | undefined;
  let isLookedAt = false;
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);

  const database = (): Promise<Database> => {
    opening ??= open(name, () => (opening = undefined)).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  async function run<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await within(PATIENCE, '浏览器的存储没有回答', database().then(work));
    } catch (error) {
      throw storageFault(error);
    }
  }

  /** Tells the other windows, once all of it is written. What is bad is put by before anything is written over it. */
  async function write(work: (db: Database) => Promise<void>): Promise<void> {
    await run(async (db) => {
      isLookedAt ||= Boolean(await readAll(db));
      await work(db);
    });
    channel?.postMessage('changed');
  }

  return {
    read: () => run(readAll),
    add: (...batches) => write((db) => addBatches(db, batches)),
    mark: (marks) => write((db) => markBatches(db, marks)),
    probe: () => run(probe),
    asideText: (key) => run((db) => asideText(db, key)),
    onElsewhere: (changed) => channel?.addEventListener('message', changed)
  };
}

function open(name: string, onClosed: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<Stores>(name, VERSION, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('batches');
          db.createObjectStore('list');
          db.createObjectStore('aside');
        }
      },
      blocked: () => reject(new Error('另一个窗口开着旧版的看板，请关掉它再刷新')),
      // A newer page in another window waits for this one to let go.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed
    }).then(resolve, reject);
  });
}

async function addBatches(db: Database, batches: readonly Batch[]): Promise<void> {
  const tx = db.transaction(['batches', 'list'], 'readwrite', WRITTEN);
  const entries = parseList(await tx.objectStore('list').get(LIST)) ?? [];
  const added = batches.filter((batch) => !entries.some(({ id }) => id === batch.id));
  for (const batch of added) void tx.objectStore('batches').put(batchBody(batch), batch.id);
  const listed = added.map(({ id }): ListEntry => ({ id, on: true, shown: true }));
  if (added.length > 0) void tx.objectStore('list').put({ entries: [...entries, ...listed] }, LIST);
  await tx.done;
}

async function markBatches(db: Database, marks: ReadonlyMap<string, BatchMarks>): Promise<void> {
  const tx = db.transaction('list', 'readwrite', WRITTEN);
  const entries = parseList(await tx.store.get(LIST)) ?? [];
  void tx.store.put({ entries: entries.map((entry) => ({ ...entry, ...marks.get(entry.id) })) }, LIST);
  await tx.done;
}

async function readAll(db: Database): Promise<StorageContent> {
  const seen = await look(db.transaction(ALL));
  if (seen.isWhole) return contentOf(seen);
  // Looked at again in the transaction that mends it: another window may have written in between.
  const tx = db.transaction(ALL, 'readwrite', WRITTEN);
  const again = await look(tx);
  const aside = putAside(tx, again);
  await tx.done;
  return contentOf({ ...again, aside });
}

const ALL: ('batches' | 'list' | 'aside')[] = ['batches', 'list', 'aside'];
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Stores, ('batches' | 'list' | 'aside')[], Mode>;

/** What the database holds, and what of it is bad. */
interface Findings {
  readonly isWhole: boolean;
  readonly stored: ReadonlyMap<string, Batch>;
  /** In order, of `stored` alone. */
  readonly entries: readonly ListEntry[];
  readonly bad: readonly { readonly id: string; readonly why: string; readonly raw: unknown }[];
  /** The record of the list, where it is bad. */
  readonly badList: { readonly raw: unknown } | undefined;
  readonly aside: readonly SetAside[];
}

async function look(tx: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<Findings> {
  const [record, ids, bodies, asideKeys, aside] = await Promise.all([
    tx.objectStore('list').get(LIST),
    tx.objectStore('batches').getAllKeys(),
    tx.objectStore('batches').getAll(),
    tx.objectStore('aside').getAllKeys(),
    tx.objectStore('aside').getAll()
  ]);
  const stored = new Map<string, Batch>();
  const bad: Findings['bad'][number][] = [];
  ids.forEach((id, i) => {
    const raw = bodies[i];
    const reading = typeof raw === 'string' ? readBatchBody(raw) : undefined;
    if (reading?.kind === 'batch' && reading.batch.id === id) stored.set(id, reading.batch);
    else bad.push({ id, raw, why: reading?.kind === 'refused' ? reading.why : '批次的内容不是合格的文字' });
  });
  const listed = record === undefined ? [] : parseList(record);
  const isLost = ({ id }: ListEntry): boolean => !stored.has(id) && !bad.some((one) => one.id === id);
  const unlisted = [...stored.keys()].sort().filter((id) => !listed?.some((entry) => entry.id === id));
  const badList = listed === undefined || listed.some(isLost) ? { raw: record } : undefined;
  return {
    isWhole: bad.length + unlisted.length === 0 && !badList,
    stored,
    entries: [
      ...(listed ?? []).filter(({ id }) => stored.has(id)),
      ...unlisted.map((id): ListEntry => ({ id, on: true, shown: true }))
    ],
    bad,
    badList,
    aside: asideKeys.map((key, i) => ({ key, why: aside[i]!.why }))
  };
}

function contentOf({ entries, stored, aside }: Findings): StorageContent {
  return { batches: entries.map(({ id, on, shown }): StoredBatch => ({ batch: stored.get(id)!, on, shown })), aside };
}

/** Moves bad records out of the way and writes the mended list. @returns all that is put by */
function putAside(tx: Transaction<'readwrite'>, { bad, badList, entries, aside }: Findings): SetAside[] {
  const all = [...aside];
  const put = (wanted: string, why: string, raw: unknown): void => {
    let key = wanted;
    for (let n = 2; all.some((one) => one.key === key); n++) key = `${wanted}（${n}）`;
    void tx.objectStore('aside').put({ why, raw }, key);
    all.push({ key, why });
  };
  for (const { id, why, raw } of bad) {
    put(id, why, raw);
    void tx.objectStore('batches').delete(id);
  }
  if (badList) put('清单', '批次清单不完整，没有列出的各批都按打开处理', badList.raw);
  void tx.objectStore('list').put({ entries }, LIST);
  return all;
}

/** So much is asked for, so that a store that is all but full says so before work begins. */
const PROBE_CHARS = 200_000;

async function probe(db: Database): Promise<void> {
  const write = db.transaction('list', 'readwrite', WRITTEN);
  void write.store.put('-'.repeat(PROBE_CHARS), 'probe');
  await write.done;
  const clear = db.transaction('list', 'readwrite');
  void clear.store.delete('probe');
  await clear.done;
}

async function asideText(db: Database, key: string): Promise<string> {
  const record = await db.get('aside', key);
  return typeof record?.raw === 'string' ? record.raw : JSON.stringify(record?.raw ?? null);
}
