/** One indicator over time: the answer's types. Its makers (`computeTrend`, `points`, `series` …) import them. */
import type { TimeEvent } from '../annotation/events';
import type { Absent } from '../missing/absentGroups';
import type { Indicator, Observation, Place, Qualifier, Source } from '../model/records';
import type { Period } from '../time/period';
import type { Signal } from '../variation/processLimits';
import type { ChangeAgainst } from './changeKind';
import type { RelativeDifference } from '../wording/difference';
import type { Scale } from '../wording/format';
import type { Note } from '../wording/note';

export interface TrendQuery {
  /** Indicator id. */
  readonly indicator: string;
  /** Place ids. */
  readonly places: readonly string[];
  readonly focus?: string;
  /** A `spanLabel`: show only that; absent = every one present, each a series of its own. */
  readonly span?: string;
  /** Single months, worked out from sums that run on from January. */
  readonly single?: boolean;
  /** What its figures are held against; absent: the year before. */
  readonly against?: ChangeAgainst;
}

/** Where what is counted, or the place itself, becomes another. */
export interface TrendBreak {
  /** The first period after it. */
  readonly period: Period;
  /** The mark on the chart. */
  readonly label: '口径调整' | '区划调整';
  /** What changed, one sentence without its full stop. */
  readonly text: string;
}

export interface TrendPoint {
  readonly period: Period;
  readonly value: number;
  /** Null when derived. */
  readonly observation: Observation | null;
  /** 推算 from a stated change, or as the difference of two sums. */
  readonly derived: boolean;
  /** 推算 as the difference of two sums; absent otherwise. */
  readonly fromSums?: boolean;
  readonly derivedFrom: Observation | null;
  /** All that say this number; for a derived point the figure that it was back-calculated from. */
  readonly witnesses: readonly Observation[];
  /** All that say another number for the same period. */
  readonly conflicts: readonly Observation[];
  readonly qualifier: Qualifier;
  /** Value with qualifier and unit; derived ones begin with 推算. */
  readonly text: string;
  /** Change as the report states it. */
  readonly statedChange: { readonly observation: Observation; readonly text: string } | null;
  /** Change from the point one year before; null where there is none. */
  readonly computedChange: { readonly text: string; readonly value: number | null } | null;
  /** The figures of one year before that it is computed from; empty where there is none. */
  readonly before: readonly Observation[];
  /** Stated and computed differ beyond rounding. */
  readonly differs: boolean;
  /** The change against the period chosen; absent where that is the year before. */
  readonly baseChange?: BaseChange;
}

/** The change of a point against an earlier period that was chosen. */
export interface BaseChange {
  /** The period asked for; null where there is none. */
  readonly period: Period | null;
  /** The figure that it is taken from; null where there is none or where the two don't compare. */
  readonly before: TrendPoint | null;
  readonly kind: RelativeDifference['kind'];
  /** Points or percent; null without a change. */
  readonly value: number | null;
  /** `上升0.3个百分点`, with 约 where a figure is 约; else why there is none. */
  readonly text: string;
}

export interface TrendSeries {
  readonly id: string;
  readonly place: Place;
  readonly indicator: Indicator;
  readonly label: string;
  readonly span: string;
  readonly isFocus: boolean;
  /** Only points inside one segment may be joined. */
  readonly segments: readonly (readonly TrendPoint[])[];
}

/** A level across a stretch of a series, as printed. */
export interface ProcessLevel {
  /** In the indicator's unit. */
  readonly value: number;
  readonly text: string;
}

/** A stretch of a series that is counted in one way. */
export interface ProcessPhase {
  readonly series: TrendSeries;
  readonly from: Period;
  readonly to: Period;
  readonly points: readonly TrendPoint[];
  /** How many of them are exact figures that reports state. */
  readonly count: number;
  /** All null where there are too few figures; a limit that can't be reached (below nothing, over 100%) is null too. */
  readonly mean: ProcessLevel | null;
  readonly lower: ProcessLevel | null;
  readonly upper: ProcessLevel | null;
}

/** What of a series is more than its usual variation. */
export interface Process {
  readonly phases: readonly ProcessPhase[];
  /** Points with a signal. */
  readonly signals: ReadonlyMap<TrendPoint, readonly Signal[]>;
}

/** The places without a line in one period. */
export interface BandLevel {
  readonly period: Period;
  /** How many have an exact figure. */
  readonly count: number;
  readonly lowest: ProcessLevel;
  readonly lower: ProcessLevel;
  readonly upper: ProcessLevel;
  readonly highest: ProcessLevel;
}

export interface OthersBand {
  readonly places: number;
  /** Ascending. */
  readonly levels: readonly BandLevel[];
}

export interface Trend {
  readonly indicator: Indicator;
  /** What its figures are held against; the year before where nothing else was chosen. */
  readonly against: ChangeAgainst;
  readonly form: '线' | '两期' | '单期';
  readonly series: readonly TrendSeries[];
  /** Mean, limits and signals, where they were asked for: then it is of one place and span. */
  readonly process?: Process;
  /** Where very many places have no line of their own: how far they reach. */
  readonly others?: OthersBand;
  /** All periods with a point, ascending. */
  readonly periods: readonly Period[];
  readonly spans: readonly { readonly label: string; readonly count: number }[];
  /** Whether single months can be worked out from sums. */
  readonly hasSingleMonths: boolean;
  readonly breaks: readonly TrendBreak[];
  /** By their days; absent for none. */
  readonly events?: readonly TimeEvent[];
  readonly missing: readonly Absent[];
  readonly scale: Scale;
  readonly notes: readonly Note[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly cutoff: string;
  readonly sources: readonly Source[];
}
