import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CacheKeyIdGenerator, VitestPluginContext } from 'vitest/node';
import { keptModules } from '../../tools/keptModules';

let root = '';
const put = (file: string, text: string) => writeFileSync(join(root, file), text);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kanban-kept-'));
  put('package.json', '{"version":"1.0.0"}');
  put('tsconfig.json', '{}');
});
afterAll(() => rmSync(root, { recursive: true }));

/** By what a module is known again beside its text; false where it is made anew in each run. */
function keyOf(id: string): unknown {
  const asked: CacheKeyIdGenerator[] = [];
  const context = { experimental_defineCacheKeyGenerator: (one: CacheKeyIdGenerator) => void asked.push(one) };
  const hook = keptModules(root).configureVitest;
  if (typeof hook !== 'function') throw new Error('no hook');
  void hook.call({} as never, context as unknown as VitestPluginContext);
  return asked[0]!({ id, sourceCode: '', environment: {} as never });
}

describe('modules kept from one run of the tests to the next', () => {
  it('are none that are made of other files too: components, and what plugins make up', () => {
    for (const id of [
      '/src/App.vue',
      '/src/App.vue?vue&type=script&lang.ts',
      '\0virtual:manual',
      '\0virtual:tokens.css'
    ])
      expect([id, keyOf(id)]).toEqual([id, false]);
    expect(keyOf('/src/domain/vue.ts')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are made anew where the version of the program or the settings of the compiler are others', () => {
    const before = keyOf('/src/a.ts');
    expect(keyOf('/src/b.ts')).toBe(before);
    put('package.json', '{"version":"1.0.1"}');
    const other = keyOf('/src/a.ts');
    expect(other).not.toBe(before);
    put('tsconfig.json', '{"compilerOptions":{}}');
    expect(keyOf('/src/a.ts')).not.toBe(other);
  });
});
