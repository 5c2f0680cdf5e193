/** How alike two names of facts are, from 0 to 1. */

/** Shared pairs of neighbouring characters over all of them (Dice), blanks, quotes and counting words aside. */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [bare(a), bare(b)];
  if (left === right) return left === '' ? 0 : 1;
  const rest = pairs(right);
  const total = pairs(left).length + rest.length;
  let shared = 0;
  for (const pair of pairs(left)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

function bare(name: string): string {
  return name.replace(/人数|例数|[\s“”"()（）、，的了数]/g, '');
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
