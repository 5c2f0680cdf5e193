/** Who is not drawn, and why, in as few words as say it. */
import type { Place } from './dataset';
import { placeLabel } from './placeLabel';

export interface Absent {
  readonly place: Place;
  readonly reason: string;
}

export interface AbsentNames {
  readonly reason: string;
  readonly names: readonly string[];
}

/** Places with the same reason together, the commonest reason last. */
export function absentGroups(items: readonly Absent[]): AbsentNames[] {
  const byReason = new Map<string, string[]>();
  for (const { place, reason } of items) {
    const names = byReason.get(reason);
    if (names) names.push(placeLabel(place));
    else byReason.set(reason, [placeLabel(place)]);
  }
  return [...byReason].map(([reason, names]) => ({ reason, names })).sort((a, b) => a.names.length - b.names.length);
}

/** `甲县、乙县（均报告未写）`. */
export function absentText({ reason, names }: AbsentNames): string {
  return `${names.join('、')}（${names.length > 1 ? '均' : ''}${reason}）`;
}
