import type { RowChange, TableRow } from './batch';
import { primaryKeyText, type TableKeys } from './keys';

/** What a change does to one slot. */
export interface SlotMove {
  readonly key: string;
  readonly before: TableRow | null;
  readonly after: TableRow | null;
}

/** One move, or two where the row takes another key. */
export function movesOf({ before, after }: RowChange, keys: TableKeys): SlotMove[] {
  const from = before && primaryKeyText(keys, before);
  const to = after && primaryKeyText(keys, after);
  if (from !== null && from === to) return [{ key: from, before, after }];
  return [
    ...(from === null ? [] : [{ key: from, before, after: null }]),
    ...(to === null ? [] : [{ key: to, before: null, after }])
  ];
}
