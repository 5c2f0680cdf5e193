/**
 * Batches in IndexedDB, a database a dataset (pages on file:// share one origin). A batch, its place and whether it is
 * on are written in one transaction, so that a crash leaves the state before it or after it.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { BatchReading } from '../datasets/batch/batchFile';
import type { BatchMarks, BatchStorage, SetAside, StorageContent, StoredBatch } from '../datasets/batch/batchStorage';
import type { Batch } from '../domain/batch/batch';
import { batchChannel, batchDatabase } from './batchChannel';
import { parseList, type ListEntry } from './batchList';
import { type BatchRecord, readRecord, recordOf } from './batchRecord';
import { storageFault } from './storageFault';
import { withTimeout } from './within';

/** Raised with every change of the stores below; `upgrade` then leads from each earlier version to it. */
const VERSION = 1;
const LIST = 'list';
/** No answer for so many seconds: a policy may hold the database up without a word. */
const PATIENCE = 10;
/** Bytes a second that any disk writes. */
const SLOWEST = 2_000_000;

interface Stores extends DBSchema {
  /** Bodies of batches by id; never changed. */
  batches: { key: string; value: unknown };
  /** One record, `list`: ids in order, with their marks. */
  list: { key: string; value: unknown };
  /** What couldn't be read, as it was. */
  aside: { key: string; value: { readonly why: string; readonly raw: unknown } };
}

type Database = IDBPDatabase<Stores>;

/** What records were read as. Bodies never change: a file of the same length isn't read again. */
type KnownRecords = Map<string, { readonly raw: unknown; readonly reading: BatchReading }>;
const WRITTEN = { durability: 'strict' } as const;

