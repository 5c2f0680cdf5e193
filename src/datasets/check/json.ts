/** Loose JSON to what is expected of it: anything else is empty, never a throw. */

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A list of names; one name may stand alone. */
export function namesIn(value: unknown): string[] {
  return typeof value === 'string' ? [value] : asList(value).map(asText);
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Own names only: a package may well say "constructor". */
export function has(record: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(record, name);
}
