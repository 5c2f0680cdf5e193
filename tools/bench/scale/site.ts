import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPack } from '../../dataPack';
import { nameDataFiles } from '../../dataTwins';
import { type Shape, writeShape } from './shapes';

/** The built page of `root` with the data of a shape in `dir`: its first page asks for the tables that are there. */
export async function writeSite(root: string, shape: Shape, dir: string): Promise<void> {
  const dist = join(root, 'dist');
  cpSync(dist, dir, { recursive: true, filter: (from) => !from.startsWith(join(dist, 'data')) });
  const data = join(dir, 'data');
  writeShape(shape, data, join(root, 'data', 'datapackage.json'));
  const page = join(dir, 'index.html');
  writeFileSync(page, nameDataFiles(readFileSync(page, 'utf8'), data));
  if (!shape.packed) return;
  const { lines, exitCode } = await dataPack(['--from', data, '--out', data, '--force']);
  if (exitCode !== 0) throw new Error(lines.join('\n'));
}
