/**
 * A file as a clerk has it, from bytes to worksheets, or a refusal that says why and what to do. What it is is told
 * from its bytes: names lie (.xls that are web pages, .xls that are zips).
 */
import type { BatchFile } from '../../domain/batch/batch';
import type { Remark } from '../../domain/batch/proposal';
import type { Worksheet } from '../../domain/sheet/worksheet';
import { finish, type Steps } from '../../domain/steps/steps';
import { decode, textOf } from '../read/decode';
import { PACKAGE_FILE } from '../read/packageFile';
import { sha256, sha256Steps } from '../read/sha256';
import { unescapeXml } from './openDocument';
import { readMarkup, readWorkbookParts, readWorkbook } from './readWorkbook';
import { packageSaysInvented, saysInvented } from './invented';
import { Refusal, remarkOn, SAVE_AGAIN } from './refusal';
import { placed, warnings, type Sheets } from './sheetRemarks';
import { safeWorkbook } from './safeWorkbook';
import { textSheet, textSheetSteps } from './textSheet';
import { isZip, password, unzipPart, zipParts, type ZipPart } from './zipParts';

export interface ReadOptions {
  /** Said by the person: Big5 can't be told from GB18030. */
  readonly encoding?: 'Big5';
}

export type FileReading =
  | {
      readonly kind: 'sheets';
      readonly file: BatchFile;
      readonly sheets: readonly Worksheet[];
      /** What a person should know of the file: hidden sheets, formulas, macros, other files it takes figures from. */
      readonly remarks: readonly Remark[];
      /** Whether it says that all of it is invented; null for a file that isn't of ours and says nothing. */
      readonly fictional: boolean | null;
    }
  | { readonly kind: 'refused'; readonly file: BatchFile; readonly remark: Remark };

/** A file larger than this would not fit beside what is made of it. */
const MAX_BYTES = 300 * 1024 * 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const OTHERS: readonly { readonly begins: readonly number[]; readonly what: string; readonly todo: string }[] = [
  {
    begins: [0x25, 0x50, 0x44, 0x46],
    what: '这是 PDF，读不出可靠的表格',
    todo: '请找原来的表格文件；只有 PDF 的，请先转成 .xlsx，核对后再放进来。'
  },
  { begins: [0x1f, 0x8b], what: '这是压缩文件', todo: '请先解压，把里面的表格放进来。' },
  { begins: [0x52, 0x61, 0x72, 0x21], what: '这是压缩文件（.rar）', todo: '请先解压，把里面的表格放进来。' },
  { begins: [0x37, 0x7a, 0xbc, 0xaf], what: '这是压缩文件（.7z）', todo: '请先解压，把里面的表格放进来。' },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: '这是图片，不是表格', todo: '请找原来的表格文件。' },
  { begins: [0xff, 0xd8, 0xff], what: '这是图片，不是表格', todo: '请找原来的表格文件。' }
];

/**
 * The worksheets of a file: .csv and .txt (UTF-8, GB18030, UTF-16; Big5 when said), .xlsx .xlsm .xlsb .xls .et .ods,
 * a web page or XML saved as .xls, a package of ours (.zip: one sheet a table). Never throws.
 * @param name of the file, as the person knows it
 */
export function readFile(bytes: Uint8Array, name: string, options: ReadOptions = {}): FileReading {
  return finish(readFileSteps(bytes, name, options));
}

/** The same in parts; yields how many rows of the sheet at work are read. */
export function* readFileSteps(bytes: Uint8Array, name: string, options: ReadOptions = {}): Steps<FileReading> {
  let file: BatchFile = { name, bytes: bytes.length, sha256: '' };
  try {
    const tooLarge = bytes.length > MAX_BYTES;
    if (!tooLarge) file = { ...file, sha256: yield* sha256Steps(bytes) };
    const { sheets, remarks, fictional = null } = yield* sheetsOf(bytes, name, options);
    if (sheets.every(({ rows }) => rows.length === 0)) {
      throw new Refusal('空文件', '文件里没有任何内容', '请检查文件是否存全，重新放一份完整的文件。');
    }
    return { kind: 'sheets', file, sheets, remarks, fictional: saysInvented(name, sheets) ? true : fictional };
  } catch (error) {
    return { kind: 'refused', file, remark: refusalOf(error, name) };
  }
}

/**
 * A range copied from WPS or Excel: the HTML of the clipboard where there is one (it knows merged cells), else its
 * text with tabs. Never throws.
 */
