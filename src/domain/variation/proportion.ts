/** How far a proportion can be trusted, by the score of Wilson. */

/** Of the normal distribution: 95 % and 99.8 % lie within. */
const Z95 = 1.959964;
export const Z998 = 3.090232;

export interface ProportionInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval of a proportion, as a fraction between 0 and 1, without continuity correction.
 *
 * Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998)
 * 857; the method of Public Health England's Fingertips for proportions.
 * @param count how many of `base` have it; need not be whole, so that it serves the limits of a funnel
 * @returns undefined where there is no base, or the count doesn't lie within it
 */
export function wilsonInterval(count: number, base: number, z = Z95): ProportionInterval | undefined {
  if (!(base > 0) || !(count >= 0) || count > base) return undefined;
  const share = count / base;
  const middle = 2 * count + z * z;
  const reach = z * Math.sqrt(z * z + 4 * count * (1 - share));
  const scale = 2 * (base + z * z);
  // At both ends of the scale rounding of the root would leave some 1e-17 beyond it.
  return { lower: Math.max(0, (middle - reach) / scale), upper: Math.min(1, (middle + reach) / scale) };
}

/**
 * The limits of a funnel at a base: within them lie the proportions of places of that base that differ from the average
 * by chance alone.
 *
 * Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185, 95 % and 99.8 %; Wilson's score for the limits as in
 * Public Health England, *Fingertips technical guidance* (`PHEindicatormethods::calculate_funnel_limits`).
 * @param average the proportion of all places together, sum over sum, between 0 and 1
 */
export function funnelLimits(
  average: number,
  base: number
): { readonly warning: ProportionInterval; readonly control: ProportionInterval } | undefined {
  const warning = wilsonInterval(average * base, base, Z95);
  const control = wilsonInterval(average * base, base, Z998);
  return warning && control && { warning, control };
}
