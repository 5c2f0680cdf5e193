import type { Plugin, Rolldown } from 'vite';

/**
 * Turns the chunks of a build into classic scripts that `public/loader.js` links.
 *
 * Module scripts don't run on file://, and a single classic script makes every screen wait for all of them.
 * Rolldown writes each chunk with its imports first and one export list last; these two become a
 * `kanban.define(name, dependencies, body, version)`, and `import()` becomes `kanban.load(name)`. Bindings are
 * handed over when a chunk has run, so no chunk may export a variable that is assigned again later. The version is
 * the page's (`data-version` of index.html): the loader runs no script of another build.
 */
export function classicChunks(): Plugin {
  return {
    name: 'kanban-classic-chunks',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const version = versionOf(bundle);
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = toClassic(baseName(file.fileName), file.code, version);
        }
        joinStart(bundle, startOrder(bundle, ENTRY));
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = COMPILED_WHOLE + file.code;
      }
    }
  };
}

/**
 * Most of a script's functions are called as soon as it is there. Compiled one by one when that happens, they held up
 * the page's own thread for two fifths of the time that the first screen and its chart took; by this line Chromium (from
 * 136 on) compiles them all beside it while the script is coming. Engines that don't know it pass it over.
 */
const COMPILED_WHOLE = '//# allFunctionsCalledOnLoad\n';

/** What index.html, written before the chunks are turned, says its version is. */
function versionOf(bundle: Rolldown.OutputBundle): string {
  const page = bundle['index.html'];
  const version = page?.type === 'asset' ? /data-version="([^"]+)"/.exec(String(page.source))?.[1] : undefined;
  if (!version) throw new Error('index.html has no data-version');
  return version;
}

const ENTRY = 'assets/app.js';
/** Of the start, yet a script of its own: it is compiled beside the app while both are still coming. */
const APART = ['assets/engine.js'];

/** The scripts that the page starts with, in their order, the entry last. */
export function startScripts(bundle: Rolldown.OutputBundle): string[] {
  return startOrder(bundle, ENTRY).filter((file) => file === ENTRY || APART.includes(file));
}

/**
 * The small chunks of the start become part of the entry's file, each under its own name: a dozen requests less, and
 * one text packs better than twelve.
 */
function joinStart(bundle: Rolldown.OutputBundle, order: readonly string[]): void {
  const joined = order.filter((file) => !APART.includes(file));
  const codes = joined.map((file) => (bundle[file] as Rolldown.OutputChunk).code);
  for (const file of joined) if (file !== ENTRY) Reflect.deleteProperty(bundle, file);
  (bundle[ENTRY] as Rolldown.OutputChunk).code = codes.join('');
}

/** `assets/app.js` → `app.js`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const IMPORT = /^\s*import\s*(?:\{([^}]*)\}\s*from\s*)?["'`]\.\/([^"'`]+)["'`];?/;
const EXPORT = /export\s*\{([^}]*)\};?\s*$/;

/**
 * One chunk as a classic script.
 * @param name file name of the chunk
 * @param code an ES module as Rolldown writes it: imports of `./name.js` first, one export list last
 * @param version of the build
 * @throws where an import or export stands anywhere else
 */
export function toClassic(name: string, code: string, version: string): string {
  const dependencies: string[] = [];
  const bindings: string[] = [];
  let body = code;
  for (let match = IMPORT.exec(body); match; match = IMPORT.exec(body)) {
    const at = dependencies.push(match[2]!) - 1;
    if (match[1]) bindings.push(`{${match[1].replace(/\s+as\s+/g, ':')}}=$need[${at}]`);
    body = body.slice(match[0].length);
  }
  const exported = EXPORT.exec(body);
  if (exported) body = body.slice(0, exported.index);
  const exports = (exported?.[1] ?? '')
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const [local, as = local] = entry.trim().split(/\s+as\s+/) as [string, string?];
      return `$give.${as}=${local};`;
    });
  body = body
    .replace(/\bimport\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g, 'kanban.load("$1")')
    .replace(/\bimport\.meta\b/g, '({url:document.baseURI})');
  if (/(^|[;}])\s*(import|export)\s*[{"'`*]/.test(body)) throw new Error(`module syntax left in ${name}`);
  const head = bindings.length ? `const ${bindings.join(',')};` : '';
  // In parentheses: engines then compile it at once, instead of looking through it first and compiling it when it runs.
  return `kanban.define(${JSON.stringify(name)},${JSON.stringify(dependencies)},(function($need,$give){"use strict";${head}${body}${exports.join('')}}),${JSON.stringify(version)});\n`;
}

/** The chunks the entry needs before it can run, dependencies first, the entry last. */
export function startOrder(bundle: Rolldown.OutputBundle, entry: string): string[] {
  const order: string[] = [];
  const visit = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (!chunk || chunk.type !== 'chunk' || order.includes(fileName)) return;
    for (const dependency of chunk.imports) if (dependency !== entry) visit(dependency);
    if (!order.includes(fileName)) order.push(fileName);
  };
  visit(entry);
  return order;
}
