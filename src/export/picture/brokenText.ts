/** Texts of a picture broken into lines. */
import { textWidth } from '../../charts/drawing';
import { unbreakablePieces } from '../../domain/wording/wholeParts';

/** A title breaks after a comma or semicolon, where its lines then are not much shorter. */
export function clauses(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let rest = text;
  // Only what can stand in the first line is looked at, or a long text would be broken anew for each of its lines.
  const most = Math.ceil((3 * width) / size) + 100;
  while (rest !== '') {
    const [line = rest] = brokenLines(rest.slice(0, most), size, width);
    const at = line === rest ? -1 : Math.max(...['，', '；', '：', '、'].map((mark) => line.lastIndexOf(mark)));
    const cut = at + 1 > line.length * 0.6 ? at + 1 : line.length;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return lines;
}

/** Lines no wider than `width`. A line doesn't begin with a closing mark, and numbers and words stay whole where they can. */
export function brokenLines(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakablePieces(text)) {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line);
      line = '';
    }
    // A word longer than the line is cut.
    for (const c of textWidth(piece, size) > width ? piece : [piece]) {
      if (line !== '' && textWidth(line + c, size) > width) {
        lines.push(line);
        line = '';
      }
      line += c;
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
