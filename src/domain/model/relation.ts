/**
 * How numbers of the dataset hang together: parts of a whole, a rate with its numerator and denominator,
 * figures that must agree. The relations are rows of relations.csv, so that a new report brings its own.
 */
import type { Indicator, Place, Programme, Source } from './records';
import type { Period } from '../time/period';

/**
 * 合计: the 分 add up to the 总. 其中: the 分 together don't exceed the 总. 比率: 率 = 分子 ÷ 分母; where one of the
 * two is unknown it must at least be a whole number. 同分母: every set (分子 with 率, or 分母 itself) gives the same
 * denominator. 同一: all 值 are one number.
 */
export const RELATION_KINDS = ['合计', '其中', '比率', '同分母', '同一'] as const;

export type RelationKind = (typeof RELATION_KINDS)[number];

export const RELATION_ROLES = ['总', '分', '率', '分子', '分母', '值'] as const;

export type RelationRole = (typeof RELATION_ROLES)[number];

/** Which roles a kind knows. */
export const ROLES_OF: Readonly<Record<RelationKind, readonly RelationRole[]>> = {
  合计: ['总', '分'],
  其中: ['总', '分'],
  比率: ['率', '分子', '分母'],
  同分母: ['率', '分子', '分母'],
  同一: ['值']
};

/** How sure it is that the text is at fault where a rule is broken. */
export const CONFIDENCES = ['确定', '很可能', '可疑'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/** Which figures a member means: those of one indicator, or of one programme. */
export interface RelationMember {
  /** Line of relations.csv. */
  readonly row: number;
  readonly role: RelationRole;
  /** Members of equal number belong together (同分母 only); 1 where the table leaves it open. */
  readonly set: number;
  /** One of the two is there. */
  readonly indicator: Indicator | null;
  readonly programme: Programme | null;
  /** Null: the same place, period or source as the other open members, whichever that is. */
  readonly place: Place | null;
  readonly period: Period | null;
  readonly source: Source | null;
  /** What the figure is multiplied by: `1000`, `1/365`; empty for 1. */
  readonly factor: string;
}

export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly confidence: Confidence;
  readonly note: string;
  readonly members: readonly RelationMember[];
}

/** What of a member decides whether a relation makes sense. */
export type MemberSense = Pick<
  RelationMember,
  'row' | 'role' | 'set' | 'indicator' | 'programme' | 'place' | 'period' | 'source'
>;

/** Undefined where the members make a relation of this kind, else why they don't, one Chinese clause. */
export function relationFault(kind: RelationKind, members: readonly MemberSense[]): string | undefined {
  return repeatedFigure(kind, members) ?? countFault(kind, members);
}

/** A figure related to itself proves nothing, and one that is added twice makes a false alarm. */
function repeatedFigure(kind: RelationKind, members: readonly MemberSense[]): string | undefined {
  const bySubject = new Map<string, MemberSense[]>();
  for (const member of members) {
    const subject = subjectOf(member);
    const before = bySubject.get(subject) ?? [];
    const same = before.find((other) => isSameFigure(kind, other, member));
    if (same) return `第${same.row}行的“${same.role}”和第${member.row}行的“${member.role}”是同一个数`;
    bySubject.set(subject, before.concat(member));
  }
  return undefined;
}

/** The row of a task holds three figures, one for each role of a rate. */
function subjectOf({ indicator, programme, role }: MemberSense): string {
  const figure = programme !== null && (role === '率' || role === '分子' || role === '分母') ? role : '';
  return [indicator?.id ?? '', programme?.id ?? '', figure].join('\u0001');
}

/** Members of one subject: equal in all that is stated; in two roles also where one leaves open what the other states. */
function isSameFigure(kind: RelationKind, a: MemberSense, b: MemberSense): boolean {
  // Only 同分母 has sets, and two of them may share a figure.
  if (kind === '同分母' && a.set !== b.set) return false;
  const ids = (m: MemberSense): readonly (string | undefined)[] => [m.place?.id, m.period?.text, m.source?.id];
  const others = ids(b);
  return ids(a).every((id, i) => {
    const other = others[i];
    return id === other || (a.role !== b.role && (id === undefined || other === undefined));
  });
}

function countFault(kind: RelationKind, members: readonly MemberSense[]): string | undefined {
  const count = (role: RelationRole, set?: number): number =>
    members.filter((m) => m.role === role && (set === undefined || m.set === set)).length;
  switch (kind) {
    case '合计':
    case '其中':
      return count('总') > 0 && count('分') > 0 ? undefined : `“${kind}”要有“总”也要有“分”`;
    case '比率':
      return count('率') === 1 && count('分子') + count('分母') > 0
        ? undefined
        : '“比率”要有一个“率”，还要有“分子”或“分母”';
    case '同一':
      return members.length > 1 ? undefined : '“同一”至少要有两个“值”';
    case '同分母': {
      const sets = members.map((m) => m.set).filter((set, i, all) => all.indexOf(set) === i);
      const whole = (set: number): boolean =>
        count('分母', set) > 0
          ? count('率', set) + count('分子', set) === 0
          : count('率', set) === 1 && count('分子', set) > 0;
      return sets.length > 1 && sets.every(whole)
        ? undefined
        : '“同分母”至少要有两组，每组是一个“率”加“分子”，或者只有“分母”';
    }
  }
}
