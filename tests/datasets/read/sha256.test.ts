import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { digest, sha256 } from '../../../src/datasets/read/sha256';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('sha256', () => {
  it('gives the digests of the standard’s examples', () => {
    expect(sha256(bytes(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
    );
  });

  it('agrees with another implementation at every length of the last block', () => {
    for (let length = 0; length <= 130; length++) {
      const text = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (data) => {
        expect(sha256(data)).toBe(createHash('sha256').update(data).digest('hex'));
      })
    );
  });

  it('is the same by the browser itself, and where a browser has none of its own, as over plain http', async () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await digest(bytes('abc'))).toBe(abc);
    vi.stubGlobal('crypto', {});
    expect(await digest(bytes('abc'))).toBe(abc);
    vi.stubGlobal('crypto', undefined);
    expect(await digest(bytes('abc'))).toBe(abc);
  });
});
