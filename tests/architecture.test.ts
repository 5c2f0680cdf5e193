import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom. Data flows one way: datasets → domain answers → charts → components → views.
 * `echarts!` stands for values of echarts; its types are free for charts.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['domain'],
  datasets: ['datasets', 'domain', 'papaparse'],
  charts: ['charts', 'domain'],
  figures: ['figures', 'charts', 'domain'],
  browser: ['browser', 'datasets', 'domain', 'vue'],
  stores: ['stores', 'domain', 'datasets', 'vue', 'pinia', 'vue-router'],
  components: ['components', 'charts', 'domain', 'datasets', 'vue', 'echarts', '@tanstack/vue-virtual'],
  views: [
    'views',
    'stores',
    'components',
    'figures',
    'presentation',
    'export',
    'charts',
    'domain',
    'browser',
    'vue',
    'vue-router'
  ],
  export: [
    'export',
    'figures',
    'components',
    'charts',
    'domain',
    'browser',
    'vue',
    'jszip',
    'pptxgenjs',
    'write-excel-file'
  ],
  presentation: ['presentation', 'figures', 'stores', 'components', 'charts', 'domain', 'browser', 'vue']
};

const SRC = resolve(__dirname, '../src');

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(dir, entry.name)) : /\.(ts|vue)$/.test(entry.name) ? [join(dir, entry.name)] : []
  );
}

/** Static and dynamic imports and re-exports, each as the folder or package that it names. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern = /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => {
    const name = (match[2] ?? match[3])!;
    const target = name.startsWith('.')
      ? relative(SRC, resolve(dirname(file), name)).split('/')[0]!
      : name.startsWith('@')
        ? name.split('/').slice(0, 2).join('/')
        : name.split('/')[0]!;
    return {
      file: relative(SRC, file),
      folder: relative(SRC, file).split('/')[0]!,
      target,
      typeOnly: match[1] !== undefined
    };
  });
}

const imports = filesIn(SRC).flatMap(importsOf);

/** Files with an import of this form; `typeof import()` is a type and costs nothing. */
function sourceImports(form: RegExp): string[] {
  return filesIn(SRC)
    .filter((file) => form.test(readFileSync(file, 'utf8')))
    .map((file) => relative(SRC, file));
}

describe('the folders of src', () => {
  it('reads imports of every form', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ file: 'main.ts', folder: 'main.ts', target: 'vue', typeOnly: false });
  });

  it('are all listed here', () => {
    const folders = readdirSync(SRC, { withFileTypes: true })
      .filter((e) => e.isDirectory() && e.name !== 'styles')
      .map((e) => e.name);
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (folder) => {
    const allowed = MAY_IMPORT[folder]!;
    const wrong = imports
      .filter((i) => i.folder === folder && !allowed.includes(i.target))
      .filter((i) => !(folder === 'charts' && i.target === 'echarts' && i.typeOnly))
      .map((i) => `${i.file} → ${i.target}`);
    expect(wrong).toEqual([]);
  });

  it('components know of datasets only by type', () => {
    expect(imports.filter((i) => i.folder === 'components' && i.target === 'datasets' && !i.typeOnly)).toEqual([]);
  });

  it('ECharts is created in one file', () => {
    const files = new Set(imports.filter((i) => i.target === 'echarts' && !i.typeOnly).map((i) => i.file));
    expect([...files]).toEqual(['components/chartEngine.ts']);
  });

  it('the big writers are each in a script of their own, which nothing else takes in', () => {
    const libraries = ['pptxgenjs', 'jszip', 'write-excel-file'];
    const files = new Set(imports.filter((i) => libraries.includes(i.target)).map((i) => i.file));
    expect([...files].sort()).toEqual(['export/writePptx.ts', 'export/writeWorkbook.ts']);
    const takers = sourceImports(/from\s+'\.\.?\/(?:export\/)?write(?:Pptx|Workbook)'/);
    expect(takers).toEqual([]);
  });

  it('only the root and views reach views', () => {
    const wrong = imports.filter((i) => i.target === 'views' && !['views', 'App.vue', 'router.ts'].includes(i.folder));
    expect(wrong.map((i) => i.file)).toEqual([]);
  });
});

describe('habits that the folders rely on', () => {
  const sources = filesIn(SRC).map((file) => ({ file: relative(SRC, file), text: readFileSync(file, 'utf8') }));

  it('domain has no clock, no chance, no screen', () => {
    const wrong = sources
      .filter(({ file }) => file.startsWith('domain/'))
      .filter(({ text }) => /Date\.now|new Date\(\)|Math\.random|document\.|window\.|fetch\(/.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('text from data is never HTML, and no template carries a style attribute that the CSP would refuse', () => {
    const wrong = sources.filter(({ text }) => /v-html|innerHTML|insertAdjacentHTML|\sstyle="/.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('numbers are printed by the one formatter', () => {
    const wrong = sources.filter(
      ({ file, text }) => !file.startsWith('domain/') && /\.toFixed\(|toLocaleString\(/.test(text)
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('no chart divides two numbers of the data', () => {
    const wrong = sources.filter(
      ({ file, text }) =>
        file.startsWith('charts/') && /\.(value|done|target|rate)\s*\/\s*\w+\.(value|done|target|rate)/.test(text)
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('no file is longer than 300 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 301).map(({ file }) => file);
    expect(long).toEqual([]);
  });

  it('there are no default exports and no catch-all modules', () => {
    expect(
      sources.filter(({ file, text }) => file.endsWith('.ts') && /^export default/m.test(text)).map(({ file }) => file)
    ).toEqual([]);
    expect(sources.filter(({ file }) => /(utils|helpers|misc)\.ts$/.test(file)).map(({ file }) => file)).toEqual([]);
  });
});
