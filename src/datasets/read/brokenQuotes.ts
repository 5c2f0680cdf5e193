/**
 * A lone quote opens a cell that PapaParse closes at the next quote it finds, or never: every row in
 * between is swallowed. Here such a text is read again line by line, and only the broken row is lost.
 */
import Papa from 'papaparse';

/** A quoted cell longer than this many lines is taken for a lone quote. */
const MAX_CELL_LINES = 50;
/** A line, or a quoted cell, longer than this is nonsense: splitting it would only fill the memory. */
export const MAX_ROW_CHARS = 200_000;
/** After so many broken rows the file is hopeless: no more looking ahead, each line stands alone. */
const MAX_LOOKAHEADS = 1_000;
/** Below this width ordinary text in a quoted cell looks like a row too easily. */
const MIN_WIDTH = 5;

/**
 * Whether a record of several lines seems to hold other rows: one of its inner lines, or each of its lines,
 * has as many cells as the header. A note of two paragraphs doesn't.
 */
export function looksSwallowed(cells: readonly string[], delimiter: string, width: number): boolean {
  if (width < MIN_WIDTH || !cells.some((cell) => cell.includes('\n'))) return false;
  const lines = cells.join(delimiter).split('\n');
  const rowLike = (line: string): boolean => line.split(delimiter).length === width;
  return lines.slice(1, -1).some(rowLike) || lines.every(rowLike);
}

export interface RowSink {
  /** A record that starts on line `index` (0-based). */
  readonly row: (index: number, cells: string[]) => void;
  /** A line whose quotes don't close. */
  readonly broken: (index: number, line: string) => void;
  /** A line longer than `MAX_ROW_CHARS`. */
  readonly endless: (index: number, line: string) => void;
}

/**
 * Reads records from lines, in time proportional to the text. A record may run over several lines where its
 * quotes close and it has the header's width; otherwise its first line is broken and the next one starts anew.
 */
export function readLineByLine(lines: readonly string[], delimiter: string, width: number, sink: RowSink): void {
  let lookaheads = 0;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.length > MAX_ROW_CHARS) {
      sink.endless(at, line);
      at++;
      continue;
    }
    const cells = readAlone(line, delimiter);
    if (cells) {
      sink.row(at, cells);
      at++;
      continue;
    }
    const record = lookaheads < MAX_LOOKAHEADS ? readOver(lines, at, delimiter, width) : undefined;
    if (record) {
      sink.row(at, record.cells);
      at += record.lines;
    } else {
      lookaheads++;
      sink.broken(at, line);
      at++;
    }
  }
}

/** The cells of one record; null where a quote may yet be closed by a line after it, undefined where none can mend it. */
function readAlone(text: string, delimiter: string): string[] | null | undefined {
  // A quote inside a cell is an ordinary character; only one that opens a cell needs the parser.
  if (!text.startsWith('"') && !text.includes(`${delimiter}"`)) return text.split(delimiter);
  // The only one has none that could close it.
  if (text.indexOf('"') === text.lastIndexOf('"')) return null;
  // Blanks after a closing quote are nothing before a line end, but a fault before the end of the text.
  const { data, errors } = Papa.parse<string[]>(text.replace(/"\s+$/, '"'), { delimiter, newline: '\n' });
  if (!errors.some((error) => error.type === 'Quotes')) return data[0];
  // A quote within a quoted cell stays wrong whatever follows.
  return errors.some((error) => error.code === 'InvalidQuotes') ? undefined : null;
}

function readOver(
  lines: readonly string[],
  from: number,
  delimiter: string,
  width: number
): { cells: string[]; lines: number } | undefined {
  const last = Math.min(lines.length, from + MAX_CELL_LINES);
  let chars = lines[from]!.length;
  for (let end = from + 1; end < last; end++) {
    chars += lines[end]!.length;
    if (chars > MAX_ROW_CHARS) return undefined;
    if (!lines[end]!.includes('"')) continue;
    const cells = readAlone(lines.slice(from, end + 1).join('\n'), delimiter);
    if (cells === null) continue;
    // Closed, but not into a row: going on would only swallow more.
    return cells?.length === width && !looksSwallowed(cells, delimiter, width)
      ? { cells, lines: end + 1 - from }
      : undefined;
  }
  return undefined;
}
