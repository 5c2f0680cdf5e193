/**
 * What batches do to one table, key by key. A slot is a primary key and the rows that stand there one after the
 * other; a change that gives a row another key empties one slot and fills another.
 */
import { type Steps, STEP_ROWS } from '../steps/steps';
import type { Batch, RowChange, TableRow } from './batch';
import type { TableName } from '../model/tableName';
import { KeyIndex } from './keyIndex';
import { primaryKeyText, sameRow, type TableKeys } from './keys';

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
  readonly states: readonly (TableRow | null)[];
  readonly steps: readonly SlotStep[];
}

/** The slots that `batches` touch, in the order in which they are first touched. Linear in the changes. */
export function* slotsOf(table: TableName, batches: readonly Batch[], keys: TableKeys): Steps<Slots> {
  const slots = new Slots(keys);
  for (const batch of batches)
    for (const [at, change] of batch.changes.entries()) {
      if (at % STEP_ROWS === 0) yield at;
      if (change.table === table) slots.add(batch, change);
    }
  return slots;
}

/** A move as a whole number: the change, and whether it empties the slot only (1), fills it only (2), or both (0). */
type MoveCode = number;
const SIDES = 3;

/** Slots by number. A slot is put together where it is looked at: of a million changes, lists of numbers stay. */
export class Slots {
  private readonly changes: RowChange[] = [];
  private readonly batches: Batch[] = [];
  /** Places in `changes` at which the changes of each of `batches` begin. */
  private readonly starts: number[] = [];
  /** Moves, and for each the one that follows it in its slot; -1 for none. */
  private readonly moves: MoveCode[] = [];
  private readonly following: number[] = [];
  /** The first and the last move of each slot. */
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private readonly index: KeyIndex;

  constructor(private readonly keys: TableKeys) {
    this.index = new KeyIndex((slot) => this.keyOf(slot));
  }

  get size(): number {
    return this.first.length;
  }

  /** Number of the slot with this key; -1 for none. */
  find(key: string): number {
    return this.index.find(key);
  }

  add(batch: Batch, change: RowChange): void {
    const ordinal = this.changes.push(change) - 1;
    if (this.batches[this.batches.length - 1] !== batch) {
      this.batches.push(batch);
      this.starts.push(ordinal);
    }
    const { before, after } = change;
    const from = before && primaryKeyText(this.keys, before);
    const to = after && primaryKeyText(this.keys, after);
    if (from !== null && from === to) this.addMove(from, ordinal * SIDES);
    else {
      if (from !== null) this.addMove(from, ordinal * SIDES + 1);
      if (to !== null) this.addMove(to, ordinal * SIDES + 2);
    }
  }

  at(slot: number): Slot {
    let move = this.first[slot]!;
    const states: (TableRow | null)[] = [this.beforeOf(move)];
    const steps: SlotStep[] = [];
    for (; move >= 0; move = this.following[move]!) {
      const now = states[states.length - 1]!;
      const [before, after] = [this.beforeOf(move), this.afterOf(move)];
      const ordinal = Math.floor(this.moves[move]! / SIDES);
      const clashes = !sameRow(this.keys, now, before) && !sameRow(this.keys, now, after);
      steps.push({ batch: this.batchOf(ordinal), change: this.changes[ordinal]!, ordinal, clashes });
      states.push(after);
    }
    return { states, steps };
  }

  private addMove(key: string, code: MoveCode): void {
    const move = this.moves.push(code) - 1;
    this.following.push(-1);
    const known = this.index.find(key);
    if (known >= 0) {
      this.following[this.last[known]!] = move;
      this.last[known] = move;
    } else {
      this.first.push(move);
      this.last.push(move);
      this.index.add(key);
    }
  }

  private keyOf(slot: number): string {
    const move = this.first[slot]!;
    return primaryKeyText(this.keys, (this.beforeOf(move) ?? this.afterOf(move))!);
  }

  private beforeOf(move: number): TableRow | null {
    const code = this.moves[move]!;
    return code % SIDES === 2 ? null : this.changes[Math.floor(code / SIDES)]!.before;
  }

  private afterOf(move: number): TableRow | null {
    const code = this.moves[move]!;
    return code % SIDES === 1 ? null : this.changes[Math.floor(code / SIDES)]!.after;
  }

  private batchOf(ordinal: number): Batch {
    let [low, high] = [0, this.starts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= ordinal) low = middle;
      else high = middle;
    }
    return this.batches[low]!;
  }
}
