/**
 * Where the pages of a paper break, estimated without an office program: lines of exact heights make that
 * good enough to see whether a chart still fits on its page. In twips.
 */
import { drawnWidth } from '../plan/drawnWidth';
import type { PaperBlock } from '../plan/paperPlan';
import type { PaperPage } from '../../domain/deck/officeTemplate';
import { textWidthOf } from './docxParts';

interface Setting {
  readonly type: number;
  readonly line: number;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  /** It stays with what follows. */
  readonly isKept?: boolean;
}

type TextKind = Exclude<PaperBlock['kind'], 'table' | 'chart' | 'picture'>;

const BODY: Setting = { type: 320, line: 560, indent: 640 };
const SMALL: Setting = { type: 240, line: 400, before: 40 };
/** As the styles have them. */
const SETTINGS: Readonly<Record<TextKind, Setting>> = {
  text: BODY,
  heading: { ...BODY, isKept: true },
  remark: SMALL,
  source: SMALL,
  caption: { type: 240, line: 400, before: 120, after: 80, isKept: true },
  figureCaption: { type: 240, line: 400, before: 40, after: 160 },
  note: { type: 280, line: 480, indent: 560 },
  annex: BODY,
  annexTitle: { type: 360, line: 560, before: 200, after: 200, isKept: true },
  closing: { type: 280, line: 480, before: 560 }
};
const TABLE = { type: 180, line: 280, sides: 170, border: 10 } as const;
const FOOTNOTE = { type: 180, line: 260, separator: 220 } as const;
/** Around a chart, its caption with it; and what the estimate may be wrong by. */
const AROUND = 820;
const DOUBT = 360;

/** Sets block after block on pages and says where a page begins; heights in twips (20 of them are a point). */
export class PaperFlow {
  /** How far down the page the text is, and how high its footnotes are. */
  private down: number;
  private notes = 0;
  /** Height of headings that go where the next block goes. */
  private kept = 0;
  private readonly width: number;
  private readonly height: number;

  /** @param lines lines of the title and below it */
  constructor(page: PaperPage, lines: number) {
    this.width = textWidthOf(page);
    this.height = page.height - page.top - page.bottom;
    this.down = 840 + lines * BODY.line;
  }

  /** How high a chart may be to stand on this page with its caption. */
  get left(): number {
    return this.height - this.notes - this.down - AROUND - DOUBT;
  }

  /** A chart or picture with its caption, which is no block of its own then. */
  chart(height: number): void {
    this.whole(height + AROUND);
  }

  block(block: Exclude<PaperBlock, { kind: 'chart' | 'picture' }>): void {
    if (block.kind === 'annex') return this.turn(BODY.line);
    if (block.kind === 'table') {
      this.whole(this.row(block.head, block.widths));
      for (const row of block.rows) this.whole(this.row(row, block.widths));
      return;
    }
    const set = SETTINGS[block.kind];
    const footnote = 'footnote' in block && block.footnote ? block.footnote : '';
    const lines = this.lines(block.text, set.type, this.width, set.indent);
    this.paragraph(lines, set, footnote ? this.lines(footnote, FOOTNOTE.type, this.width) * FOOTNOTE.line : 0);
  }

  private paragraph(lines: number, set: Setting, footnote: number): void {
    const { line, before = 0, after = 0, isKept = false } = set;
    const own = before + lines * line + after;
    const notes = footnote > 0 && this.notes === 0 ? footnote + FOOTNOTE.separator : footnote;
    if (this.down + own - after + this.notes + notes <= this.height) {
      this.down += own;
      this.notes += notes;
      this.kept = isKept ? this.kept + own : 0;
      return;
    }
    const free = Math.floor((this.height - this.notes - this.down - before) / line);
    // No line stands alone; and a footnote stands where its line is.
    const first = lines < 4 || free < 2 ? 0 : Math.min(free, lines - 2);
    this.turn((lines - first) * line + after + (first === 0 ? this.kept : 0));
    this.notes = footnote > 0 ? footnote + FOOTNOTE.separator : 0;
    this.kept = isKept ? this.down : 0;
  }

  private whole(height: number): void {
    if (this.down + height + this.notes <= this.height) this.down += height;
    else this.turn(height + this.kept);
    this.kept = 0;
  }

  private turn(down: number): void {
    this.down = down;
    this.notes = 0;
  }

  private row(cells: readonly string[], widths: readonly number[]): number {
    const lines = cells.map((text, at) =>
      this.lines(text, TABLE.type, Math.max(TABLE.type, widths[at]! * this.width - TABLE.sides))
    );
    return Math.max(1, ...lines) * TABLE.line + TABLE.border;
  }

  private lines(text: string, type: number, width: number, indent = 0): number {
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((drawnWidth(line, type) + indent) / width)), 0);
  }
}
