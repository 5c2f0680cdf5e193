/** Writes to what the browser keeps, reads it back, and takes it away again. Each rejects with a Chinese reason. */
import { withTimeout } from './within';

const KEY = 'kanban-self-check';
const PATIENCE = 10;

/** Writes, reads back and removes a text. Throws (Chinese, or the engine's own error) where that doesn't work. */
export async function checkLocalStorage(): Promise<void> {
  const text = `${Date.now()} 一二三`;
  localStorage.setItem(KEY, text);
  const read = localStorage.getItem(KEY);
  localStorage.removeItem(KEY);
  if (read !== text) throw new Error('写进去的读不回来');
}

/** A database of its own: nothing that the page keeps is touched. */
export async function checkIndexedDb(): Promise<void> {
  const database = await withTimeout(PATIENCE, '数据库没有打开', opened());
  try {
    const bytes = new Uint8Array([1, 2, 3, 250]);
    const store = (mode: IDBTransactionMode) => database.transaction(KEY, mode).objectStore(KEY);
    await withTimeout(PATIENCE, '数据库没有写成', answered(store('readwrite').put(bytes, 'bytes')));
    const read: unknown = await withTimeout(PATIENCE, '数据库没有读成', answered(store('readonly').get('bytes')));
    if (!(read instanceof Uint8Array) || read.join() !== bytes.join()) throw new Error('写进去的读不回来');
  } finally {
    database.close();
    await answered(indexedDB.deleteDatabase(KEY)).catch(() => undefined);
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(KEY, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(KEY);
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('数据库没有回答'));
  });
}
