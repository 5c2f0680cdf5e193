import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, importsOf, scriptOf, sourceFiles, SRC } from './importGraph';

/**
 * Which folder of src may import which other, and which packages. Data flows one way:
 * datasets → domain answers → charts → figures → components → views. Rooms inside a folder follow below.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  datasets: ['domain', 'papaparse', 'fflate', '@e965/xlsx'],
  charts: ['domain', 'echarts', 'zrender'],
  figures: ['charts', 'domain'],
  slides: ['figures', 'charts', 'domain'],
  browser: ['datasets', 'domain', 'vue', 'idb'],
  stores: ['domain', 'datasets', 'vue', 'pinia', 'vue-router'],
  components: ['charts', 'domain', 'datasets', 'vue'],
  export: [...['slides', 'figures', 'charts', 'domain', 'browser'], ...['vue', 'fflate']],
  presentation: [...['slides', 'figures', 'stores', 'components', 'charts', 'domain', 'browser'], ...['vue', 'styles']],
  views: [
    ...['stores', 'components', 'figures', 'presentation', 'export', 'charts', 'domain', 'browser'],
    ...['vue', 'vue-router', 'styles', 'virtual:manual']
  ]
};

/**
 * The rooms of a folder, ground first; a room imports only from floors below its own. '' is the folder itself.
 * The same picture stands in CONTRIBUTING.md.
 */
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  domain: [
    ['time', 'number', 'lights', 'steps', 'variation'],
    ['model'],
    ['wording', 'cards'],
    ['evidence', 'rows', 'read'],
    ['table', 'progress', 'audit', 'annotation'],
    ['missing', 'board', 'batch'],
    ['compare', 'trend', 'sheet', 'months'],
    ['address', 'profile', 'confirm', 'scorecard', 'improvement', 'ranks', 'contribution', 'atlas', 'facets'],
    ['deck', 'findings']
  ],
  datasets: [['read'], ['check'], ['pack'], ['link', 'batch', 'workbook'], ['intake'], [''], ['loading']],
  charts: [[''], ['office']],
  export: [['plan'], ['office'], ['picture', 'text'], ['']],
  components: [['paging'], ['source', 'lights', 'controls'], ['figure'], ['tables', 'profile', 'intake']]
};

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const folderOf = (file: string) => file.split('/')[0]!;
const roomOf = (file: string) => dirname(file).split('/').slice(1).join('/');

function graphOf(nameOf: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map(files.map((file) => [nameOf(file), new Set<string>()]));
  for (const { file, target } of imports)
    if (target !== undefined && graph.has(nameOf(target)) && nameOf(target) !== nameOf(file))
      graph.get(nameOf(file))!.add(nameOf(target));
  return graph;
}

