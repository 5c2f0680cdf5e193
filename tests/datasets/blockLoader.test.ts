import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BlockLoader } from '../../src/datasets/blockLoader';
import type { PackFiles } from '../../src/datasets/packedTable';
import { makeAnswers } from '../../src/datasets/pack/makeAnswers';
import { makeChunks } from '../../src/datasets/pack/makePack';
import { sha256 } from '../../src/datasets/read/sha256';
import { coveredOf } from '../../src/domain/findings/covered';
import { dataset, indicator } from '../domain/factory';
import { inBlocks } from '../fixtures/inBlocks';

const NAMES = ['床位', '门诊', '分娩'];
const whole = dataset({
  indicators: NAMES.map((name) => indicator({ name, unit: '人', kind: '数量' })),
  facts: NAMES.map((of, i) => ({ of, at: '甲县', in: '2020', value: i }))
});

/** A block an indicator; `answer` lets the n-th request have its bytes. */
function loading() {
  const files = new Map<string, Uint8Array>();
  const chunks = [...makeChunks(whole, 1)].map(({ bytes, ...about }, i) => {
    const content = gzipSync(bytes);
    files.set(`observations.pack/${i}.bin`, content);
    return { file: `${i}.bin`, bytes: content.length, sha256: sha256(content), ...about };
  });
  const { dataset: packed } = inBlocks(whole, 1, true);
  const answers = [...makeAnswers(whole)].map(({ name, bytes }) => {
    const content = gzipSync(bytes);
    files.set(`observations.pack/${name}.bin`, content);
    return { file: `${name}.bin`, bytes: content.length, sha256: sha256(content), name };
  });
  const pack: PackFiles = { folder: 'observations.pack/', chunks, places: [], answers };
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const fetchBytes = (path: string): Promise<Uint8Array> => {
    asked.push(path);
    return new Promise((resolve) => waiting.push(() => resolve(files.get(path)!)));
  };
  const loader = new BlockLoader(packed, pack, fetchBytes, () => Promise.resolve());
  const answer = (): void => waiting.splice(0).forEach((give) => give());
  return { loader, packed, asked, answer };
}

describe('BlockLoader', () => {
  it('reads what is asked for, and tells which part is there', async () => {
    const { loader, packed, asked, answer } = loading();
    const shares: number[] = [];
    const done = loader.load([2, 0], (share) => shares.push(share));
    answer();
    await done;
    expect(asked).toEqual(['observations.pack/2.bin', 'observations.pack/0.bin']);
    expect(shares).toEqual([0.5, 1]);
    expect(packed.missing()).toEqual([1]);
    expect(packed.observationsOf('分娩').map(({ value }) => value)).toEqual([2]);
  });

  it('reads what was worked out of all of them in place of the blocks, once', async () => {
    const { loader, packed, asked, answer } = loading();
    const [cover] = packed.answers.missing();
    expect(cover).toBe(3);
    const done = loader.load([cover!]);
    answer();
    await done;
    expect(coveredOf(packed).places.get('甲县')).toEqual({ indicators: 3, observations: 3, cutoff: '2020-12-31' });
    await loader.load([cover!]);
    expect(asked).toEqual(['observations.pack/cover.bin']);
    expect(packed.missing()).toEqual([0, 1, 2]);
  });

  it('asks once for a block that two wait for', async () => {
    const { loader, asked, answer } = loading();
    const both = Promise.all([loader.load([1]), loader.load([1, 0])]);
    answer();
    await both;
    expect(asked).toEqual(['observations.pack/1.bin', 'observations.pack/0.bin']);
  });

  it('asks for nothing more once nobody waits', async () => {
    const { loader, packed, asked } = loading();
    const nobody = new AbortController();
    nobody.abort();
    await loader.load([0, 1, 2], undefined, nobody.signal);
    expect(asked).toEqual([]);
    expect(packed.missing()).toEqual([0, 1, 2]);
  });

  it('lets go of the block asked for longest ago where more would stay than may', async () => {
    const { loader, packed, answer } = loading();
    const load = async (block: number): Promise<void> => {
      const done = loader.load([block]);
      answer();
      await done;
    };
    loader.mostKept = 2;
    await load(0);
    await load(1);
    // Asked for again: it has become the newer one.
    await loader.load([0]);
    await load(2);
    expect(packed.missing()).toEqual([1]);
  });
});
