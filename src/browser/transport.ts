/**
 * How the page gets its files: fetch over http, the registered twin on file://, where fetch is refused.
 * Both give bytes, so that everything after them is the same.
 */
import type { FetchBytes } from '../datasets/loadEffects';
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

const readHttp: FetchBytes = async (path, onBytes) => {
  // no-cache asks the server each time, so that a replaced CSV shows after a reload.
  const response = await fetch(`data/${path}`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`服务器回答 ${response.status}`);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  // With compression the length announced is not the length received: then there is no total.
  const announced = response.headers.get('content-encoding')
    ? null
    : Number(response.headers.get('content-length')) || null;
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    received += value.length;
    onBytes?.(received, announced);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

let readings = 0;

/** A reader of its own for each loading: the twins are read again when the dataset is. */
function twinReader(): FetchBytes {
  const nth = readings++;
  let loading: Promise<void> | undefined;
  return (path, onBytes) => {
    // The engine would hand out the script it has; another address makes it read the file.
    loading ??= loadScript(nth === 0 ? 'data/twins.js' : `data/twins.js?again=${nth}`);
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
    throw new Error('双击打开时要用到 data/twins.js，没有读到这个文件');
  }
  const twin = window.__KANBAN_TWINS__?.[path];
  if (!twin) throw new Error('data/twins.js 里没有这个文件');
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
