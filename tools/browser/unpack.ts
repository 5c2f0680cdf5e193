import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import type { Engine } from './engine';
import { BROWSER_CACHE, fontEnvironment } from './engine';
import { readTar } from './tar';

const BUNDLED_PACKAGE = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  'node_modules',
  '@sparticuz',
  'chromium'
);

/** The pieces of an npm package that carries a browser for Linux on x64. */
export interface PackedBrowser {
  /** Folder name in the cache: package and version. */
  name: string;
  label: string;
  /** bin/chromium.br */
  program: () => Buffer | Promise<Buffer>;
  /** Brotli-compressed tar archives with a folder lib/. */
  libraries: () => Buffer[] | Promise<Buffer[]>;
}

/** Whether the browsers in npm packages run here: they are built for Linux on x64 only. */
export function packedBrowsersRun(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The browser that comes with devDependencies, unpacked at first use (about 200 MB, 2 s). */
export function bundledBrowser(): Promise<Engine> {
  const { version } = JSON.parse(readFileSync(join(BUNDLED_PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return unpackBrowser({
    name: `sparticuz-chromium-${version}`,
    label: `npm 包自带的 Chromium ${version.split('.')[0]}`,
    program: () => readFileSync(join(BUNDLED_PACKAGE, 'bin', 'chromium.br')),
    libraries: () => [bundledLibraries()]
  });
}

/** NSS, NSPR and expat as the bundled browser brings them: the older packages lack NSPR. */
export function bundledLibraries(): Buffer {
  return readFileSync(join(BUNDLED_PACKAGE, 'bin', 'al2023.tar.br'));
}

/**
 * Unpacks once into the cache and tells how to start it. Two processes may do so at the same time:
 * each works in a folder of its own, the first to finish wins.
 */
export async function unpackBrowser(packed: PackedBrowser, cache: string = BROWSER_CACHE): Promise<Engine> {
  const folder = join(cache, packed.name);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const work = mkdtempSync(join(cache, 'unpacking-'));
    try {
      mkdirSync(join(work, 'lib'));
      // Later archives don't replace a library of an earlier one: a mixed NSS doesn't start.
      for (const archive of await packed.libraries()) unpackLibraries(archive, join(work, 'lib'));
      const program = join(work, 'chromium');
      await pipeline(Readable.from([await packed.program()]), createBrotliDecompress(), createWriteStream(program));
      chmodSync(program, 0o755);
      renameUnlessThere(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return {
    label: packed.label,
    executable: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), ...fontEnvironment('bundled') }
  };
}

function unpackLibraries(archive: Buffer, folder: string): void {
  for (const file of readTar(brotliDecompressSync(archive))) {
    const target = join(folder, basename(file.path));
    if (/(^|\/)lib\/[^/]+$/.test(file.path) && !existsSync(target)) {
      writeFileSync(target, file.content, { mode: 0o755 });
    }
  }
}

function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
