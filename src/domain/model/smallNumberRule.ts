/** From which number on a count of people may be published without somebody being recognised. */
export interface SmallNumberRule {
  /** For counts of people; 0 for no check. */
  readonly threshold: number;
  /** For single indicators by id, whatever they count; 0 for no check. */
  readonly byIndicator: Readonly<Record<string, number>>;
}

export const DEFAULT_SMALL_NUMBERS: SmallNumberRule = { threshold: 5, byIndicator: {} };
