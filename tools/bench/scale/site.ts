import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Shape, writeShape } from './shapes';

/** The built page of `root` with the data of a shape in `dir`: its first page asks for the tables that are there. */
export function writeSite(root: string, shape: Shape, dir: string): void {
  const dist = join(root, 'dist');
  cpSync(dist, dir, { recursive: true, filter: (from) => !from.startsWith(join(dist, 'data')) });
  const data = join(dir, 'data');
  writeShape(shape, data, join(root, 'data', 'datapackage.json'));
  const page = readFileSync(join(dir, 'index.html'), 'utf8');
  const named = page.replace(/data-files="[^"]*"/, `data-files="${readdirSync(data).join(' ')}"`);
  if (named === page) throw new Error('index.html names no files of data');
  writeFileSync(join(dir, 'index.html'), named);
}
