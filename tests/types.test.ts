import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(__dirname, '..');
const COMPILER = join(ROOT, 'node_modules/typescript-native/bin/tsc');

/** Declarations that a project is compiled with, below node_modules. */
function declarationsOf(project: string): string[] {
  const listed = execFileSync(process.execPath, [COMPILER, '--listFilesOnly', '-p', project], { cwd: ROOT });
  return listed
    .toString()
    .split('\n')
    .filter((file) => file.includes('node_modules'))
    .map((file) => file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length));
}

describe('the types that the page is compiled with', () => {
  const files = declarationsOf('tsconfig.json');

  it('are found at all', () => {
    expect(files.filter((file) => file.startsWith('vue-router/'))).not.toEqual([]);
  });

  it('have none of Node, which would bring what the oldest engine hasn’t got', () => {
    expect(files.filter((file) => file.startsWith('@types/node/'))).toEqual([]);
  });

  it('go no further than the engine that is named in the settings', () => {
    const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')) as {
      compilerOptions: { lib: string[] };
    };
    // `matchAll` came with Chromium 73.
    expect(compilerOptions.lib).toEqual(['ES2019', 'ES2020.String', 'DOM', 'DOM.Iterable']);
    const newer = files.flatMap((file) => /lib\.(es202\d[^/]*|esnext[^/]*)\.d\.ts$/.exec(file)?.[1] ?? []);
    // The last two are what the declarations of the first refer to.
    expect(newer.sort()).toEqual(['es2020.intl', 'es2020.string', 'es2020.symbol.wellknown']);
  });
});
