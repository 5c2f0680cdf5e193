/** The answer to "how did the indicators of one place change": its types. `changes` makes it, `changesWording` tells it. */
import type { Citation } from '../evidence/citation';
import type { Indicator, Observation, Place, Qualifier, Source } from '../model/records';
import type { Period } from '../time/period';
import type { ChangeAgainst } from './changeKind';
import type { ChangeKind } from './changeKind';
import type { TrendPoint } from './trend';
import type { Note } from '../wording/note';

export interface IndicatorChange {
  readonly indicator: Indicator;
  /** What stands at its bar: the indicator, or among places the place. */
  readonly name: string;
  /** The same in full, `例川县平均住院日`. */
  readonly title: string;
  /** Whether it is the reader's own place among others; absent: it isn't asked. */
  readonly isFocus?: boolean;
  /** What is said of it beside the change; absent mostly. */
  readonly remark?: string;
  readonly period: Period;
  /** The figure that it is held against; null for 同比. */
  readonly before: TrendPoint | null;
  /** `2024年12月`; against another period than the year before `2024年12月比2024年11月`; empty where the title says it. */
  readonly times: string;
  readonly kind: ChangeKind;
  /** Percent, or points; below zero for a fall. */
  readonly value: number;
  readonly qualifier: Qualifier;
  /** `增长67.5%`, `下降2.76个百分点`, `持平`. */
  readonly text: string;
  /** As it stands at the mark: with `（好转）` or `（变差）` where it is either. */
  readonly label: string;
  /** The same in short: `+67.5%`, `−2.76`, `0`. */
  readonly signed: string;
  /** The figure itself with its unit; empty where a report gives the change alone. */
  readonly now: string;
  /** Stated by the report; else worked out from its figures of both years. */
  readonly stated: boolean;
  readonly judgement: '好转' | '变差' | '持平' | '不评价';
  /** A bound or an expected or doubtful figure: drawn hollow. */
  readonly uncertain: boolean;
  readonly notes: readonly Note[];
  readonly observations: readonly Observation[];
  readonly sources: readonly Citation[];
}

/** Changes of one kind, as charts draw them. */
export interface ChangeRows {
  /** What all of them are changes of: `例川县同比`, `平均住院日比上期`. */
  readonly subject: string;
  /** What the figures are held against. */
  readonly against: ChangeAgainst;
  readonly kind: ChangeKind;
  readonly rows: readonly IndicatorChange[];
  /** Changes of other periods that the axis has to cover too, so that one may step through them; absent: none. */
  readonly steady?: readonly number[];
}

export interface ChangeBoard extends ChangeRows {
  readonly place: Place;
  /** Largest rise first, largest fall last; ties in the order of the indicators. */
  readonly rows: readonly IndicatorChange[];
  /** How many changes the place has of each kind; kinds without any are left out. */
  readonly kinds: readonly { readonly kind: ChangeKind; readonly count: number }[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  readonly cutoff: string;
}

/** An indicator without a change, and why. */
export interface Unchanged {
  readonly indicator: Indicator;
  readonly reason: string;
}
