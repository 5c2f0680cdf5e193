/** Who is not drawn, and why, in as few words as say it. */
import type { Observation, Place } from '../model/records';
import { placeLabel } from '../wording/placeLabel';

export interface Absent {
  readonly place: Place;
  readonly reason: string;
  /** What the report says all the same: the figure left out, the hole itself, the change given instead. */
  readonly evidence?: Observation | null;
}

export interface AbsentNames {
  readonly reason: string;
  readonly names: readonly string[];
  /** One a name. */
  readonly items: readonly Absent[];
}

/** Places with the same reason together, the commonest reason last. */
export function absentGroups(items: readonly Absent[]): AbsentNames[] {
  const byReason = new Map<string, Absent[]>();
  for (const item of items) {
    const alike = byReason.get(item.reason);
    if (alike) alike.push(item);
    else byReason.set(item.reason, [item]);
  }
  return [...byReason]
    .map(([reason, alike]) => ({ reason, names: alike.map(({ place }) => placeLabel(place)), items: alike }))
    .sort((a, b) => a.names.length - b.names.length);
}

/** `甲县、乙县（均报告未写）`. */
export function absentText(group: AbsentNames): string {
  return group.names.join('、') + absentReason(group);
}

/** `（均报告未写）`. */
export function absentReason({ reason, names }: AbsentNames): string {
  return `（${names.length > 1 ? '均' : ''}${reason}）`;
}
