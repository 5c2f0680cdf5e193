/**
 * How the page gets its files: fetch over http, the registered twin on file://, where fetch is refused.
 * Both give bytes, so that everything after them is the same.
 */
import type { FetchBytes } from '../datasets/loadEffects';
import { AbsentFileError } from '../datasets/fileError';
import { loadScript, SCRIPT_MS, type Twin } from './loadScript';

type Twins = Readonly<Record<string, Twin>>;

/** What `start.js` has asked for before the app ran, by address. */
interface EarlyRequests {
  readonly files: Record<string, { readonly answer: Promise<Response>; readonly controller: AbortController }>;
  readonly twins?: Promise<unknown>;
}

declare global {
  interface Window {
    __KANBAN_EARLY__?: EarlyRequests;
    __KANBAN_TWINS__?: Twins;
    /** Paths of the files that have a script of their own; comes with the twins of the tables. */
    __KANBAN_FILE_NAMES__?: readonly string[];
    __KANBAN_FILES__?: Record<string, Twin>;
    /** The list of datasets; null where there is none. */
    __KANBAN_DATASETS__?: Twin | null;
  }
}

/** Address of a folder of data relative to the page, with `/` at its end. @param folder below `data/`, empty for itself */
export function dataAddress(folder: string): string {
  return folder === '' ? 'data/' : `data/${encodeURIComponent(folder)}/`;
}

/** Where the data of a page comes from, as the reader is told. @param folder as `dataAddress` has it */
export function dataOrigin({ protocol }: Pick<Location, 'protocol'>, folder = ''): string {
  const place = folder === '' ? 'data' : `data/${folder}`;
  return protocol === 'file:'
    ? `文件夹里的 ${place}/twins.js（双击打开）`
    : `服务器上 ${place} 文件夹里的表（每次打开都问服务器）`;
}

/** Bytes of a file in a folder of data beside the page; rejects with a Chinese reason. @param folder as `dataAddress` has it */
export function fetchBytesFor(location: Pick<Location, 'protocol'>, folder = ''): FetchBytes {
  return location.protocol === 'file:' ? twinReader(folder) : httpReader(folder);
}

/** Bytes of the list of datasets, whatever path is asked for: on file:// it has a small script of its own. */
export function fetchIndexFor(location: Pick<Location, 'protocol'>): FetchBytes {
  return location.protocol === 'file:' ? readIndexTwin : httpReader('');
}

const readIndexTwin: FetchBytes = async () => {
  await loadScript('data/datasets.js').catch(() => {
    throw new AbsentFileError('data 里没有 datasets.js');
  });
  const twin = window.__KANBAN_DATASETS__;
  if (!twin) throw new AbsentFileError('data 里没有这个文件');
  return twinBytes(twin);
};

/** A server that sends nothing for so long won't: what doesn't need the file is shown without it. */
export const STALL_MS = 15_000;

function httpReader(folder: string): FetchBytes {
  return (path, onBytes) =>
    withinTime(STALL_MS, `服务器${STALL_MS / 1000}秒没有回答，没有再等`, (signal, onSign) =>
      readResponse(dataAddress(folder) + path, signal, (received, total) => {
        onSign();
        onBytes?.(received, total);
      })
    );
}

async function readResponse(
  address: string,
  signal: AbortSignal,
  onBytes: NonNullable<Parameters<FetchBytes>[1]>
): Promise<Uint8Array> {
  // no-cache asks the server each time, so that a replaced CSV shows after a reload.
  const response = await (earlyAnswer(address, signal) ?? fetch(address, { cache: 'no-cache', signal }));
  if (response.status === 404 || response.status === 410) {
    throw new AbsentFileError(`服务器回答 ${response.status}，没有这个文件`);
  }
  if (!response.ok) throw new Error(`服务器回答 ${response.status}`);
  // With compression the length announced is not the length received: then there is no total.
  const length = Number(response.headers.get('content-length')) || null;
  const announced = response.headers.get('content-encoding') ? null : length;
  onBytes(0, announced, length ?? 0);
  const bytes = await bodyOf(response, (received) => onBytes(received, announced)).catch(() => {
    throw new Error('读到一半断了');
  });
  if (announced !== null && bytes.length < announced) {
    throw new Error(`没有传完整：应有${announced}字节，只收到${bytes.length}字节`);
  }
  return bytes;
}

