/** A file of the package that is no table: fetched, decoded, and held against what the package states of it. */
import type { Issue } from '../domain/model/issue';
import { integrityIssue, isStated } from './check/integrity';
import type { TextResource } from './check/schema';
import { AbsentFileError, fetchFault } from './fileError';
import type { FetchBytes } from './loadEffects';
import { decode } from './read/decode';

export type TextReading =
  | { readonly kind: 'text'; readonly text: string; readonly altered: Issue | undefined }
  /** Not there, and nothing says that it should be. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'lost'; readonly issue: Issue };

/**
 * Reads a file that the package names; never throws.
 * @param instead what the program does without it, a Chinese clause for the issue
 */
export async function readTextResource(
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
  const altered = integrityIssue(stated, { bytes, text: decoded.text, rows: null });
  return { kind: 'text', text: decoded.text, altered: altered && { ...altered, file } };
}

/** The line where a text stands first, as an editor counts it; undefined where it doesn't. */
export function lineOf(text: string, part: string): number | undefined {
  const at = text.indexOf(part);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
