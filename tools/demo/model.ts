/** How an invented indicator behaves: what its definition says stands beside it in `serviceIndicators`, `healthIndicators`. */

/** Twelve months of a year, or all 24, as factors on the mean month. */
export type Season = readonly number[];

export type Model =
  /** Counted in a month: `rate` a month for 10,000 inhabitants, or for each outpatient of a hospital (`hospital`). */
  | {
      readonly kind: 'flow';
      readonly rate: number;
      readonly season?: Season;
      /** Per year: 0.05 for five percent more. */
      readonly growth?: number;
      readonly hospital?: number;
    }
  /** Counted on the last day of the month. */
  | { readonly kind: 'stock'; readonly rate: number; readonly growth?: number }
  /** Counted from January on: `rate` a year for 10,000 inhabitants, by month in percent of the year. */
  | { readonly kind: 'yearToDate'; readonly rate: number; readonly shares: Season }
  | { readonly kind: 'sum'; readonly parts: readonly string[] }
  /** In percent, numerator and denominator stated. */
  | { readonly kind: 'ratio'; readonly above: string; readonly below: string }
  /**
   * A rate (`per` 100 where not said) with numerator and denominator: the denominator is another indicator's value, or
   * so many for 10,000 inhabitants (for a hospital: for 10,000 outpatients).
   */
  | {
      readonly kind: 'rate';
      readonly of: string | number;
      readonly per?: 100 | 1000;
      readonly base: number;
      /** How far apart places are. */
      readonly spread: number;
      /** Per month. */
      readonly gain?: number;
      readonly wobble?: number;
      readonly most?: number;
      /** From a sample: with a 95% confidence interval. */
      readonly interval?: boolean;
    }
  /** A mean that is given without its parts. */
  | {
      readonly kind: 'level';
      readonly base: number;
      readonly spread: number;
      readonly gain?: number;
      readonly wobble?: number;
      readonly season?: Season;
    }
  | { readonly kind: 'people' }
  | { readonly kind: 'oldPeople' };

export interface DemoIndicator {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly unit: string;
  readonly kind: '数量' | '金额' | '比率' | '占比' | '人均';
  readonly basis: '期间' | '时点';
  readonly better: '高' | '低' | '不评价';
  readonly decimals: number;
  readonly group: string;
  readonly definition: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly aliases?: string;
  readonly model: Model;
  /** Who reports it; the districts and counties where not said. */
  readonly at?: 'areas' | 'hospitals' | 'both';
  /** Once a year, in December's report. */
  readonly yearly?: boolean;
  /** First and last month that have it. */
  readonly from?: string;
  readonly until?: string;
}
