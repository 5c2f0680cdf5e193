import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { cssTokens } from '../src/charts/theme.ts';
import { scriptJson } from '../src/datasets/batch/twins.ts';
import { startScripts } from './classicChunks.ts';
import { copyData, dataAnswer, nameDataFiles } from './dataTwins.ts';
import { shippedModules } from './deploy/deployPlugin.ts';

/**
 * Big code that is loaded only when asked for: a classic script each, which leaves its exports in one global, or
 * (`asFunction`) a function that runs it and gives them, whose text also makes a worker. `mark` stands in the page's code
 * for the hash of the script.
 */
interface Library {
  readonly file: string;
  readonly entry: string;
  readonly global: string;
  readonly mark: string;
  readonly asFunction?: boolean;
}

const LIBRARIES: readonly Library[] = [
  { file: 'assets/pptx.js', entry: 'src/export/office/writePptx.ts', global: 'kanbanPptx', mark: '__PPTX_HASH__' },
  { file: 'assets/docx.js', entry: 'src/export/office/writeDocx.ts', global: 'kanbanDocx', mark: '__DOCX_HASH__' },
  { file: 'assets/xlsx.js', entry: 'src/export/office/writeWorkbook.ts', global: 'kanbanXlsx', mark: '__XLSX_HASH__' },
  {
    file: 'assets/reader.js',
    entry: 'src/datasets/workbook/readerScript.ts',
    global: 'kanbanReader',
    mark: '__READER_HASH__',
    asFunction: true
  },
  {
    file: 'assets/dataset-reader.js',
    entry: 'src/datasets/loading/loaderScript.ts',
    global: 'kanbanLoader',
    mark: '__DATASET_HASH__',
    asFunction: true
  }
];

/** Custom properties of the theme, made when the page is built. */
const TOKENS = 'virtual:tokens.css';

const PINYIN = 'node_modules/pinyin-match/dist/main.js';

/** A library that leaves its hash behind, so that the page knows whether it is the one it was built with. */
function signed(file: string, code: string): string {
  return `${code.trimEnd()}\n(window.kanbanLibraries=window.kanbanLibraries||{})[${scriptJson(file)}]=${scriptJson(hashOf(code))};\n`;
}

/** Modules of the scripts that aren't part of the page's own bundle, as far as they have been built. */
const libraryModules = new Set<string>();

/** @returns what `deployFiles` has to name besides the modules of the page */
export function modulesBesidePage(): string[] {
  return [...libraryModules, resolve(PINYIN)];
}

/** One library as a classic script for the oldest engine. */
async function buildLibrary(root: string, { entry, global, asFunction }: Library): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome79',
      write: false,
      lib: { entry: join(root, entry), formats: ['iife'], name: global, fileName: 'library' }
    }
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error(`nothing built for ${entry}`);
  for (const id of shippedModules(bundle.output)) libraryModules.add(id);
  const { code } = bundle.output[0];
  return asFunction ? `window.${global}=function(){${code}\nreturn ${global};};\n` : code;
}

/**
 * The page for the dev server: Vite puts the stylesheets into `<style>` elements, which the policy of the build refuses.
 * Style attributes and everything else stay refused, as in the build.
 * @throws when the page has no policy to adapt
 */
export function allowStyleElements(html: string): string {
  const adapted = html.replace("default-src 'self';", "default-src 'self'; style-src-elem 'self' 'unsafe-inline';");
  if (adapted === html) throw new Error('index.html has no Content-Security-Policy to adapt');
  return adapted;
}

/**
 * The version of a build: of everything whose address carries it, so that a file kept by a browser for a year under
 * that address is never another one.
 */
function buildVersion(bundle: Rolldown.OutputBundle, loader: string): string {
  const parts = Object.values(bundle).flatMap((file) => {
    if (file.type === 'chunk') return [file.fileName, file.code];
    return file.fileName.endsWith('.css') ? [file.fileName, String(file.source)] : [];
  });
  return hashOf([loader, ...parts].join('\0'));
}

/** The tokens of the theme as a stylesheet. */
function tokenSheet(): string {
  const lines = Object.entries(cssTokens()).map(([name, value]) => `--${name}:${value};`);
  return `:root{${lines.join('')}}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * Makes the build work in one place and in every place: classic script without `type=module`,
 * data files and their twin beside the page, optional libraries as scripts of their own.
 */
export function onePlaceBuild(): Plugin {
  let root = '';
  let outDir = '';
  let building = false;
  const libraries = new Map<string, Promise<string>>();
  const libraryCode = (library: Library) => {
    let code = libraries.get(library.file);
    if (!code) libraries.set(library.file, (code = buildLibrary(root, library)));
    return code;
  };
  return {
    name: 'kanban-one-place',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
      building = config.command === 'build';
    },
    resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : undefined),
    load: (id) => (id === `\0${TOKENS}` ? tokenSheet() : undefined),
    async renderChunk(code) {
      if (!building) return null;
      let marked = code;
      for (const library of LIBRARIES) marked = marked.replace(library.mark, hashOf(await libraryCode(library)));
      marked = marked.replace('__PINYIN_HASH__', hashOf(readFileSync(join(root, PINYIN), 'utf8')));
      return { code: marked, map: null };
    },
    async generateBundle(_options, bundle) {
      // A chunk is named after a file of src: one of a library's name would be written over, and the page stand still.
      const taken = LIBRARIES.find(({ file }) => file in bundle);
      if (taken) throw new Error(`a chunk of the page is called ${taken.file} too`);
      for (const library of LIBRARIES)
        this.emitFile({
          type: 'asset',
          fileName: library.file,
          source: signed(library.file, await libraryCode(library))
        });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0]!);
        const answer = path.startsWith('/data/')
          ? dataAnswer(join(root, 'data'), path.slice('/data/'.length))
          : undefined;
        if (answer) {
          response.setHeader('Content-Type', `${answer.type}; charset=utf-8`);
          response.end(answer.body);
        } else if (LIBRARIES.some((library) => `/${library.file}` === path)) {
          libraryCode(LIBRARIES.find((library) => `/${library.file}` === path)!).then(
            (code) => {
              response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
              response.end(code);
            },
            (error: unknown) => next(error)
          );
        } else next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        if (context.server) return nameDataFiles(allowStyleElements(html), join(root, 'data'));
        if (!context.bundle) return html;
        const order = startScripts(context.bundle);
        const version = buildVersion(context.bundle, readFileSync(join(root, 'public/loader.js'), 'utf8'));
        const scripts = [
          `<script defer src="./loader.js?v=${version}" data-version="${version}"></script>`,
          ...order.map((file) => `<script defer src="./${file}?v=${version}"></script>`)
        ];
        return nameDataFiles(html, join(root, 'data'))
          .replace(/<script type="module" crossorigin src="[^"]+"><\/script>/, scripts.join('\n    '))
          .replace(/\s*<link rel="modulepreload"[^>]*>/g, '')
          .replace(
            /<link rel="stylesheet" crossorigin href="([^"]+)">/,
            `<link rel="stylesheet" href="$1?v=${version}">`
          );
      }
    },
    closeBundle() {
      if (!existsSync(outDir)) return;
      copyData(join(root, 'data'), join(outDir, 'data'));
      // Loaded only when somebody types into a search box.
      copyFileSync(join(root, PINYIN), join(outDir, 'assets/pinyin-match.js'));
    }
  };
}
