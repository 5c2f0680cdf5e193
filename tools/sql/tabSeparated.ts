/** ClickHouse's TabSeparatedWithNamesAndTypes, as it comes over the wire, to rows. */
import { type Column, type Row, SourceError } from './engine';

/** What came isn't what was asked for; `text` is what stands there instead. */
export class ForeignText extends Error {
  constructor(readonly text: string) {
    super(text);
  }
}

/**
 * Reads the two lines of the head; the rest is read as it is asked for.
 * @throws ForeignText where there is no such head, or a row hasn't its columns (an error of the server stands there)
 * @throws SourceError where the text ends within a row
 */
export async function readTabSeparated(
  bytes: AsyncIterable<Uint8Array>
): Promise<{ readonly columns: readonly Column[]; readonly parts: AsyncIterable<readonly Row[]> }> {
  const texts = linesOf(bytes);
  const head: string[] = [];
  let first: readonly string[] = [];
  while (head.length < 2) {
    const next = await texts.next();
    if (next.done) throw new ForeignText(head.join('\n'));
    const needed = 2 - head.length;
    head.push(...next.value.slice(0, needed));
    first = next.value.slice(needed);
  }
  const [names, types] = head.map((line) => line.split('\t').map(plain)) as [string[], string[]];
  if (names.length !== types.length || !types.every((type) => TYPE.test(type))) throw new ForeignText(head.join('\n'));
  const isFloat = types.map((type) => FLOAT.test(type));
  const rowOf = (line: string): Row => {
    const cells = line.split('\t');
    if (cells.length !== names.length) throw new ForeignText(line);
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      if (cell === '\\N') cells[i] = '';
      else if (isFloat[i]) cells[i] = floatText(cell);
      else if (cell.includes('\\')) cells[i] = plain(cell);
    }
    return cells;
  };
  async function* parts(): AsyncGenerator<readonly Row[]> {
    if (first.length > 0) yield first.map(rowOf);
    for await (const lines of texts) yield lines.map(rowOf);
  }
  return { columns: names.map((name, i) => ({ name, isText: TEXT.test(types[i]!) })), parts: parts() };
}

const TYPE = /^[A-Z][A-Za-z0-9]*(\(.*\))?$/;
const TEXT = /^(Nullable\(|LowCardinality\()*(String|FixedString)\b/;
const FLOAT = /^(Nullable\(|LowCardinality\()*Float(32|64)\b/;

/** Complete lines as they come, without their ends; characters may be cut between two pieces. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[], void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of bytes) {
    const text = rest + decoder.decode(piece, { stream: true });
    const end = text.lastIndexOf('\n');
    rest = text.slice(end + 1);
    if (end >= 0) yield text.slice(0, end).split('\n');
  }
  rest += decoder.decode();
  if (rest === '') return;
  if (/^Code: \d+|<html|^\s*[{[<]/i.test(rest)) throw new ForeignText(rest);
  throw new SourceError(CUT);
}

/** Said where an answer ends before its end. */
export const CUT = '数据传到一半断了，请稍后再做一次';

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', r: '\r', n: '\n', t: '\t', '0': '\0' };

function plain(cell: string): string {
  return cell.replace(/\\(.)/gs, (_, mark: string) => ESCAPED[mark] ?? mark);
}

/** As JavaScript writes it, so that it is the same from every database. */
function floatText(text: string): string {
  if (/^[-+]?inf/i.test(text)) return text.startsWith('-') ? '-Infinity' : 'Infinity';
  return String(Number(text));
}
