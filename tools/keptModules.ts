/**
 * What of the tests' modules may be kept as Vite made it, from one run to the next (`experimental.fsModuleCache` of Vitest).
 * Vitest knows one again by its text, its path, this configuration with what it imports, and the lock file.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { CacheKeyIdGenerator } from 'vitest/node';
import type {} from 'vitest/config';

/** Where they lie, with the other caches. */
export const KEPT_MODULES = 'node_modules/.cache/test-modules';

/** Read while modules are made, and named by nothing that Vitest looks at. */
const READ_TOO = ['package.json', 'tsconfig.json'];

/** Keeps no module that is made of other files too: what the compiler of Vue makes of a component follows imported types. */
export function keptModules(root: string): Plugin {
  const print = createHash('sha256');
  for (const file of READ_TOO) print.update(readFileSync(join(root, file)));
  const others = print.digest('hex');
  const keyOf: CacheKeyIdGenerator = ({ id }) => (/^\0|\.vue(?:\?|$)/.test(id) ? false : others);
  return {
    name: 'kanban-kept-modules',
    configureVitest: ({ experimental_defineCacheKeyGenerator: define }) => define(keyOf)
  };
}