export function readClipboard(copied: { readonly html?: string; readonly text: string }): FileReading {
  const name = '剪贴板';
  const html = copied.html ?? '';
  const bytes = new TextEncoder().encode(copied.text === '' ? html : copied.text);
  const file: BatchFile = { name, bytes: bytes.length, sha256: sha256(bytes) };
  try {
    if (/<table[\s>]/i.test(html)) {
      const read = placed(readMarkup(html), name);
      if (read.sheets.some(({ rows }) => rows.length > 0)) return clipboard(file, read);
    }
    if (copied.text.trim() === '')
      throw new Refusal('空文件', '没有粘贴到内容', '请在 Excel 或 WPS 里选好单元格，复制后再粘贴。');
    const { sheet, remarks } = textSheet(copied.text, name, name, copied.text.includes('\t') ? '\t' : undefined);
    return clipboard(file, { sheets: [sheet], remarks });
  } catch (error) {
    return { kind: 'refused', file, remark: refusalOf(error, name) };
  }
}

function clipboard(file: BatchFile, { sheets, remarks }: Sheets): FileReading {
  return { kind: 'sheets', file, sheets, remarks, fictional: saysInvented('', sheets) ? true : null };
}

function refusalOf(error: unknown, file: string): Remark {
  const fault = error instanceof Refusal ? error : libraryFault(error);
  return {
    level: '未采用',
    origin: { file, sheet: '', cell: '', shown: '' },
    rule: fault.rule,
    why: fault.why,
    todo: fault.todo
  };
}

/** The library throws in English; whatever it is, the file can't be read. */
function libraryFault(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(message)) return password();
  return new Refusal('不完整', '文件不完整或已经损坏，读不出表格', `请重新拷贝一份完整的文件；还不行的，${SAVE_AGAIN}`);
}

function* sheetsOf(bytes: Uint8Array, name: string, { encoding }: ReadOptions): Steps<Sheets> {
  if (bytes.length === 0)
    throw new Refusal('空文件', '文件是空的，一个字也没有', '请检查文件是否存全，重新放一份完整的文件。');
  if (bytes.length > MAX_BYTES)
    throw new Refusal(
      '过大',
      `文件有${Math.round(bytes.length / 1_048_576)}兆，超过300兆的限度`,
      '请拆成几个文件，再放进来。'
    );
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  const other = OTHERS.find((kind) => begins(kind.begins));
  if (other) throw new Refusal('不是表格', other.what, other.todo);
  if (isZip(bytes)) return yield* zipSheets(bytes, name);
  if (begins(OLE)) return oleSheets(bytes, name);
  // BIFF 2 to 4 come without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1]!) && bytes[3] === 0x00)
    return placed(readWorkbook(bytes), name);
  return yield* textSheets(bytes, name, encoding);
}

function* textSheets(bytes: Uint8Array, name: string, encoding: 'Big5' | undefined): Steps<Sheets> {
  const text = encoding === 'Big5' ? new TextDecoder('big5').decode(bytes) : textOf(bytes)?.text;
  const start = text?.slice(0, 4_000) ?? '';
  if (text !== undefined && isMarkup(start)) {
    const read = /<table[\s>]|<(?:ss:)?Workbook[\s>]/i.test(text) ? placed(readMarkup(text), name) : undefined;
    if (read?.sheets.some(({ rows }) => rows.length > 0)) return read;
    throw new Refusal('不是表格', '这是网页，里面没有表格', '请换成表格文件；网页上的表格可以选中复制，再粘贴到这里。');
  }
  if (text === undefined) {
    const decoded = decode(bytes, name);
    const why = decoded.kind === 'refused' ? decoded.issue.why : '认不出文字编码';
    throw new Refusal('编码', why, SAVE_AGAIN);
  }
  const { sheet, remarks } = yield* textSheetSteps(text, name, baseName(name));
  return { sheets: [sheet], remarks };
}

function isMarkup(start: string): boolean {
  return (
    /^\s*(?:<!doctype html|<html|<table|<meta|<head|<\?xml|<!--)/i.test(start) &&
    /<(?:html|table|body|(?:ss:)?Workbook)[\s>]/i.test(start)
  );
}

