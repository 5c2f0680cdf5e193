/** What a comparison says of single places, in columns. */
import type { ComparedRows, ComparisonRow, Excluded, MissingPlace } from './comparison';
import { type DrawnRows, excludedOf } from './drawnRows';
import { onlyRows } from './rowColumns';
import type { Indicator } from '../model/records';
import type { Scale } from '../wording/format';

export class ComparedColumns implements ComparedRows {
  private inOrder: readonly ComparisonRow[] | undefined;
  private without: readonly MissingPlace[] | undefined;

  /**
   * @param silent works out the places without a figure
   * @param others what is left out
   */
  constructor(
    readonly indicator: Indicator,
    readonly columns: DrawnRows,
    private readonly silent: () => readonly MissingPlace[],
    readonly scale: Scale,
    private readonly others: DrawnRows
  ) {}

  get missing(): readonly MissingPlace[] {
    return (this.without ??= this.silent());
  }

  /** All of them, made when they are first asked for. */
  get rows(): readonly ComparisonRow[] {
    return (this.inOrder ??= this.columns.inOrder());
  }

  get samePeriod(): boolean {
    return this.columns.samePeriod;
  }

  get excluded(): readonly Excluded[] {
    return excludedOf(this.others);
  }

  /** Without the figures of other periods: they are missing, and what they are is said. */
  within(period: string, reasonOf: (row: ComparisonRow) => string): ComparedColumns {
    const all = Array.from({ length: this.columns.length }, (_, row) => row);
    const isOther = (row: number) => this.columns.periodOf(row) !== period;
    const others = (): MissingPlace[] =>
      all.filter(isOther).map((at) => {
        const row = this.columns.at(at);
        return { place: row.place, reason: reasonOf(row), evidence: null };
      });
    return new ComparedColumns(
      this.indicator,
      onlyRows(
        this.columns,
        all.filter((row) => !isOther(row))
      ),
      () => [...this.missing, ...others()],
      this.scale,
      this.others
    );
  }
}
