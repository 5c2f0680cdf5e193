/** Kept rows of the last report from a CSV: the dataset's own tables, or one of lines, names and figures. */
import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { decode } from '../src/datasets/read/decode';
import { IssueList } from '../src/datasets/read/issueList';
import { openTable, readRows } from '../src/datasets/read/parseTable';
import type { Dataset } from '../src/domain/model/dataset';
import { issueText } from '../src/domain/model/issue';
import type { LastFact } from '../src/domain/read/lastReport';

export interface LastRows {
  readonly facts: readonly LastFact[];
  /** Chinese sentences about rows that were left out. */
  readonly problems: readonly string[];
}

type Cells = Readonly<Record<string, string>>;

const COLUMNS: Readonly<Record<string, string>> = {
  行: 'line',
  行号: 'line',
  指标: 'indicator',
  原文写法: 'written',
  数值: 'value',
  来源: 'source',
  任务: 'programme'
};

/** The rows of `path` that stand in the text `lastFile`; `dataset` knows the names of ids and which source is whose. */
export async function lastRows(path: string, lastFile: string, dataset: Dataset | undefined): Promise<LastRows> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch {
    return { facts: [], problems: [`${name}：找不到或打不开上期的数据表。请检查路径。`] };
  }
  const decoded = decode(bytes, name);
  if (decoded.kind === 'refused') return { facts: [], problems: [issueText(decoded.issue)] };
  const opened = openTable(decoded.text, name);
  if (opened.kind === 'refused') return { facts: [], problems: [issueText(opened.issue)] };
  const header = opened.table.header.map((title) => COLUMNS[title] ?? title);
  const missing = ['line', 'written'].filter((column) => !header.includes(column));
  if (!header.includes('indicator') && !header.includes('programme')) missing.push('indicator');
  if (missing.length > 0)
    return { facts: [], problems: [`${name}：缺少${missing.join('、')}列，对不上上期的原文。请补上这几列。`] };
  const issues = new IssueList(name);
  const rows = readRows(opened.table, issues)?.rows ?? [];
  const cells = rows.map((row): Cells =>
    Object.fromEntries(header.map((column, i) => [column, (row.cells[i] ?? '').trim()]))
  );
  return {
    facts: ofSource(cells, lastFile, dataset).flatMap((row) => factsOf(row, dataset)),
    problems: issues.all().map(issueText)
  };
}

/** Where a table holds the rows of many sources, those of the source whose text this is. */
function ofSource(rows: readonly Cells[], lastFile: string, dataset: Dataset | undefined): readonly Cells[] {
  if (!dataset || rows.every((row) => row.source === undefined)) return rows;
  const own = new Set(dataset.sources.filter(({ file }) => file === basename(lastFile)).map(({ id }) => id));
  const there = rows.filter((row) => own.has(row.source ?? ''));
  return there.length > 0 ? there : rows;
}

function factsOf(row: Cells, dataset: Dataset | undefined): LastFact[] {
  const line = Number(row.line);
  if (!Number.isInteger(line) || line < 1 || !row.written) return [];
  if (row.programme !== undefined && row.indicator === undefined) return progressFacts(row, line, dataset);
  const value = Number((row.value ?? '').replace(/,/g, ''));
  if (!row.indicator || row.value === '' || !Number.isFinite(value)) return [];
  const name = dataset?.indicators.find(({ id }) => id === row.indicator)?.name ?? row.indicator;
  return [{ line, written: row.written, value, name, indicator: row.indicator }];
}

/** 2212人 / 100.55% holds a fact for each of target, done and rate. */
function progressFacts(row: Cells, line: number, dataset: Dataset | undefined): LastFact[] {
  const programme = dataset?.programmes.find(({ id }) => id === row.programme);
  const name = programme?.name ?? row.programme!;
  return ['target', 'done', 'rate'].flatMap((column) => {
    const text = row[column] ?? '';
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) return [];
    const pieces = row.written!.split(' / ');
    const written = pieces.find((piece) => piece.replace(/,/g, '').includes(text)) ?? pieces[0]!;
    return [{ line, written, value, name, indicator: row.programme! }];
  });
}
