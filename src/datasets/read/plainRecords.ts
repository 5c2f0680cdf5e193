/**
 * The records of a text without quotes. Rows beside each other are much alike: a cell that reads as the one above it is
 * that very string, which costs no memory and is told from another at once by whoever asks.
 */
export function plainRecords(text: string, delimiter: string): string[][] {
  const mark = delimiter.charCodeAt(0);
  const records: string[][] = [];
  let above: readonly string[] = [];
  // The next delimiter from `from` on; past the end where there is none.
  let next = -1;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells = above.slice();
    let column = 0;
    for (let from = start; from <= end; column++) {
      const same = above[column];
      let to = same === undefined ? -1 : from + same.length;
      if (same === undefined || to > end || (to < end && text.charCodeAt(to) !== mark) || !standsAt(text, from, same)) {
        if (next < from) next = indexFrom(text, delimiter, from);
        to = Math.min(next, end);
        cells[column] = text.slice(from, to);
      }
      from = to + 1;
    }
    if (cells.length > column) cells.length = column;
    records.push(cells);
    above = cells;
    start = end + 1;
  }
  return records;
}

function standsAt(text: string, from: number, same: string): boolean {
  for (let i = 0; i < same.length; i++) if (text.charCodeAt(from + i) !== same.charCodeAt(i)) return false;
  return true;
}

function indexFrom(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