/** The batches of the dataset of this name. @param channel by which other windows are told */
export function openBatchStore(dataset: string, channel = batchChannel(dataset)): BatchStorage {
  const name = batchDatabase(dataset);
  let opening: Promise<Database> | undefined;
  let isLookedAt = false;
  /** Of large batches, which are kept as files. */
  const files: KnownRecords = new Map();

  const database = (): Promise<Database> => {
    opening ??= open(name, () => (opening = undefined)).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** @param bytes that are written */
  async function run<T>(work: (db: Database) => Promise<T>, bytes = 0): Promise<T> {
    try {
      return await withTimeout(PATIENCE + bytes / SLOWEST, '浏览器的存储没有回答', database().then(work));
    } catch (error) {
      throw storageFault(error);
    }
  }

  async function read(): Promise<StorageContent> {
    for (;;) {
      const records = await run((db) => recordsIn(db.transaction(ALL)));
      const known: KnownRecords = new Map(files);
      await readAll(records.bodies, known);
      known.forEach((one, id) => one.raw instanceof Blob && files.set(id, one));
      const seen = findingsOf(records, known);
      if (seen.isWhole) return contentOf(seen);
      const mended = await run((db) => mend(db, known));
      if (mended) return mended;
    }
  }

  /** Tells the other windows, once all of it is written. What is bad is put by before anything is written over it. */
  async function write(work: (db: Database) => Promise<void>, bytes = 0): Promise<void> {
    isLookedAt ||= Boolean(await read());
    await run(work, bytes);
    channel?.postMessage('changed');
  }

  async function add(batches: readonly Batch[]): Promise<void> {
    const records = new Map<Batch, BatchRecord>();
    for (const batch of batches) records.set(batch, await recordOf(batch));
    let bytes = 0;
    for (const record of records.values()) bytes += typeof record === 'string' ? record.length : record.size;
    await write((db) => addBatches(db, records), bytes);
    for (const [batch, raw] of records)
      if (typeof raw !== 'string') files.set(batch.id, { raw, reading: { kind: 'batch', batch } });
  }

  return {
    read,
    add: (...batches) => add(batches),
    mark: (marks) => write((db) => markBatches(db, marks)),
    probe: () => run(probe),
    asideText: (key) => run((db) => asideRecord(db, key)).then(textOf),
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

async function addBatches(db: Database, records: ReadonlyMap<Batch, BatchRecord>): Promise<void> {
  const tx = db.transaction(['batches', 'list'], 'readwrite', WRITTEN);
  const entries = parseList(await tx.objectStore('list').get(LIST)) ?? [];
  const added = [...records].filter(([batch]) => !entries.some(({ id }) => id === batch.id));
  for (const [batch, record] of added) void tx.objectStore('batches').put(record, batch.id);
  const listed = added.map(([{ id }]): ListEntry => ({ id, on: true, shown: true }));
  if (added.length > 0) void tx.objectStore('list').put({ entries: [...entries, ...listed] }, LIST);
  await tx.done;
}

async function markBatches(db: Database, marks: ReadonlyMap<string, BatchMarks>): Promise<void> {
  const tx = db.transaction('list', 'readwrite', WRITTEN);
  const entries = parseList(await tx.store.get(LIST)) ?? [];
  void tx.store.put({ entries: entries.map((entry) => ({ ...entry, ...marks.get(entry.id) })) }, LIST);
  await tx.done;
}

/** Reads what isn't known yet; large ones a little at a time, which no transaction would wait for. */
async function readAll(bodies: ReadonlyMap<string, unknown>, known: KnownRecords): Promise<void> {
  for (const [id, raw] of bodies) if (!isKnown(id, raw, known)) known.set(id, { raw, reading: await readRecord(raw) });
}

function isKnown(id: string, raw: unknown, known: KnownRecords): boolean {
  const before = known.get(id);
  if (!before) return false;
  if (typeof raw === 'string') return before.raw === raw;
  if (raw instanceof Blob) return before.raw instanceof Blob && before.raw.size === raw.size;
  // Anything else is no batch, whatever it holds.
  return typeof before.raw !== 'string' && !(before.raw instanceof Blob);
}

/**
 * Puts by what is bad. Looked at again in the transaction that mends it: another window may have written in between.
 * @returns undefined where it has, something that has to be read first
 */
async function mend(db: Database, known: KnownRecords): Promise<StorageContent | undefined> {
  const tx = db.transaction(ALL, 'readwrite', WRITTEN);
  const records = await recordsIn(tx);
  const isRead = [...records.bodies].every(([id, raw]) => isKnown(id, raw, known));
  const seen = isRead ? findingsOf(records, known) : undefined;
  const aside = seen && putAside(tx, seen);
  await tx.done;
  return seen && contentOf({ ...seen, aside: aside! });
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

/** All records as they are. */
interface Records {
  readonly list: unknown;
  readonly bodies: ReadonlyMap<string, unknown>;
  readonly aside: readonly SetAside[];
}

async function recordsIn(tx: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<Records> {
  const [list, ids, bodies, asideKeys, aside] = await Promise.all([
    tx.objectStore('list').get(LIST),
    tx.objectStore('batches').getAllKeys(),
    tx.objectStore('batches').getAll(),
    tx.objectStore('aside').getAllKeys(),
    tx.objectStore('aside').getAll()
  ]);
  return {
    list,
    bodies: new Map(ids.map((id, i) => [id, bodies[i]])),
    aside: asideKeys.map((key, i) => ({ key, why: aside[i]!.why }))
  };
}

/** @param known has read all of them */
function findingsOf({ list: record, bodies, aside }: Records, known: KnownRecords): Findings {
  const stored = new Map<string, Batch>();
  const bad: Findings['bad'][number][] = [];
  bodies.forEach((raw, id) => {
    const { reading } = known.get(id)!;
    if (reading.kind === 'batch' && reading.batch.id === id) stored.set(id, reading.batch);
    else bad.push({ id, raw, why: reading.kind === 'refused' ? reading.why : '批次的内容不是合格的文字' });
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
    aside
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

async function asideRecord(db: Database, key: string): Promise<unknown> {
  return (await db.get('aside', key))?.raw;
}

async function textOf(raw: unknown): Promise<string> {
  if (raw instanceof Blob) return raw.text();
  return typeof raw === 'string' ? raw : JSON.stringify(raw ?? null);
}
