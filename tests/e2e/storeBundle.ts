/** The store of batches as a classic script of its own, to be tried in any page. */
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(__dirname, '..', '..');

/** What the script leaves behind in the page. */
export interface StoreBundle {
  openBatchStore: typeof import('../../src/browser/batchStore').openBatchStore;
}

let code: Promise<string> | undefined;

/** Leaves `kanbanStore` in the page. */
export function storeBundle(): Promise<string> {
  code ??= build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'chrome79',
      write: false,
      lib: {
        entry: join(ROOT, 'src/browser/batchStore.ts'),
        formats: ['iife'],
        name: 'kanbanStore',
        fileName: 'store'
      }
    }
  }).then((result) => {
    const [bundle] = Array.isArray(result) ? result : [result];
    if (!bundle || !('output' in bundle)) throw new Error('no bundle of the store');
    return bundle.output[0].code;
  });
  return code;
}
