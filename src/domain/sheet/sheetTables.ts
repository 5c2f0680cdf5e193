/** The tables of a sheet with the layouts to read them by: remembered ones where the heads are the same, else guessed. */
import type { Decision } from '../batch/batch';
import { finish, type Steps } from '../steps/steps';
import type { Known } from './columnRoles';
import { guessTablesSteps, layoutsFor } from './guessLayout';
import type { SheetLayout } from './layout';
import type { Worksheet } from './worksheet';

export interface SheetTable {
  readonly sheet: Worksheet;
  readonly layout: SheetLayout;
  readonly decisions: readonly Decision[];
  /** The layout was made by a person for heads like these. */
  readonly remembered: boolean;
}

/** From the top down. A remembered layout also finds heads that a guess takes for something else. */
export function sheetTables(sheet: Worksheet, known: Known, remembered: readonly SheetLayout[]): SheetTable[] {
  return finish(sheetTablesSteps(sheet, known, remembered));
}

/** The same in parts. */
export function* sheetTablesSteps(
  sheet: Worksheet,
  known: Known,
  remembered: readonly SheetLayout[]
): Steps<SheetTable[]> {
  const found = remembered.flatMap((layout): SheetTable[] => {
    const decision = { question: `${sheet.name}：表头与记住的一样`, answer: '按记住的对应关系读', automatic: true };
    return layoutsFor(sheet, layout).map((fitting) => ({
      sheet,
      layout: fitting,
      decisions: [decision],
      remembered: true
    }));
  });
  const first = found.filter(({ layout }, i) => found.findIndex((other) => overlaps(other.layout, layout)) === i);
  const guessed = (yield* guessTablesSteps(sheet, known))
    .filter(({ layout }) => !first.some((table) => overlaps(table.layout, layout)))
    .map((guess): SheetTable => ({ sheet, ...guess, remembered: false }));
  return [...first, ...guessed].sort((a, b) => a.layout.first - b.layout.first || a.layout.left - b.layout.left);
}

/** Whether the heads of two layouts share a cell. */
function overlaps(a: SheetLayout, b: SheetLayout): boolean {
  const share = (from: number, count: number, other: number, otherCount: number) =>
    from < other + otherCount && other < from + count;
  return (
    share(a.first, a.heads.length, b.first, b.heads.length) && share(a.left, a.columns.length, b.left, b.columns.length)
  );
}
