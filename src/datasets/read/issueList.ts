import type { Issue } from '../../domain/model/issue';

/** How many issues of one file are worth keeping: nobody reads more, and nonsense must not fill the memory. */
const ISSUE_LIMIT = 10_000;

/** Where a row of a batch came from. */
export interface IssuePlace {
  readonly file: string;
  readonly cell: string;
}

/** Collects the issues of one file, up to a limit (those on the whole file always); the rest is counted and said in a last issue. */
export class IssueList {
  private readonly kept: Issue[] = [];
  private hidden = 0;
  private placeOf: (line: number) => IssuePlace | undefined = () => undefined;

  constructor(
    readonly file: string,
    private readonly limit: number = ISSUE_LIMIT
  ) {}

  /** Lines of the table that stand in no file of the package: what is said of them names where they came from. */
  placeBatchRows(placeOf: (line: number) => IssuePlace | undefined): void {
    this.placeOf = placeOf;
  }

  /** An issue that names no file is of the list's own. */
  add(issue: Omit<Issue, 'file'> & { readonly file?: string }): void {
    const place = issue.row === undefined ? undefined : this.placeOf(issue.row);
    if (this.kept.length >= this.limit && !issue.wholeFile) this.hidden++;
    else if (place) this.kept.push({ ...issue, ...place, row: undefined });
    else this.kept.push({ file: this.file, ...issue });
  }

  /** What was collected in another list of the same file, as if it had been added here. */
  append({ kept, hidden }: IssueList): void {
    for (const issue of kept) this.add(issue);
    this.hidden += hidden;
  }

  /** A line in words: `第5行`, or the file and cell of a row of a batch. */
  lineText(line: number): string {
    const place = this.placeOf(line);
    return place ? `${place.file}的${place.cell}` : `第${line}行`;
  }

  /** What was collected, whole-file issues first, then by row; a last issue says how many are not listed. */
  all(): Issue[] {
    const sorted = this.kept
      .map((issue, i) => ({ issue, i }))
      .sort((a, b) => (a.issue.row ?? 0) - (b.issue.row ?? 0) || a.i - b.i)
      .map(({ issue }) => issue);
    if (this.hidden > 0) {
      sorted.push({
        level: '错误',
        file: this.file,
        rule: '问题过多',
        why: `这个文件还有${this.hidden}处问题没有逐条列出`,
        todo: '请先改好列出的问题，再重新检查。'
      });
    }
    return sorted;
  }
}
