/**
 * The answer to "how do places compare": one object that feeds the chart, its table, its export
 * and its sentence, so that they can't disagree.
 */
import type { Indicator, Observation, Place, ProgressRow, Source } from '../model/records';
import type { Period } from '../time/period';
import type { Spread } from '../variation/spread';
import type { Scale } from '../wording/format';
import type { Note } from '../wording/note';

const CHOICES = ['mean', 'parent', 'target', 'peers', 'year', 'none'] as const;

/** 全部平均, 上级, 目标, 同类, 上年同期, none, or a place. */
export type ReferenceChoice = (typeof CHOICES)[number] | `place:${string}`;

/** Whether a text has the form of a choice; the place may still be unknown. */
export function isReference(text: string): text is ReferenceChoice {
  return (CHOICES as readonly string[]).includes(text) || /^place:./.test(text);
}

export interface CompareQuery {
  /** Indicator id. */
  readonly indicator: string;
  /** Place ids; empty or absent = every place other than organisations. */
  readonly places?: readonly string[];
  /** With no `places`: organisations too. */
  readonly includeOrganisations?: boolean;
  /** Canonical text: only that period; absent = each place's latest. */
  readonly period?: string;
  /** Place id. */
  readonly focus?: string;
  /** Default `mean`. */
  readonly reference?: ReferenceChoice;
  /** Put what doesn't fit among the rows, marked, instead of leaving it out. */
  readonly showUnfit?: boolean;
  /** Default `value` (better first; 不评价: larger first); `official` = order of places.csv. */
  readonly sort?: 'value' | 'official';
  /**
   * Rank and average an area beside those that it contains, which its figure includes; default: only where `places`
   * names them.
   */
  readonly rankParents?: boolean;
  /** Counts and money divided by the population; nothing for rates. */
  readonly perHead?: boolean;
  /** Values of the other periods that a reader steps through: unit and axis are the same for all of them. */
  readonly steady?: readonly number[];
  /** Intervals worked out of numerator and denominator, where reports state none. */
  readonly intervals?: boolean;
}

export interface ComparisonRow {
  readonly place: Place;
  readonly observation: Observation;
  /** Every observation that says the same number; the first is `observation`. */
  readonly witnesses: readonly Observation[];
  /** Other values given for the same fact. */
  readonly conflicts: readonly Observation[];
  /** The observation's value, or its value per head. */
  readonly value: number;
  /** The value as it is printed, in the unit of `value`: what reads alike is drawn and ranked alike. */
  readonly printed: number;
  /** Value with qualifier, in the unit of the scale. */
  readonly text: string;
  /** Value with qualifier in the unit of the scale, for where the chart says the unit once. */
  readonly bare: string;
  /** Null where it can't be ranked. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly isFocus: boolean;
  readonly fits: boolean;
  /** Why it doesn't fit; empty when it does. */
  readonly reason: string;
  /** `比宝安区低0.81个百分点`, against the next better row; empty for the first and the unranked. */
  readonly gapToNext: string;
}

export interface Excluded {
  readonly place: Place;
  readonly observation: Observation;
  readonly reason: string;
}

export interface MissingPlace {
  readonly place: Place;
  readonly reason: string;
  /** What the report says instead of a number; null where it says nothing. */
  readonly evidence: Observation | null;
}

/** A figure that a reference rests on, drawn in the comparison or not. */
export type ReferenceRow = Pick<ComparisonRow, 'place' | 'observation' | 'witnesses' | 'conflicts' | 'value'>;

export interface ReferenceLine {
  readonly label: string;
  readonly value: number;
  /** Label and value with its unit, as it stands at the line. */
  readonly text: string;
  /** The rows it is the mean of, or the one chosen; none for a target. */
  readonly rows: readonly ReferenceRow[];
  /** The task whose target it is. */
  readonly task: ProgressRow | null;
}

/** Worst, middle half and best of many places. */
export interface Field {
  /** How many are ranked: bounds and what doesn't compare aren't. */
  readonly count: number;
  /** Worst, at the first quarter, in the middle, at the third, best; of what is neither good nor bad the smallest first. */
  readonly rows: Spread<ComparisonRow>;
  /** The reader's own place, where it is ranked. */
  readonly own: ComparisonRow | null;
}

/** What a comparison says of single places. */
export interface ComparedRows {
  readonly indicator: Indicator;
  readonly rows: readonly ComparisonRow[];
  readonly excluded: readonly Excluded[];
  readonly missing: readonly MissingPlace[];
  /** Whether all drawn rows share one period. */
  readonly samePeriod: boolean;
  readonly scale: Scale;
}

export interface Comparison extends ComparedRows {
  readonly reference: ReferenceLine | null;
  /** Where all of them lie; null with fewer than twenty. */
  readonly field: Field | null;
  /** Periods to choose from, latest first, with how many places have each. */
  readonly periods: readonly { readonly period: Period; readonly count: number }[];
  /** Unit of `value`: the indicator's, or per head (`例/万人`, `元/人`). */
  readonly unit: string;
  /** Values that the axis covers too, drawn or not: those of the periods that a reader steps through. */
  readonly steady: readonly number[];
  readonly notes: readonly Note[];
  readonly verdict: string;
  readonly subtitle: string;
  /** Latest end day among the drawn rows, ISO; empty if none. */
  readonly cutoff: string;
  readonly sources: readonly Source[];
  /** The population figures that values per head or a weighted mean rest on; empty where nothing does. */
  readonly population: readonly Observation[];
  /** Whether values are per head: asked for, and the indicator is a count or money. */
  readonly perHead: boolean;
}
