/** The demo's observations in the order in which a database gives them, as a folder, a DuckDB file and rows for ClickHouse. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackIndex } from '../../../src/datasets/pack/format';
import Papa from 'papaparse';
import { duckDb } from '../../../tools/sql/duckdb';
import { withoutContent } from '../../fixtures/packageText';
import { fixtureFolder } from '../../fixtures/readFolder';

type Cells = Readonly<Record<string, string>>;

const NUMBERS = ['value', 'lower', 'upper', 'numerator', 'denominator'];

const DEMO = fixtureFolder('data/demo');

function read(file: string): { readonly fields: readonly string[]; readonly rows: readonly Cells[] } {
  const { data, meta } = Papa.parse<Cells>(readFileSync(join(DEMO, file), 'utf8').trim(), { header: true });
  return { fields: meta.fields ?? [], rows: data };
}

/** Columns of the table, as the demo has them. */
export const FIELDS = read('observations.csv').fields;

const GOOD: Cells = {
  ...{ indicator: 'hospital-visits', place: 'nizhou', period: '2022-01', part: '', measure: '数值' },
  ...{ source: 't2023-01', value: '12.5', lower: '', upper: '', numerator: '', denominator: '', qualifier: '' },
  ...{ status: '实际', line: '3', cell: '', section: '', note: '' }
};

/** Rows that are wrong in each way in which rows of a database can be; the first is right, and so is the last. */
const ODD: readonly Cells[] = [
  { ...GOOD, written: '一遍', note: '先' },
  { ...GOOD, written: '一遍', note: '后' },
  { ...GOOD, written: '没有这个指标', indicator: 'nobody-knows' },
  { ...GOOD, written: '没有这个地区', place: 'atlantis' },
  { ...GOOD, written: '名称不是编号', place: '例宁县' },
  { ...GOOD, written: '没有这个来源', source: 'nowhere' },
  { ...GOOD, written: '状态不对', status: '大概' },
  { ...GOOD, written: '没有这个月', period: '2023-13' },
  { ...GOOD, written: '没有数', value: '' },
  { ...GOOD, written: '有数又说没有', status: '未报' },
  { ...GOOD, written: '不知道在哪里', line: '' },
  { ...GOOD, written: '看不见的字', section: '\u0007' },
  { ...GOOD, written: 'it\'s\ta \\ "fine" number', note: '�' }
];

/** Every tenth of the demo's rows, 1,403 in all, and the odd ones where asked for. */
export function demoRows(withOdd: boolean): readonly Cells[] {
  const order = new Map(read('indicators.csv').rows.map((row, i) => [row.indicator, i]));
  const rank = ({ indicator }: Cells): number => order.get(indicator) ?? order.size;
  const line = (cells: Cells): number => (cells.line === '' ? Infinity : Number(cells.line));
  const rest = ['place', 'period', ...FIELDS.filter((name) => !['place', 'period', 'indicator'].includes(name))];
  return [...read('observations.csv').rows.filter((_, i) => i % 10 === 0), ...(withOdd ? ODD : [])].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const name = rest.find((one) => a[one] !== b[one]) ?? '';
    if (name === 'line') return line(a) - line(b);
    // NULL stands last among numbers.
    if (NUMBERS.includes(name)) return a[name] === '' ? 1 : b[name] === '' ? -1 : Number(a[name]) - Number(b[name]);
    return Buffer.compare(Buffer.from(a[name] ?? ''), Buffer.from(b[name] ?? ''));
  });
}

/** The demo's folder with these rows as its table, and every tenth of its tasks, which these tests leave alone. */
export function writeFolder(dir: string, rows: readonly Cells[]): void {
  cpSync(DEMO, dir, { recursive: true });
  const about = join(dir, 'datapackage.json');
  writeFileSync(about, withoutContent(readFileSync(about, 'utf8')));
  const table = Papa.unparse({ fields: [...FIELDS], data: rows.map((row) => FIELDS.map((name) => row[name] ?? '')) });
  writeFileSync(join(dir, 'observations.csv'), `${table}\n`);
  const [head, ...tasks] = readFileSync(join(DEMO, 'progress.csv'), 'utf8').trim().split('\n');
  writeFileSync(join(dir, 'progress.csv'), `${[head, ...tasks.filter((_, i) => i % 10 === 0)].join('\n')}\n`);
}

/** What TabSeparated takes. */
export function tabSeparated(rows: readonly Cells[]): string {
  const text = (value: string): string => value.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n');
  const cell = (row: Cells, name: string): string =>
    row[name] === '' && isNumber(name) ? '\\N' : text(row[name] ?? '');
  return rows.map((row) => `${FIELDS.map((name) => cell(row, name)).join('\t')}\n`).join('');
}

function isNumber(name: string): boolean {
  return name === 'line' || NUMBERS.includes(name);
}

/** The statements that docs/从数据库做数据包.md gives: for DuckDB, for each shard, for the shard that is asked. */
export function documentedSql(): {
  readonly duckDb: string;
  readonly shard: readonly string[];
  readonly asked: string;
} {
  const text = readFileSync(join(fixtureFolder('data'), '../docs/从数据库做数据包.md'), 'utf8');
  const blocks = [...text.matchAll(/^```sql\n([^]*?)^```/gm)].map((match) => match[1]!.split(/;\n/).filter(Boolean));
  const [duck, shard, asked] = blocks;
  return { duckDb: duck![0]!, shard: shard!, asked: asked![0]! };
}

/** A DuckDB file with the table of a folder, its rows in another order, and a Parquet file of the same. */
export async function writeDuckDb(folder: string, file: string, parquet: string): Promise<void> {
  const { DuckDBInstance } = (await duckDb())!;
  const instance = await DuckDBInstance.create(file, {});
  const connection = await instance.connect();
  const values = FIELDS.map((name) =>
    isNumber(name)
      ? `CAST(nullif("${name}", '') AS ${name === 'line' ? 'INTEGER' : 'DOUBLE'}) AS "${name}"`
      : `"${name}"`
  );
  const table = `read_csv('${join(folder, 'observations.csv')}', header = true, all_varchar = true)`;
  await connection.run(documentedSql().duckDb);
  await connection.run(
    `INSERT INTO observations BY NAME SELECT ${values.join(', ')} FROM ${table} ORDER BY written, note`
  );
  await connection.run(`COPY observations TO '${parquet}'`);
  connection.closeSync();
  instance.closeSync();
}

/** The bytes of the chunks of the pack that a folder names, and what its index says. */
export function packFiles(out: string): { readonly chunks: readonly Buffer[]; readonly index: PackIndex } {
  const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
    resources: { name: string; pack?: string }[];
  };
  const path = join(out, resources.find(({ name }) => name === 'observations')!.pack!);
  const index = JSON.parse(readFileSync(path, 'utf8')) as PackIndex;
  return { index, chunks: index.chunks.map(({ file }) => readFileSync(join(path, '..', file))) };
}
