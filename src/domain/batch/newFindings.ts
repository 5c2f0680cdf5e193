import type { Audit, Finding } from '../audit/audit';

/** What the audit finds with a batch laid over the data and didn't find without it, in the audit's own order. */
export function newFindings(before: Audit, after: Audit): Finding[] {
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ kind, title, arithmetic, note }: Finding): string {
  return [kind, title, arithmetic, note].join('\n');
}
