/**
 * A line of a report with what stands around it, the figure marked: for a reader who wants to see for himself.
 */

/** The text of a report as far as the page could get it. */
export type SourceText =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  /** `why`: one or two sentences for the reader, with what to do; `pick`: whether the reader may give the file. */
  | { readonly kind: 'none'; readonly why: string; readonly pick: boolean };

export interface TextPiece {
  readonly text: string;
  /** Whether this is the figure. */
  readonly marked: boolean;
}

export interface ExcerptLine {
  /** 1-based line in the file. */
  readonly number: number;
  readonly pieces: readonly TextPiece[];
  /** Whether this is the line asked for. */
  readonly wanted: boolean;
}

export interface Excerpt {
  readonly lines: readonly ExcerptLine[];
  /** What the reader must be told: the line isn't there, or the figure isn't on it; empty when all is well. */
  readonly warning: string;
}

const PLACEHOLDER = '（这里应放原文）';

/**
 * What the build puts where the text of a report belongs: asked for, it is there, so that the browser has nothing
 * to complain of; opened, it says what to do.
 */
export function placeholderText(file: string): string {
  // With a byte order mark: no viewer has to guess.
  return `\uFEFF${PLACEHOLDER}\n这份报告的原文不随看板发布。把原文的文本文件放到这个位置，文件名仍用 ${file}，看板就能打开到那一行。\n`;
}

/** Whether a text is only the place of one. */
export function isPlaceholderText(text: string): boolean {
  return text.replace(/^\uFEFF/, '').startsWith(PLACEHOLDER);
}

/** Lines of a text as `data:verify` counts them: LF or CRLF ends a line, a last one opens none. */
export function textLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}

/**
 * The line asked for with up to `around` lines before and after it.
 * @param written the figure as written; several are separated by ` / `
 */
export function excerpt(lines: readonly string[], line: number, written: string, around: number): Excerpt {
  const there = lines[line - 1];
  if (there === undefined) {
    return { lines: [], warning: `这个原文文件只有${lines.length}行，没有第${line}行；它可能不是抄录时的那一份。` };
  }
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const out: ExcerptLine[] = [];
  for (let number = first; number <= last; number += 1) {
    const text = lines[number - 1]!;
    out.push(
      number === line
        ? { number, pieces: markFigures(text, written), wanted: true }
        : { number, pieces: [{ text, marked: false }], wanted: false }
    );
  }
  const lost = figuresOf(written).filter((figure) => !there.includes(figure));
  const warning = lost.length > 0 ? `第${line}行里没有找到“${lost.join('”“')}”，原文文件可能不是抄录时的那一份。` : '';
  return { lines: out, warning };
}

/**
 * A line cut into pieces, the figures marked. `12` inside `2012` or `12.5` isn't the figure, unless it stands
 * nowhere else in the line.
 */
export function markFigures(line: string, written: string): TextPiece[] {
  const marked = new Uint8Array(line.length);
  for (const figure of figuresOf(written)) {
    const all = occurrences(line, figure);
    const whole = all.filter((at) => standsAlone(line, at, figure));
    for (const at of whole.length > 0 ? whole : all) marked.fill(1, at, at + figure.length);
  }
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let at = 1; at <= line.length; at += 1) {
    if (at < line.length && marked[at] === marked[start]) continue;
    pieces.push({ text: line.slice(start, at), marked: marked[start] === 1 });
    start = at;
  }
  return pieces;
}

function figuresOf(written: string): string[] {
  return written.split(' / ').filter((figure) => figure.trim() !== '');
}

function occurrences(line: string, figure: string): number[] {
  const found: number[] = [];
  for (let at = line.indexOf(figure); at >= 0; at = line.indexOf(figure, at + figure.length)) found.push(at);
  return found;
}

/** A digit must not go on to the left or to the right of it. */
function standsAlone(line: string, at: number, figure: string): boolean {
  const before = line.slice(Math.max(0, at - 2), at);
  const after = line.slice(at + figure.length, at + figure.length + 2);
  if (/^\d/.test(figure) && /\d[.．]?$/.test(before)) return false;
  return !(/\d$/.test(figure) && /^([.．]?\d)/.test(after));
}
