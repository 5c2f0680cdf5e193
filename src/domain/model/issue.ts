/**
 * Something wrong with what was loaded, told so that a data clerk can mend it:
 * which file, row, column and value, by which rule, and what to do.
 */
export interface Issue {
  /** 错误 leaves the row (or the file) out; 提醒 keeps it. */
  readonly level: '错误' | '提醒';
  /** The file as a whole is lost or has lost rows: it is said on every screen, or it would look like “no data”. */
  readonly wholeFile?: true;
  /** File name, e.g. `observations.csv`. */
  readonly file: string;
  /** Line in the file as an editor shows it (the header is line 1); absent where the whole file is meant. */
  readonly row?: number;
  /** Where a row without a line stands, e.g. `Sheet1!D7`. */
  readonly cell?: string;
  /** Column name as in the header. */
  readonly column?: string;
  /** The offending text, cut to 80 characters. */
  readonly value?: string;
  /** Short name of the rule broken, e.g. `类型` `必填` `枚举` `主键重复` `外键` `时期` `列数`. */
  readonly rule: string;
  /** One Chinese sentence: why it is wrong. */
  readonly why: string;
  /** One Chinese sentence: what to do. */
  readonly todo: string;
}

/** One line of Chinese text for an issue, as printed by `data:check` and shown on the data screen. */
export function issueText(issue: Issue): string {
  const where = [
    issue.file,
    issue.row === undefined ? (issue.cell ?? '') : `第${issue.row}行`,
    issue.column ? `“${issue.column}”列` : ''
  ]
    .filter(Boolean)
    .join(' ');
  const value = issue.value === undefined ? '' : `，值“${issue.value}”`;
  return `${where}${value}：${issue.why}（${issue.rule}）。${issue.todo}`;
}

/** The longest piece of a bad value worth showing. */
export function shortValue(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
