/**
 * What batches do to one table, key by key. A slot is a primary key and the rows that stand there one after the
 * other; a change that gives a row another key empties one slot and fills another.
 */
import type { Batch, RowChange, TableRow } from './batch';
import type { TableName } from '../model/tableName';
import { rowKey, sameRow, type TableKeys } from './keys';

export interface SlotStep {
  readonly batch: Batch;
  readonly change: RowChange;
  /** Place of the change among all changes of the table. */
  readonly ordinal: number;
  /** The batch before left something else here than this one replaced. */
  readonly clashes: boolean;
}

export interface Slot {
  /** What stands here before and after each step; one more than `steps`. */
  readonly states: (TableRow | null)[];
  readonly steps: SlotStep[];
}

/** The slots that `batches` touch, by key, in the order in which they are first touched. Linear in the changes. */
export function slotsOf(table: TableName, batches: readonly Batch[], keys: TableKeys): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  let ordinal = 0;
  for (const batch of batches)
    for (const change of batch.changes) {
      if (change.table !== table) continue;
      const at = ordinal++;
      for (const move of movesOf(change, keys)) addStep(slots, move, { batch, change, ordinal: at }, keys);
    }
  return slots;
}

/** What a change does to one slot. */
export interface SlotMove {
  readonly key: string;
  readonly before: TableRow | null;
  readonly after: TableRow | null;
}

/** One move, or two where the row takes another key. */
export function movesOf({ before, after }: RowChange, keys: TableKeys): SlotMove[] {
  const from = before && rowKey(keys, before);
  const to = after && rowKey(keys, after);
  if (from !== null && from === to) return [{ key: from, before, after }];
  return [
    ...(from === null ? [] : [{ key: from, before, after: null }]),
    ...(to === null ? [] : [{ key: to, before: null, after }])
  ];
}

function addStep(
  slots: Map<string, Slot>,
  { key, before, after }: SlotMove,
  origin: Omit<SlotStep, 'clashes'>,
  keys: TableKeys
): void {
  let slot = slots.get(key);
  if (!slot) slots.set(key, (slot = { states: [before], steps: [] }));
  const now = slot.states[slot.states.length - 1]!;
  slot.steps.push({ ...origin, clashes: !sameRow(keys, now, before) && !sameRow(keys, now, after) });
  slot.states.push(after);
}
