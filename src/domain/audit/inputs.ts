/**
 * What an audit rests on beside the observations, as a few characters: a stored one holds only where they are the same, for
 * tables may be replaced beside a pack, and batches laid over them.
 */
import type { Dataset } from '../model/dataset';
import type { ProgressRow } from '../model/records';
import type { RelationMember } from '../model/relation';

/** Raise it with every change of what a check says: what was stored before is worked out anew then. */
export const AUDIT_RULES = 1;

export function auditInputs({ indicators, places, sources, programmes, progress, relations }: Dataset): string {
  const print = new Print();
  print.add(AUDIT_RULES);
  for (const table of [indicators, places, sources, programmes]) {
    print.add(table.length);
    table.forEach((record) => print.add(record));
  }
  for (const row of progress) print.add(plainRow(row));
  print.add(relations === null);
  for (const relation of relations ?? []) print.add({ ...relation, members: relation.members.map(plainMember) });
  return print.text();
}

/** What it points at by name. */
function plainRow({ programme, place, source, period, ...row }: ProgressRow): unknown {
  return [row, programme.id, place.id, source.id, period.text];
}

function plainMember({ indicator, programme, place, period, source, ...member }: RelationMember): unknown {
  return [member, indicator?.id, programme?.id, place?.id, period?.text, source?.id];
}

/** 64 bits of what was added: FNV-1a twice, from two beginnings, in one walk over the text. */
class Print {
  private first = 0x811c9dc5;
  private second = 0x9e3779b9;

  add(value: unknown): void {
    const text = `${JSON.stringify(value)}\n`;
    let { first, second } = this;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x01000193);
    }
    this.first = first;
    this.second = second;
  }

  text(): string {
    return [this.first, this.second].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