describe('the folders of src', () => {
  it('imports of every form are read', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports).toContainEqual({
      file: 'main.ts',
      target: undefined,
      package: 'vue',
      typeOnly: false,
      reExport: false,
      dynamic: false
    });
    expect(imports.some(({ file, target }) => file === 'router.ts' && target === 'views/data/DataView.vue')).toBe(true);
  });

  it('are all listed here', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(folderOf));
    expect([...folders].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (folder) => {
    const allowed = [folder, ...MAY_IMPORT[folder]!];
    const wrong = imports
      .filter(({ file }) => folderOf(file) === folder)
      .map(({ file, target, package: name }) => ({ file, to: target === undefined ? name! : folderOf(target) }))
      .filter(({ to }) => !allowed.includes(to))
      .map(({ file, to }) => `${file} → ${to}`);
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(FLOORS))('the rooms of %s are all placed, and imports lead down', (folder) => {
    const floorOf = new Map(FLOORS[folder]!.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
    const inside = files.filter((file) => folderOf(file) === folder);
    expect([...new Set(inside.map(roomOf))].filter((room) => !floorOf.has(room))).toEqual([]);
    const wrong = imports
      .filter(({ file, target }) => target !== undefined && folderOf(file) === folder && folderOf(target) === folder)
      .filter(({ file, target }) => roomOf(file) !== roomOf(target!))
      .filter(({ file, target }) => !(floorOf.get(roomOf(file))! > floorOf.get(roomOf(target!))!))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });

  it('the rooms of domain are the picture in CONTRIBUTING.md', () => {
    const text = readFileSync(join(SRC, '../CONTRIBUTING.md'), 'utf8');
    const picture = /```rooms\n([\s\S]*?)```/.exec(text)![1]!;
    const floors = picture
      .trim()
      .split('\n')
      .map((line) => line.split('#')[0]!.trim().split(/\s+/));
    expect(floors).toEqual([...FLOORS.domain!].reverse());
  });

  it('there is no circle of files', () => {
    expect(circlesOf(graphOf((file) => file))).toEqual([]);
  });

  it('there is no circle of folders', () => {
    expect(circlesOf(graphOf(dirname))).toEqual([]);
  });

  it('a circle would be found', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a'])],
      ['d', new Set(['a'])]
    ]);
    expect(circlesOf(graph)).toEqual([['a', 'b', 'c']]);
  });

  it('nothing is re-exported: a definition is imported from where it is', () => {
    expect(imports.filter(({ reExport }) => reExport)).toEqual([]);
  });

  it('components know of datasets only by type', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) => folderOf(file) === 'components' && target?.startsWith('datasets/') && !typeOnly
    );
    expect(wrong).toEqual([]);
  });

  it('ECharts is created in two files: what the start needs, and the whole', () => {
    const takers = imports
      .filter((i) => /^(echarts|zrender)$/.test(i.package ?? '') && !i.typeOnly)
      .map(({ file }) => file);
    expect([...new Set(takers)].sort()).toEqual(['charts/engine.ts', 'charts/wholeEngine.ts']);
  });

  it('the big writers are each in a script of their own, which nothing else takes in', () => {
    const writers = ['export/office/writePptx.ts', 'export/office/writeDocx.ts', 'export/office/writeWorkbook.ts'];
    // A chart and its workbook go into two of them.
    const shared = 'export/office/chartParts.ts';
    const parts = ['export/office/zipWriter.ts', shared, ...writers];
    // What reads files back is part of the screen 关于 alone.
    const takers = imports.filter(
      (i) => i.package === 'fflate' && folderOf(i.file) === 'export' && i.file !== 'export/fileCheck.ts'
    );
    // A data package is packed by a part of the page that is read when it is asked for.
    const packer = 'export/zipPackage.ts';
    expect(takers.map(({ file }) => file).filter((file) => ![...parts, packer].includes(file))).toEqual([]);
    const users = imports.filter(({ target, typeOnly }) => parts.includes(target ?? '') && !typeOnly);
    expect(
      users.filter(({ file, target }) => writers.includes(target!) || ![...writers, shared].includes(file))
    ).toEqual([]);
  });

  it('the reader of workbooks is known to its room, and what reads files to one script, which no page brings along', () => {
    const takers = imports.filter((i) => i.package === '@e965/xlsx').map(({ file }) => file);
    expect([...new Set(takers)].sort()).toEqual([
      'datasets/workbook/readWorkbook.ts',
      'datasets/workbook/sheetCells.ts'
    ]);
    const readers = ['readWorkbook', 'readFile', 'sheetCells'].map((name) => `datasets/workbook/${name}.ts`);
    const users = imports.filter(({ target, typeOnly }) => readers.includes(target ?? '') && !typeOnly);
    const room = [...readers, 'datasets/workbook/readerScript.ts'];
    expect(users.map(({ file }) => file).filter((file) => !room.includes(file))).toEqual([]);
    expect(imports.filter(({ target, typeOnly }) => target === room[3] && !typeOnly)).toEqual([]);
  });

  it('only the root reaches views, and a screen no other screen', () => {
    const wrong = imports
      .filter(({ target }) => target?.startsWith('views/'))
      .filter(({ file, target }) => file.includes('/') && dirname(file) !== dirname(target!))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });
});

describe('habits that the folders rely on', () => {
  const sources = files.map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));
  const filesWith = (pattern: RegExp, folder = '') =>
    sources.filter(({ file, text }) => file.startsWith(folder) && pattern.test(text)).map(({ file }) => file);

  it('domain has no clock, no chance, no screen', () => {
    expect(filesWith(/Date\.now|new Date\(\)|Math\.random|document\.|window\.|fetch\(/, 'domain/')).toEqual([]);
  });

  it('text from data is never HTML, and no template carries a style attribute that the CSP would refuse', () => {
    expect(filesWith(/v-html|innerHTML|insertAdjacentHTML|\sstyle="/)).toEqual([]);
  });

  it('numbers are printed by the one formatter', () => {
    expect(filesWith(/\.toFixed\(|toLocaleString\(/).filter((file) => !file.startsWith('domain/'))).toEqual([]);
  });

  it('no chart divides two numbers of the data', () => {
    expect(filesWith(/\.(value|done|target|rate)\s*\/\s*\w+\.(value|done|target|rate)/, 'charts/')).toEqual([]);
  });

  it.each(['src', 'tests', 'tools'])('no file of %s is longer than 300 lines', (folder) => {
    const root = join(SRC, '..', folder);
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length;
    expect(sourceFiles(root, root).filter((file) => lines(file) > 301)).toEqual([]);
  });

  it('there are no default exports and no catch-all modules', () => {
    const modules = files.filter((file) => file.endsWith('.ts'));
    expect(modules.filter((file) => /^export default/m.test(scriptOf(file)))).toEqual([]);
    expect(modules.filter((file) => /(utils|helpers|misc)\.ts$/.test(file))).toEqual([]);
  });
});
