/**
 * The text of a .docx from its XML: a paragraph a line, a table row a line of tab-separated cells, automatic
 * numbers written out, deletions that are tracked left out. What isn't read is said.
 */

/** The parts of the package that are read; a part that a document doesn't have is undefined. */
export interface DocxParts {
  /** word/document.xml */
  readonly document: string;
  /** word/numbering.xml */
  readonly numbering: string | undefined;
  /** Whether the package has word/footnotes.xml or word/endnotes.xml with notes of the author's. */
  readonly notes: string | undefined;
}

export interface DocxText {
  readonly text: string;
  /** Chinese sentences about what stands in the document but not in the text. */
  readonly unread: readonly string[];
}

const TOKEN = /<(\/?)([\w:]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g;
/** Elements whose text is no text of the report as it stands. */
const SKIPPED =
  /^(?:w:del|w:moveFrom|w:txbxContent|mc:Fallback|w:instrText|w:delText|w:footnoteReference|w:pict|w:rPrChange|w:pPrChange)$/;

/** A table row being read, and the cell of it that is. A table in a cell has rows of its own. */
interface Row {
  readonly cells: string[];
  cell: string[];
  span: number;
  merged: boolean;
}

/** Lines of text; never throws: XML that can't be understood gives what can be read of it. */
export function docxText({ document, numbering, notes }: DocxParts): DocxText {
  const numbers = new Numbering(numbering ?? '');
  const lines: string[] = [];
  const rows: Row[] = [];
  let paragraph = '';
  let inText = false;
  let skipping = '';
  let depth = 0;
  let list: { id: string; level: number } | undefined;
  let boxes = false;
  const endParagraph = () => {
    const line = (list ? numbers.next(list.id, list.level) : '') + paragraph;
    const row = rows[rows.length - 1];
    if (row) row.cell.push(line);
    else lines.push(...line.split('\n'));
    paragraph = '';
    list = undefined;
  };
  for (const [, close, name, attributes, alone, text] of document.matchAll(TOKEN)) {
    if (skipping !== '') {
      if (name === skipping && alone === '') depth += close === '' ? 1 : -1;
      if (depth === 0) skipping = '';
      continue;
    }
    if (text !== undefined) {
      if (inText) paragraph += entities(text);
      continue;
    }
    const opens = close === '' && alone === '';
    if (SKIPPED.test(name!)) {
      if (name === 'w:txbxContent') boxes = true;
      if (opens) [skipping, depth] = [name!, 1];
    } else if (name === 'w:t') inText = opens;
    else if (name === 'w:tab' && close === '' && /^w:tab$/.test(name) && !/w:val=/.test(attributes!))
      paragraph += rows.length > 0 ? ' ' : '\t';
    else if ((name === 'w:br' || name === 'w:cr') && close === '') paragraph += rows.length > 0 ? '' : '\n';
    else if (name === 'w:noBreakHyphen') paragraph += '-';
    else if (name === 'w:numId') list = { id: valueOf(attributes!), level: list?.level ?? 0 };
    else if (name === 'w:ilvl') list = { id: list?.id ?? '', level: Number(valueOf(attributes!)) };
    else if (name === 'w:p' && (close !== '' || alone !== '')) endParagraph();
    else if (name === 'w:tr' && opens) rows.push({ cells: [], cell: [], span: 1, merged: false });
    else if (name === 'w:tr') {
      const line = rows.pop()?.cells.join('\t') ?? '';
      const outer = rows[rows.length - 1];
      // A table in a cell is part of that cell's text.
      if (outer) outer.cell.push(line.replace(/\t/g, ' '));
      else if (line !== '') lines.push(line);
    } else {
      const row = rows[rows.length - 1];
      if (row) readCell(row, name!, opens, attributes!);
    }
  }
  if (paragraph !== '') endParagraph();
  return { text: lines.join('\n'), unread: unreadParts(boxes, notes) };
}

function readCell(row: Row, name: string, opens: boolean, attributes: string): void {
  if (name === 'w:gridSpan') row.span = Math.min(64, Math.max(1, Number(valueOf(attributes)) || 1));
  else if (name === 'w:vMerge') row.merged = !/w:val="restart"/.test(attributes);
  else if (name === 'w:tc' && opens) Object.assign(row, { cell: [], span: 1, merged: false });
  else if (name === 'w:tc') {
    const words = row.merged ? '' : row.cell.filter((part) => part.trim() !== '').join(' ');
    row.cells.push(words, ...Array.from({ length: row.span - 1 }, () => ''));
  }
}

function unreadParts(boxes: boolean, notes: string | undefined): string[] {
  const remarks: string[] = [];
  if (boxes) remarks.push('文档里有文本框，里面的文字没有读；需要的话请把文字移到正文。');
  if (notes !== undefined && /<w:t[ >]/.test(notes))
    remarks.push('文档里有脚注或尾注，没有读；需要的话请把文字移到正文。');
  return remarks;
}

function valueOf(attributes: string): string {
  return /w:val="([^"]*)"/.exec(attributes)?.[1] ?? '';
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entities(text: string): string {
  return text.replace(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    }
  );
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Automatic numbers, counted list by list and level by level. */
class Numbering {
  private readonly levels = new Map<string, Level[]>();
  private readonly counts = new Map<string, number[]>();

  constructor(xml: string) {
    const abstract = new Map<string, Level[]>();
    for (const [, id, body] of xml.matchAll(
      /<w:abstractNum [^>]*w:abstractNumId="([^"]*)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g
    )) {
      const levels: Level[] = [];
      for (const [, at, level] of body!.matchAll(/<w:lvl [^>]*w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/g)) {
        const of = (name: string) => new RegExp(`<w:${name} w:val="([^"]*)"`).exec(level!)?.[1] ?? '';
        levels[Number(at)] = { format: of('numFmt'), text: entities(of('lvlText')), start: Number(of('start') || 1) };
      }
      abstract.set(id!, levels);
    }
    for (const [, id, of] of xml.matchAll(/<w:num [^>]*w:numId="([^"]*)"[^>]*>\s*<w:abstractNumId w:val="([^"]*)"/g)) {
      this.levels.set(id!, abstract.get(of!) ?? []);
    }
  }

  /** The number that stands before the next paragraph of a list; empty for bullets and unknown lists. */
  next(id: string, level: number): string {
    const levels = this.levels.get(id);
    const own = levels?.[level];
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counts = this.counts.get(id) ?? [];
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    this.counts.set(id, counts);
    return own.text.replace(/%(\d)/g, (_, n: string) => {
      const at = Number(n) - 1;
      return numeral(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
  }
}

const HAN = '零一二三四五六七八九';

/** 12 as 12 or 十二; other formats as digits. */
function numeral(n: number, format: string): string {
  if (!/[Cc]hinese|japaneseCounting|ideographTraditional/.test(format) || n < 1 || n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones] : ''}`;
}
