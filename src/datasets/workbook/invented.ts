/** Whether a file says that what it holds is invented: everything made of the example data does. */
import { FICTIONAL_MARK } from '../../domain/model/fictional';
import type { Worksheet } from '../../domain/sheet/worksheet';
import { fieldsOf, parseJson } from '../../domain/model/fields';

/** The mark stands in titles, notes and names, at the beginning or the end of a sheet. */
const FIRST_ROWS = 1_000;
const LAST_ROWS = 50;
/** What the tables of the example data write into their notes. */
const NOTE = '虚构';

/** Whether the file's name, a sheet's name or a cell bears the mark. */
export function saysInvented(name: string, sheets: readonly Worksheet[]): boolean {
  return name.includes(FICTIONAL_MARK) || sheets.some(isMarked);
}

function isMarked({ name, rows }: Worksheet): boolean {
  const seen = rows.length <= FIRST_ROWS + LAST_ROWS ? rows : [...rows.slice(0, FIRST_ROWS), ...rows.slice(-LAST_ROWS)];
  return (
    name.includes(FICTIONAL_MARK) ||
    seen.some((row) => row.some((cell) => cell && (cell.shown === NOTE || cell.shown.includes(FICTIONAL_MARK))))
  );
}

/** Whether a package's description says so. One that can't be read says nothing. */
export function packageSaysInvented(description: string): boolean {
  return fieldsOf(parseJson(description)).fictional === true;
}
