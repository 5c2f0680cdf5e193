/** Which change against the year before is worth a sentence. */
import type { Indicator, Qualifier, Status } from '../model/records';
import type { TrendPoint } from '../trend/trend';

/** A percentage of fewer than this many says little. */
const ENOUGH_COUNTED = 30;

export interface Change {
  /** Percent, or points of a rate. */
  readonly value: number;
  readonly text: string;
  /** Stated by a report; else computed. */
  readonly stated: boolean;
}

/** A change as stated, else as computed, of exact figures, not in doubt, not contradicting itself, and not a percentage of a handful; else null. */
export function reportableChange(indicator: Indicator, point: TrendPoint): Change | null {
  const { observation, statedChange, differs } = point;
  if (!observation || !isExact(observation) || differs) return null;
  if (statedChange && !isExact(statedChange.observation)) return null;
  const change = changeOf(point);
  return change && isEnough(indicator, point.value, change.value) ? change : null;
}

/** 实际, and the very number. */
export function isExact({ status, qualifier }: { readonly status: Status; readonly qualifier: Qualifier }): boolean {
  return status === '实际' && qualifier === '';
}

/** Whether a change in percent is of enough counted ones; points of a rate always are. */
export function isEnough({ unit, kind }: Indicator, value: number, change: number): boolean {
  if (unit === '%' || unit === '‰' || kind !== '数量') return true;
  return value >= ENOUGH_COUNTED && value / (1 + change / 100) >= ENOUGH_COUNTED;
}

function changeOf({ statedChange, computedChange }: TrendPoint): Change | null {
  if (statedChange) return { value: statedChange.observation.value!, text: statedChange.text, stated: true };
  if (!computedChange || computedChange.value === null) return null;
  return {
    value: computedChange.value,
    get text() {
      return computedChange.text;
    },
    stated: false
  };
}
