/**
 * A large batch as lines, each some milliseconds of work at either end: what it is, and after it the changes some at a
 * time. Strict as the file form: what isn't whole is refused.
 */
import type { Batch, RowChange } from '../../domain/batch/batch';
import { isFields, parseJson } from '../../domain/model/fields';
import { aboutIn, areRuns, BAD_RUNS, type BatchReading, refused, runChanges, runsOf } from './batchFile';

const FORMAT = 'kanban-batch-lines';
/** Changes in a line. */
const CHANGES = 1_000;

/** The lines, without their ends. */
export function* batchLines({ changes, ...about }: Batch): Generator<string, void, void> {
  yield JSON.stringify({ format: FORMAT, changes: changes.length, ...about });
  for (let from = 0; from < changes.length; from += CHANGES)
    yield JSON.stringify(runsOf(changes.slice(from, from + CHANGES)));
}

/** Reads the lines one after the other. */
export class LinesReader {
  private about: (Omit<Batch, 'changes'> & { readonly count: number }) | undefined;
  private readonly changes: RowChange[] = [];
  private readonly texts = new SharedTexts();
  private fault = '';

  /** The next line; after a fault nothing more is read. */
  add(line: string): void {
    if (this.fault !== '') return;
    this.fault = this.about ? this.addChanges(line) : this.addAbout(line);
  }

  end(): BatchReading {
    if (this.fault !== '' || !this.about) return refused(`批次的内容读不成：${this.fault || '是空的'}`);
    const { count, ...about } = this.about;
    const { changes } = this;
    if (changes.length !== count) return refused(`批次的内容不完整：应有${count}行变动，只有${changes.length}行`);
    return { kind: 'batch', batch: { ...about, changes } };
  }

  private addAbout(line: string): string {
    const body = parseJson(line);
    if (!isFields(body) || body.format !== FORMAT || typeof body.changes !== 'number') return '开头不是批次';
    const about = aboutIn(body);
    if (typeof about === 'string') return about;
    this.about = { ...about, count: body.changes };
    return '';
  }

  private addChanges(line: string): string {
    const runs = parseJson(line);
    if (!areRuns(runs)) return BAD_RUNS;
    for (const change of runChanges(runs, (column, text) => this.texts.share(column, text))) this.changes.push(change);
    return '';
  }
}

/** Different texts of a column beyond which they don't repeat. */
const MOST_TEXTS = 20_000;

/** The same text as one object: a million rows name the same places and indicators. */
class SharedTexts {
  private readonly columns = new Map<string, Map<string, string> | null>();

  share(column: string, text: string): string {
    let known = this.columns.get(column);
    if (known === null) return text;
    if (known === undefined) this.columns.set(column, (known = new Map()));
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size < MOST_TEXTS) known.set(text, text);
    else this.columns.set(column, null);
    return text;
  }
}
