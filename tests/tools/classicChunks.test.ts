import { describe, expect, it } from 'vitest';
import { baseName, classicChunks, startOrder, toClassic } from '../../tools/classicChunks';

/** Runs classic chunks against the definitions they make. */
function link(...chunks: [name: string, code: string][]): Record<string, Record<string, unknown>> {
  const ready: Record<string, Record<string, unknown>> = {};
  const kanban = {
    define(name: string, needs: string[], body: (need: unknown[], give: Record<string, unknown>) => void) {
      ready[name] = {};
      body(
        needs.map((other) => ready[other]),
        ready[name]
      );
    },
    load: (name: string) => Promise.resolve(ready[name])
  };
  for (const [name, code] of chunks)
    new Function('kanban', 'document', toClassic(name, code, 'v1'))(kanban, { baseURI: 'file:///x/' });
  return ready;
}

describe('toClassic(name, code)', () => {
  it('hands named bindings from chunk to chunk, renamed as they were', () => {
    const ready = link(
      ['shared.js', 'var a=1;function f(){return a+1}export{f as $t,a as n};'],
      ['view.js', 'import{$t as e,n as t}from"./shared.js";var r=e()+t;export{r as default};']
    );
    expect(ready['view.js']).toEqual({ default: 3 });
  });

  it('keeps the order of several imports, and imports for their effect', () => {
    const code = toClassic('c.js', 'import{a}from"./a.js";import"./b.js";export{a};', 'v1');
    expect(code).toBe(
      'kanban.define("c.js",["a.js","b.js"],(function($need,$give){"use strict";const {a}=$need[0];$give.a=a;}),"v1");\n'
    );
  });

  it('turns import() into a load by name', async () => {
    const ready = link(
      ['view.js', 'var v="screen";export{v as default};'],
      ['app.js', 'var open=()=>import(`./view.js`);export{open};']
    );
    const open = ready['app.js']!.open as () => Promise<{ default: string }>;
    expect((await open()).default).toBe('screen');
  });

  it('gives import.meta.url the address of the page', () => {
    expect(link(['a.js', 'var u=import.meta.url;export{u};'])['a.js']).toEqual({ u: 'file:///x/' });
  });

  it('refuses module syntax in any other place rather than write a broken script', () => {
    expect(() => toClassic('a.js', 'var a=1;import{b}from"./b.js";', 'v1')).toThrow('module syntax left in a.js');
  });
});

describe('startOrder(bundle, entry)', () => {
  it('puts what a chunk needs before it, the entry last, and leaves out what is loaded later', () => {
    const chunk = (imports: string[]) => ({ type: 'chunk', imports });
    const bundle = {
      'assets/app.js': chunk(['assets/b.js', 'assets/a.js']),
      'assets/a.js': chunk([]),
      'assets/b.js': chunk(['assets/a.js']),
      'assets/later.js': chunk(['assets/app.js'])
    };
    expect(startOrder(bundle as never, 'assets/app.js')).toEqual(['assets/a.js', 'assets/b.js', 'assets/app.js']);
  });

  it('names files without their folder', () => expect(baseName('assets/app.js')).toBe('app.js'));
});

describe('classicChunks()', () => {
  it('asks the engine to compile each script whole, that of the start joined from its parts too', () => {
    const chunk = (fileName: string, imports: string[] = [], code = '') => ({ type: 'chunk', fileName, imports, code });
    const bundle: Record<string, { type: string; fileName: string; code?: string; source?: string }> = {
      'index.html': { type: 'asset', fileName: 'index.html', source: '<script data-version="v1">' },
      'assets/a.js': chunk('assets/a.js'),
      'assets/engine.js': chunk('assets/engine.js'),
      'assets/app.js': chunk('assets/app.js', ['assets/a.js', 'assets/engine.js']),
      'assets/View.js': chunk('assets/View.js')
    };
    const { handler } = classicChunks().generateBundle as unknown as { handler: (o: object, b: object) => void };
    handler({}, bundle);
    const define = (name: string) => `kanban.define("${name}",[],(function($need,$give){"use strict";}),"v1");\n`;
    expect(Object.values(bundle).map(({ fileName, code }) => [fileName, code])).toEqual([
      ['index.html', undefined],
      ['assets/engine.js', `//# allFunctionsCalledOnLoad\n${define('engine.js')}`],
      ['assets/app.js', `//# allFunctionsCalledOnLoad\n${define('a.js')}${define('app.js')}`],
      ['assets/View.js', `//# allFunctionsCalledOnLoad\n${define('View.js')}`]
    ]);
  });
});
