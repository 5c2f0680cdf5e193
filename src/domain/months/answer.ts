/** One task month by month: what its makers (`taskMonths`, `wording`, `table`) hand each other. Types only. */
import type { TimeEvent } from '../annotation/events';
import type { ForecastRange } from './forecastRange';
import type { LightRule } from '../lights/rule';
import type { Observation, Place, Programme, ProgressRow, Source } from '../model/records';
import type { Completion } from '../progress/completion';
import type { Period } from '../time/period';
import type { Note } from '../wording/note';

/** Percent that should be done at the end of a day. */
export interface ClockPoint {
  readonly day: string;
  readonly percent: number;
}

/** The same task a year earlier. */
export interface BeforePoint {
  /** Of this year's period: the day a year after the one reported. */
  readonly day: string;
  /** The day reported, a year before. */
  readonly asOf: string;
  /** Percent: last year's own completion; without one its done ÷ this year's target. */
  readonly percent: number;
  readonly done: number | null;
  readonly basis: '完成率' | '完成数';
  /** 推算: back-calculated from a stated change. */
  readonly derived: boolean;
  readonly row: ProgressRow | null;
  readonly observation: Observation | null;
}

export interface TaskMonths {
  readonly programme: Programme;
  readonly place: Place;
  readonly period: Period;
  readonly unit: string;
  /** At each cut-off day with a completion, ascending. */
  readonly course: readonly Completion[];
  /** The last of them; null where there is none. */
  readonly now: Completion | null;
  /** 序时 from 0 on the eve of the period over each month's end to the due day; empty where there is none. */
  readonly clock: readonly ClockPoint[];
  /** Ascending; empty where nothing is known of the year before. */
  readonly before: readonly BeforePoint[];
  /** What the line of the year before is called, `2023年`. */
  readonly beforeName: string;
  /** Null with a reason. */
  readonly range: ForecastRange | null;
  /** Why no range is drawn; empty where one is. */
  readonly rangeReason: string;
  /** Events on its axis, by their days; absent for none. */
  readonly events?: readonly TimeEvent[];
  /** Eve of the period, and its last day or a later cut-off day. */
  readonly span: readonly [from: string, to: string];
  /** The days on the axis: month's ends and cut-off days, ascending, without the eve. */
  readonly days: readonly string[];
  /** The months in which it was reported, later ones than those drawn too: one may step through them. */
  readonly steps: readonly Period[];
  /** Where the axis has to reach, in percent: the same for all steps. */
  readonly most: number;
  readonly rule: LightRule;
  readonly ruleText: string;
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  /** Latest cut-off day, ISO; empty without one. */
  readonly cutoff: string;
}