function* zipSheets(bytes: Uint8Array, name: string): Steps<Sheets> {
  const parts = zipParts(bytes);
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part.name));
  if (has(/^xl\/workbook\d*\.(?:xml|bin)$/i) || has(/^xl\/worksheets\//i))
    return yield* cleanWorkbook(bytes, parts, name);
  if (has(/^content\.xml$/)) {
    const partText = (path: string) => textOfPart(bytes, parts, path);
    if (/encryption-data/.test(partText('META-INF/manifest.xml'))) throw password();
    if (!/spreadsheet/.test(`${partText('mimetype')}${partText('META-INF/manifest.xml')}`))
      throw new Refusal('不是表格', '这是文档，不是表格', SAVE_AGAIN);
    return yield* cleanWorkbook(bytes, parts, name);
  }
  if (parts.some(isTable)) return yield* packageSheets(bytes, parts, name);
  if (has(/^word\//))
    throw new Refusal(
      '不是表格',
      '这是 Word 文档，不是表格',
      '工作报告请到“读报告”里读；里面的表格可以选中复制，再粘贴到这里。'
    );
  if (has(/^ppt\//)) throw new Refusal('不是表格', '这是演示文稿，不是表格', '里面的表格可以选中复制，再粘贴到这里。');
  throw new Refusal('不是表格', '压缩包里没有工作簿，也没有数据表', '请先解压，把里面的表格一个个放进来。');
}

function isTable({ name }: ZipPart): boolean {
  return /(?:^|\/)[^/]+\.csv$/i.test(name) && !/__MACOSX/.test(name);
}

function textOfPart(bytes: Uint8Array, parts: readonly ZipPart[], name: string): string {
  const part = parts.find((each) => each.name === name);
  return part ? new TextDecoder().decode(unzipPart(bytes, part)) : '';
}

/** The tables of a package, those of one folder: the topmost that has any. */
function* packageSheets(bytes: Uint8Array, parts: readonly ZipPart[], name: string): Steps<Sheets> {
  const tables = parts.filter(isTable);
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const folders = tables
    .map((part) => folderOf(part.name))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  const sheets: Worksheet[] = [];
  const remarks: Remark[] = [];
  for (const part of tables) {
    if (folderOf(part.name) !== folders[0]) continue;
    const table = part.name.slice(folders[0].length);
    const text = textOf(unzipPart(bytes, part))?.text;
    if (text === undefined) {
      remarks.push(remarkOn(name, table, '编码', '认不出文字编码', '请换成 UTF-8 的表。', '未采用'));
      continue;
    }
    const read = yield* textSheetSteps(text, name, table);
    sheets.push(read.sheet);
    remarks.push(...read.remarks);
  }
  const described = textOfPart(bytes, parts, `${folders[0]}${PACKAGE_FILE}`);
  return { sheets, remarks, fictional: described === '' ? null : packageSaysInvented(described) };
}

function* cleanWorkbook(bytes: Uint8Array, parts: readonly ZipPart[], name: string): Steps<Sheets> {
  const safe = yield* safeWorkbook(bytes, parts);
  const read = yield* readWorkbookParts(safe);
  const { hidden } = safe;
  // The library leaves names of sheets of an .ods as XML has them, and doesn't tell what is hidden there.
  const named = hidden ? read.sheets.map((sheet) => ({ ...sheet, name: unescapeXml(sheet.name) })) : read.sheets;
  const sheets = named.map((sheet) => ({ ...sheet, ...hidden?.get(sheet.name) }));
  const reading = placed({ ...read, sheets }, name);
  return { ...reading, remarks: [...warnings(name, safe.macros, safe.external), ...reading.remarks] };
}

/** Old workbooks, WPS's own among them, in a container that Word files and passwords come in too. */
function oleSheets(bytes: Uint8Array, name: string): Sheets {
  const holds = (stream: string) => indexOfWide(bytes, stream) >= 0;
  if (holds('EncryptedPackage')) throw password();
  if (!holds('Workbook') && !holds('Book')) {
    if (holds('WordDocument'))
      throw new Refusal('不是表格', '这是旧版 Word 文档，不是表格', '里面的表格可以选中复制，再粘贴到这里。');
    throw new Refusal('不是表格', '这不是表格文件，或已经损坏', SAVE_AGAIN);
  }
  const read = placed(readWorkbook(bytes), name);
  return { ...read, remarks: [...warnings(name, holds('_VBA_PROJECT'), false), ...read.remarks] };
}

/** Where a name of a stream stands: UTF-16 in the directory. -1 where it doesn't. */
function indexOfWide(bytes: Uint8Array, name: string): number {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 - 1] === 0) i++;
    if (i === name.length && bytes[at + i * 2] === 0 && bytes[at + i * 2 - 1] === 0) return at;
  }
  return -1;
}

function baseName(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || name;
}
