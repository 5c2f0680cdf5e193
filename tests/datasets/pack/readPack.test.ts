/** The files of a pack are unzipped by the engine where it can, and read the same where it can't. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { AnswerEntry } from '../../../src/datasets/pack/format';
import { readAnswer } from '../../../src/datasets/pack/readPack';

const plain = new TextEncoder().encode(JSON.stringify({ places: ['甲县'] }));
const zipped = gzipSync(plain);

function read(content: Uint8Array): Promise<Uint8Array> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const entry: AnswerEntry = { name: 'cover', file: 'cover.bin', bytes: content.length, sha256 };
  return readAnswer(() => Promise.resolve(content), 'a.pack/', entry);
}

describe.each([
  ['with a DecompressionStream', globalThis.DecompressionStream],
  ['without', undefined]
])('a file of a pack in an engine %s', (_, own) => {
  const unzip = (content: Uint8Array) => {
    vi.stubGlobal('DecompressionStream', own);
    return read(content);
  };

  it('gives its bytes', async () => {
    expect([...(await unzip(zipped))]).toEqual([...plain]);
  });

  it.each([
    ['cut', zipped.subarray(0, 30)],
    ['of another form', plain],
    ['empty', new Uint8Array(0)]
  ])('is refused where it is %s', async (__, content) => {
    await expect(unzip(content)).rejects.toMatchObject({ file: 'a.pack/cover.bin', why: '解不开，内容损坏' });
  });
});
