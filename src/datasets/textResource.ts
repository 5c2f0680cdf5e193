/** A file of the package that is no table: fetched, decoded, and held against what the package states of it. */
import type { Issue } from '../domain/model/issue';
import { wellFormed } from '../domain/wording/cutText';
import { integrityIssue, isStated } from './check/integrity';
import type { TextResource } from './check/resource';
import { AbsentFileError, fetchFault } from './fileError';
import type { FetchBytes } from './loadEffects';
import { decode } from './read/decode';
import type { IssueList } from './read/issueList';

type TextReading =
  | { readonly kind: 'text'; readonly text: string; readonly altered: Issue | undefined }
  /** Not there, and nothing says that it should be. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'lost'; readonly issue: Issue };

/**
 * Reads a file that the package names; never throws.
 * @param instead what the program does without it, a Chinese clause for the issue
 */
async function readTextResource(
  fetchBytes: FetchBytes,
  { file, stated }: TextResource,
  instead: string
): Promise<TextReading> {
  const lost = (issue: Omit<Issue, 'file'>): TextReading => ({
    kind: 'lost',
    issue: { ...issue, file, wholeFile: true }
  });
  let bytes: Uint8Array;
  try {
    bytes = await fetchBytes(file);
  } catch (error) {
    if (error instanceof AbsentFileError && !isStated(stated)) return { kind: 'absent' };
    const { why, todo } = fetchFault(file, error);
    return lost({ level: '错误', rule: '缺文件', why: `${why}。${instead}`, todo });
  }
  const decoded = decode(bytes, file);
  if (decoded.kind === 'refused') return lost({ ...decoded.issue, todo: `请用原来的 ${file} 换回，存为 UTF-8。` });
  const altered = await integrityIssue(stated, { bytes, text: decoded.text, rows: null });
  return { kind: 'text', text: decoded.text, altered: altered && { ...altered, file } };
}

/**
 * What the package says in a file that is no table; never throws. `none` where it names no such file, or where it isn't
 * there and nothing says that it should be.
 * @param instead what the program does without it, a Chinese clause for the issue
 * @param parse the text of the file to what it says; never throws
 */
export async function loadTextResource<T extends { readonly issues: readonly Issue[] }>(
  fetchBytes: FetchBytes,
  resource: TextResource | null,
  { instead, none, parse }: { readonly instead: string; readonly none: T; parse: (text: string, file: string) => T }
): Promise<T> {
  if (resource === null) return none;
  const read = await readTextResource(fetchBytes, resource, instead);
  if (read.kind !== 'text') return read.kind === 'lost' ? { ...none, issues: [read.issue] } : none;
  const reading = parse(read.text, resource.file);
  return read.altered && reading.issues.length === 0 ? { ...reading, issues: [read.altered] } : reading;
}

/**
 * The entries of a JSON list, their texts without half characters, which no address and no XML can hold. What is no
 * list is told to `issues`, and is an empty one.
 * @param instead what the program does without it, a Chinese clause
 */
export function parseJsonList(text: string, issues: IssueList, rule: string, instead: string): readonly unknown[] {
  const todo = `请用原来的 ${issues.file} 换回，或改好括号、引号和逗号。`;
  const fault = (why: string): void =>
    issues.add({ level: '错误', rule, why: `${why}，${instead}`, todo, wholeFile: true });
  try {
    const list: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), (_key, value: unknown) =>
      typeof value === 'string' ? wellFormed(value) : value
    );
    if (Array.isArray(list)) return list;
    fault('最外层不是一个列表');
  } catch {
    fault('不是合格的 JSON，可能没有存全');
  }
  return [];
}

/** The line where a text stands first, as an editor counts it; undefined where it doesn't. */
export function lineWith(text: string, part: string): number | undefined {
  const at = text.indexOf(part);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
