/**
 * The parts of a zip file, read with an eye on what they unpack to: sizes are checked as declared before anything is
 * unpacked, and as they really are while it is.
 */
import { Inflate } from 'fflate';
import { finish, type Steps } from '../../domain/steps/steps';
import { Refusal, SAVE_AGAIN } from './refusal';

export interface ZipPart {
  readonly name: string;
  /** Bytes in the file, and unpacked, as declared. */
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly offset: number;
}

/** One part of a large real workbook (200,000 rows) has 80 MB. */
const MAX_PART = 256 * 1024 * 1024;
const MAX_TOTAL = 400 * 1024 * 1024;
const MAX_PARTS = 20_000;
/** Small steps, so that what one step unpacks to stays small too (at most some thousand times as much). */
const STEP = 16_384;
const DAMAGED = '请重新拷贝或下载一份完整的文件。';

/** Whether the bytes begin as a zip file does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2]! + 1;
}

/**
 * The parts that a zip file lists.
 * @throws Refusal where the list is missing or damaged, a part is encrypted, or the parts would unpack to too much
 */
export function zipParts(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(bytes, view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw tooBig('文件太大（zip64）');
  if (count > MAX_PARTS) throw tooBig(`压缩包里有${count}个文件`);
  const parts: ZipPart[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number
    ];
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw password();
    const part: ZipPart = {
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true)
    };
    total += part.size;
    if (part.size > MAX_PART || total > MAX_TOTAL) {
      throw tooBig(
        `展开后至少有${Math.round(Math.max(total, part.size) / 1_048_576)}兆，超过${MAX_TOTAL / 1_048_576}兆的限度`
      );
    }
    parts.push(part);
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/**
 * One part unpacked.
 * @throws Refusal where it unpacks to another size than declared, or is damaged
 */
export function unzipPart(bytes: Uint8Array, part: ZipPart): Uint8Array {
  return finish(unzipSteps(bytes, part));
}

/** The same in parts. */
export function* unzipSteps(bytes: Uint8Array, part: ZipPart): Steps<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) throw damaged();
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  if (start + part.packed > bytes.length) throw damaged();
  const packed = bytes.subarray(start, start + part.packed);
  if (part.method === 0) {
    if (part.packed !== part.size) throw lied();
    return packed;
  }
  if (part.method !== 8) throw new Refusal('压缩方法', '文件用了少见的压缩方法，读不了', SAVE_AGAIN);
  return yield* inflate(packed, part.size);
}

function* inflate(packed: Uint8Array, size: number): Steps<Uint8Array> {
  const out = new Uint8Array(size);
  let filled = 0;
  let whole = false;
  const inflater = new Inflate((chunk, final) => {
    if (filled + chunk.length > size) throw lied();
    out.set(chunk, filled);
    filled += chunk.length;
    whole = final;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      yield 0;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
  if (!whole || filled !== size) throw lied();
  return out;
}

/** The record that closes a zip stands at its end, before a comment of at most 65,535 bytes. */
function endOfDirectory(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

/** Names are UTF-8; old Chinese tools write GBK. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function damaged(): Refusal {
  return new Refusal('不完整', '文件不完整或已经损坏', DAMAGED);
}

function lied(): Refusal {
  return new Refusal('压缩异常', '里面的内容与登记的大小不符，可能已经损坏或有意做坏', DAMAGED);
}

function tooBig(what: string): Refusal {
  return new Refusal('过大', what, '请拆成几个文件，只留要上新的表，再放进来。');
}

/** A file that opens with a password only. */
export function password(): Refusal {
  return new Refusal('有密码', '文件设了打开密码', '请用 Excel 或 WPS 打开，去掉密码后另存一份，再放进来。');
}
