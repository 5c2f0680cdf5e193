/** The directory of a pack from its text, every number and name in it looked at. */
import { type Fields, fieldsOf, isFields } from '../../domain/model/fields';
import type { Issue } from '../../domain/model/issue';
import { ANSWER_NAMES } from '../../domain/model/storedAnswers';
import { asList, asText } from '../check/json';
import { isInFolder } from '../check/resource';
import type { Encoding } from '../read/decode';
import { PackFault } from './fault';
import { parseSummary } from './storedSummary';
import { wholeNumber } from './wholeNumber';
import { type AnswerEntry, type FileEntry, PACK_FORMAT, PACK_VERSION, type PackIndex } from './format';

const ENCODINGS: readonly Encoding[] = ['UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE'];
const SHA256 = /^[0-9a-f]{64}$/;
/** More than that is no table that a page could show. */
const MOST_ROWS = 100_000_000;

/** @throws PackFault for what is no directory of a pack, or of another version */
export function parseIndex(text: string): PackIndex {
  const root = objectOf(text);
  if (root.format !== PACK_FORMAT) throw new PackFault('不是数据包的目录');
  if (root.formatVersion !== PACK_VERSION)
    throw new PackFault(`是第${String(root.formatVersion)}版格式，这个程序只认第${PACK_VERSION}版`);
  const source = fieldsOf(root.source);
  const chunks = objectsOf(root.chunks).map((one) => ({
    ...rowsFileOf(one),
    indicators: asList(one.indicators).map(asText)
  }));
  const places = objectsOf(root.places).map((one) => ({ ...rowsFileOf(one), places: asList(one.places).map(asText) }));
  const rows = rowsIn(chunks);
  if (rows > MOST_ROWS || rows !== root.rows || (places.length > 0 && rowsIn(places) !== rows))
    throw new PackFault('目录里的行数合不上');
  return {
    dataset: asText(root.dataset),
    version: asText(root.version),
    source: { file: asText(source.file), bytes: wholeNumber(source.bytes), sha256: hashOf(source.sha256) },
    rows,
    found: wholeNumber(root.found),
    encoding: ENCODINGS.find((one) => one === root.encoding) ?? 'UTF-8',
    issues: asList(root.issues).flatMap((issue) => (isFields(issue) ? [issueOf(issue, asText(source.file))] : [])),
    summary: parseSummary(root.summary),
    chunks,
    places,
    answers: asList(root.answers).flatMap(answerOf)
  };
}

function objectOf(text: string): Fields {
  try {
    const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isFields(root)) return root;
  } catch {
    // Said below.
  }
  throw new PackFault('不是合格的 JSON，可能没有传完整');
}

/** What this program doesn't know it doesn't need. */
function answerOf(value: unknown): AnswerEntry[] {
  const answer = fieldsOf(value);
  return ANSWER_NAMES.flatMap((name) => (name === answer.name ? { ...fileOf(answer), name } : []));
}

function objectsOf(value: unknown): Fields[] {
  return asList(value).map(fieldsOf);
}

function rowsIn(files: readonly { readonly rows: number }[]): number {
  return files.reduce((sum, { rows }) => sum + rows, 0);
}

function rowsFileOf(chunk: Fields): FileEntry & { readonly rows: number } {
  return { ...fileOf(chunk), rows: wholeNumber(chunk.rows) };
}

function fileOf({ file: name, bytes, sha256 }: Fields): FileEntry {
  const file = asText(name);
  if (!isInFolder(file) || file.includes('/')) throw new PackFault('目录里有不是文件名的文件');
  return { file, bytes: wholeNumber(bytes), sha256: hashOf(sha256) };
}

function hashOf(value: unknown): string {
  const text = asText(value);
  if (!SHA256.test(text)) throw new PackFault('目录里有不是校验值的校验值');
  return text;
}

/** What was said of the table when it was packed; only what an issue has. */
function issueOf(said: Fields, file: string): Issue {
  return {
    level: said.level === '提醒' ? '提醒' : '错误',
    file,
    ...(typeof said.row === 'number' && { row: said.row }),
    ...(typeof said.column === 'string' && { column: said.column }),
    ...(typeof said.value === 'string' && { value: said.value }),
    ...(said.wholeFile === true && { wholeFile: true }),
    rule: asText(said.rule),
    why: asText(said.why),
    todo: asText(said.todo)
  };
}
