/** A slide that stays as it was: which rows it shows, of which data, since when. */
import { fieldsOf } from '../model/fields';

export interface Frozen {
  /** `2020-11-03T09:05`, in the time of the one who froze it. */
  readonly at: string;
  /** Version of the data then; may be empty. */
  readonly version: string;
  /** Under which name its rows are kept; slides of the same rows share them. */
  readonly rows: string;
}

/** What of a value from a file or a storage says that a slide is frozen; undefined where nothing does. */
export function readFrozen(value: unknown): Frozen | undefined {
  const { at, version, rows } = fieldsOf(value);
  const isWhole =
    typeof at === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at) &&
    typeof version === 'string' &&
    version.length <= 200 &&
    typeof rows === 'string' &&
    /^[0-9a-z-]{1,40}$/.test(rows);
  return isWhole ? { at, version, rows } : undefined;
}

/** `已冻结于2020年11月3日09:05（数据版本0.1.0）`. */
export function frozenText({ at, version }: Frozen): string {
  const [day = '', time = ''] = at.split('T');
  const [year, month, date] = day.split('-').map(Number);
  return `已冻结于${year}年${month}月${date}日${time}${version ? `（数据版本${version}）` : ''}`;
}

/** A name for rows by what they are: the same rows have one name (FNV-1a, twice, with the length). */
export function rowsName(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x01000193);
  }
  return [a >>> 0, b >>> 0, text.length].map((n) => n.toString(36)).join('-');
}
