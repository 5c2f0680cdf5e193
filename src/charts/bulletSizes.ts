/** How wide the words beside bullet bars are, for laying them out. All at scale 1. */
import type { Completion } from '../domain/progress/completion';
import { placeLabel } from '../domain/wording/placeLabel';
import { type FigureWriting, lineOfFigures, rightLabel } from './bulletFigures';
import { largeFigures, lowFigures, placeBeside, remarkOf } from './bulletLabels';
import type { ColumnKey, LaidOut } from './bulletLayout';
import { textWidth } from './drawing';

/** Width at scale 1 of the longest line that `rightLabel` writes into a column, and the most lines of a row. */
function columnSize(
  rows: readonly Completion[],
  key: ColumnKey,
  writing: FigureWriting
): { readonly width: number; readonly lines: number } {
  const labels = rows.map((row) => rightLabel(row, key, writing).split('\n'));
  return {
    width: Math.max(0, ...labels.map((lines) => Math.max(...lines.map(lineOfFigures)))),
    lines: Math.max(0, ...labels.map((lines) => lines.length))
  };
}

/** The widest of what each row says, in its type size. */
function widest(
  rows: readonly Completion[],
  texts: (row: Completion) => readonly (readonly [string, number])[]
): number {
  return rows.reduce(
    (most, row) => texts(row).reduce((wide, [text, size]) => Math.max(wide, textWidth(text, size)), most),
    0
  );
}

/** What the layout of some rows has to know of them. */
export function laidOut(rows: readonly Completion[], forecast: boolean): LaidOut {
  // Every width that a slide tries asks about the same few columns.
  const sizes = new Map<string, ReturnType<typeof columnSize>>();
  return {
    remarks: rows.map(remarkOf),
    names: widest(rows, (row) => [
      [row.programme.name, 15.5],
      [placeLabel(row.place), 13],
      [largeFigures(row), 13]
    ]),
    // A space of 1.5 small signs lies between task and place.
    line: rows.reduce(
      (most, row) => Math.max(most, textWidth(row.programme.name, 14.5) + textWidth(placeBeside(row), 13) + 20),
      0
    ),
    low: widest(rows, (row) => [
      [row.programme.name, 15.5],
      [`${placeBeside(row)}　${lowFigures(row).join('')}`, 13]
    ]),
    columnSize: (key, room, wraps) => {
      const asked = `${key} ${room} ${wraps}`;
      let size = sizes.get(asked);
      if (!size) sizes.set(asked, (size = columnSize(rows, key, { room, forecast, wraps })));
      return size;
    },
    dueDiffers: new Set(rows.map((row) => row.due)).size > 1
  };
}
