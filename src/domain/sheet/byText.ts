/** More different texts than this don't repeat. */
const MOST = 50_000;

/** The same function, worked out once for each text: words of a table repeat from row to row. */
export function byText<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const made = make(text);
    if (known.size < MOST) known.set(text, made);
    return made;
  };
}
