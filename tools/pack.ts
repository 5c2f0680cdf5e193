/**
 * `npm run pack [-- DIST [OUT]]`: one zip of a built folder (`dist`) in OUT (`release`), its name carrying the version
 * of the program and the day the data goes up to, with the checksums of all files inside and its own beside it. The
 * same folder gives the same bytes, whenever and wherever it is packed. Exit code 1 where the folder isn't whole.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { loadDataset } from '../src/datasets/loadDataset';
import { resultCutoff } from '../src/domain/model/facts';
import { fetchFromFolder, isStarted } from './dataFolder';

/** The folder inside the zip: plain letters, which the oldest unpackers on Windows read too. */
const FOLDER = 'weijian-kanban';
const CHECKSUMS = '校验.txt';
/** A zip can't name an earlier one; any fixed day does. */
const DAY = new Date(1980, 0, 1);
const NEEDED = ['index.html', 'assets/app.js', 'data/datapackage.json', 'data/twins.js', '许可.txt', '部署说明.html'];

export interface Release {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Packs a built folder.
 * @throws in Chinese where the folder isn't whole or its data can't be read
 */
export async function packFolder(dist: string, version: string): Promise<Release> {
  const missing = NEEDED.filter((name) => !existsSync(join(dist, name)));
  if (missing.length > 0) throw new Error(`${dist} 里缺少${missing.join('、')}，请先运行 npm run build。`);
  const loaded = await loadDataset({ fetchBytes: fetchFromFolder(join(dist, 'data')) });
  if (loaded.kind === 'failed') throw new Error('数据读不进来，请先运行 npm run data:check。');
  const files = filesIn(dist);
  const sums = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  const all = [...files, { name: CHECKSUMS, bytes: new TextEncoder().encode(sums) }];
  const zippable: Zippable = {};
  // The order of the entries is theirs in the object: by name, not as the disk lists them.
  for (const { name, bytes } of all)
    zippable[`${FOLDER}/${name}`] = [bytes, { level: 9, mtime: DAY, os: 3, attrs: 0o644 << 16 }];
  const bytes = zipSync(zippable);
  const until = resultCutoff(loaded.dataset.allObservations());
  const data = until ? `数据截至${until}` : '没有数据';
  return { name: `卫健看板_${version}_${data}.zip`, bytes, sha256: sha256(bytes) };
}

interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a folder and those below it, by name; hidden ones are left out. */
function filesIn(folder: string): PackedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), path }))
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, path }) => ({ name, bytes: new Uint8Array(readFileSync(path)) }));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (isStarted(import.meta.url)) {
  const [dist = 'dist', out = 'release'] = process.argv.slice(2);
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    version: string;
  };
  try {
    const release = await packFolder(dist, version);
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, release.name), release.bytes);
    writeFileSync(join(out, `${release.name}.sha256`), `${release.sha256}  ${release.name}\n`);
    console.log(
      `${join(out, release.name)}：${(release.bytes.length / 1e6).toFixed(1)} MB\nSHA-256：${release.sha256}`
    );
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
