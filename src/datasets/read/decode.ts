/**
 * Bytes to text. The order is: byte order mark, zero-byte parity (UTF-16 without a mark), UTF-8, GB18030.
 * A few damaged bytes don't cost the file: they become `�`, and the rows that hold them are named later.
 * Excel workbooks, web pages and other non-tables are told apart, because each needs another remedy.
 */
import type { Issue } from '../../domain/model/issue';

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'refused'; readonly issue: Issue };

/** Enough to tell text from nonsense before 50 MB of it are decoded. */
const SAMPLE_BYTES = 65_536;
/** GBK read as UTF-8 is damaged in two thirds of its characters; UTF-8 with a broken byte in very few. */
const DAMAGE_ALLOWED = 0.25;
const GB_DAMAGE_ALLOWED = 0.05;
/** Line ends, tab and the punctuation of CSV and JSON: every table has some of them. */
const MARKS: ReadonlySet<number> = new Set(Array.from('\n\r\t,;:', (mark) => mark.charCodeAt(0)));
/** All but tab and line ends. */
const CONTROLS = /[\u0001-\u0008\v\f\u000e-\u001f]/g;
const SAVE_AS = '请在 Excel 或 WPS 里打开它，另存为“CSV UTF-8（逗号分隔）”，再放回来。';

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly why: string; readonly todo: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], why: '这是 Excel 工作簿（.xlsx）或压缩包，不是文本表格', todo: SAVE_AS },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], why: '这是旧版 Excel 工作簿（.xls），不是文本表格', todo: SAVE_AS },
  { bytes: [0x1f, 0x8b], why: '这是压缩文件，不是文本表格', todo: '请先解压，把里面的表格放回来。' },
  { bytes: [0x25, 0x50, 0x44, 0x46], why: '这是 PDF 文件，不是文本表格', todo: '请换成同名的 CSV 文件。' }
];

/**
 * Text of a file and the encoding it was found to be in; never throws.
 * Refused, with an issue on the whole file: empty, binary or undecodable bytes, a web page.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const refuse = (rule: string, why: string, todo: string): Decoded => ({
    kind: 'refused',
    issue: { level: '错误', file, rule, why, todo }
  });
  const signature = SIGNATURES.find((s) => s.bytes.every((b, i) => bytes[i] === b));
  if (signature) return refuse('编码', signature.why, signature.todo);
  const decoded = textOf(bytes);
  if (!decoded) {
    return refuse(
      '编码',
      '认不出文字编码，文件可能不是文本或已经损坏',
      '请用 Excel 或 WPS 重新导出为“CSV UTF-8（逗号分隔）”，再放回来。'
    );
  }
  if (/^\s*$/.test(decoded.text.slice(0, SAMPLE_BYTES)) && decoded.text.trim() === '') {
    return refuse('空文件', '文件是空的，一个字也没有', '请检查文件是否存全，重新放一份完整的文件。');
  }
  if (/^\s*<(!doctype\s+html|html[\s>])/i.test(decoded.text.slice(0, 500))) {
    return refuse('编码', '读到的是网页，不是表格', '请检查服务器上有没有这个文件，是否把缺少的文件转到了网页。');
  }
  return { kind: 'text', ...decoded };
}

export interface Reading {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text of bytes whatever it says, with the encoding it was found to be in; undefined for bytes that are no text. */
export function textOf(bytes: Uint8Array): Reading | undefined {
  return decodeMarked(bytes) ?? decodeUnmarked(bytes);
}

function decodeMarked(bytes: Uint8Array): Reading | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return tolerant('UTF-8', bytes, DAMAGE_ALLOWED);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tolerant('UTF-16LE', bytes, DAMAGE_ALLOWED);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tolerant('UTF-16BE', bytes, DAMAGE_ALLOWED);
  return undefined;
}

function decodeUnmarked(bytes: Uint8Array): Reading | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) {
    const wide = zeroByteParity(sample);
    return wide && tolerant(wide, bytes, DAMAGE_ALLOWED);
  }
  if (!looksLikeText(sample)) return undefined;
  return (
    strict('UTF-8', bytes) ??
    tolerant('UTF-8', bytes, DAMAGE_ALLOWED) ??
    strict('GB18030', bytes) ??
    tolerant('GB18030', bytes, GB_DAMAGE_ALLOWED)
  );
}

/**
 * A comma, line end or the like in UTF-16 is that byte beside a zero byte, on the side that tells the order.
 * Other zero bytes tell nothing: 一 (U+4E00) has one on the other side.
 */
function zeroByteParity(sample: Uint8Array): Encoding | undefined {
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i + 1] === 0 && MARKS.has(sample[i]!)) little++;
    if (sample[i] === 0 && MARKS.has(sample[i + 1]!)) big++;
  }
  if (little > big * 3) return 'UTF-16LE';
  return big > little * 3 ? 'UTF-16BE' : undefined;
}

/** Text has hardly any control bytes. They are counted by the engine: a loop over every byte of every table cost more. */
function looksLikeText(sample: Uint8Array): boolean {
  const controls = new TextDecoder('latin1').decode(sample).match(CONTROLS)?.length ?? 0;
  return controls <= sample.length * 0.005 + 1;
}

function strict(encoding: Encoding, bytes: Uint8Array): Reading | undefined {
  try {
    return { text: new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** Decodes with `�` for damage, unless more than `allowed` of the non-ASCII characters are damaged; a sample decides first. */
function tolerant(encoding: Encoding, bytes: Uint8Array, allowed: number): Reading | undefined {
  const decoder = (): TextDecoder => new TextDecoder(encoding.toLowerCase());
  const sample = decoder().decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true });
  if (damage(sample) > allowed) return undefined;
  const text = decoder().decode(bytes);
  return damage(text) > allowed ? undefined : { text, encoding };
}

/** Share of `�` among the non-ASCII characters; 0 for pure ASCII. */
function damage(text: string): number {
  let foreign = 0;
  let damaged = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    foreign++;
    if (code === 0xfffd) damaged++;
  }
  return foreign === 0 ? 0 : damaged / foreign;
}
