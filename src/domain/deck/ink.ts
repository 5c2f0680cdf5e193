/**
 * What was drawn over a slide with the pen and kept. It lies where it was drawn, so it is shown only where the slide is
 * laid out as it was then: the same step, ratio and size of type.
 */
import { fieldsOf } from '../model/fields';

export interface Ink {
  /** From 0. */
  readonly step: number;
  /** `16:9`, `4:3`. */
  readonly ratio: string;
  /** Factor on the type of the wall. */
  readonly size: number;
  /** `x,y x,y …` in units of a slide 1,080 high, whole numbers. */
  readonly lines: readonly string[];
}

/** Of all steps of a slide, and of one line: more is no remark any more. */
export const INK_LIMITS = { lines: 200, points: 1_000 } as const;

const LINE = /^\d{1,4},\d{1,4}(?: \d{1,4},\d{1,4})*$/;

/** The ink in a value from a file or a storage; undefined where there is none that can be read. */
export function readInk(value: unknown): Ink[] | undefined {
  if (!Array.isArray(value)) return undefined;
  let left: number = INK_LIMITS.lines;
  const read = value.flatMap((one: unknown): Ink[] => {
    const { step, ratio, size, lines } = fieldsOf(one);
    if (!isStep(step) || typeof ratio !== 'string' || typeof size !== 'number' || !Array.isArray(lines)) return [];
    const good = lines.filter((line): line is string => typeof line === 'string' && LINE.test(line)).slice(0, left);
    left -= good.length;
    return good.length > 0 ? [{ step, ratio, size, lines: good.map(shortened) }] : [];
  });
  return read.length > 0 ? read : undefined;
}

function isStep(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function shortened(line: string): string {
  return line.split(' ').slice(0, INK_LIMITS.points).join(' ');
}

/** The lines for a slide as it stands now; none where it is laid out otherwise. */
export function inkAt(
  ink: readonly Ink[] | undefined,
  step: number,
  { ratio, size }: { readonly ratio: string; readonly size: number }
): readonly string[] {
  return (ink ?? []).flatMap((one) =>
    one.step === step && one.ratio === ratio && one.size === size ? [...one.lines] : []
  );
}

/** With more lines on a step, after those that are there. */
export function addInk(ink: readonly Ink[] | undefined, added: Ink): Ink[] {
  const all = ink ?? [];
  const known = all.find((one) => one.step === added.step && one.ratio === added.ratio && one.size === added.size);
  const merged = known
    ? all.map((one) => (one === known ? { ...known, lines: [...known.lines, ...added.lines] } : one))
    : [...all, added];
  return readInk(merged) ?? [];
}
