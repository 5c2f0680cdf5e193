/** The answer to "why": what each unit adds to the change, or to the gap, of the place that it belongs to. Types only. */
import type { Citation } from '../evidence/citation';
import type { Absent } from '../missing/absentGroups';
import type { Indicator, Place, Programme, Source } from '../model/records';
import type { Period } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import type { IndicatorChange } from '../trend/changesAnswer';
import type { Note } from '../wording/note';

/** One step of the waterfall. */
export interface Share {
  /** Null for what the whole has beyond its units. */
  readonly place: Place | null;
  readonly name: string;
  readonly isFocus: boolean;
  /** What it adds, in the unit of the answer. */
  readonly value: number;
  /** `+1,204`, `−0.12`, `0`. */
  readonly text: string;
  /** Sum of the steps before it, and with it. */
  readonly from: number;
  readonly to: number;
  /** Its own figures, as printed; empty where it has none. */
  readonly before: string;
  readonly now: string;
  /** Of a rate: what is added by its own rate, and by its part of the denominator; null elsewhere. */
  readonly effects: Effects | null;
  readonly judgement: IndicatorChange['judgement'];
  /** Rests on an expected or doubtful figure: drawn hollow. */
  readonly uncertain: boolean;
  readonly remark: string;
  readonly sources: readonly Citation[];
}

/** The two effects of a rate's change; their sum is the share. */
export interface Effects {
  readonly rate: number;
  readonly mix: number;
}

/** Where the waterfall begins and ends. */
export interface Whole {
  readonly before: string;
  readonly now: string;
  /** now − before, in the unit of the answer. */
  readonly value: number;
  /** `+66,152`. */
  readonly text: string;
  /** Whether the place states it itself; else it is the sum of its units. */
  readonly stated: boolean;
  readonly judgement: IndicatorChange['judgement'];
  readonly sources: readonly Citation[];
}

export interface Contribution {
  /** The place whose change or gap it is. */
  readonly place: Place;
  /** 人次, 个百分点. */
  readonly unit: string;
  /** What the two figures of each row are: `2023年12月` and `2024年12月`, `序时应完成` and `完成`. */
  readonly heads: { readonly before: string; readonly now: string };
  /** Null where it can't be split; then there are no shares. */
  readonly whole: Whole | null;
  /** Those that run with the whole first, the largest before the smaller; what the whole has beyond its units last. */
  readonly shares: readonly Share[];
  /** Units that aren't among them, and why. */
  readonly absent: readonly Absent[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  readonly cutoff: string;
}

export interface ChangeContribution extends Contribution {
  readonly indicator: Indicator;
  readonly against: ChangeAgainst;
  readonly period: Period | null;
  /** Periods to choose from, latest first. */
  readonly periods: readonly Period[];
  /** Whether it is a rate, so that shares have two effects. */
  readonly isRate: boolean;
}

/** What is due: what 序时 asks for by the cut-off day, or the whole target. */
export type GapKind = 'clock' | 'target';

export interface GapContribution extends Contribution {
  readonly programme: Programme;
  readonly period: Period | null;
  readonly kind: GapKind;
  /** Whether less is better, so that what was done beyond what is due is worse. */
  readonly isLimit: boolean;
}
