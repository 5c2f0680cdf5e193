import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles, SRC } from './importGraph';

const textOf = (path: string) => readFileSync(join(SRC, '..', path), 'utf8');
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
const exported = (name: string) =>
  new RegExp(`^export (?:async )?(?:function\\*?|class|const|interface|type) ${name}\\b`, 'm');

describe('the words of CONTRIBUTING.md', () => {
  const glossary = /## Words\n([\s\S]*?)\n## /.exec(textOf('CONTRIBUTING.md'))![1]!;
  const code = glossary
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
    .flatMap((line) => quoted(line.split('|')[2]!));
  const sources = sourceFiles().map((file) => readFileSync(join(SRC, file), 'utf8'));

  it('name types that there are', () => {
    const types = code.filter((name) => /^[A-Z]\w*(?:\.\w+)?$/.test(name)).map((name) => name.split('.'));
    expect(types.length).toBeGreaterThan(50);
    const missing = types.filter(
      ([type, field]) =>
        !sources.some(
          (text) =>
            exported(type!).test(text) && (!field || new RegExp(`readonly ${field}\\??:|${field}\\(`).test(text))
        )
    );
    expect(missing).toEqual([]);
  });

  it('name files that there are', () => {
    const paths = code.filter((name) => name.includes('/'));
    expect(paths.length).toBeGreaterThan(3);
    const places = (path: string) => [path, `${path}.ts`, `domain/${path}`, `domain/${path}.ts`];
    expect(paths.filter((path) => !places(path).some((place) => existsSync(join(SRC, place))))).toEqual([]);
  });
});

describe('docs/一个数的路.md', () => {
  const text = textOf('docs/一个数的路.md');
  const steps = [...text.matchAll(/`([\w/]+\.(?:ts|vue))`((?:[ 、]*`[a-z]\w*`)*)/g)].map(([, file, names]) => ({
    file: file!,
    names: quoted(names!)
  }));

  it('goes from file to file that there are', () => {
    expect(steps.length).toBeGreaterThan(15);
    expect(steps.map(({ file }) => file).filter((file) => !existsSync(join(SRC, file)))).toEqual([]);
  });

  it('names functions that are exported there', () => {
    const missing = steps.flatMap(({ file, names }) =>
      names
        .filter((name) => !exported(name).test(readFileSync(join(SRC, file), 'utf8')))
        .map((name) => `${file} ${name}`)
    );
    expect(steps.flatMap(({ names }) => names).length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });
});
