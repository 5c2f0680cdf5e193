/** The clerk's choices turn reviewed rows into changes, those of each file apart, so that each can be undone on its own. */
import { finish, type Steps, STEP_ROWS } from '../steps/steps';
import type { RowChange, TableRow } from './batch';
import { type Choice, type ReviewedRow, reviewedRow } from './conflicts';
import { cellOf, isFigureTable } from './statedFigure';

/**
 * The changes of one act. 新增 rows are added and 相同 ones left out; of 冲突 the choice decides, 保留原数 where there is
 * none. Where a replaced row is replaced again by the same act, the later change starts from the earlier one.
 * @param choiceOf by the place of the row in `reviewed`
 */
export function chosenChanges(reviewed: readonly ReviewedRow[], choiceOf: (index: number) => Choice): RowChange[] {
  const [all] = changesByGroup(reviewed, choiceOf, () => '');
  return all ? [...all.changes] : [];
}

export interface ChangeGroup<Group> {
  readonly group: Group;
  readonly changes: readonly RowChange[];
}

/**
 * The same, the changes of each group (a file) together. A change of a row that a group further up made or altered
 * starts from what that group left. Groups that change nothing are left out.
 * @param groupOf by the place of the row in `reviewed`
 */
export function changesByGroup<Group>(
  reviewed: readonly ReviewedRow[],
  choiceOf: (index: number) => Choice,
  groupOf: (index: number) => Group
): ChangeGroup<Group>[] {
  return finish(changeSteps(reviewed, choiceOf, groupOf));
}

/** The same in parts. */
export function* changeSteps<Group>(
  reviewed: readonly ReviewedRow[],
  choiceOf: (index: number) => Choice,
  groupOf: (index: number) => Group
): Steps<ChangeGroup<Group>[]> {
  const act = new Act(yield* rivalsAmong(reviewed));
  const lists = new Map<Group, ChangeList>();
  for (const [index, row] of reviewed.entries()) {
    if (index % STEP_ROWS === 0) yield index;
    if (row.standing === '相同') continue;
    const group = groupOf(index);
    const list = lists.get(group) ?? new ChangeList();
    lists.set(group, list);
    choose(row, () => choiceOf(index), act, list);
  }
  return [...lists]
    .map(([group, list]) => ({ group, changes: list.all() }))
    .filter(({ changes }) => changes.length > 0);
}

/** The proposed rows that stand against another further down: what becomes of them has to be known. */
function* rivalsAmong(reviewed: readonly ReviewedRow[]): Steps<ReadonlySet<TableRow>> {
  const rows = new Set<TableRow>();
  for (const [index, { rivals }] of reviewed.entries()) {
    if (index % STEP_ROWS === 0) yield index;
    for (const { row, origin } of rivals) if (origin) rows.add(row);
  }
  return rows;
}

function choose({ proposed, rivals: all, there }: ReviewedRow, choice: () => Choice, act: Act, list: ChangeList): void {
  const { table, row } = proposed;
  const set = (slot: Slot, after: TableRow | null): void => {
    list.set(slot, { table, before: slot.now, after }, slot.now === null && !act.isRival(row));
    slot.now = after;
  };
  // A row of the same act that was itself left out stands against nothing, and one that was replaced is what replaced it.
  const slots =
    all.length === 0
      ? []
      : [...new Set(all.flatMap(({ row: rival, origin }) => act.slotOf(rival, origin !== null) ?? []))];
  const standing = slots.filter(({ now }) => now !== null);
  const { standing: word } = reviewedRow(
    proposed,
    standing.map(({ now }) => ({ row: now!, origin: null }))
  );
  if (word === '相同' || (word === '新增' && there)) return;
  const chosen = word === '新增' ? '采用新数' : choice();
  if (chosen === '保留原数') return;
  if (chosen === '都留存疑' && isFigureTable(table)) {
    for (const slot of standing) if (isDoubtable(slot.now!)) set(slot, inDoubt(slot.now!));
    set(act.newSlot(row), isDoubtable(row) ? inDoubt(row) : row);
    return;
  }
  const [first, ...others] = word === '冲突' ? standing : [];
  for (const other of others) set(other, null);
  if (!first) {
    set(act.newSlot(row), row);
    return;
  }
  set(first, isFigureTable(table) ? row : { ...first.now, ...withText(row) });
  act.join(row, first);
}

function withText(row: TableRow): TableRow {
  return Object.fromEntries(Object.entries(row).filter(([, text]) => text.trim() !== ''));
}

/** The statuses whose figure can be put in doubt; the others carry none, or are plans. */
const DOUBTABLE = new Set(['实际', '预计', '']);

function isDoubtable(row: TableRow): boolean {
  return DOUBTABLE.has(cellOf(row, 'status'));
}

function inDoubt(row: TableRow): TableRow {
  return { ...row, status: '存疑' };
}

/** A row through the act: what it is by now; null where it is removed, or not there yet. */
interface Slot {
  now: TableRow | null;
}

/** The rows that the act touches, by the row as it stood before or as a file has it. */
class Act {
  private readonly slots = new Map<TableRow, Slot>();

  /** @param rivals the proposed rows that are asked for again */
  constructor(private readonly rivals: ReadonlySet<TableRow>) {}

  /** @param own the act proposed it: then it has a slot only where it was taken */
  slotOf(row: TableRow, own: boolean): Slot | undefined {
    const known = this.slots.get(row);
    if (known || own) return known;
    const slot = { now: row };
    this.slots.set(row, slot);
    return slot;
  }

  isRival(row: TableRow): boolean {
    return this.rivals.has(row);
  }

  newSlot(row: TableRow): Slot {
    const slot = { now: null };
    this.join(row, slot);
    return slot;
  }

  /** The proposed row stands where another stood. */
  join(row: TableRow, slot: Slot): void {
    if (this.rivals.has(row)) this.slots.set(row, slot);
  }
}

/** Changes of rows, one a slot: a second change is laid upon the first. */
class ChangeList {
  private readonly changes: RowChange[] = [];
  /** Places of the changes that may be followed by another. */
  private readonly places = new Map<Slot, number>();

  /** @param isLast nothing of the act asks for the slot again */
  set(slot: Slot, change: RowChange, isLast: boolean): void {
    const place = this.places.get(slot);
    if (place !== undefined) this.changes[place] = { ...this.changes[place]!, after: change.after };
    else {
      if (!isLast) this.places.set(slot, this.changes.length);
      this.changes.push(change);
    }
  }

  /** In the order in which the rows were first touched. Rows that were neither there before nor are there now are no change. */
  all(): RowChange[] {
    return this.changes.filter(({ before, after }) => before !== null || after !== null);
  }
}
