import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FetchBytes } from '../src/datasets/loadEffects';
import { AbsentFileError } from '../src/datasets/fileError';

/** Reads the files of a folder on disk for `loadDataset`; the reason of a failure is Chinese. */
export function fetchFromFolder(dir: string): FetchBytes {
  return async (path) => {
    try {
      return new Uint8Array(await readFile(join(dir, path)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AbsentFileError('文件不存在');
      throw new Error('文件打不开');
    }
  };
}

/** Whether a module is the script that was started, and not one that a test imports. */
export function isStarted(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && pathToFileURL(started).href === moduleUrl;
}
