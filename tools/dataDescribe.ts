/**
 * `npm run data:describe [-- DIR]`: writes into DIR/datapackage.json (`data` where none is given) how many rows,
 * how many bytes and which SHA-256 each file has, so that the page notices a file that was cut short or altered.
 * Run it after every intended change of a table. Exit code 1 where a file can't be read; nothing is written then.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDataset, PACKAGE_FILE } from '../src/datasets/loadDataset';
import { sha256 } from '../src/datasets/read/sha256';
import { issueText } from '../src/domain/model/issue';
import type { CheckReport } from './dataCheck';
import { fetchFromFolder, isStarted } from './dataFolder';

/** What a file holds, as a resource of the package states it. */
export interface Description {
  readonly rows?: number;
  readonly bytes: number;
  readonly hash: string;
}

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

/**
 * The text of a package with `rows`, `bytes` and `hash` after the `path` of each file in `found`, and without them
 * for any other; the rest of the text stays as it was laid out, where each key stands on a line of its own.
 */
export function describePackage(text: string, found: ReadonlyMap<string, Description>): string {
  const lines = text.split('\n').filter((line) => !/^\s*"(rows|bytes|hash)": ("[^"]*"|\d+),?$/.test(line));
  const laidOut = lines.map((line) => withDescription(line, found)).join('\n');
  const wanted = JSON.stringify(describedJson(text, found));
  const isSame = safeParse(laidOut) !== undefined && sameJson(safeParse(laidOut), JSON.parse(wanted));
  return isSame ? laidOut : `${JSON.stringify(JSON.parse(wanted), null, 2)}\n`;
}

function withDescription(line: string, found: ReadonlyMap<string, Description>): string {
  const m = /^(\s*)"path": "([^"]*)",$/.exec(line);
  const description = m && found.get(m[2]!);
  if (!description) return line;
  const entries = Object.entries(description).filter(([, value]) => value !== undefined);
  return [line, ...entries.map(([key, value]) => `${m[1]}"${key}": ${JSON.stringify(value)},`)].join('\n');
}

interface PackageJson {
  readonly resources: readonly Readonly<Record<string, unknown>>[];
}

function describedJson(text: string, found: ReadonlyMap<string, Description>): PackageJson {
  const root = JSON.parse(text) as PackageJson;
  return {
    ...root,
    resources: root.resources.map(({ rows: _r, bytes: _b, hash: _h, ...rest }) => ({
      ...rest,
      ...found.get(String(rest.path))
    }))
  };
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Equal whatever the order of keys. */
function sameJson(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  );
}

if (isStarted(import.meta.url)) {
  const report = await describeData(process.argv[2] ?? 'data');
  console.log(report.lines.join('\n'));
  process.exitCode = report.exitCode;
}
