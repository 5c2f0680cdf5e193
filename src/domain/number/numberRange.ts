/**
 * A condition on a number as somebody types it: `90`, `≥90`, `>=90`, `<5`, `10-20`, `10—20`.
 */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  /** Whether the ends themselves belong to it. */
  readonly withFrom: boolean;
  readonly withTo: boolean;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;

const BETWEEN = new RegExp(`^(${NUMBER})\\s*(?:-|—|–|~|～|至|到)\\s*(${NUMBER})$`);

const BOUND = new RegExp(`^(>=|<=|[≥≤＞＜><=＝])?\\s*(${NUMBER})$`);

/** Reads a condition; undefined for what can't be read, null for nothing asked. Thousands separators and a closing % are passed over. */
export function parseRange(text: string): NumberRange | null | undefined {
  const plain = text
    .trim()
    .replace(/[,，]/g, '')
    // As the screen prints it.
    .replace(/−/g, '-')
    .replace(/[%％]$/, '');
  if (plain === '') return null;
  const between = BETWEEN.exec(plain);
  if (between) return { from: Number(between[1]), to: Number(between[2]), withFrom: true, withTo: true };
  const bound = BOUND.exec(plain);
  if (!bound) return undefined;
  const value = Number(bound[2]);
  switch (bound[1]) {
    case '>':
    case '＞':
      return { from: value, to: Infinity, withFrom: false, withTo: true };
    case '>=':
    case '≥':
      return { from: value, to: Infinity, withFrom: true, withTo: true };
    case '<':
    case '＜':
      return { from: -Infinity, to: value, withFrom: true, withTo: false };
    case '<=':
    case '≤':
      return { from: -Infinity, to: value, withFrom: true, withTo: true };
    default:
      return { from: value, to: value, withFrom: true, withTo: true };
  }
}

/** Those of the rows whose number answers a condition; one without a number (NaN) answers none. */
export function rowsInRange(values: ArrayLike<number>, rows: Int32Array, text: string | undefined): Int32Array {
  const range = parseRange(text ?? '');
  if (!range) return rows;
  const { from, to, withFrom, withTo } = range;
  return rows.filter((row) => {
    const value = values[row]!;
    return (withFrom ? value >= from : value > from) && (withTo ? value <= to : value < to);
  });
}
