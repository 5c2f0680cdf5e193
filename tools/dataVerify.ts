/**
 * `npm run data:verify -- DIR [DATA]`: re-reads every figure of DATA (`data` where none is given) in the source
 * texts of DIR: `written` stands on its `line`, the figures are what it says, the texts are unchanged.
 * Prints each fault in Chinese; exit code 1 on any.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decode } from '../src/datasets/read/decode';
import { IssueList } from '../src/datasets/read/issueList';
import { loadDataset, type LoadResult } from '../src/datasets/loadDataset';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import { readTable } from '../src/datasets/readTable';
import { parsePackage } from '../src/datasets/check/schema';
import type { Dataset } from '../src/domain/model/dataset';
import { type Issue, issueText } from '../src/domain/model/issue';
import type { CheckReport } from './dataCheck';
import { fetchFromFolder, isStarted } from './dataFolder';
import { isCellOnly, verifyWritten, type SourceClaim, type SourceText } from './verifyWritten';

/** Verifies the dataset in `dataDir` against the texts in `sourceDir`; never throws for bad data. */
export async function verifyData(sourceDir: string, dataDir: string): Promise<CheckReport> {
  const loaded = await loadDataset({ fetchBytes: fetchFromFolder(dataDir) });
  const wrong = loaded.issues.filter((issue) => issue.level === '错误');
  const before =
    wrong.length === 0 ? [] : [`数据本身有${wrong.length}处错误，有错的行没有核对，请先运行 npm run data:check。`];
  if (loaded.kind === 'failed') return { lines: [...before, ...wrong.map(issueText)], exitCode: 1 };
  const claims = await sourceClaims(dataDir, loaded.dataset);
  const texts = await readTexts(sourceDir, loaded.dataset);
  const issues = verifyWritten(loaded.dataset, claims, texts);
  return {
    lines: [...issues.map((issue) => `${issue.level} ${issueText(issue)}`), ...before, closing(loaded, issues)],
    exitCode: issues.length + wrong.length > 0 ? 1 : 0
  };
}

/** The sha256 column is for this tool alone, so it isn't part of the dataset and is read here. */
async function sourceClaims(dataDir: string, dataset: Dataset): Promise<SourceClaim[]> {
  const fetchBytes = fetchFromFolder(dataDir);
  const text = decode(await fetchBytes(PACKAGE_FILE), PACKAGE_FILE);
  const reading = text.kind === 'text' ? parsePackage(text.text, PACKAGE_FILE) : undefined;
  if (reading?.kind !== 'package') throw new Error('a dataset that loads has a package');
  const schema = reading.package.tables.find((table) => table.name === 'sources')!;
  const table = await readTable(await fetchBytes(schema.file), schema, new IssueList(schema.file));
  const rows = new Map((table?.rows ?? []).map((row) => [row.cells.source, row]));
  return dataset.sources.map((source) => {
    const row = rows.get(source.id)!;
    return { source, row: row.line, sha256: String(row.cells.sha256) };
  });
}

/** The texts there are, by file name. What can't be decoded is read as it is: then no figure is found in it. */
async function readTexts(dir: string, dataset: Dataset): Promise<Map<string, SourceText>> {
  const texts = new Map<string, SourceText>();
  for (const name of new Set(dataset.sources.map((source) => source.file))) {
    // A file name, not a path: the table must not reach outside the folder.
    if (name === '' || basename(name) !== name) continue;
    const bytes = await readFile(join(dir, name)).catch(() => undefined);
    if (!bytes) continue;
    const decoded = decode(new Uint8Array(bytes), name);
    const text = decoded.kind === 'text' ? decoded.text : bytes.toString('utf8');
    const lines = text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.replace(/\r$/, ''));
    texts.set(name, { lines, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return texts;
}

function closing({ dataset }: Extract<LoadResult, { kind: 'ok' }>, issues: readonly Issue[]): string {
  const figures =
    dataset.allObservations().filter((o) => o.value !== null).length +
    dataset.progress.reduce((sum, row) => sum + [row.target, row.done, row.rate].filter((v) => v !== null).length, 0);
  const scope = `来源${dataset.sources.length}份，观测值${dataset.size}行，任务进度${dataset.progress.length}行，数字${figures}个`;
  const inTables = [...dataset.allObservations(), ...dataset.progress].filter(isCellOnly).length;
  const tables = inTables > 0 ? `其中${inTables}行出自表格，只写了单元格，没有核对；其余` : '';
  return `${scope}：${tables}${issues.length === 0 ? '与原文全部一致。' : `${issues.length}处与原文不符，请逐条改正。`}`;
}

if (isStarted(import.meta.url)) {
  const [sourceDir, dataDir] = process.argv.slice(2);
  if (sourceDir === undefined) {
    console.log('请写明原文所在的文件夹，例如：npm run data:verify -- data/sources');
    process.exitCode = 1;
  } else {
    const report = await verifyData(sourceDir, dataDir ?? 'data');
    console.log(report.lines.join('\n'));
    process.exitCode = report.exitCode;
  }
}
