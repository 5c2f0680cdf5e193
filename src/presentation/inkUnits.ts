/** Longest side of a slide in units; what is drawn beside it is brought to its edge. */
const MOST = 9_999;

/**
 * Lines in px of the window as lines in units of the slide, whole numbers within it.
 * @param slide its upper left corner in px
 * @param unit px of a unit
 */
export function inUnits(
  lines: readonly string[],
  slide: { readonly left: number; readonly top: number },
  unit: number
): string[] {
  const within = (value: number) => Math.min(MOST, Math.max(0, Math.round(value)));
  return lines.map((line) =>
    line
      .split(' ')
      .map((point) => {
        const [x = 0, y = 0] = point.split(',').map(Number);
        return `${within((x - slide.left) / unit)},${within((y - slide.top) / unit)}`;
      })
      .join(' ')
  );
}
