/**
 * How the page gets its files: fetch over http, the registered twin on file://, where fetch is refused.
 * Both give bytes, so that everything after them is the same.
 */
import type { FetchBytes } from '../datasets/loadEffects';
import { AbsentFileError } from '../datasets/fileError';
import { loadScript } from './loadScript';

/** A file as a classic script carries it. */
export interface Twin {
  readonly text?: string;
  readonly base64?: string;
}

declare global {
  interface Window {
    __KANBAN_TWINS__?: Readonly<Record<string, Twin>>;
  }
}

/** Bytes of `data/<path>` beside the page; rejects with a Chinese reason. */
export function fetchBytesFor(location: Location): FetchBytes {
  return location.protocol === 'file:' ? twinReader() : readHttp;
}

/** Where the data of a page comes from, as the reader is told. */
export function dataOrigin({ protocol }: Pick<Location, 'protocol'>): string {
  return protocol === 'file:'
    ? '文件夹里的 data/twins.js（双击打开）'
    : '服务器上 data 文件夹里的表（每次打开都问服务器）';
}

/** A server that sends nothing for so long won't: what doesn't need the file is shown without it. */
export const STALL_MS = 15_000;
/** A script tells nothing of its progress, and the twins of a large dataset take their time on a shared drive. */
const SCRIPT_MS = 60_000;

const readHttp: FetchBytes = (path, onBytes) =>
  withinTime(STALL_MS, `服务器${STALL_MS / 1000}秒没有回答，没有再等`, (signal, onSign) =>
    readResponse(path, signal, (received, total) => {
      onSign();
      onBytes?.(received, total);
    })
  );

async function readResponse(
  path: string,
  signal: AbortSignal,
  onBytes: NonNullable<Parameters<FetchBytes>[1]>
): Promise<Uint8Array> {
  // no-cache asks the server each time, so that a replaced CSV shows after a reload.
  const response = await fetch(`data/${path}`, { cache: 'no-cache', signal });
  if (response.status === 404 || response.status === 410) {
    throw new AbsentFileError(`服务器回答 ${response.status}，没有这个文件`);
  }
  if (!response.ok) throw new Error(`服务器回答 ${response.status}`);
  // With compression the length announced is not the length received: then there is no total.
  const announced = response.headers.get('content-encoding')
    ? null
    : Number(response.headers.get('content-length')) || null;
  onBytes(0, announced);
  const bytes = await bodyOf(response, (received) => onBytes(received, announced)).catch(() => {
    throw new Error('读到一半断了');
  });
  if (announced !== null && bytes.length < announced) {
    throw new Error(`没有传完整：应有${announced}字节，只收到${bytes.length}字节`);
  }
  return bytes;
}

async function bodyOf(response: Response, onReceived: (received: number) => void): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    received += value.length;
    onReceived(received);
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

const TWINS_UNREAD = '双击打开时要用到 data/twins.js，没有读到这个文件';

let readings = 0;

/** A reader of its own for each loading: the twins are read again when the dataset is. */
function twinReader(): FetchBytes {
  const nth = readings++;
  let loading: Promise<void> | undefined;
  return (path, onBytes) => {
    // The engine would hand out the script it has; another address makes it read the file.
    const address = nth === 0 ? 'data/twins.js' : `data/twins.js?again=${nth}`;
    loading ??= withinTime(SCRIPT_MS, TWINS_UNREAD, () => loadScript(address, SCRIPT_MS / 1000));
    return readTwin(loading, path, onBytes);
  };
}

async function readTwin(
  twinLoading: Promise<void>,
  path: string,
  onBytes: Parameters<FetchBytes>[1]
): Promise<Uint8Array> {
  try {
    await twinLoading;
  } catch {
    throw new Error(TWINS_UNREAD);
  }
  const twins = window.__KANBAN_TWINS__ ?? {};
  if (!Object.prototype.hasOwnProperty.call(twins, path)) throw new AbsentFileError('data/twins.js 里没有这个文件');
  const twin = twins[path]!;
  const bytes = twinBytes(twin);
  onBytes?.(bytes.length, bytes.length);
  return bytes;
}

export function twinBytes({ text, base64 = '' }: Twin): Uint8Array {
  return text === undefined ? fromBase64(base64) : new TextEncoder().encode(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
