/** What must never be printed, and what must never change. */

/** Words that a reader sees only where a program went wrong; no hostile text of ours holds one. */
const UNPRINTABLE = /\bNaN\b|\bundefined\b|Infinity|∞|\[object |native code|function \w*\(|(?<![\w.])-0(?![\d.])/;

export interface Fault {
  /** Where: an address, a door, a file. */
  readonly where: string;
  readonly what: string;
}

/** Every text and number within a value that must not be there; records of the dataset itself are walked once. */
export function unprintable(value: unknown, where: string, seen: Set<object> = new Set()): Fault[] {
  // A number format of a spreadsheet has a part for what is below 0.
  if (where.endsWith('.format')) return [];
  if (typeof value === 'string') {
    const found = UNPRINTABLE.exec(value);
    return found
      ? [{ where, what: `“${found[0]}”在“${value.slice(Math.max(0, found.index - 40), found.index + 40)}”` }]
      : [];
  }
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [{ where, what: `数是${value}` }];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const parts: readonly (readonly [string, unknown])[] =
    value instanceof Map ? [...value].map(([key, part]) => [String(key), part]) : Object.entries(plain(value));
  return parts.flatMap(([key, part]) => unprintable(part, `${where}.${key}`.slice(0, 300), seen));
}

/**
 * An observation or a row reads its fields from columns, where NaN stands for "no value": what it gives is looked at, and
 * not the memory of the columns.
 */
function plain(value: object): object {
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON() as object;
  if (ArrayBuffer.isView(value)) return {};
  const kind = Object.getPrototypeOf(value) as object | null;
  if (kind === null || kind === Object.prototype || Array.isArray(value)) return value;
  const fields = Object.entries(Object.getOwnPropertyDescriptors(kind)).flatMap(([name, { get }]) =>
    get && name !== '__proto__' ? [[name, get.call(value) as unknown] as const] : []
  );
  return { ...value, ...Object.fromEntries(fields) };
}

/** What stands in Object.prototype and in what it holds; compared before and after each case. */
export function prototypeState(): string {
  const members = Object.getOwnPropertyNames(Object.prototype);
  const within = members
    .filter((name) => name !== '__proto__')
    .map((name) => (Object.prototype as unknown as Record<string, object>)[name]!)
    .map((member) => Object.getOwnPropertyNames(member).join(','));
  return [members.join(','), ...within, Object.getOwnPropertyNames(Array.prototype).join(',')].join(';');
}
