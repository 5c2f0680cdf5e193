/** The answer to "who improved most": its types. `improvement` makes it, `wording` tells it. */
import type { Absent } from '../missing/absentGroups';
import type { Indicator, Place } from '../model/records';
import type { Period } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import type { ChangeRows, IndicatorChange } from '../trend/changesAnswer';
import type { RankChange } from './rankChange';
import type { Source } from '../model/records';
import type { Note } from '../wording/note';

export interface ImprovementQuery {
  /** Indicator id. */
  readonly indicator: string;
  /** Canonical text; absent: the period that most places share. */
  readonly period?: string;
  readonly against: ChangeAgainst;
  /** Place ids; empty or absent = every place other than organisations. */
  readonly places?: readonly string[];
  readonly includeOrganisations?: boolean;
  readonly focus?: string;
  /** The axis covers the changes of all periods alike, so that one may step through them. */
  readonly steady?: boolean;
}

export interface ImprovementRow extends IndicatorChange {
  readonly place: Place;
  readonly isFocus: boolean;
  /** By how much it improved: 1 for the most; ties share one. */
  readonly order: number;
  /** Among the places with a figure both times; null for an area beside those that it contains. */
  readonly rank: RankChange | null;
}

export interface Improvement extends ChangeRows {
  readonly indicator: Indicator;
  /** Null where no two places share one. */
  readonly period: Period | null;
  readonly before: Period | null;
  /** Most improved first, whichever way the indicator runs. */
  readonly rows: readonly ImprovementRow[];
  /** Places with a figure now and none before, and those without one now. */
  readonly without: readonly Absent[];
  /** Periods to choose from, latest first, with how many places have each. */
  readonly periods: readonly { readonly period: Period; readonly count: number }[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  readonly cutoff: string;
}
