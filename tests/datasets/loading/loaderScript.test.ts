import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { AbsentFileError } from '../../../src/datasets/fileError';
import type { LoadResult } from '../../../src/datasets/loadDataset';
import type { FetchBytes, Progress } from '../../../src/datasets/loadEffects';
import { type LoaderScope, serveLoader } from '../../../src/datasets/loading/loaderScript';
import { type LoaderAnswer, type LoaderQuestion, unpackResult } from '../../../src/datasets/loading/passage';
import { loadSteadily } from '../../../src/datasets/steadyLoad';
import type { Batch } from '../../../src/domain/batch/batch';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const BATCH: Batch = {
  id: '2024-05-06-1a2b3c4d',
  name: '五月.xlsx',
  made: '2024-05-06T08:00:00Z',
  rules: '',
  decisions: [],
  changes: []
} as never;

/** What a loading gives that goes through messages, as they are between page and worker: copied, with memory handed over. */
function through(fetchBytes: FetchBytes, batches: readonly Batch[] = [], told: Progress[] = []): Promise<LoadResult> {
  const { port1, port2 } = new MessageChannel();
  const say = (question: LoaderQuestion) => port1.postMessage(question);
  const result = new Promise<LoadResult>((resolve, reject) => {
    port1.on('message', (answer: LoaderAnswer) => {
      if (answer.kind === 'ready') say({ kind: 'load', fictional: false });
      else if (answer.kind === 'fetch')
        fetchBytes(answer.path).then(
          (bytes) => say({ kind: 'bytes', id: answer.id, bytes }),
          (error: Error) =>
            say({ kind: 'nothing', id: answer.id, why: error.message, absent: error instanceof AbsentFileError })
        );
      else if (answer.kind === 'lay') say({ kind: 'batches', id: answer.id, batches });
      else if (answer.kind === 'progress') told.push(answer.progress);
      else if (answer.kind === 'done') resolve(unpackResult(answer.result));
      else reject(new Error('failed'));
    });
  });
  serveLoader(port2 as unknown as LoaderScope);
  return result.finally(() => port1.close());
}
const direct = (fetchBytes: FetchBytes, batches: readonly Batch[] = []) =>
  loadSteadily({ fetchBytes, wait: () => Promise.resolve(), batches: () => Promise.resolve(batches) });

describe('serveLoader(scope)', () => {
  it.each(['data', 'data/demo'])('gives the very dataset that the page would have read: %s', async (folder) => {
    const fetchBytes = fetchFrom([fixtureFolder(folder)]);
    const [there, here] = await Promise.all([through(fetchBytes), direct(fetchBytes)]);
    expect(there).toEqual(here);
    expect(there.kind === 'ok' && there.dataset.observation(0).indicator).toBe(
      there.kind === 'ok' && there.dataset.indicators.find(({ id }) => id === there.dataset.observation(0).indicator.id)
    );
  });

  it('names what was left out, and what is missing, as the page does', async () => {
    const fetchBytes: FetchBytes = async (path) => {
      if (path === 'progress.csv') throw new AbsentFileError('服务器回答 404，没有这个文件');
      if (path === 'programmes.csv') throw new Error('服务器回答 500');
      return fetchFrom([fixtureFolder('bad'), fixtureFolder('small'), fixtureFolder('data')])(path);
    };
    const there = await through(fetchBytes);
    expect(there).toEqual(await direct(fetchBytes));
    expect(there.kind).toBe('ok');
    expect(there.issues.map(({ why }) => why)).toContain('没有读到这个文件：服务器回答 500');
  });

  it('lays the page’s batches over it, and tells how far it is', async () => {
    const told: Progress[] = [];
    const there = await through(fetchFrom([fixtureFolder('small'), fixtureFolder('data')]), [BATCH], told);
    expect(there.kind === 'ok' && [...there.batches.there]).toEqual(['2024-05-06-1a2b3c4d']);
    expect(told.length).toBeGreaterThan(0);
  });
});
