import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchBytesFor, STALL_MS } from '../../src/browser/transport';
import { AbsentFileError } from '../../src/datasets/fileError';

const http = fetchBytesFor({ protocol: 'http:' } as Location);
const hello = new TextEncoder().encode('hello');

/** A body that hands out its pieces and then ends, breaks off or stays open. */
function bodyOf(pieces: readonly Uint8Array[], end: 'close' | 'error' | 'open'): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(piece));
      if (end === 'close') controller.close();
      if (end === 'error') controller.error(new TypeError('network error'));
    }
  });
}

function answerWith(answer: (signal: AbortSignal) => Promise<Response>): void {
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => answer(signal));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('files over http', () => {
  it('come as the bytes the server sends, with how many have come', async () => {
    const headers = { 'content-length': '5' };
    answerWith(() => Promise.resolve(new Response(bodyOf([hello], 'close'), { headers })));
    const told: (number | null)[][] = [];
    expect(await http('a.csv', (received, total) => told.push([received, total]))).toEqual(hello);
    expect(told).toEqual([
      [0, 5],
      [5, 5]
    ]);
  });

  it('are asked for once where the start has asked already; a second reading asks again', async () => {
    const early = { answer: Promise.resolve(new Response('early')), controller: new AbortController() };
    vi.stubGlobal('__KANBAN_EARLY__', { files: { 'data/a.csv': early } });
    answerWith(() => Promise.resolve(new Response('later')));
    const texts = [];
    for (let i = 0; i < 2; i += 1) texts.push(new TextDecoder().decode(await http('a.csv')));
    expect(texts).toEqual(['early', 'later']);
  });

  it('asked for at the start and never answered are stopped like others', async () => {
    const controller = new AbortController();
    vi.stubGlobal('__KANBAN_EARLY__', {
      files: { 'data/a.csv': { answer: new Promise(() => undefined), controller } }
    });
    const reading = expect(http('a.csv')).rejects.toThrow('服务器15秒没有回答，没有再等');
    await vi.advanceTimersByTimeAsync(STALL_MS);
    expect(controller.signal.aborted).toBe(true);
    await reading;
  });

  it('that aren’t there are told apart from those the server refuses', async () => {
    answerWith(() => Promise.resolve(new Response('', { status: 404 })));
    await expect(http('a.csv')).rejects.toThrow(AbsentFileError);
    for (const status of [403, 500]) {
      answerWith(() => Promise.resolve(new Response('', { status })));
      const refusal = await http('a.csv').catch((error: unknown) => error);
      expect(refusal).not.toBeInstanceOf(AbsentFileError);
      expect(refusal).toMatchObject({ message: `服务器回答 ${status}` });
    }
  });

  it('that break off or come short are refused', async () => {
    answerWith(() => Promise.resolve(new Response(bodyOf([hello], 'error'))));
    await expect(http('a.csv')).rejects.toThrow('读到一半断了');
    const headers = { 'content-length': '9' };
    answerWith(() => Promise.resolve(new Response(bodyOf([hello], 'close'), { headers })));
    await expect(http('a.csv')).rejects.toThrow('没有传完整：应有9字节，只收到5字节');
  });

  it('that never answer are given up after a while, and the request is stopped', async () => {
    let stopped = false;
    answerWith(
      (signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(new DOMException('', 'AbortError'));
          })
        )
    );
    const reading = expect(http('a.csv')).rejects.toThrow('服务器15秒没有回答，没有再等');
    await vi.advanceTimersByTimeAsync(STALL_MS - 1);
    expect(stopped).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(stopped).toBe(true);
    await reading;
  });

  it('that stop in the middle are given up too, counted from their last piece', async () => {
    let push: (piece: Uint8Array) => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => (push = (piece) => controller.enqueue(piece))
    });
    answerWith(() => Promise.resolve(new Response(body)));
    const reading = expect(http('a.csv')).rejects.toThrow('服务器15秒没有回答，没有再等');
    await vi.advanceTimersByTimeAsync(STALL_MS - 1);
    push(hello);
    await vi.advanceTimersByTimeAsync(STALL_MS - 1);
    push(hello);
    await vi.advanceTimersByTimeAsync(STALL_MS);
    await reading;
  });
});
