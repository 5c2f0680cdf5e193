import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTextTables, type TextTables } from '../../../src/datasets/batch/textTables';
import { answersOf, readingsOf } from '../../../src/datasets/intake/answersOf';
import { intakeFile, proposalsOfFiles, type IntakeFile } from '../../../src/datasets/intake/intakeFile';
import { reviewFiles } from '../../../src/datasets/intake/reviewFiles';
import { loadDataset } from '../../../src/datasets/loadDataset';
import { ownColumns } from '../../../src/datasets/workbook/ownColumns';
import { readClipboard, readFile, type FileReading } from '../../../src/datasets/workbook/readFile';
import type { Dataset } from '../../../src/domain/model/dataset';
import { questionsOf } from '../../../src/domain/sheet/matching';
import { fetchFromFolder } from '../../../tools/dataFolder';
import { workbook } from '../../fixtures/sheets/workbook';

const REAL = 'data';
const DEMO = 'data/demo';

interface Shown {
  readonly dataset: Dataset;
  readonly tables: TextTables;
}

async function shownOf(dir: string): Promise<Shown> {
  const loaded = await loadDataset({ fetchBytes: fetchFromFolder(dir) });
  if (loaded.kind === 'failed') throw new Error(`${dir} is not read`);
  const fetchBytes = fetchFromFolder(dir);
  const read = (path: string) => fetchBytes(path).catch(() => undefined);
  const text = readFileSync(join(dir, 'datapackage.json'), 'utf8');
  return { dataset: loaded.dataset, tables: await readTextTables(text, read, []) };
}

let real: Shown;
let demo: Shown;
beforeAll(async () => {
  real = await shownOf(REAL);
  demo = await shownOf(DEMO);
});

const filesOf = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name === 'datapackage.json' || name.endsWith('.csv'))
      .map((name) => [name, new Uint8Array(readFileSync(join(dir, name)))])
  );
const take = ({ dataset, tables }: Shown, reading: FileReading, key = 1): IntakeFile =>
  intakeFile(key, reading, dataset, ownColumns(tables.schemas), []);

/** The rows of files that could be kept, by table: how many. */
function kept({ dataset, tables }: Shown, files: readonly IntakeFile[]): Record<string, number> {
  const readings = readingsOf(files);
  const questions = questionsOf(
    readings.flatMap(({ facts }) => facts),
    dataset
  );
  const answers = answersOf(questions, files, dataset, { remembered: {}, given: {} });
  const proposals = proposalsOfFiles(files, readings, answers, dataset, ownColumns(tables.schemas));
  const counts: Record<string, number> = {};
  for (const { table } of reviewFiles(proposals, tables).rows) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

const MARKED = [['示例（虚构）拟州市门诊'], ['单位', '门诊人次'], ['拟州市', 12]];
const INVENTED = '要并入的是示例（虚构）数据，不能并入真实数据';

describe('invented data and real data', () => {
  it('do not meet by a package, whichever way', () => {
    const invented = take(real, readFile(zipSync(filesOf(DEMO)), '数据包.zip'));
    expect(invented.refused).toMatchObject({ why: INVENTED, todo: '请先切换到示例数据。' });
    const actual = take(demo, readFile(zipSync(filesOf(REAL)), '数据包.zip'));
    expect(actual.refused).toMatchObject({ why: '现在打开的是示例（虚构）数据，真实数据不能并进来' });
    expect(take(demo, readFile(zipSync(filesOf(DEMO)), '数据包.zip')).refused).toBeNull();
  });

  it('do not meet by the tables one by one: each says so, and figures alone have no place to go to', () => {
    const tables = Object.entries(filesOf(DEMO)).filter(([name]) => name.endsWith('.csv'));
    const files = tables.map(([name, bytes], key) => take(real, readFile(bytes, name), key));
    const refused = files.filter((file) => file.refused?.why === INVENTED).map(({ file }) => file.name);
    expect(refused).toEqual(['indicators.csv', 'places.csv', 'programmes.csv', 'relations.csv', 'sources.csv']);
    expect(kept(real, files)).toEqual({});
  });

  it('a file that says nothing is asked about in invented data, and nowhere else', () => {
    const plain = readFile(
      workbook([
        {
          name: '表',
          rows: [
            ['单位', '门诊人次'],
            ['拟州市', 12]
          ]
        }
      ]),
      'a.xlsx'
    );
    const asked = take(demo, plain);
    expect(asked).toMatchObject({ unmarked: true, refused: null });
    expect(asked.remarks.map(({ level, why }) => `${level} ${why}`)).toEqual([
      '提醒 现在打开的是示例（虚构）数据，这个文件没有标明示例，像是真实数据'
    ]);
    expect(take(real, plain)).toMatchObject({ unmarked: false, remarks: [] });
    expect(take(demo, readFile(workbook([{ name: '表', rows: MARKED }]), 'a.xlsx')).unmarked).toBe(false);
    const table = readFile(new Uint8Array(readFileSync(join(REAL, 'observations.csv'))), 'observations.csv');
    expect(take(demo, table).unmarked).toBe(true);
  });

  it('do not meet by a file that was made of the example: its name, a sheet, a title, a note says so', () => {
    const plain = [
      ['单位', '门诊人次'],
      ['拟州市', 12]
    ];
    const refused = (reading: FileReading) => take(real, reading).refused?.why;
    expect(refused(readFile(workbook([{ name: '表', rows: MARKED }]), 'a.xlsx'))).toBe(INVENTED);
    expect(refused(readFile(workbook([{ name: '示例（虚构）', rows: plain }]), 'a.xlsx'))).toBe(INVENTED);
    expect(refused(readFile(workbook([{ name: '表', rows: plain }]), '示例（虚构）门诊.xlsx'))).toBe(INVENTED);
    expect(refused(readClipboard({ text: MARKED.map((row) => row.join('\t')).join('\n') }))).toBe(INVENTED);
    expect(take(demo, readFile(workbook([{ name: '表', rows: MARKED }]), 'a.xlsx')).refused).toBeNull();
    expect(take(real, readFile(workbook([{ name: '表', rows: plain }]), 'a.xlsx')).refused).toBeNull();
  });
});
