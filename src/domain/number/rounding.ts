/**
 * Rounding in decimal, half away from zero, so that 1.005 becomes 1.01 as a reader expects
 * (`toFixed` gives 1.00, because the nearest binary number lies below).
 */

/** `value` rounded to `decimals` places; never -0. */
export function roundTo(value: number, decimals: number): number {
  if (Number.isInteger(value) && decimals >= 0) return value === 0 ? 0 : value;
  const units = wholeUnits(value, decimals);
  if (units !== undefined) return units === 0 ? 0 : units / POWERS[decimals]!;
  const shifted = shift(Math.abs(value), decimals);
  const rounded = shift(Math.round(withoutNoise(shifted, 15)), -decimals);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

const POWERS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;
/** Below this a number times 1,000,000 is known to the thousandth. */
const MOST_QUICK = 1e5;
const NEAR_HALF = 1e-3;

/**
 * `value` in whole units of the last decimal, rounded half away from zero; undefined where a product of binary fractions
 * can't tell, which is near a half, and outside the usual sizes. No text is made: screens ask for every point there is.
 */
function wholeUnits(value: number, decimals: number): number | undefined {
  const power = POWERS[decimals];
  const size = Math.abs(value);
  if (power === undefined || !(size < MOST_QUICK)) return undefined;
  const product = size * power;
  const whole = Math.floor(product);
  const rest = product - whole - 0.5;
  if (Math.abs(rest) < NEAR_HALF) return undefined;
  return Math.sign(value) * (rest > 0 ? whole + 1 : whole);
}

/**
 * The decimal number that arithmetic on decimals means, without what binary fractions add: 1.523 × 10,000 is 15,230.
 * @param digits significant ones that are kept; 15 for a value that is itself read with so many
 */
export function withoutNoise(value: number, digits: 12 | 15 = 12): number {
  return Number(value.toPrecision(digits));
}

/** How many decimals a number needs when printed, at most `max`: 0.81 needs 2, 95 none. */
export function decimalsOf(value: number, max: number): number {
  if (Number.isInteger(value)) return 0;
  const units = wholeUnits(value, max);
  if (units !== undefined) {
    let [left, decimals] = [units, units === 0 ? 0 : max];
    for (; decimals > 0 && left % 10 === 0; decimals--) left /= 10;
    return decimals;
  }
  const printed = roundTo(value, max).toFixed(max);
  return printed.includes('.') ? printed.replace(/0+$/, '').split('.')[1]!.length : 0;
}

/** Decimals beyond which a figure is said to be below a limit rather than printed. */
const FINEST = 6;

/**
 * `decimals`, or as many more as it takes (at most 6) for a number that isn't 0 not to print as 0: then two significant
 * digits, 0.00015 rather than 0.00.
 */
export function visibleDecimals(value: number, decimals: number): number {
  if (value === 0 || roundTo(value, decimals) !== 0) return decimals;
  const secondDigit = Math.min(FINEST, 1 - Math.floor(Math.log10(Math.abs(value))));
  const shown = roundTo(value, secondDigit);
  return shown === 0 ? FINEST : decimalsOf(shown, secondDigit);
}

/**
 * The value as it reads when printed with so many decimals: what reads alike is alike, and only 0 is 0. What is too
 * small to be printed counts as the limit that is printed instead.
 */
export function printedNumber(value: number, decimals: number): number {
  return roundTo(value, visibleDecimals(value, decimals)) || (value === 0 ? 0 : Math.sign(value) * 10 ** -FINEST);
}

/** Moves the decimal point by exponent: multiplying by 10 ** n would add a rounding error. */
function shift(value: number, places: number): number {
  const text = String(value);
  if (!text.includes('e')) return Number(`${text}e${places}`);
  const [digits, exponent] = text.split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
