/** Changes of counts and money are percent, those of rates points: they never share an axis. */
export const CHANGE_KINDS = ['百分比', '百分点', '千分点'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The unit of the axis: `%`, `个百分点`, `个千分点`. */
export function unitOf(kind: ChangeKind): string {
  return kind === '百分比' ? '%' : `个${kind}`;
}
