/** The steps of a waterfall of figures that units have; what the whole has beyond them is one more. */
import type { Share } from './answer';
import { inOrder, running, signed } from './waterfall';
import { REST } from './wording';

/** What a unit adds, before it has its place in the waterfall. */
export type UnitShare = Omit<Share, 'from' | 'to' | 'text' | 'judgement'>;

/** How the numbers of a waterfall are read and printed. */
export interface ShareWords {
  readonly decimals: number | null;
  readonly judgement: (value: number) => Share['judgement'];
}

/**
 * @param units in any order (`inOrder`)
 * @param whole the sum that they are to make, in their unit
 * @param rest what the whole has beyond the sum of the units; 0 makes no step
 */
export function sharesOf(
  units: readonly UnitShare[],
  whole: number,
  rest: number,
  { decimals, judgement }: ShareWords
): Share[] {
  const steps = [...inOrder(units, whole), ...(rest === 0 ? [] : [restStep(rest)])];
  const ends = running(steps.map(({ value }) => value));
  return steps.map((step, at) => ({
    ...step,
    ...ends[at]!,
    text: signed(step.value, decimals),
    judgement: judgement(step.value)
  }));
}

function restStep(value: number): UnitShare {
  return {
    place: null,
    name: REST,
    isFocus: false,
    value,
    before: '',
    now: '',
    effects: null,
    uncertain: false,
    remark: '',
    sources: []
  };
}
