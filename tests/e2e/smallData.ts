import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutContent } from '../fixtures/packageText';
import type { OpenOptions } from './support';

const FIXTURES = join(__dirname, '../fixtures');

/** The small made-up dataset, with the tables of one case of tests/fixtures/bad in place of its own. */
export function smallData(badCase?: string): Pick<OpenOptions, 'dataset' | 'edit'> {
  return { dataset: 'tests/fixtures/small', edit: (folder) => putSmallData(join(folder, 'data'), badCase) };
}

/** Fills a data folder with the small dataset and one bad case; files of an earlier case are replaced. */
export function putSmallData(data: string, badCase?: string, absent: readonly string[] = []): void {
  const shipped = readFileSync(join(FIXTURES, '../../data/datapackage.json'), 'utf8');
  writeFileSync(join(data, 'datapackage.json'), withoutContent(shipped));
  const folders = [join(FIXTURES, 'small'), ...(badCase ? [join(FIXTURES, 'bad', badCase)] : [])];
  for (const folder of folders.filter(existsSync)) {
    for (const name of readdirSync(folder).filter((file) => file !== 'expected.json'))
      cpSync(join(folder, name), join(data, name));
  }
  for (const name of absent) rmSync(join(data, name));
}
