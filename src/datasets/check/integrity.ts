/**
 * A file against what datapackage.json says of it (`rows`, `bytes`, `hash`): a CSV that was cut at the end of a
 * line looks whole. One remark a file at most, and the rows are used: a table edited by hand is no fault.
 */
import type { Issue } from '../../domain/model/issue';
import { digest } from '../read/sha256';

/** What the package states of a file; null where it doesn't. */
export interface StatedContent {
  /** Data rows, blank lines and the header not counted. */
  readonly rows: number | null;
  readonly bytes: number | null;
  /** Lower-case hex of the SHA-256; other algorithms aren't checked. */
  readonly sha256: string | null;
}

export const NOTHING_STATED: StatedContent = { rows: null, bytes: null, sha256: null };

export interface FileContent {
  readonly bytes: Uint8Array;
  /** The decoded text. */
  readonly text: string;
  /** Data rows in the file, the bad ones included; null for a file that is no table. */
  readonly rows: number | null;
}

/** Whether the package says anything of the file, so that it must be there. */
export function isStated({ rows, bytes, sha256: hash }: StatedContent): boolean {
  return rows !== null || bytes !== null || hash !== null;
}

/** The remark on a file that isn't what the package states, or undefined. `wholeFile` where rows seem lost. */
export async function integrityIssue(
  stated: StatedContent,
  content: FileContent
): Promise<Omit<Issue, 'file'> | undefined> {
  if (stated.rows !== null && content.rows !== null && stated.rows !== content.rows) {
    return rowsIssue(stated.rows, content.rows);
  }
  const { bytes } = content;
  if (stated.sha256 !== null) {
    if (await hasHash(content, stated.sha256)) return undefined;
    const why = '内容与数据包说明的校验值不一致，可能改过，也可能没有传完整';
    return { level: '提醒', rule: '校验值', why, todo: REMEDY };
  }
  if (stated.bytes === null || stated.bytes === bytes.length) return undefined;
  const why = `大小与数据包说明不一致：说明里是${stated.bytes}字节，文件是${bytes.length}字节`;
  return { level: '提醒', rule: '大小', why, todo: REMEDY };
}

const REMEDY =
  '内容照常使用。确实改过的，请运行 npm run data:describe 更新说明，或在 datapackage.json 里删去这个文件的 rows、bytes、hash。';

function rowsIssue(stated: number, found: number): Omit<Issue, 'file'> {
  const head = `行数与数据包说明不一致：说明里是${stated}行，文件里是${found}行`;
  if (found > stated) return { level: '提醒', rule: '行数', why: `${head}，多${found - stated}行`, todo: REMEDY };
  const why = `${head}，少${stated - found}行，文件可能没有存全或没有传完整`;
  return { level: '提醒', rule: '行数', why, todo: `请核对文件是不是全的。${REMEDY}`, wholeFile: true };
}

/** The bytes have the hash, or would have it in UTF-8 without a mark and with plain line ends, as the package writes it. */
async function hasHash({ bytes, text }: FileContent, hash: string): Promise<boolean> {
  if ((await digest(bytes)) === hash) return true;
  return (await digest(new TextEncoder().encode(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')))) === hash;
}
