/** Most pages have no batches: what reads and writes them is a script of its own, asked for once there is a database or something to keep. */
import type { BatchStorage, StorageContent } from '../datasets/batch/batchStorage';
import { batchChannel, batchDatabase } from './batchChannel';
import { withTimeout } from './within';

const NOTHING: StorageContent = { batches: [], aside: [] };
/** No answer for so many seconds: `batchStore` then says what is wrong. */
const PATIENCE = 2;

/** The batches of the dataset of this name. */
export function openBatchStoreOnDemand(dataset: string): BatchStorage {
  const channel = batchChannel(dataset);
  let loading: Promise<BatchStorage> | undefined;
  function load(): Promise<BatchStorage> {
    loading ??= import('./batchStore').then(
      ({ openBatchStore }) => openBatchStore(dataset, channel),
      () => {
        loading = undefined;
        throw new Error(
          '没有读到程序文件，这个浏览器里的上新没有读出来。请刷新页面；仍不行，请管理员把整个文件夹重新复制一遍。'
        );
      }
    );
    return loading;
  }
  return {
    read: async () => (loading || (await mayExist(batchDatabase(dataset))) ? (await load()).read() : NOTHING),
    add: async (...batches) => (await load()).add(...batches),
    mark: async (marks) => (await load()).mark(marks),
    probe: async () => (await load()).probe(),
    asideText: async (key) => (await load()).asideText(key),
    onElsewhere: (changed) => channel?.addEventListener('message', changed)
  };
}

/** Whether there is a database, or no telling. None is made by asking. */
function mayExist(name: string): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction!.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = () => resolve(!isNew);
  });
  return withTimeout(PATIENCE, '浏览器的存储没有回答', asked).catch(() => true);
}
