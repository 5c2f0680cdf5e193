import type { Issue } from '../../domain/model/issue';

/** How many issues of one file are worth keeping: nobody reads more, and nonsense must not fill the memory. */
const ISSUE_LIMIT = 10_000;

/** Collects the issues of one file, up to a limit (those on the whole file always); the rest is counted and said in a last issue. */
export class IssueList {
  private readonly kept: Issue[] = [];
  private hidden = 0;

  constructor(
    readonly file: string,
    private readonly limit: number = ISSUE_LIMIT
  ) {}

  add(issue: Omit<Issue, 'file'>): void {
    if (this.kept.length < this.limit || issue.wholeFile) this.kept.push({ ...issue, file: this.file });
    else this.hidden++;
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
