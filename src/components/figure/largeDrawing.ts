/** A drawing of many marks takes a tenth of a second: in parts, so that the page answers between them. */
import type { Option } from '../../charts/drawing';

/** So many marks are laid out and painted at once. */
const FEW_MARKS = 24;

export function isLarge({ series = [] }: Option): boolean {
  const all = Array.isArray(series) ? series : [series];
  return all.reduce((sum, { data }) => sum + (Array.isArray(data) ? data.length : 0), 0) > FEW_MARKS;
}

/**
 * Each part in a task of its own.
 * @returns leaves out what hasn't begun
 */
export function inTasks(parts: readonly (() => void)[], report: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (at: number) => {
    timer = setTimeout(() => {
      try {
        parts[at]!();
        if (at + 1 < parts.length) go(at + 1);
      } catch (error) {
        report(error);
      }
    });
  };
  go(0);
  return () => clearTimeout(timer);
}
