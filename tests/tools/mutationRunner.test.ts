import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

/** A project as Stryker leaves it: the changes stand beside the code, and the active one is named by a global. */
const FILES = {
  'package.json': '{ "type": "module" }',
  'src/double.ts': `
    const cache = new WeakMap<object, number>();
    const is = (id: string) => (globalThis as any).__stryker__.activeMutant === id;
    export function double(of: { n: number }): number {
      if (!cache.has(of)) cache.set(of, is('half') ? of.n / 2 : of.n * 2);
      return is('same') ? cache.get(of)! : cache.get(of)!;
    }`,
  'tests/setup.ts': '',
  'tests/double.test.ts': `
    import { describe, expect, it } from 'vitest';
    import { double } from '../src/double';
    const THREE = { n: 3 };
    describe('double', () => it('is twice as much', () => expect(double(THREE)).toBe(6)));`
};

const SCRIPT = `
  const { InProcessRunner } = await import(process.argv[1]);
  const runner = new InProcessRunner();
  const { tests } = await runner.dryRun();
  const tried = [];
  for (const id of ['half', 'same', 'half'])
    tried.push((await runner.mutantRun({ testFilter: tests.map((t) => t.id), activeMutant: { id } })).status);
  console.log(JSON.stringify({ tests: tests.map((t) => [t.id, t.status]), tried }));`;

it('tells a change that is noticed from one that isn’t, and lets nothing remembered hide it or outlive it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanban-mutation-'));
  try {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', SCRIPT, pathToFileURL(resolve('tools/mutation/runner.mjs')).href],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, MUTATION_TESTS: 'tests', VITEST: undefined } }
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      tests: [['tests/double.test.ts#double is twice as much', 0]],
      tried: ['killed', 'survived', 'killed']
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
