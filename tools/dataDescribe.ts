/**
 * `npm run data:describe [-- DIR]`: writes into DIR/datapackage.json (`data` where none is given) how many rows,
 * how many bytes and which SHA-256 each file has, so that the page notices a file that was cut short or altered.
 * Run it after every intended change of a table. Exit code 1 where a file can't be read; nothing is written then.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describePackage, type Description } from '../src/datasets/batch/describePackage';
import { loadDataset } from '../src/datasets/loadDataset';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import { sha256 } from '../src/datasets/read/sha256';
import { issueText } from '../src/domain/model/issue';
import type { CheckReport } from './dataCheck';
import { fetchFromFolder, isStarted } from './dataFolder';

/** Describes the files of the package in `dir`; never throws for bad data. */
export async function describeData(dir: string): Promise<CheckReport> {
  const read = fetchFromFolder(dir);
  const loaded = await loadDataset({ fetchBytes: read });
  const unread = loaded.issues.filter((issue) => issue.wholeFile && issue.level === '错误');
  if (unread.length > 0) {
    return { lines: [...unread.map(issueText), '有文件没有读成，datapackage.json 没有改动。'], exitCode: 1 };
  }
  const text = await readFile(join(dir, PACKAGE_FILE), 'utf8');
  const { resources } = JSON.parse(text) as { resources: readonly { readonly path: string }[] };
  const rows = new Map(loaded.tables.map((table) => [table.file, table.found]));
  const found = new Map<string, Description>();
  for (const { path } of resources) {
    const bytes = await read(path).catch(() => undefined);
    if (bytes) found.set(path, { rows: rows.get(path), bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  }
  const described = describePackage(text, found);
  if (described !== text) await writeFile(join(dir, PACKAGE_FILE), described);
  const lines = [...found].map(
    ([path, { rows: count, bytes }]) => `${path}：${count === undefined ? '' : `${count}行，`}${bytes}字节`
  );
  return { lines: [...lines, described === text ? '数据包说明没有变化。' : '已写入 datapackage.json。'], exitCode: 0 };
}

if (isStarted(import.meta.url)) {
  const report = await describeData(process.argv[2] ?? 'data');
  console.log(report.lines.join('\n'));
  process.exitCode = report.exitCode;
}
