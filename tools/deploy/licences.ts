/**
 * 许可.txt: the licences of what is really in the scripts of a build, read from the modules of its bundles. A package
 * whose licence isn't among the known permissive ones, or has no text, stops the build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that allow handing on the folder with their text beside it. */
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', '(MIT AND Zlib)', 'Zlib'];
const TEXT_FILE = /^(licen[cs]e|copying|notice|copyrightnotice)(\.(txt|md))?$/i;

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The files of the package that state it, whole. */
  readonly text: string;
}

/** The folder of the package a module belongs to, below the last `node_modules/`; undefined for our own. */
export function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.replace(/^\0/, '').split('\\').join('/').split('?')[0]!;
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

/**
 * The licence of the package in a folder.
 * @throws where it isn't one of the known ones, or its text isn't there
 */
export function licenceOf(folder: string): Licence {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const name = String(about.name);
  const licence = String(about.license ?? '');
  if (!ALLOWED.includes(licence))
    throw new Error(`${name}: licence “${licence}” isn't known, see tools/deploy/licences.ts`);
  const files = readdirSync(folder).filter((file) => TEXT_FILE.test(file));
  const text = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (text.length === 0) throw new Error(`${name}: no text of its licence`);
  return { name, version: String(about.version), licence, text: text.join('\n\n') };
}

/** The licences of the packages that modules belong to, each once, by name. @throws as `licenceOf` */
export function licencesOf(moduleIds: Iterable<string>): Licence[] {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const folder = packageFolder(id);
    // A folder inside a package may hold a package.json that only says which kind of module it is.
    if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
  }
  const licences = new Map(
    [...folders].map(licenceOf).map((licence) => [`${licence.name} ${licence.version}`, licence])
  );
  return [...licences.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** The file, whole. `own` is the licence of the program itself. */
export function licenceText(own: string, licences: readonly Licence[]): string {
  const rule = '='.repeat(72);
  const list = licences.map(({ name, version, licence }) => `  ${name} ${version}（${licence}）`);
  const texts = licences.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version}（${licence}）\n${rule}\n\n${text}\n`
  );
  return [
    '卫健看板及其脚本里所含开源软件的许可。本文件在构建时由脚本实际包含的模块生成。\n',
    '所含软件：',
    ...list,
    '',
    `${rule}\n卫健看板\n${rule}\n\n${own.trim()}\n`,
    ...texts
  ].join('\n');
}
