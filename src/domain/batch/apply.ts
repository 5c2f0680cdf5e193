/**
 * The tables of a package with batches laid over them. Batches that the package holds already are recognised; where a
 * row isn't what a batch replaced, the batch stays on top and the conflict is told.
 */
import { finish, sorted, type Steps, STEP_ROWS } from '../steps/steps';
import type { TableName } from '../model/tableName';
import type { Batch, RowChange, TableRow } from './batch';
import { type BatchSchema, primaryKeyText, sameRow, type TableKeys, type Tables } from './keys';
import { type Slot, slotsOf } from './slots';

/** A change that met another row than the one it was made for. */
export interface Conflict {
  /** Id of the batch. */
  readonly batch: string;
  readonly table: TableName;
  readonly change: RowChange;
  /** What stood there instead; null where nothing did. */
  readonly found: TableRow | null;
}

/** A row of the result. */
export interface PlacedRow {
  readonly row: TableRow;
  /** Position of the row in the table that it comes from; null where a batch brought it. */
  readonly at: number | null;
  /** The batch that brought it; null for a row of the table itself. */
  readonly batch: Batch | null;
}

export interface AppliedTable {
  readonly rows: readonly PlacedRow[];
  readonly conflicts: readonly Conflict[];
  /** Ids of batches with a change that the table doesn't hold yet. */
  readonly onTop: ReadonlySet<string>;
}

/**
 * One table with the changes of `batches` (those that are on, in order). A row replaced keeps its place, new rows
 * follow in the order of the changes that brought them. Linear in rows and changes.
 */
export function applyToTable(
  table: TableName,
  rows: readonly TableRow[],
  batches: readonly Batch[],
  keys: TableKeys
): AppliedTable {
  return finish(applyToTableSteps(table, rows, batches, keys));
}

/** The same in parts. */
export function* applyToTableSteps(
  table: TableName,
  rows: readonly TableRow[],
  batches: readonly Batch[],
  keys: TableKeys
): Steps<AppliedTable> {
  const conflicts: Conflict[] = [];
  const onTop = new Set<string>();
  const settle = (slot: Slot, found: TableRow | null): Outcome => {
    const outcome = outcomeOf(slot, found, keys);
    for (let i = outcome.from; i < slot.steps.length; i++) {
      const { batch, change, clashes } = slot.steps[i]!;
      onTop.add(batch.id);
      const met = i === outcome.from ? outcome.met : undefined;
      if (met !== undefined || clashes)
        conflicts.push({ batch: batch.id, table, change, found: met === undefined ? slot.states[i]! : met });
    }
    return outcome;
  };
  const slots = yield* slotsOf(table, batches, keys);
  /** Of slots in which a row of the table stands. */
  const outcomes = new Map<number, Outcome>();
  const placed: PlacedRow[] = [];
  const added: Added[] = [];
  const add = ({ row, isNew, born, step }: Outcome): void => {
    if (row !== null && isNew) added.push({ born, placed: { row, at: null, batch: step!.batch } });
  };
  for (const [at, row] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    const slot = slots.size === 0 ? -1 : slots.find(primaryKeyText(keys, row));
    if (slot < 0) {
      placed.push({ row, at, batch: null });
      continue;
    }
    const known = outcomes.get(slot);
    const outcome = known ?? settle(slots.at(slot), row);
    if (!known) {
      outcomes.set(slot, outcome);
      add(outcome);
    }
    if (outcome.step === null) placed.push({ row, at, batch: null });
    else if (!known && outcome.row && !outcome.isNew) placed.push({ row: outcome.row, at, batch: outcome.step.batch });
  }
  for (let slot = 0; slot < slots.size; slot++) {
    if (slot % STEP_ROWS === 0) yield slot;
    if (!outcomes.has(slot)) add(settle(slots.at(slot), null));
  }
  const inOrder = yield* sorted(added, (a, b) => a.born - b.born);
  for (const one of inOrder) placed.push(one.placed);
  return { rows: placed, conflicts, onTop };
}

/** A row that follows those of the table. */
interface Added {
  readonly born: number;
  readonly placed: PlacedRow;
}

interface Outcome {
  /** First step that the table doesn't hold yet. */
  readonly from: number;
  /** Last step; null where the table holds all of them. */
  readonly step: Slot['steps'][number] | null;
  readonly row: TableRow | null;
  /** The row follows the others, by `born`. */
  readonly isNew: boolean;
  readonly born: number;
  /** What the first step met where it wasn't made for that; absent where all is well. */
  readonly met?: TableRow | null;
}

/** What becomes of a slot in a table that has `found` there. */
function outcomeOf({ states, steps }: Slot, found: TableRow | null, keys: TableKeys): Outcome {
  let from = 0;
  let isKnown = sameRow(keys, found, states[0]!);
  for (let i = states.length - 1; i > 0 && !isKnown; i--) {
    if (!sameRow(keys, found, states[i]!)) continue;
    from = i;
    isKnown = true;
  }
  const row = states[states.length - 1]!;
  const met = isKnown ? {} : { met: found };
  if (from === steps.length) return { from, step: null, row, isNew: false, born: -1, ...met };
  let born = -1;
  let now = found;
  for (let i = from; i < steps.length; i++) {
    if (now === null && states[i + 1]) born = steps[i]!.ordinal;
    now = states[i + 1]!;
  }
  return { from, step: steps[steps.length - 1]!, row, isNew: born >= 0, born, ...met };
}

export interface Applied {
  readonly tables: Tables;
  readonly conflicts: readonly Conflict[];
  /** Ids of the batches that lie on top, in order. */
  readonly onTop: readonly string[];
  /** Ids of those whose every change the tables hold already. */
  readonly there: ReadonlySet<string>;
}

/**
 * All tables with `batches` (those that are on, in order) laid over them. Tables that no batch touches are the same objects.
 * @param contained ids of batches that the package says it holds: whatever it has now is newer than they are
 */
export function applyBatches(
  tables: Tables,
  batches: readonly Batch[],
  schema: BatchSchema,
  contained: ReadonlySet<string> = new Set()
): Applied {
  return finish(applyBatchesSteps(tables, batches, schema, contained));
}

/** The same in parts. */
export function* applyBatchesSteps(
  tables: Tables,
  batches: readonly Batch[],
  schema: BatchSchema,
  contained: ReadonlySet<string> = new Set()
): Steps<Applied> {
  const open = batches.filter(({ id }) => !contained.has(id));
  const conflicts: Conflict[] = [];
  const onTop = new Set<string>();
  const result = new Map(tables);
  for (const table of touchedTables(open)) {
    const keys = schema.get(table);
    if (!keys) {
      // Nothing is laid over a table that the package doesn't describe; nor is it there already.
      for (const { id, changes } of open) if (changes.some((change) => change.table === table)) onTop.add(id);
      continue;
    }
    const applied = yield* applyToTableSteps(table, tables.get(table) ?? [], open, keys);
    result.set(
      table,
      applied.rows.map(({ row }) => row)
    );
    conflicts.push(...applied.conflicts);
    applied.onTop.forEach((id) => onTop.add(id));
  }
  return {
    tables: result,
    conflicts,
    onTop: open.filter(({ id }) => onTop.has(id)).map(({ id }) => id),
    there: new Set(batches.filter(({ id }) => !onTop.has(id)).map(({ id }) => id))
  };
}

/** The tables that some batches change. */
function touchedTables(batches: readonly Batch[]): Set<TableName> {
  const touched = new Set<TableName>();
  for (const { changes } of batches) for (const { table } of changes) touched.add(table);
  return touched;
}
