/** Values from a file or a storage, before it is known what they are. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has fields; a list has none. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a value; none of anything that has none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** Undefined for what isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
