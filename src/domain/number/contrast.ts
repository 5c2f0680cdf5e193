/** Contrast of colours by WCAG 2.1 (relative luminance of sRGB). */

/** @param colour six hexadecimal digits, with or without `#` */
export function channels(colour: string): number[] {
  return [-6, -4, -2].map((at) => parseInt(colour.slice(at, at + 2 || undefined), 16));
}

/** From 0 of black to 1 of white. */
export function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** 1 to 21, whichever of the two is lighter. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
