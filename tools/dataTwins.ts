/** What lies in `data/` beside the page: copied for a build, and twinned as classic scripts for file://, where fetch is refused. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Papa from 'papaparse';
import { fileTwin, scriptJson, TWIN_FILE, twinOf, twinsScript } from '../src/datasets/batch/twins.ts';
import { PACK_FOLDER } from '../src/datasets/pack/format.ts';
import { isPlaceholderText, placeholderText } from '../src/domain/evidence/excerpt.ts';

/** What stands in a cell of a workbook isn't looked up in a text: no place is kept for one. */
const WORKBOOK = /\.(xlsx?|xlsm|et|ods)$/i;

/** Files of a data folder that the page reads: the package and its tables, by name. */
export function packageFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => TWIN_FILE.test(name))
    .sort();
}

function twinScript(dir: string): string {
  const { tables, parts } = packedFiles(dir);
  const together = packageFiles(dir).filter((name) => !tables.includes(name));
  const files = new Map(together.map((name) => [name, readFileSync(join(dir, name))]));
  return twinsScript(files, textFiles(dir), [...tables, ...parts]);
}

/**
 * Tables of a data folder that have a pack, and the files of their packs, as paths below it: too large to be read with
 * the others.
 */
function packedFiles(dir: string): { readonly tables: readonly string[]; readonly parts: readonly string[] } {
  const packed = resourcesOf(dir).filter(({ pack = '' }) => basename(dirname(pack)).endsWith(PACK_FOLDER));
  const parts = packed.flatMap(({ pack }) => {
    const folder = dirname(pack!);
    const names = existsSync(join(dir, folder))
      ? readdirSync(join(dir, folder)).filter((name) => !name.endsWith('.js'))
      : [];
    return names.sort().map((name) => `${folder}/${name}`);
  });
  return { tables: packed.map(({ path }) => path).filter((path) => existsSync(join(dir, path))), parts };
}

/** What a package says of its files; nothing where it can't be read. */
function resourcesOf(dir: string): readonly { readonly path: string; readonly pack?: string }[] {
  try {
    const text = readFileSync(join(dir, 'datapackage.json'), 'utf8');
    return (JSON.parse(text) as { resources?: ReturnType<typeof resourcesOf> }).resources ?? [];
  } catch {
    return [];
  }
}

/** What the page reads of a data folder at its start: the package and what it names, a pack instead of its table. */
export function startFiles(dir: string): string[] {
  const named = resourcesOf(dir).map(({ path, pack = path }) => (existsSync(join(dir, pack)) ? pack : path));
  return ['datapackage.json', ...named.filter((path) => existsSync(join(dir, path)))];
}

/** The page with the files of the data folder named, so that they are asked for while its scripts are read. */
export function nameDataFiles(html: string, dir: string): string {
  const named = html.replace(/ data-files="[^"]*"/, ` data-files="${startFiles(dir).join(' ')}"`);
  if (!/ data-files="/.test(html)) throw new Error('index.html has no start script to tell of the data');
  return named;
}

/** The texts of reports that lie beside the tables, by name; what only marks their place isn't one. */
function textFiles(dir: string): string[] {
  const folder = join(dir, 'sources');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.js') && !isPlaceholderText(readFileSync(join(folder, name), 'utf8')))
    .sort();
}

/**
 * Writes the twins of a data folder, for file://: `twins.js` with its tables, one beside each text, and `datasets.js` with
 * the list of datasets; those of the packages in folders below too. Run it after changing a file by hand.
 */
export function writeTwins(dir: string): void {
  writeTwinsOf(dir);
  writeFileSync(join(dir, 'datasets.js'), indexScript(dir));
  for (const folder of packageFolders(dir)) writeTwinsOf(join(dir, folder));
}

function writeTwinsOf(dir: string): void {
  writeFileSync(join(dir, 'twins.js'), twinScript(dir));
  const { tables, parts } = packedFiles(dir);
  for (const path of [...tables, ...parts])
    writeFileSync(join(dir, `${path}.js`), fileTwin(path, readFileSync(join(dir, path))));
  for (const name of textFiles(dir)) {
    const twin = scriptJson(twinOf(readFileSync(join(dir, 'sources', name))));
    writeFileSync(
      join(dir, 'sources', `${name}.js`),
      `(window.__KANBAN_TEXTS__=window.__KANBAN_TEXTS__||{})[${scriptJson(name)}]=${twin};\n`
    );
  }
}

function indexScript(dir: string): string {
  const file = join(dir, 'datasets.json');
  return `window.__KANBAN_DATASETS__=${existsSync(file) ? scriptJson(twinOf(readFileSync(file))) : 'null'};\n`;
}

/** Folders below `dir` that hold a package of their own. */
function packageFolders(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, 'datapackage.json')))
    .sort();
}

/** Names of the files that sources.csv says the reports are in. */
function namedTexts(dir: string): string[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(join(dir, 'sources.csv'), 'utf8'), { header: true });
  return [...new Set(data.map((row) => row.file ?? ''))].filter(
    (file) => file !== '' && basename(file) === file && !WORKBOOK.test(file)
  );
}

/** The texts beside the page where whoever builds has them; else what says that one belongs there. */
export function placeTexts(from: string, to: string): void {
  mkdirSync(join(to, 'sources'), { recursive: true });
  for (const name of textFiles(from)) copyFileSync(join(from, 'sources', name), join(to, 'sources', name));
  for (const name of namedTexts(from)) {
    const file = join(to, 'sources', name);
    if (!existsSync(file)) writeFileSync(file, placeholderText(name));
  }
}

/** All data for a build: the package in `from` and those in folders below it, each with its texts and twins. */
export function copyData(from: string, to: string): void {
  for (const folder of ['', ...packageFolders(from)]) copyFolder(join(from, folder), join(to, folder));
  writeTwins(to);
}

/** A package with its texts, and its packs where it has them. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of [...packageFiles(from), ...packedFiles(from).parts]) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    copyFileSync(join(from, path), join(to, path));
  }
  placeTexts(from, to);
}

/** What the dev server gives for a path below `data/`; undefined for none. */
export function dataAnswer(
  data: string,
  path: string
): { readonly type: string; readonly body: Buffer | string } | undefined {
  if (path.split('/').includes('..')) return undefined;
  const file = join(data, path);
  const name = basename(path);
  if (path === 'datasets.js') return { type: SCRIPT, body: indexScript(data) };
  if (name === 'twins.js') return { type: SCRIPT, body: twinScript(dirname(file)) };
  if (basename(dirname(path)) === 'sources')
    return { type: 'text/plain', body: existsSync(file) ? readFileSync(file) : placeholderText(name) };
  const isPart = basename(dirname(path)).endsWith(PACK_FOLDER);
  return (isPart || TWIN_FILE.test(name)) && existsSync(file)
    ? { type: 'text/plain', body: readFileSync(file) }
    : undefined;
}

const SCRIPT = 'text/javascript';
