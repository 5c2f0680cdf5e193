/** Console errors and warnings, exceptions, refused requests, breaches of the Content-Security-Policy. */
export class ProblemLog {
  private readonly found: string[] = [];
  private readonly allowed: RegExp[] = [];

  add(text: string): void {
    this.found.push(text);
  }

  /** What this test means to provoke. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** How many kinds of problems may come. */
  allowances(): number {
    return this.allowed.length;
  }

  /** Everything seen so far, allowed or not. */
  all(): string[] {
    return [...this.found];
  }

  unexpected(): string[] {
    return this.found.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }
}
