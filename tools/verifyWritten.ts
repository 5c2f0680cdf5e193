/** Holds every row of a dataset against the texts it was taken from. */
import type { Dataset } from '../src/domain/model/dataset';
import { type Issue, shortValue } from '../src/domain/model/issue';
import type { Observation, ProgressRow, Source } from '../src/domain/model/records';
import { figuresIn, contradiction, unitOfMeasure } from '../src/domain/wording/written';

/** A source's file as it is on disk. */
export interface SourceText {
  readonly lines: readonly string[];
  readonly sha256: string;
}

export interface SourceClaim {
  readonly source: Source;
  /** Line of sources.csv. */
  readonly row: number;
  /** As stated in sources.csv; empty where it isn't. */
  readonly sha256: string;
}

/** Longer than this it is a sentence of the report, which the dataset must not hold. */
const WRITTEN_LIMIT = 40;

/**
 * Faults of the dataset against the texts, by file name: a text that is missing or changed, a `written` that
 * isn't on its `line` or is too long, a figure that isn't what `written` says. Rows of a source whose text is
 * missing are not checked one by one.
 */
export function verifyWritten(
  dataset: Dataset,
  claims: readonly SourceClaim[],
  texts: ReadonlyMap<string, SourceText>
): Issue[] {
  const textOf = (source: Source): SourceText | undefined => texts.get(source.file);
  const toHold = textualSources(dataset);
  const issues = claims.reduce<Issue[]>((all, claim) => {
    const text = textOf(claim.source);
    return text || toHold.has(claim.source) ? all.concat(sourceFaults(claim, text)) : all;
  }, []);
  for (const row of dataset.allObservations()) {
    const text = textOf(row.source);
    if (text)
      issues.push(
        ...placeFaults('observations.csv', row, text, [row.written]),
        ...(isCellOnly(row) ? [] : observationFaults(row))
      );
  }
  for (const row of dataset.progress) {
    const text = textOf(row.source);
    if (text)
      issues.push(
        ...placeFaults('progress.csv', row, text, row.written.split(' / ')),
        ...(isCellOnly(row) ? [] : progressFaults(row))
      );
  }
  return issues;
}

/** Sources that need their text: all but those of which nothing is known but cells without wording. */
function textualSources(dataset: Dataset): ReadonlySet<Source> {
  const tables = new Set<Source>();
  const texts = new Set<Source>();
  for (const row of [...dataset.allObservations(), ...dataset.progress])
    (isCellOnly(row) ? tables : texts).add(row.source);
  return new Set(dataset.sources.filter((source) => texts.has(source) || !tables.has(source)));
}

/** A figure of a table may come without its wording: then there is nothing to hold it against. */
export function isCellOnly({ cell, written }: Observation | ProgressRow): boolean {
  return cell !== '' && written === '';
}

function sourceFaults({ source, row, sha256 }: SourceClaim, text: SourceText | undefined): Issue[] {
  const fault = (column: string, value: string, rule: string, why: string, todo: string): Issue[] => [
    { level: '错误', file: 'sources.csv', row, column, value, rule, why, todo }
  ];
  if (source.file === '')
    return fault('file', '', '原文缺失', '没有写原文文件名，出自它的数字都无法核对', '请补上原文文件名。');
  if (!text) {
    return fault(
      'file',
      source.file,
      '原文缺失',
      '在给出的文件夹里找不到这个原文文件，出自它的数字都没有核对',
      '请把原文文件放进文件夹，或改正文件名。'
    );
  }
  if (sha256 === '')
    return fault('sha256', '', '校验值', '没有写校验值，发现不了原文被改动', `请填上“${text.sha256}”。`);
  if (sha256 === text.sha256) return [];
  return fault(
    'sha256',
    sha256,
    '校验值',
    '原文文件的内容和登记时不同',
    '请换回登记时的原文；原文确实更新了的，请逐行重新核对后再改校验值。'
  );
}

type Witnessed = Pick<Observation | ProgressRow, 'row' | 'line' | 'written'>;

function placeFaults(
  file: string,
  { row, line, written }: Witnessed,
  text: SourceText,
  pieces: readonly string[]
): Issue[] {
  const fault = (column: string, value: string, rule: string, why: string, todo: string): Issue => ({
    level: '错误',
    file,
    row,
    column,
    value: shortValue(value),
    rule,
    why,
    todo
  });
  const length = Array.from(written).length;
  const issues: Issue[] = [];
  if (length > WRITTEN_LIMIT) {
    issues.push(
      fault(
        'written',
        written,
        '原文写法',
        `原文写法有${length}个字，超过${WRITTEN_LIMIT}个`,
        '请只留数字和紧挨着它的单位或动词。'
      )
    );
  }
  // A figure of a table stands in a cell, which no text has.
  if (line === null) return issues;
  const there = text.lines[line - 1];
  if (there === undefined) {
    issues.push(fault('line', String(line), '行号', `原文只有${text.lines.length}行`, '请改正行号。'));
    return issues;
  }
  for (const piece of pieces) {
    if (there.includes(piece)) continue;
    const elsewhere = linesWith(piece, text.lines);
    const where = elsewhere.length === 0 ? '全文都没有这几个字' : `这几个字在第${elsewhere.join('、')}行`;
    issues.push(
      fault(
        'written',
        piece,
        '行号',
        `原文第${line}行没有“${piece}”，${where}`,
        elsewhere.length === 0 ? '请照原文一字不改地抄写。' : '请改正 line。'
      )
    );
  }
  return issues;
}

function linesWith(piece: string, lines: readonly string[]): number[] {
  const found: number[] = [];
  for (let i = 0; i < lines.length && found.length < 5; i++) if (lines[i]!.includes(piece)) found.push(i + 1);
  return found;
}

function observationFaults(o: Observation): Issue[] {
  if (o.value === null) return [];
  const unit = unitOfMeasure(o.measure, o.indicator.unit);
  const why = contradiction(o.written, { value: o.value, unit, measure: o.measure, qualifier: o.qualifier });
  return why === undefined ? [] : [figureFault('observations.csv', o.row, 'value', o.value, why)];
}

function progressFaults(row: ProgressRow): Issue[] {
  const pieces = row.written.split(' / ');
  // The qualifier belongs to the row's main figure; the others may carry words of their own.
  const main = row.done !== null ? 'done' : row.rate !== null ? 'rate' : 'target';
  const issues: Issue[] = [];
  for (const column of ['target', 'done', 'rate'] as const) {
    const value = row[column];
    if (value === null) continue;
    const unit = column === 'rate' ? '%' : row.unit;
    const reasons = pieces.map((piece) => {
      if (column !== main) return figuresIn(piece, unit).includes(value) ? undefined : '';
      return contradiction(piece, { value, unit, measure: '数值', qualifier: row.qualifier });
    });
    if (reasons.includes(undefined)) continue;
    const holder = pieces.findIndex((piece) => figuresIn(piece, unit).includes(value));
    const why = (holder >= 0 && reasons[holder]) || `原文写法“${row.written}”里读不出${value}`;
    issues.push(figureFault('progress.csv', row.row, column, value, why));
  }
  return issues;
}

function figureFault(file: string, row: number, column: string, value: number, why: string): Issue {
  return {
    level: '错误',
    file,
    row,
    column,
    value: String(value),
    rule: '数值不符',
    why,
    todo: '请对照原文改正数值、单位换算、限定词或原文写法。'
  };
}