/** Bytes after which the page is let answer: what has come is read without a pause otherwise. */
const READ_AT_ONCE = 1_000_000;

/** The answer to the request that start.js made, for the first who asks: a second reading asks the server again. */
function earlyAnswer(address: string, signal: AbortSignal): Promise<Response> | undefined {
  const files = window.__KANBAN_EARLY__?.files ?? {};
  const early = Object.prototype.hasOwnProperty.call(files, address) ? files[address] : undefined;
  if (!early) return undefined;
  Reflect.deleteProperty(files, address);
  signal.addEventListener('abort', () => early.controller.abort());
  return early.answer;
}

async function bodyOf(response: Response, onReceived: (received: number) => void): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  let paused = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    received += value.length;
    onReceived(received);
    // Timers of a page that nobody sees come once a second.
    if (received - paused < READ_AT_ONCE || document.hidden) continue;
    await new Promise((resolve) => setTimeout(resolve));
    paused = received;
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * The answer of `work`, or a rejection with `reason` once `limit` ms have passed without a sign of it. The signal
 * then stops it.
 */
function withinTime<T>(
  limit: number,
  reason: string,
  work: (signal: AbortSignal, onSign: () => void) => Promise<T>
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    let timer = 0;
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        reject(new Error(reason));
        controller.abort();
      }, limit);
    };
    const end = (): void => window.clearTimeout(timer);
    wait();
    work(controller.signal, () => {
      if (!controller.signal.aborted) wait();
    }).then(
      (answer) => {
        end();
        resolve(answer);
      },
      (error: unknown) => {
        end();
        reject(error instanceof Error ? error : new Error());
      }
    );
  });
}

let readings = 0;

/** A reader of its own for each loading: the twins are read again when the dataset is. */
function twinReader(folder: string): FetchBytes {
  const nth = readings++;
  const script = `${dataAddress(folder)}twins.js`;
  const unread = `双击打开时要用到 ${decodeURIComponent(script)}，没有读到这个文件`;
  let loading: Promise<Twins> | undefined;
  async function load(): Promise<Twins> {
    // The engine would hand out the script it has; another address makes it read the file.
    const address = nth === 0 ? script : `${script}?again=${nth}`;
    try {
      await withinTime(SCRIPT_MS, unread, () =>
        nth === 0 && folder === '' && window.__KANBAN_EARLY__?.twins
          ? window.__KANBAN_EARLY__.twins.then(() => undefined)
          : loadScript(address, SCRIPT_MS / 1000)
      );
    } catch {
      throw new Error(unread);
    }
    return window.__KANBAN_TWINS__ ?? {};
  }
  // A script of its own: only what is packed has files that aren't read with the others.
  const fileTwin = (path: string): Promise<Twin> =>
    import('./fileTwin').then(({ readFileTwin }) => readFileTwin(dataAddress(folder), path, nth));
  return async (path, onBytes) => {
    const twins = await (loading ??= load());
    const isTogether = Object.prototype.hasOwnProperty.call(twins, path);
    if (!isTogether && !window.__KANBAN_FILE_NAMES__?.includes(path))
      throw new AbsentFileError(`${decodeURIComponent(script)} 里没有这个文件`);
    const bytes = twinBytes(isTogether ? twins[path]! : await fileTwin(path));
    onBytes?.(bytes.length, bytes.length);
    return bytes;
  };
}

/** The bytes of a file from its script: of a text in UTF-8, else base64. Throws where the base64 is none. */
export function twinBytes({ text, base64 = '' }: Twin): Uint8Array {
  return text === undefined ? fromBase64(base64) : new TextEncoder().encode(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
