/** How the lights of tasks changed since the time before. */
import type { LightLevel } from '../lights/rule';
import type { Completion } from '../progress/completion';

export interface LightChange {
  /** Tasks with a light in both times, and how many of them are better and worse now. */
  readonly tasks: number;
  readonly better: number;
  readonly worse: number;
}

const ORDER: Readonly<Partial<Record<LightLevel, number>>> = { bad: 0, middling: 1, good: 2 };

/**
 * The same tasks then and now; null where fewer than half of the tasks with a light now had one then, so that the two
 * counts are of different tasks.
 */
export function lightChange(now: readonly Completion[], then: readonly Completion[]): LightChange | null {
  const lit = now.filter((c) => ORDER[c.light.level] !== undefined);
  const before = new Map(then.map((c) => [taskOf(c), ORDER[c.light.level]]));
  const steps = lit.flatMap((c) => {
    const level = before.get(taskOf(c));
    return level === undefined ? [] : [ORDER[c.light.level]! - level];
  });
  if (lit.length === 0 || steps.length * 2 < lit.length) return null;
  return {
    tasks: steps.length,
    better: steps.filter((step) => step > 0).length,
    worse: steps.filter((step) => step < 0).length
  };
}

/** A programme at a place: this year's and last year's are one. */
function taskOf({ programme, place }: Completion): string {
  return `${programme.id}|${place.id}`;
}

/** `比2024年11月 3项变好、5项变差`; empty without a change to tell. */
export function lightChangeText(change: LightChange | null, then: string): string {
  if (!change) return '';
  const { better, worse } = change;
  if (better + worse === 0) return `比${then}没有变灯`;
  return `比${then} ${[better > 0 ? `${better}项变好` : '', worse > 0 ? `${worse}项变差` : ''].filter(Boolean).join('、')}`;
}
