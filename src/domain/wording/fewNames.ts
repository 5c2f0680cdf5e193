/**
 * Lists that stay short however many things they name.
 */

/** `甲、乙`; of more than `most` the first ones and how many there are: `甲、乙、丙等30个数`. */
export function fewNames(names: readonly string[], counter: string, most = 3): string {
  return names.length > most ? `${names.slice(0, most).join('、')}等${names.length}${counter}` : names.join('、');
}

/** Items with the same key together, in the order of first appearance. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): { key: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups].map(([key, alike]) => ({ key, items: alike }));
}
