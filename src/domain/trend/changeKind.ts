/** Changes of counts and money are percent, those of rates points: they never share an axis. */
export const CHANGE_KINDS = ['百分比', '百分点', '千分点'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The unit of the axis: `%`, `个百分点`, `个千分点`. */
export function unitOf(kind: ChangeKind): string {
  return kind === '百分比' ? '%' : `个${kind}`;
}

/** 比上年同期、比上期（环比）、比基期、比上年末, as the address calls them. */
export const CHANGE_BASES = ['year', 'previous', 'base', 'yearend'] as const;

export type ChangeBase = (typeof CHANGE_BASES)[number];

export interface ChangeAgainst {
  readonly base: ChangeBase;
  /** 基期年, `2020`; absent: the earliest year that has the same period. */
  readonly baseYear?: string;
}
